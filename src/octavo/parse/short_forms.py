"""Sources in short: who, what and when, for lists that lead to the full entry."""

import re
from collections.abc import Mapping
from typing import Any

from octavo.model import Entry, Publication, SourceRecords

_MANY = 3
_ROLES = ("author", "editor", "translator")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|span)\b[^>]*>")


def short_forms(
    publication: Publication, records: SourceRecords, language: Mapping[str, str]
) -> dict[str, str]:
    """Return each cited source in short by its citekey, such as "Roe, Doe, The Bridges (2020)"."""
    entries = publication.bibliography.entries
    return {item["id"]: _short(item, entries.get(item["id"]), language) for item in records.items}


def _short(item: Mapping[str, Any], entry: Entry | None, language: Mapping[str, str]) -> str:
    people: list[Mapping[str, str]] = next((item[role] for role in _ROLES if item.get(role)), [])
    names = [person.get("family") or person.get("literal") or person.get("given", "") for person in people]
    if len(names) > _MANY:
        names = [f"{names[0]} {language['and_others']}"]
    year = next(iter(item.get("issued", {}).get("date-parts", [[""]])[0]), "")
    parts = ", ".join(filter(None, [*map(_plain, names), _title(item, entry)]))
    return f"{parts} ({year})" if year else parts


def _title(item: Mapping[str, Any], entry: Entry | None) -> str:
    """Return the title as its author wrote it; CSL JSON has lost its capitals."""
    fields = entry.fields if entry else {}
    written = fields.get("shorttitle") or fields.get("title") or ""
    if written and "\\" not in written and "$" not in written:
        return " ".join(re.sub(r"[{}]", "", written).replace("~", " ").split())
    return _plain(str(item.get("title-short") or item.get("title") or ""))


def _plain(text: str) -> str:
    return _MARKUP.sub("", text)
