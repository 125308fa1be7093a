"""What must hold in a Word document: one rule, one function."""

import posixpath
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from octavo.ooxml import DOCUMENT, FOOTNOTES, Element, found, named, relationships_path, text_of
from octavo.verify.docx.word import Word
from octavo.verify.findings import Finding

_OUTSIDE_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
_STYLED = ("w:pStyle", "w:rStyle", "w:tblStyle", "w:basedOn", "w:next", "w:link")
_RELATED = ("r:id", "r:embed", "r:link", "r:pict")
_SHOWN_CHARACTERS = 40
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
    """Whatever a part names by relationship is in the package; only links of the text lead out of it."""
    for part, tree in word.trees.items():
        if part.endswith(".rels"):
            continue
        relationships = _relationships(word, part)
        yield from _outside(part, relationships)
        used = {item.get(named(name)) for item in tree.iter() for name in _RELATED} - {None}
        for identifier in sorted(str(item) for item in used):
            if identifier not in relationships:
                yield Finding("V022", f"`{part}` names the relationship `{identifier}`, which is not there")
        for item in relationships.values():
            if item.get("TargetMode") != "External" and _target(part, item) not in word.parts:
                yield Finding("V022", f"`{part}` names `{item.get('Target')}`, which is not in the document")


def _outside(part: str, relationships: dict[str, Element]) -> Iterator[Finding]:
    for item in relationships.values():
        address = item.get("Target", "")
        is_link = item.get("Type", "").endswith("/hyperlink") and urlsplit(address).scheme in _OUTSIDE_SCHEMES
        if item.get("TargetMode") == "External" and not is_link:
            yield Finding("V022", f"`{part}` would fetch `{address}` from outside the document")


def _relationships(word: Word, part: str) -> dict[str, Element]:
    tree = word.trees.get(relationships_path(part))
    return {} if tree is None else {item.get("Id", ""): item for item in found(tree, "rel:Relationship")}


def _target(part: str, relationship: Element) -> str:
    folder, target = posixpath.dirname(part), relationship.get("Target", "")
    return (
        target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
    )


def find_pictures_without_words(word: Word) -> Iterator[Finding]:
    """Each picture has a text in its place, or says that it only adorns the page."""
    for name, tree in word.trees.items():
        for picture in found(tree, ".//wp:docPr"):
            is_decorative = bool(found(picture, ".//adec:decorative[@val='1']"))
            if not (picture.get("descr") or "").strip() and not is_decorative:
                shown = picture.get("name") or "?"
                yield Finding("V023", f"the picture `{shown}` in `{name}` has no text in its place")


def find_unmarked_heads(word: Word) -> Iterator[Finding]:
    """Each table whose first row is its head says so, so that the head is read out and repeated."""
    for table in found(word.document, ".//w:tbl[w:tblPr/w:tblLook[@w:firstRow='1' or @w:firstRow='true']]"):
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


RULES: tuple[Callable[[Word], Iterator[Finding]], ...] = (
    find_missing_styles,
    find_broken_notes,
    find_broken_relationships,
    find_pictures_without_words,
    find_unmarked_heads,
    find_lost_anchors,
    find_formatting_by_hand,
)
