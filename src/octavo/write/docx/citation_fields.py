"""Citations in notes as fields that Zotero knows, so that they stay alive in Word.

A field carries the sources as CSL JSON beside the text that is printed (Zotero's word processor
integration, field code `ADDIN ZOTERO_ITEM CSL_CITATION`; csl-citation.json of the CSL schema).
"""

import json
import re
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape

from octavo.ast import Node, iter_nodes, plain_text
from octavo.model import CslStyle, SourceRecords

SCHEMA = "https://github.com/citation-style-language/schema/raw/master/csl-citation.json"
STYLES = "http://www.zotero.org/styles/"
_CODE = "ADDIN ZOTERO_ITEM CSL_CITATION "
_FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
_INSTRUCTION = '<w:r><w:instrText xml:space="preserve"> {}</w:instrText></w:r>'
_LABELS = {
    "page": r"pp?\.|pages?|с\.|сс\.|стр\.|s\.|str\.",
    "chapter": r"chaps?\.|ch\.|chapters?|розд\.|гл\.",
    "section": r"secs?\.|sections?|§§?",
    "volume": r"vols?\.|volumes?|т\.",
    "number": r"nos?\.|numbers?|№",
    "paragraph": r"paras?\.|¶¶?|paragraphs?|абз\.",
    "figure": r"figs?\.|figures?|рис\.",
    "note": r"nn?\.|notes?",
    "line": r"ll?\.|lines?",
}
_LOCATOR = re.compile(
    r"^[\s,]*(?:(?:"
    + "|".join(f"(?P<{label}>{words})" for label, words in _LABELS.items())
    + r")\s*)?(?P<value>\d[\d\s,–—:.-]*\d|\d+|[ivxlcdm]+(?=[\s,.]|$))(?P<rest>.*)$",
    re.IGNORECASE,
)


def enclose_citations(blocks: list[Node], sources: SourceRecords) -> None:
    """Put each citation of the notes into a field, in place.

    What the field holds when Word shows it is what the other editions print. A note that citeproc
    made is one field; in a note of the author's own each citation is one.
    """
    items = {item["id"]: item for item in sources.items}
    number = 0
    for node in iter_nodes(blocks):
        if node["t"] != "Note":
            continue
        number += 1
        for order, cite in enumerate(_cites_of(node), start=1):
            _enclose(cite, items, f"octavo-{number}-{order}", number)


def _cites_of(note: Node) -> list[Node]:
    """Return the citations whose text stands in a note."""
    return [node for node in iter_nodes(note["c"]) if node["t"] == "Cite" and node["c"][1]]


def mark_made_notes(blocks: list[Node]) -> None:
    """Move each citation into the note that citeproc made of it, in place, so that its text lies in it.

    A note that an author wrote holds its citations already.
    """
    for node in iter_nodes(blocks):
        if node["t"] != "Cite":
            continue
        for note in [inner for inner in node["c"][1] if inner["t"] == "Note"]:
            for block in note["c"][:1]:
                if len(note["c"]) == 1 and block["t"] in {"Para", "Plain"} and not _cites_of(note):
                    block["c"] = [{"t": "Cite", "c": [node["c"][0], block["c"]]}]


def _enclose(cite: Node, items: Mapping[str, Any], identifier: str, number: int) -> None:
    citations, inlines = cite["c"]
    if any(inner["t"] in {"Note", "LineBreak"} for inner in iter_nodes(inlines)):
        return
    if not all(citation["citationId"] in items for citation in citations):
        return
    citation = _citation(citations, items, identifier, number, plain_text(inlines))
    code = json.dumps(citation, ensure_ascii=False, separators=(",", ":"))
    opening = _FIELD.format("begin") + _INSTRUCTION.format(escape(_CODE + code)) + _FIELD.format("separate")
    cite["c"][1] = [_raw(opening), *inlines, _raw(_FIELD.format("end"))]


def _raw(xml: str) -> Node:
    return {"t": "RawInline", "c": ["openxml", xml]}


def _citation(
    citations: list[dict[str, Any]], items: Mapping[str, Any], identifier: str, number: int, text: str
) -> dict[str, Any]:
    properties = {"formattedCitation": text, "plainCitation": text, "noteIndex": number}
    if any(citation["citationMode"]["t"] == "AuthorInText" for citation in citations):
        properties["dontUpdate"] = True
    return {
        "citationID": identifier,
        "properties": properties,
        "citationItems": [_item(citation, items[citation["citationId"]]) for citation in citations],
        "schema": SCHEMA,
    }


def _item(citation: dict[str, Any], record: Mapping[str, Any]) -> dict[str, Any]:
    item: dict[str, Any] = {"id": record["id"], "itemData": dict(record)}
    prefix, suffix = (plain_text(citation[key]) for key in ("citationPrefix", "citationSuffix"))
    locator = _LOCATOR.match(suffix)
    if locator:
        label = next((name for name in _LABELS if locator[name]), "page")
        item |= {"locator": locator["value"].strip(" ,."), "label": label}
        suffix = locator["rest"]
    if suffix.strip(" ,"):
        item["suffix"] = suffix if suffix[0] in " ,.;" else f" {suffix}"
    if prefix:
        item["prefix"] = f"{prefix} "
    if citation["citationMode"]["t"] != "NormalCitation":
        item["suppress-author"] = True
    return item


def zotero_preferences(style: CslStyle | None, lang: str) -> list[tuple[str, str]]:
    """Return the properties of the document by which Zotero knows that it holds its fields, and the style.

    Zotero cuts its preferences into properties of at most 255 characters: `ZOTERO_PREF_1` and so on.
    """
    if style is None:
        return []
    text = (
        '<data data-version="3" zotero-version="7.0.0"><session id="octavo"/>'
        f'<style id="{STYLES}{escape(style.path.stem)}" locale="{escape(lang)}" hasBibliography="0" '
        'bibliographyStyleHasBeenSet="0"/><prefs><pref name="fieldType" value="Field"/>'
        '<pref name="noteType" value="1"/></prefs></data>'
    )
    parts = [text[start : start + 255] for start in range(0, len(text), 255)]
    return [(f"ZOTERO_PREF_{number}", part) for number, part in enumerate(parts, start=1)]
