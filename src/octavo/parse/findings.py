"""What shows only once Pandoc has read the text, as diagnostics on what the author wrote."""

import re
from collections.abc import Iterable, Sequence

from octavo.ast import Node, Walked, iter_nodes
from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Chapter, RenderedChapter, Rendering
from octavo.pandoc import LogRecord
from octavo.parse.first_place import finding_at
from octavo.parse.gate import attribute_findings
from octavo.parse.labels import label_findings
from octavo.parse.openings import opening_findings
from octavo.parse.passages import passage_findings
from octavo.parse.reading import chapter_file
from octavo.parse.tables import table_findings
from octavo.parse.titles import title_findings
from octavo.source import Span
from octavo.transforms.alternatives import notes_in_images
from octavo.transforms.chapters import CHAPTER_MARKER
from octavo.transforms.html_elements import raw_hint
from octavo.transforms.notes import nested_notes
from octavo.transforms.raw import raw_texts

_BIB_LINE = re.compile(r"bibliography\.bib.*?line (\d+)", re.DOTALL)
_UNCALLED = re.compile(r"Note with key '(.+)' defined at \S+ line \d+ column \d+ but not used")
_PANDOC_PLACE = re.compile(r"\s*\bat chapter-\d+\.md line \d+ column \d+")
_UNPRINTED = re.compile(r"Citeproc: Bibliography entry with no printed form: (\S+)")
_CALL = re.compile(r"\[\^[^\]\s]+\]")
_DEFINITION = re.compile(r"^ {0,3}(\[\^[^\]\s]+\]):", re.MULTILINE)
_HARMLESS = frozenset({"DuplicateIdentifier"})
_UNCLOSED = "UnclosedDiv"


def chapter_findings(rendered: RenderedChapter, blocks: list[Node]) -> list[Diagnostic]:
    """Report what would be lost or would stand in the text as its author did not mean it."""
    chapter = rendered.chapter
    nodes = Walked(iter_nodes(blocks))
    return [
        *_unseen_citations(rendered, nodes),
        *_raw_content(chapter, nodes),
        *_nested(chapter, nodes),
        *_in_images(chapter, nodes),
        *_missing(chapter, nodes),
        *title_findings(chapter, nodes),
        *passage_findings(chapter, nodes),
        *opening_findings(chapter, nodes),
        *label_findings(chapter, nodes),
        *table_findings(chapter, nodes),
        *attribute_findings(chapter, nodes),
    ]


def _unseen_citations(rendered: RenderedChapter, blocks: list[Node]) -> list[Diagnostic]:
    cited = {
        citation["citationId"]
        for node in iter_nodes(blocks)
        if node["t"] == "Cite"
        for citation in node["c"][0]
    }
    return [
        finding_at(
            "P002",
            rendered.chapter,
            f"Pandoc reads a citation `@{citekey}` that octavo did not see",
            citekey,
            f"write it plainly, as `[@{citekey}]`, or escape the sign as `\\@` if it is no citation",
        )
        for citekey in sorted(cited - rendered.citekeys)
    ]


def _raw_content(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    return [_raw_finding(chapter, kind, text.strip()) for kind, text in raw_texts(blocks)]


def _raw_finding(chapter: Chapter, kind: str, text: str) -> Diagnostic:
    """Point at raw content; what stands in no line of the chapter, since something made it, is named."""
    first = text.splitlines()[0] if text else ""
    what = (
        f"raw {kind}" if chapter.source.text.find(first, chapter.body_start) >= 0 else f"raw {kind} `{first}`"
    )
    message = f"{what} would reach only some of the editions"
    return finding_at("P003", chapter, message, first, raw_hint(kind, text))


def _nested(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    return [
        finding_at(
            "P005",
            chapter,
            "a note stands within a note",
            text[:40],
            "move the inner note into the text of the outer one",
        )
        for text in nested_notes(blocks)
    ]


def _in_images(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    return [
        finding_at(
            "P008",
            chapter,
            "a note stands in the text of an image within a line",
            text[:40],
            "put the note after the image, or give the image a paragraph of its own to make it a figure",
        )
        for text in notes_in_images(blocks)
    ]


def link_findings(rendering: Rendering, broken: Iterable[tuple[str, str]]) -> list[Diagnostic]:
    """Report internal links to identifiers that nothing has."""
    known = {
        name for rendered in rendering.chapters for name in re.findall(r"\{#([^\s}]+)", rendered.markdown)
    }
    found = []
    for file, identifier in broken:
        like = nearest(identifier, sorted(known))
        hint = (
            f"did you mean `#{like}`?"
            if like
            else f"give the heading, figure or table the attribute `{{#{identifier}}}`"
        )
        chapter = _chapter_of(rendering, file)
        found.append(
            finding_at("P004", chapter, f"nothing has the identifier `{identifier}`", f"#{identifier}", hint)
        )
    return found


def pandoc_failure(rendering: Rendering, message: str) -> tuple[Diagnostic, ...]:
    """Report that Pandoc gave up: at the entry if it was the bibliography, else with what it said."""
    found = _BIB_LINE.search(message)
    if found:
        return (_refused_entry(rendering, int(found[1]), message),)
    if "Citeproc" in message:
        return (_refused_style(rendering, message),)
    return (
        Diagnostic(
            "P001",
            "Pandoc cannot read the manuscript",
            hint="mend what Pandoc names below, or build without the newest chapter to find it",
            notes=(message,),
            file="manuscript",
        ),
    )


def _refused_entry(rendering: Rendering, line: int, message: str) -> Diagnostic:
    """Find the entry of the vetted bibliography in which Pandoc stopped."""
    text = (rendering.publication.work_path / "text" / "bibliography.bib").read_text(encoding="utf-8")
    before = "\n".join(text.splitlines()[:line])
    keys = re.findall(r"^@\w+\s*\{\s*([^,\s]+)", before, re.MULTILINE)
    entry = rendering.publication.bibliography.entries.get(keys[-1]) if keys else None
    return Diagnostic(
        "P001",
        f"Pandoc cannot read the entry `{entry.citekey}`" if entry else "Pandoc cannot read the bibliography",
        entry.key_span if entry else None,
        hint="look for an unbalanced brace or quotation mark in this entry",
        notes=(message,),
        file=None if entry else "bibliography",
    )


def _refused_style(rendering: Rendering, message: str) -> Diagnostic:
    metadata = rendering.publication.metadata
    span = metadata.spans.get("csl")
    return Diagnostic(
        "P001",
        f"Pandoc cannot use the CSL style `{metadata.csl}`",
        span,
        hint="name another style, or mend what Pandoc names below",
        notes=(message,),
        file=None if span else "manuscript/metadata.yaml",
    )


def pandoc_findings(rendering: Rendering, warnings: Sequence[LogRecord]) -> list[Diagnostic]:
    """Pass on what Pandoc warned of, at the author's line."""
    return [_warning(rendering, record) for record in warnings if record.type not in _HARMLESS]


def _warning(rendering: Rendering, record: LogRecord) -> Diagnostic:
    message = _without_places(" ".join(record.text.split()))
    if unprinted := _UNPRINTED.search(message):
        return _unprinted(rendering, unprinted[1])
    numbers = {chapter_file(index + 1): index for index in range(len(rendering.chapters))}
    if record.source not in numbers:
        return Diagnostic("P006", message, file="manuscript")
    rendered = rendering.chapters[numbers[record.source]]
    span = _author_line(rendered, record.line - CHAPTER_MARKER.count("\n")) if record.line else None
    file = None if span else rendered.chapter.source.path
    if record.type == _UNCLOSED:
        hint = "write `:::` on a line of its own, after an empty line, where it ends"
        return Diagnostic("P012", "nothing ends the box that begins here", span, hint=hint, file=file)
    return Diagnostic("P006", message, span, file=file)


def _unprinted(rendering: Rendering, citekey: str) -> Diagnostic:
    entry = rendering.publication.bibliography.entries.get(citekey)
    return Diagnostic(
        "P006",
        f"the citation style leaves `{citekey}` out of the list of sources; only its notes name it",
        entry.key_span if entry else None,
        hint="if readers should find it there, give the entry a type that the style lists, such as `@misc`",
        file=None if entry else "bibliography",
    )


def _without_places(text: str) -> str:
    """Say it in octavo's words, without the place in a file that its author does not know."""
    uncalled = _UNCALLED.match(text)
    if uncalled:
        return f"no text calls the note `[^{uncalled[1]}]`"
    return f"Pandoc warns: {_PANDOC_PLACE.sub('', text).rstrip('.')}"


def _author_line(rendered: RenderedChapter, line: int) -> Span | None:
    """Find a line of the rendered text in the author's; None when no line there reads the same.

    Templates move lines and repeat them: of several that read the same, the one with the same number
    among them is meant, unless templates made more of them.
    """
    source, made = rendered.chapter.source, rendered.markdown.splitlines()
    if not 0 < line <= len(made):
        return None
    first = source.position_at(rendered.chapter.body_start).line
    wanted = made[line - 1]
    written = [
        number for number, text in enumerate(rendered.chapter.body.splitlines(), first) if text == wanted
    ]
    alike = made.count(wanted)
    if not written or not wanted.strip():
        return None
    return source.line_span(written[made[: line - 1].count(wanted) if alike == len(written) else 0])


def _chapter_of(rendering: Rendering, file: str) -> Chapter:
    return rendering.chapters[int(re.findall(r"\d+", file)[0]) - 1].chapter


def _missing(chapter: Chapter, blocks: list[Node]) -> list[Diagnostic]:
    """Report calls of notes that the chapter does not define, which Pandoc prints as they stand."""
    text = chapter.source.text
    calls = (call for node in iter_nodes(blocks) if node["t"] == "Str" for call in _CALL.findall(node["c"]))
    return [
        finding_at("P010", chapter, f"no note of the chapter is `{call}`", call, _missing_hint(call, text))
        for call in dict.fromkeys(calls)
        if f"\\{call}" not in text
    ]


def _missing_hint(call: str, text: str) -> str:
    near = nearest(call, _DEFINITION.findall(text))
    return f"did you mean `{near}`?" if near else f"write the note in the same file, as `{call}: Text.`"
