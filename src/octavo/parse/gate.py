"""The gate behind citeproc: what no text may hold, whoever wrote it and however it came into the tree.

Writers run on what passes here, so that they have nothing to read, to fetch or to hand on but pictures of
the publication and addresses that readers can follow.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from octavo.ast import Node, attributes_of, classes_of, iter_attributed, iter_nodes
from octavo.characters import Unfit, unfit_characters
from octavo.diagnostics import Diagnostic
from octavo.elements import LABEL_KINDS
from octavo.model import Chapter, Publication
from octavo.parse.first_place import finding_at
from octavo.source import Span
from octavo.transforms.chapters import MARKER_CLASS
from octavo.transforms.raw import raw_texts

_LENGTH = r"\d+(?:\.\d+)?(?:px|cm|mm|in|inch|pc|pt|em|%)?"
_KNOWN = {
    "lang": r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*",
    "dir": r"ltr|rtl|auto",
    "width": _LENGTH,
    "height": _LENGTH,
    "alt": r".*",
    "title": r".*",
    "kind": "|".join(LABEL_KINDS.values()),
    "claim": r".*",
    "element": r"[a-z]+",
    "datetime": r"[0-9TZ:.+ PYMWDHS-]+",
}
_VALUES = {name: re.compile(pattern, re.DOTALL) for name, pattern in _KNOWN.items()}
"""The attributes of a text, and what they can be; `kind`, `claim` and `element` are octavo's own marks."""

_OWN_CLASSES = frozenset({MARKER_CLASS, "call", "footnote-ref", "footnote-back", "footnotes"})
_OWN_MARKS = re.compile("[\ue000-\ue00f]")
_ENTRY_HINT = "write what readers are to see, without the command"
_ATTRIBUTE_HINT = (
    "remove it: texts have `alt`, `height`, `lang`, `title` and `width`; looks belong to classes"
)


def attribute_findings(chapter: Chapter, blocks: list[Node]) -> Iterator[Diagnostic]:
    """P024: an attribute that no edition knows, which would reach readers' programs as it is."""
    told = set()
    for node in iter_attributed(blocks):
        for key, value in (attributes_of(node) or ["", [], []])[2]:
            if _is_known(key, value) or (key, value) in told:
                continue
            told.add((key, value))
            yield _unknown_attribute(chapter, key, value, is_known=key in _VALUES)
        for name in sorted(_OWN_CLASSES.intersection(classes_of(node))):
            message = f"the class `{name}` is octavo's own"
            yield finding_at("P024", chapter, message, f".{name}", "give it a name of yours")


def _unknown_attribute(chapter: Chapter, key: str, value: str, *, is_known: bool) -> Diagnostic:
    written = re.search(rf"(?<![\w-]){re.escape(key)}\s*=", chapter.body, re.IGNORECASE)
    place = written[0] if written else value
    if not is_known:
        message = f"a text has no attribute `{key}`"
        return finding_at("P024", chapter, message, place, _ATTRIBUTE_HINT)
    message = f"`{key}` cannot be `{value}`"
    hint = "write a length such as `8cm` or `50%`" if _KNOWN[key] == _LENGTH else f"correct or remove `{key}`"
    return finding_at("P024", chapter, message, place, hint)


def forged_markers(chapters: Sequence[Chapter], blocks: list[Node]) -> list[Diagnostic]:
    """P024: a heading that has the class by which octavo knows where a chapter begins."""
    markers = sum(MARKER_CLASS in classes_of(block) for block in blocks if block["t"] == "Header")
    if markers == len(chapters):
        return []
    guilty = [chapter for chapter in chapters if MARKER_CLASS in chapter.body] or chapters[:1]
    message, hint = f"the class `{MARKER_CLASS}` is octavo's own", "give it a name of yours"
    return [finding_at("P024", chapter, message, MARKER_CLASS, hint) for chapter in guilty]


def character_findings(chapter: Chapter, tree: Any) -> list[Diagnostic]:
    """P026: a character that no text may have and that is not in the file, but that something stands for."""
    return [
        _made_character(chapter, unfit)
        for unfit in unfit_by_char(tree)
        if unfit.char not in chapter.source.text
    ]


def unfit_by_char(tree: Any) -> list[Unfit]:
    """Give the first of each unfit character in the texts of a tree."""
    found = unfit_characters("\n".join(_texts(tree)))
    return list({unfit.char: unfit for unfit in reversed(list(found))}.values())


def _texts(tree: Any) -> Iterator[str]:
    """Yield every string of a tree: words, code, addresses, attributes."""
    waiting = [tree]
    while waiting:
        value = waiting.pop()
        if type(value) is str:
            yield value
        elif type(value) is list:
            waiting += value
        elif type(value) is dict:
            waiting += [item for key, item in value.items() if key != "t"]


def _made_character(chapter: Chapter, unfit: Unfit) -> Diagnostic:
    point = ord(unfit.char)
    code = re.search(rf"&#(?:[xX]0*{point:x}|0*{point});?", chapter.body, re.IGNORECASE)
    hint = "remove what stands for it: a code such as `&#x202e;`, or a value that a template prints"
    return finding_at(
        "P026", chapter, f"something in the text stands for {unfit.noun}", code[0] if code else "", hint
    )


def told_at_entries(found: Iterable[Diagnostic], publication: Publication) -> list[Diagnostic]:
    """P027 in place of P003 and P007 where an entry has what the chapter has not: tell it there."""
    return [_told_at_entry(diagnostic, publication) for diagnostic in found]


def _told_at_entry(found: Diagnostic, publication: Publication) -> Diagnostic:
    named = re.search(r"`([^`]+)`", found.message)
    if found.span or found.code not in {"P003", "P007"} or not named:
        return found
    for entry in publication.bibliography.entries.values():
        start = entry.raw.find(named[1])
        if start >= 0:
            start += entry.span.start
            span = entry.span.source.span(start, start + len(named[1]))
            kind = "an image" if found.code == "P007" else "raw content"
            return Diagnostic("P027", f"a source comes to hold {kind}, `{named[1]}`", span, hint=_ENTRY_HINT)
    return found


def reference_findings(publication: Publication, references: list[Node]) -> list[Diagnostic]:
    """P026, P027: what citeproc made of entries and of the style for the list of sources."""
    found = []
    for entry in references:
        name = entry["c"][0][0] if entry["t"] == "Div" else ""
        span = _entry_place(publication, name.rpartition("ref-")[2])
        file = None if span else "bibliography"
        for message, hint in _faults(entry):
            code = "P026" if "(U+" in message else "P027"
            found.append(Diagnostic(code, message, span, hint=hint, file=file))
    return found


def _faults(entry: Node) -> Iterator[tuple[str, str]]:
    for _, text in raw_texts([entry]):
        yield f"a source comes to hold raw content, `{text[:60]}`", _ENTRY_HINT
    for node in iter_nodes(entry):
        if node["t"] == "Image":
            yield f"a source comes to hold an image, `{node['c'][2][0]}`", _ENTRY_HINT
    pairs = (pair for node in iter_attributed(entry) for pair in (attributes_of(node) or ["", [], []])[2])
    for key in dict.fromkeys(key for key, value in pairs if not _is_known(key, value)):
        yield f"a source comes to hold the attribute `{key}`", _ENTRY_HINT
    for unfit in unfit_by_char(entry):
        if not _OWN_MARKS.match(unfit.char):
            yield f"a source comes to hold {unfit.noun}", "remove the command or the term that makes it"


def _is_known(key: str, value: str) -> bool:
    pattern = _VALUES.get(key)
    return pattern is not None and pattern.fullmatch(value) is not None


def _entry_place(publication: Publication, citekey: str) -> Span | None:
    entry = publication.bibliography.entries.get(citekey)
    return entry.key_span if entry else None
