"""Sources in short: who, what and when, for lists that lead to the full entry."""

import re
from collections.abc import Mapping
from typing import Any

from octavo.model import Publication, SourceRecords
from octavo.parse.entries import latinized, printed_fields

_MANY = 3
_ROLES = ("author", "editor", "translator")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)\b[^>]*>")


def short_forms(
    publication: Publication, records: SourceRecords, language: Mapping[str, str]
) -> dict[str, str]:
    """Return each cited source in short by its citekey, such as "Roe, Doe, The Bridges (2020)"."""
    entries = publication.bibliography.entries
    wanted = publication.metadata.transliteration
    forms = {}
    for item in records.items:
        entry = entries.get(item["id"])
        fields = printed_fields(entry, wanted) if entry else {}
        form = _short(item, fields, language)
        forms[item["id"]] = latinized(form, entry, wanted) if entry else form
    return forms


def _short(item: Mapping[str, Any], fields: Mapping[str, str], language: Mapping[str, str]) -> str:
    people: list[Mapping[str, str]] = next((item[role] for role in _ROLES if item.get(role)), [])
    names = [person.get("family") or person.get("literal") or person.get("given", "") for person in people]
    if len(names) > _MANY or names[-1:] == ["others"]:
        names = [f"{names[0]} {language['and_others']}"]
    year = next(iter(item.get("issued", {}).get("date-parts", [[""]])[0]), "")
    parts = ", ".join(filter(None, [*map(_plain, names), _title(item, fields)]))
    return f"{parts} ({year})" if year else parts


def _title(item: Mapping[str, Any], fields: Mapping[str, str]) -> str:
    """Return the title as its author wrote it; CSL JSON has lost its capitals."""
    written = fields.get("shorttitle") or fields.get("title") or ""
    if written and "\\" not in written and "$" not in written:
        marks = r"«\1»" if _CYRILLIC.search(written) else r"“\1”"
        curled = re.sub(r'"([^"]+)"', marks, re.sub(r"[{}]", "", written))
        return " ".join(curled.replace("~", " ").split())
    return _plain(str(item.get("title-short") or item.get("title") or ""))


def _plain(text: str) -> str:
    return _MARKUP.sub("", text)
