"""Pandoc's reader and citeproc, run once over all chapters."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.model import Publication, Rendering
from octavo.pandoc import LogRecord, run_pandoc
from octavo.parse.note_references import mark_note_references
from octavo.transforms.chapters import chapter_marker

READER = "markdown-yaml_metadata_block-pandoc_title_block-mmd_title_block"
NO_ABBREVIATIONS = '{"default": {}}'


@dataclass(frozen=True)
class Reading:
    """What Pandoc read, in its JSON form, and what it warned of."""

    ast: dict[str, Any]
    warnings: tuple[LogRecord, ...]


def chapter_file(number: int) -> str:
    """Return the name of the file that Pandoc reads as chapter `number` (from 1)."""
    return f"chapter-{number}.md"


def marker_lines(publication: Publication) -> int:
    """Return how many lines stand in Pandoc's file before the chapter's own text."""
    return _marker(publication).count("\n")


def read_with_pandoc(rendering: Rendering) -> Reading:
    """Lay out what Pandoc reads in `work_path/text` and run it there.

    Metadata blocks in chapters are off, and bibliography, style and abbreviations are all given, since
    each of the three could otherwise make citeproc read a file or fetch an address that the text names.
    Raises PandocError.
    """
    publication = rendering.publication
    folder = publication.work_path / "text"
    folder.mkdir(parents=True, exist_ok=True)
    files = _lay_out(rendering, folder)
    arguments = [
        *files,
        f"--from={READER}",
        "--to=json",
        "--file-scope",
        "--sandbox",
        *_citeproc(publication, folder),
    ]
    read = run_pandoc(arguments, folder=folder)
    ast = json.loads(read.output)
    (folder / "ast.json").write_bytes(read.output)
    return Reading(ast, read.warnings)


def _lay_out(rendering: Rendering, folder: Path) -> list[str]:
    files = []
    for number, rendered in enumerate(rendering.chapters, start=1):
        name = chapter_file(number)
        (folder / name).write_text(
            _marker(rendering.publication) + rendered.markdown, encoding="utf-8", newline=""
        )
        files.append(name)
    cited = {citekey for rendered in rendering.chapters for citekey in rendered.citekeys}
    (folder / "bibliography.bib").write_text(
        vetted_bibliography(rendering.publication, cited), encoding="utf-8"
    )
    (folder / "abbreviations.json").write_text(NO_ABBREVIATIONS, encoding="utf-8")
    return files


def vetted_bibliography(publication: Publication, cited: Iterable[str]) -> str:
    """Return the cited entries, as they stand, in the order of their citekeys.

    Pandoc would refuse a whole file for one broken entry and silently take the last of two
    duplicates; it sees only entries that octavo has read and that are there once.
    """
    bibliography = publication.bibliography
    entries = [bibliography.entries[key].raw for key in sorted(set(cited)) if key in bibliography.entries]
    return "\n\n".join([*bibliography.strings, *entries, ""])


def _citeproc(publication: Publication, folder: Path) -> list[str]:
    metadata = publication.metadata
    arguments = [
        "--citeproc",
        "--bibliography=bibliography.bib",
        "--citation-abbreviations=abbreviations.json",
    ]
    arguments += [f"--metadata=lang:{metadata.lang}"]
    if publication.csl:
        style = mark_note_references(publication.csl.path.read_text(encoding="utf-8"))
        (folder / "style.csl").write_text(style, encoding="utf-8")
        arguments.append("--csl=style.csl")
    return arguments


def _marker(publication: Publication) -> str:
    return chapter_marker(resets_notes=publication.metadata.notes == "per-chapter")
