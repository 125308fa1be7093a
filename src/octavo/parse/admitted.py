"""What the chapters hold as Pandoc first reads them: what is allowed becomes text, what is not is told."""

from collections.abc import Iterator, Sequence

from octavo.ast import Node, attributes_of, iter_attributed
from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Allowance, Chapter, Publication, Rendering
from octavo.parse.first_place import finding_at
from octavo.parse.gate import character_findings, forged_markers
from octavo.transforms.chapters import is_chapter_marker
from octavo.transforms.html_elements import ATTRIBUTE, Used, with_elements


class Refused(Exception):
    """The text would make octavo take one thing for another; `diagnostics` say where."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__([diagnostic.message for diagnostic in diagnostics])
        self.diagnostics = tuple(diagnostics)


def admitted(rendering: Rendering, blocks: list[Node]) -> tuple[list[Node], list[Diagnostic]]:
    """Return the blocks of all chapters, markers included, with the elements that they may have.

    Raises Refused for what forges a chapter's beginning.
    """
    chapters = [rendered.chapter for rendered in rendering.chapters]
    if forged := forged_markers(chapters, blocks):
        raise Refused(forged)
    allowances = rendering.publication.metadata.allow
    found = [*_nowhere(allowances, rendering.publication), *_unshown(allowances, rendering)]
    admitted_blocks: list[Node] = []
    for chapter, part in zip(chapters, _parts(blocks), strict=True):
        here = [it for it in allowances if it.kind == "html" and it.at == chapter.source.path]
        used = Used()
        found += _forged_elements(chapter, part)
        whole = with_elements(part, {it.name for it in here}, used)
        found += [_fault(chapter, tag, message) for tag, message in used.faults]
        found += [unused(it) for it in here if it.name not in used.names]
        found += character_findings(chapter, whole)
        admitted_blocks += whole
    return admitted_blocks, found


def unused(allowance: Allowance, hint: str = "remove it, or correct what it names and where") -> Diagnostic:
    """C062: an allowance that nothing needs."""
    return Diagnostic(
        "C062", f"nothing needs what is allowed here, `{allowance.name}`", allowance.span, hint=hint
    )


def _parts(blocks: list[Node]) -> list[list[Node]]:
    """Cut blocks before each marker."""
    parts: list[list[Node]] = []
    for block in blocks:
        if is_chapter_marker(block):
            parts.append([])
        parts[-1].append(block)
    return parts


def _nowhere(allowances: Sequence[Allowance], publication: Publication) -> Iterator[Diagnostic]:
    known = [chapter.source.path for chapter in publication.chapters]
    for allowance in allowances:
        if allowance.at not in known:
            near = nearest(allowance.at, known)
            hint = f"did you mean `{near}`?" if near else "write the file name of the chapter behind `at:`"
            yield unused(allowance, hint)


def _unshown(allowances: Sequence[Allowance], rendering: Rendering) -> Iterator[Diagnostic]:
    """C062: an image of the web may be shown and is not."""
    shown = {rendered.chapter.source.path: rendered.images for rendered in rendering.chapters}
    for allowance in (it for it in allowances if it.kind == "remote-image"):
        if allowance.at in shown and allowance.name not in shown[allowance.at]:
            yield unused(allowance)


def _forged_elements(chapter: Chapter, part: list[Node]) -> Iterator[Diagnostic]:
    for node in iter_attributed(part):
        if any(key == ATTRIBUTE for key, _ in (attributes_of(node) or ["", [], []])[2]):
            hint = "remove it; an HTML element is allowed by `allow:` in `metadata.yaml`"
            yield finding_at("P024", chapter, f"a text has no attribute `{ATTRIBUTE}`", f"{ATTRIBUTE}=", hint)


def _fault(chapter: Chapter, tag: str, message: str) -> Diagnostic:
    hint = "write the element with its end in one paragraph, with no attributes but `lang`, `dir` and `title`"
    return finding_at("P028", chapter, message, tag, hint)
