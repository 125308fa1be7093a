"""Names in a chapter's Jinja2 that nothing defines, found without rendering it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

from octavo.diagnostics import Diagnostic, nearest
from octavo.markdown.mask import only_templates
from octavo.model import Chapter, Metadata, Publication
from octavo.source import Span
from octavo.templating import TemplateFault, chapter_environment, parse_text

_JINJA_NAMES = frozenset(("loop", "self", "super", "caller", "varargs", "kwargs", "true", "false", "none"))
_EXCUSING_TESTS = ("defined", "undefined")
_EXCUSING_FILTERS = ("default", "d")

Known = Mapping[str, frozenset[str]]


def check_names(publication: Publication) -> Iterator[Diagnostic]:
    """C010: a name that nothing defines, or a member that `data`, `metadata` or `extra` lacks."""
    members = {
        "data": frozenset(publication.data),
        "metadata": frozenset(field.name for field in fields(Metadata)),
        "extra": frozenset(publication.metadata.extra),
    }
    for chapter in publication.chapters:
        if "{" in chapter.body:
            yield from _check_chapter(chapter, members)


def _check_chapter(chapter: Chapter, members: Known) -> Iterator[Diagnostic]:
    environment = chapter_environment()
    try:
        tree = parse_text(environment, chapter.body)
    except TemplateFault:
        return  # render reports it
    nodes = list(_iter_nodes(tree))
    own = {str(node.name) for node in nodes if _kind(node) in {"Name", "Macro"} and _defines(node)}
    known = own | members.keys() | _JINJA_NAMES | environment.globals.keys()
    places = _Places(chapter)
    for node in nodes:
        if _kind(node) == "Name" and not _defines(node) and node.name not in known:
            yield _undefined(places.find(node.lineno, node.name), node.name, known)
        root, member = _member(node)
        if root in members and root not in own and member not in members[root]:
            yield _undefined(places.find(node.lineno, member, root), f"{root}.{member}", members[root], root)


def _iter_nodes(root: Any) -> Iterator[Any]:
    """Yield a node and all below it, but not what a test or filter for undefined names looks at."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield node
        excused = (_kind(node) == "Test" and node.name in _EXCUSING_TESTS) or (
            _kind(node) == "Filter" and node.name in _EXCUSING_FILTERS
        )
        below = node.iter_child_nodes(exclude=("node",) if excused else None)
        waiting += reversed(list(below))


def _kind(node: Any) -> str:
    return type(node).__name__


def _defines(node: Any) -> bool:
    return getattr(node, "ctx", "store") in {"store", "param"}


def _member(node: Any) -> tuple[str, str]:
    """Return `root` and `member` of `root.member` or `root["member"]`, else two empty strings."""
    if _kind(node) == "Getattr" and _kind(node.node) == "Name":
        return node.node.name, node.attr
    if _kind(node) == "Getitem" and _kind(node.node) == "Name" and _kind(node.arg) == "Const":
        return node.node.name, str(node.arg.value)
    return "", ""


class _Places:
    """Finds names in the Jinja2 of a chapter: Jinja2's parser knows lines, not columns."""

    def __init__(self, chapter: Chapter) -> None:
        self._source = chapter.source
        self._text = " " * chapter.body_start + only_templates(chapter.source.text, chapter.body_start)
        self._first_line = chapter.source.position_at(chapter.body_start).line
        self._seen: dict[tuple[int, str], int] = {}

    def find(self, line: int, name: str, root: str = "") -> Span:
        """Find the next use of a name from a line on; each call for the same line goes one use on."""
        lead = rf"(?<![\w.]){re.escape(root)}\s*(?:\.|\[\s*[\"'])\s*" if root else r"(?<![\w.])"
        pattern = re.compile(rf"{lead}(?P<name>{re.escape(name)})(?!\w)")
        whole_line = self._source.line_span(self._first_line + line - 1)
        key = (line, f"{root}.{name}")
        found = pattern.search(self._text, self._seen.get(key, whole_line.start))
        if not found:
            return whole_line
        self._seen[key] = found.end()
        return self._source.span(*found.span("name"))


def _undefined(span: Span, name: str, known: Any, root: str = "") -> Diagnostic:
    wanted = name.rsplit(".", 1)[-1]
    near = nearest(wanted, sorted(known))
    if near:
        hint = f"did you mean `{root}.{near}`?" if root else f"did you mean `{near}`?"
    elif root == "data":
        hint = f"add `manuscript/data/{wanted}.yaml` or `.csv`"
    else:
        hint = "add it to `extra:` in `manuscript/metadata.yaml`, or remove it"
    return Diagnostic("C010", f"nothing defines `{name}`", span, hint=hint)
