"""Load the chapters: their text, their own metadata block, what they cite and show."""

from pathlib import Path, PurePosixPath
from typing import Any

from octavo import markdown
from octavo.diagnostics import Diagnostic, Outcome, nearest
from octavo.load import values
from octavo.load.files import MANUSCRIPT, Listing, read_file
from octavo.load.metadata import read_authors
from octavo.load.rules import chapter_exceptions
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node, Scalar, YamlFault, parse_yaml
from octavo.markdown.limits import first_excess
from octavo.model import Chapter
from octavo.source import SourceFile

KEYS = ("running_head", "author", "matter")
_SHOWN = 200
MATTERS = ("front", "main", "back")


def load_chapters(root: Path, listing: Listing) -> Outcome[tuple[Chapter, ...]]:
    """Load all chapters in path order; at least one is needed."""
    chapters = []
    diagnostics: list[Diagnostic] = []
    names = chapter_names(listing)
    for name in names:
        read = read_file(root / name, root)
        diagnostics += read.diagnostics
        excess = first_excess(read.value.text) if read.value is not None else None
        if read.value is not None and excess is not None:
            diagnostics.append(_without_measure(read.value, *excess))
        elif read.value is not None:
            chapter = read_chapter(read.value)
            chapters.append(chapter.value)
            diagnostics += chapter.diagnostics
    if not names:
        hint = "write a first chapter, say `manuscript/10-introduction.md`"
        diagnostics.append(Diagnostic("L007", "there is no chapter", hint=hint, file=MANUSCRIPT))
    return Outcome(tuple(chapters), tuple(diagnostics))


def _without_measure(source: SourceFile, place: int, message: str) -> Diagnostic:
    first = source.line_span(source.position_at(place).line)
    span = source.span(first.start, min(first.end, first.start + _SHOWN))
    return Diagnostic("C070", message, span, hint="close what is open, or break the line")


def chapter_names(listing: Listing) -> list[str]:
    """Give the paths of all `.md` files but hidden ones, folder by folder."""
    paths = (PurePosixPath(name) for name in listing.names)
    chapters = [path for path in paths if path.suffix == ".md" and not _is_hidden(path)]
    return [path.as_posix() for path in sorted(chapters, key=lambda path: path.parts)]


def _is_hidden(path: PurePosixPath) -> bool:
    return any(part.startswith(".") for part in path.parts)


def read_chapter(source: SourceFile) -> Outcome[Chapter]:
    """Read one chapter: its own metadata block, if it opens with one, and a scan of its text."""
    block_start, block_end, body_start = find_block(source.text)
    given: dict[str, Any] = {}
    diagnostics: tuple[Diagnostic, ...] = ()
    if body_start < 0:
        hint = "end the block with a line `---`"
        span = source.line_span(1)
        unclosed = Diagnostic("L005", "the chapter's metadata block has no end", span, hint=hint)
        diagnostics, body_start = (unclosed,), len(source.text)
    elif body_start > 0:
        given, diagnostics = _read_block(source, block_start, block_end)
    scan = markdown.scan(source, body_start)
    paragraphs = markdown.paragraphs_of(source, body_start)
    chapter = Chapter(
        source=source,
        body_start=body_start,
        running_head=given.get("running_head"),
        authors=given.get("author", ()),
        matter=given.get("matter", "main"),
        citations=scan.citations,
        images=scan.images,
        paragraphs=paragraphs,
        exceptions=chapter_exceptions(source, paragraphs, scan.code, body_start),
    )
    return Outcome(chapter, diagnostics)


def find_block(text: str) -> tuple[int, int, int]:
    """Find a metadata block at the start: where its YAML begins and ends, where the text begins.

    All are 0 without a block; the last is -1 when the block has no end. A first line `---` before an
    empty line is a rule, not a block (Pandoc manual, "Extension: yaml_metadata_block").
    """
    lines = text.splitlines(keepends=True)
    if len(lines) < 2 or lines[0].rstrip() != "---" or not lines[1].strip():
        return 0, 0, 0
    start = offset = len(lines[0])
    for line in lines[1:]:
        if line.rstrip() in {"---", "..."}:
            return start, offset, offset + len(line)
        offset += len(line)
    return start, offset, -1


def _read_block(source: SourceFile, start: int, end: int) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    try:
        root = parse_yaml(source, start, end)
    except YamlFault as fault:
        return {}, (fault.diagnostic("L005", "the chapter's metadata block"),)
    if root is None:
        return {}, ()
    if not isinstance(root, Mapping):
        hint = "write a line such as `matter: front`"
        return {}, (Diagnostic("L005", "the chapter's metadata block has no keys", root.span, hint=hint),)
    given: dict[str, Any] = {}
    diagnostics = []
    for key, node in root.pairs:
        try:
            given[key.text] = _read_value(key, node)
        except ValueFault as fault:
            span = fault.span if fault.span.text else key.span
            message = f"`{key.text}` {fault.message}"
            diagnostics.append(Diagnostic("L005", message, span, hint=fault.hint))
    return given, tuple(diagnostics)


def _read_value(key: Scalar, node: Node) -> Any:
    if key.text == "running_head":
        return values.read_text(node)
    if key.text == "author":
        return read_authors(node)
    if key.text == "matter":
        return values.read_choice(node, MATTERS)
    near = nearest(key.text, KEYS)
    hint = f"did you mean `{near}`?" if near else "move it to `manuscript/metadata.yaml`"
    raise ValueFault("is not a key of a chapter's metadata block", key.span, hint)
