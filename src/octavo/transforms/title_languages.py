"""Titles of sources in another language than the text's say which one: programs that read aloud need it.

A style sets titles in italics or between quotation marks, whole or short; names stay as they are, since
names are of no language (WCAG 2.2, "Understanding success criterion 3.1.2").
"""

from collections.abc import Iterable, Mapping
from typing import Any

from octavo.ast import Node, attributes_of, iter_nodes, plain_text, span

_FIELDS = ("title", "subtitle", "shorttitle", "booktitle", "maintitle")
"""Journals and series are not among them: they have names, which may be of any language."""

_SET_APART = frozenset({"Emph", "Quoted", "Span"})
_FEWEST_LETTERS = 8
"""What is shorter may be the beginning of a title by chance, and is marked only if it is the whole of one."""


def name_title_languages(
    chapters: Iterable[list[Node]],
    references: Iterable[Node],
    entries: Mapping[str, Mapping[str, str]],
    languages: Mapping[str, str],
) -> None:
    """Mark, in place, the titles in what citeproc made of citations and entries.

    `entries` are the fields of each citekey, `languages` the tag of each that is in another language than
    the text.
    """
    if not languages:
        return
    titles = {citekey: _titles(entries[citekey]) for citekey in languages if citekey in entries}
    for node in (node for chapter in chapters for node in iter_nodes(chapter) if node["t"] == "Cite"):
        for citation in node["c"][0]:
            citekey = citation["citationId"]
            _mark(node["c"][1], titles.get(citekey, ()), languages.get(citekey, ""))
    for entry in references:
        citekey = (attributes_of(entry) or ["", [], []])[0].rpartition("ref-")[2]
        _mark([entry], titles.get(citekey, ()), languages.get(citekey, ""))


def _titles(fields: Mapping[str, str]) -> tuple[str, ...]:
    parts = [_letters(fields[name]) for name in _FIELDS if fields.get(name)]
    return (*parts, _letters(fields.get("title", "") + fields.get("subtitle", "")))


def _mark(tree: list[Node], titles: Iterable[str], lang: str) -> None:
    known = tuple(title for title in titles if title)
    waiting: list[Any] = list(tree) if known else []
    while waiting:  # what is a title is not looked into again
        value = waiting.pop()
        if isinstance(value, list):
            waiting += value
        elif isinstance(value, dict) and not _marked(value, known, lang):
            waiting.append(value.get("c"))


def _marked(node: Node, titles: tuple[str, ...], lang: str) -> bool:
    """Mark a node if it is a title, and tell whether it is one."""
    if node.get("t") not in _SET_APART or not _is_title(_letters(plain_text(node)), titles):
        return False
    content = node["c"] if node["t"] == "Emph" else node["c"][1]
    if not _says_language(node) and not (len(content) == 1 and _says_language(content[0])):
        content[:] = [span(list(content), lang=lang)]
    return True


def _says_language(node: Node) -> bool:
    return "lang" in dict((attributes_of(node) or ["", [], []])[2])


def _is_title(letters: str, titles: tuple[str, ...]) -> bool:
    if len(letters) < _FEWEST_LETTERS:
        return letters in titles
    return any(title.startswith(letters) for title in titles)


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
