"""What must hold in a Word document: one rule, one function."""

import posixpath
from collections.abc import Callable, Iterator

from octavo.ooxml import DOCUMENT, FOOTNOTES, STYLES, Element, found, named, text_of
from octavo.verify.docx.threats import (
    find_active_elements,
    find_active_fields,
    find_active_parts,
    find_ways_out,
)
from octavo.verify.docx.word import Word, relationships_of
from octavo.verify.findings import Finding

_STYLED = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")
_RELATED = ("r:id", "r:embed", "r:link", "r:pict")
_SHOWN_CHARACTERS = 40
_PROPERTIES = "docProps/core.xml"
_LANGUAGE = "w:rPrDefault/w:rPr/w:lang"
_PAGES = ("word/document", "word/footnotes", "word/header", "word/footer")
_NOT_BY_HAND = frozenset(
    named(f"w:{name}")
    for name in ("pStyle", "numPr", "framePr", "bidi", "sectPr", "rPr", "rStyle", "lang", "rtl", "noProof")
)


def find_missing_styles(word: Word) -> Iterator[Finding]:
    """Each style that is used, or on which another rests, is there."""
    missing: dict[str, str] = {}
    for name, tree in word.trees.items():
        for item in tree.iter(*(named(tag) for tag in _STYLED)):
            identifier = item.get(named("w:val"), "")
            if identifier not in word.styles:
                missing.setdefault(identifier, name)
    for identifier, name in missing.items():
        yield Finding("V020", f"`{name}` uses the style `{identifier}`, which the document does not have")


def find_broken_notes(word: Word) -> Iterator[Finding]:
    """Each call has its note and each note its one call, and notes stand in the order of their calls."""
    calls = [identifier for _, identifier in word.iter_calls()]
    for identifier in dict.fromkeys(calls):
        if identifier not in word.notes:
            yield Finding("V021", f"a call leads to the note `{identifier}`, which is not there")
        elif calls.count(identifier) > 1:
            yield Finding("V021", f"the note `{identifier}` is called more than once")
    for identifier, note in word.notes.items():
        if identifier not in calls:
            yield Finding("V021", f"nothing calls the note `{_shown(note)}`")
    if sorted(calls) == sorted(word.notes) and calls != list(word.notes):
        yield Finding("V021", "the notes do not stand in the order of their calls")


def find_broken_relationships(word: Word) -> Iterator[Finding]:
    """Whatever a part names by relationship is in the package."""
    related = relationships_of(word)
    for part, tree in word.trees.items():
        relationships = related.get(part, {})
        used = {item.get(named(name)) for item in tree.iter() for name in _RELATED} - {None}
        for identifier in sorted(str(item) for item in used):
            if identifier not in relationships:
                yield Finding("V022", f"`{part}` names the relationship `{identifier}`, which is not there")
    for part, relationships in related.items():
        for item in relationships.values():
            if item.get("TargetMode") != "External" and _target(part, item) not in word.parts:
                shown = f"`{part}`" if part else "the package"
                yield Finding("V022", f"{shown} names `{item.get('Target')}`, which is not in the document")


def _target(part: str, relationship: Element) -> str:
    folder, target = posixpath.dirname(part), relationship.get("Target", "")
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def find_headless(word: Word) -> Iterator[Finding]:
    """The document has a title, and its styles say which language it is in."""
    titles = word.trees[_PROPERTIES].iter("{*}title") if _PROPERTIES in word.trees else ()
    if not any((title.text or "").strip() for title in titles):
        yield Finding("V028", "the document has no title among its properties")
    languages = found(word.trees[STYLES], f"w:docDefaults/{_LANGUAGE}") if STYLES in word.trees else []
    if not any(language.get(named("w:val")) for language in languages):
        yield Finding("V028", "the document does not say which language it is in")


def find_pictures_without_words(word: Word) -> Iterator[Finding]:
    """Each picture has a text in its place, or says that it only adorns the page."""
    for name, tree in word.trees.items():
        for picture in found(tree, ".//wp:docPr"):
            is_decorative = bool(found(picture, ".//adec:decorative[@val='1' or @val='true']"))
            if not (picture.get("descr") or "").strip() and not is_decorative:
                shown = picture.get("name") or "?"
                yield Finding("V023", f"the picture `{shown}` in `{name}` has no text in its place")


def find_unmarked_heads(word: Word) -> Iterator[Finding]:
    """Each table whose first row is its head says so, so that the head is read out and repeated."""
    marked = ".//w:tbl[w:tblPr/w:tblLook[@w:firstRow='1' or @w:firstRow='true']]"
    for table in (table for tree in word.trees.values() for table in found(tree, marked)):
        if not found(table, "w:tr[1]/w:trPr/w:tblHeader"):
            yield Finding("V024", f"the head of the table that begins with `{_shown(table)}` is not marked")


def find_lost_anchors(word: Word) -> Iterator[Finding]:
    """Each link inside the document leads to a bookmark that is there, and no bookmark is there twice."""
    trees = [word.trees[DOCUMENT], word.trees[FOOTNOTES]]
    names = [item.get(named("w:name"), "") for tree in trees for item in found(tree, ".//w:bookmarkStart")]
    anchors = [
        item.get(named("w:anchor"), "") for tree in trees for item in found(tree, ".//w:hyperlink[@w:anchor]")
    ]
    for anchor in dict.fromkeys(anchors):
        if anchor not in names:
            yield Finding("V025", f"a link leads to the bookmark `{anchor}`, which is not there")
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield Finding("V025", f"the bookmark `{name}` is there more than once")


def find_formatting_by_hand(word: Word) -> Iterator[Finding]:
    """Each look is in a style: paragraphs and runs say which, and beside it only place and language."""
    for part, tree in word.trees.items():
        if not part.startswith(_PAGES):
            continue
        looks = [*found(tree, ".//w:p/w:pPr"), *found(tree, ".//w:r/w:rPr")]
        traits = [trait for look in looks for trait in look if trait.tag not in _NOT_BY_HAND]
        for name in dict.fromkeys(str(trait.tag).rpartition("}")[2] for trait in traits):
            yield Finding("V026", f"`{part}` sets `w:{name}` by hand, beside the styles")


def _shown(tree: Element) -> str:
    text = text_of(tree)
    return text if len(text) <= _SHOWN_CHARACTERS else text[:_SHOWN_CHARACTERS].rstrip() + "…"


FOR_STRANGERS: tuple[Callable[[Word], Iterator[Finding]], ...] = (
    find_ways_out,
    find_active_parts,
    find_active_elements,
    find_active_fields,
    find_headless,
    find_pictures_without_words,
    find_unmarked_heads,
)
"""Rules for any Word document, whoever wrote it: what it brings along, and what screen readers need."""

RULES: tuple[Callable[[Word], Iterator[Finding]], ...] = (
    find_missing_styles,
    find_broken_notes,
    find_broken_relationships,
    find_ways_out,
    find_active_parts,
    find_active_elements,
    find_active_fields,
    find_headless,
    find_pictures_without_words,
    find_unmarked_heads,
    find_lost_anchors,
    find_formatting_by_hand,
)
