"""The command `octavo verify`: what validators say of any PDF, EPUB or Word document."""

import sys
from collections.abc import Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TextIO

import typer

from octavo.diagnostics import has_errors
from octavo.report import Style
from octavo.report.cells import visible
from octavo.report.count import counted
from octavo.report.stylesheet import STYLES, console_for, has_colour
from octavo.terminal.editions import shown_path
from octavo.terminal.running import EXIT_ERRORS, show_advice, show_report

if TYPE_CHECKING:
    from octavo.source import SourceFile
    from octavo.verify.full.judging import Judgement

EditionFiles = Annotated[
    list[Path], typer.Argument(metavar="FILE...", help="PDF, EPUB or DOCX files, whoever made them.")
]
MadeFrom = Annotated[
    Path | None,
    typer.Option(
        "--folder",
        metavar="DIR",
        exists=True,
        file_okay=False,
        help="The publication that the files were made of, so that faults are shown in its chapters. "
        "Default: that in whose build/ a file lies.",
    ),
]


def verify_files(files: Sequence[Path], folder: Path | None, style: Style) -> None:
    """Judge files, report what is wrong and what holds; leave with status 1 when there are errors."""
    from octavo.verify.full.judging import Subject, judge_files

    publications: dict[Path | None, Sequence[SourceFile]] = {}
    subjects = []
    for path in dict.fromkeys(files):
        root = folder or _publication_of(path)
        if root not in publications:
            publications[root] = _chapters(root) if root else ()
        subjects.append(Subject(path, shown_path(path), publications[root]))
    with _waiting(len(subjects), sys.stderr):
        judgements = judge_files(subjects)
    diagnostics = tuple(found for judgement in judgements for found in judgement.diagnostics)
    show_report(diagnostics, style)
    if style == "full":
        show_advice(diagnostics, "")
    if style in {"full", "concise"}:
        _show_judgements(judgements, sys.stderr)
    if has_errors(diagnostics):
        raise typer.Exit(EXIT_ERRORS)


def _publication_of(path: Path) -> Path | None:
    """Return the publication in whose `build/` a file lies."""
    folder = path.absolute().parent
    return folder.parent if folder.name == "build" and (folder.parent / "manuscript").is_dir() else None


def _chapters(root: Path) -> "tuple[SourceFile, ...]":
    from octavo.load import load_publication

    publication = load_publication(root).value
    return tuple(chapter.source for chapter in publication.chapters) if publication else ()


def _waiting(number: int, stream: TextIO) -> AbstractContextManager[object]:
    """Tell on a terminal that it takes a while."""
    if not has_colour(stream):
        return nullcontext()
    return console_for(stream).status(f"{counted(number, 'file')} before the validators")


def _show_judgements(judgements: "Sequence[Judgement]", stream: TextIO) -> None:
    """Show for each file what holds; of what does not, the report above has told."""
    lines = [line for judgement in judgements for line in judgement_lines(judgement)]
    if not has_colour(stream):
        stream.writelines(f"{line}\n" for line in lines)
        return
    console = console_for(stream)
    for line in lines:
        console.print(line, style=STYLES["headline"] if line[:1] != " " else STYLES["plain"], soft_wrap=True)


def judgement_lines(judgement: "Judgement") -> list[str]:
    """Write what holds of a file, a line each, below its name and a verdict."""
    errors = sum(found.is_error for found in judgement.diagnostics)
    warnings = len(judgement.diagnostics) - errors
    counts = [(errors, "error"), (warnings, "warning")]
    verdict = ", ".join(counted(number, noun) for number, noun in counts if number) or "no fault found"
    return [f"{visible(judgement.name)}: {verdict}", *(f"  holds: {promise}" for promise in judgement.holds)]
