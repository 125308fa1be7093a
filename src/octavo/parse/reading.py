"""Pandoc's reader and citeproc, run once over all chapters."""

import json
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.ast import div
from octavo.csl import style_text
from octavo.csl.containers import leaves_containers
from octavo.diagnostics import Diagnostic
from octavo.model import Publication, Rendering
from octavo.pandoc import LogRecord, run_pandoc
from octavo.parse.admitted import admitted
from octavo.parse.archived import has_copies, tell_copies
from octavo.parse.brackets import part_brackets
from octavo.parse.citeproc import run_citeproc
from octavo.parse.entries import BOOKS, entry_text
from octavo.parse.notes import finished_notes, ready_notes
from octavo.parse.reference_languages import languages_of_sources
from octavo.transforms.chapters import CHAPTER_MARKER, REFERENCES, reset_citations
from octavo.transforms.raw import without_comments
from octavo.transforms.references import mark_references, mixed_citations

READER = "markdown-yaml_metadata_block-pandoc_title_block-mmd_title_block"


@dataclass(frozen=True)
class Reading:
    """What Pandoc read, in its JSON form, and what it warned of.

    `mixed` are the labels that stand in one bracket with sources; `diagnostics` tell what was in the text
    before citeproc read it that no text may hold.
    """

    ast: dict[str, Any]
    warnings: tuple[LogRecord, ...]
    mixed: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()


def chapter_file(number: int) -> str:
    """Return the name of the file that Pandoc reads as chapter `number` (from 1)."""
    return f"chapter-{number}.md"


_NO_CHAPTER = "no-chapter.md"


def read_with_pandoc(rendering: Rendering) -> Reading:
    """Lay out what Pandoc reads in `work_path/text`, and run its reader and then citeproc there.

    Metadata blocks in chapters are off, and bibliography, style and abbreviations are all given, since
    each of the three could otherwise make citeproc read a file or fetch an address that the text names.
    Between the two runs, remarks are taken out of the text, cross-references out of the citations, notes at
    one place become one, and chapters are marked at which citeproc is to begin again. Raises PandocError,
    and Refused for what would be taken for octavo's own.
    """
    publication = rendering.publication
    folder = publication.work_path / "text"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    files = _lay_out(rendering, folder)
    arguments = [*files, f"--from={READER}", "--to=json", "--file-scope", "--sandbox"]
    read = run_pandoc(arguments, folder=folder)
    ast = json.loads(read.output)
    blocks, found = admitted(rendering, without_comments(ast["blocks"]))
    mixed = mixed_citations(blocks)
    ast["blocks"] = mark_references(blocks)
    ast["blocks"] = ready_notes(ast["blocks"], publication)
    if publication.metadata.notes == "per-chapter":
        reset_citations(ast["blocks"])
    ast["blocks"].append(div([], REFERENCES))  # else citeproc takes the number from a heading at the end
    cited = run_citeproc(ast, publication, folder)
    tree = cited.ast
    tree["blocks"] = finished_notes(tree["blocks"], publication)
    if has_copies(publication):
        tell_copies(tree["blocks"], publication)
    (folder / "ast.json").write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return Reading(tree, read.warnings + cited.warnings, tuple(mixed), tuple(found))


def _lay_out(rendering: Rendering, folder: Path) -> list[str]:
    files = []
    for number, rendered in enumerate(rendering.chapters, start=1):
        name = chapter_file(number)
        markdown = CHAPTER_MARKER + part_brackets(rendered.markdown)
        (folder / name).write_text(markdown, encoding="utf-8", newline="")
        files.append(name)
    if len(files) == 1:  # Pandoc gives the identifiers of one file no scope
        (folder / _NO_CHAPTER).write_text("", encoding="utf-8")
        files.append(_NO_CHAPTER)
    cited = {citekey for rendered in rendering.chapters for citekey in rendered.citekeys}
    (folder / "bibliography.bib").write_text(
        vetted_bibliography(rendering.publication, cited, _left_alone(rendering.publication)),
        encoding="utf-8",
    )
    return files


def _left_alone(publication: Publication) -> frozenset[str]:
    """Return the fields whose capitals the style does not set, though it sets those of titles."""
    is_left = publication.csl is not None and leaves_containers(style_text(publication.csl))
    return BOOKS if is_left else frozenset()


def vetted_bibliography(
    publication: Publication, cited: Iterable[str], whole: frozenset[str] = frozenset()
) -> str:
    """Return the cited entries and those they take fields from, in the order of citekeys.

    They are as they stand, unless the publication wants them in other letters or with a translated title.
    Fields in `whole` keep their capitals.

    Pandoc would refuse a whole file for one broken entry and silently take the last of two
    duplicates; it sees only entries that octavo has read and that are there once.
    """
    bibliography = publication.bibliography
    wanted = publication.metadata.transliteration
    languages = languages_of_sources(publication)
    entries = [
        entry_text(bibliography.entries[key], wanted, languages.get(key, publication.metadata.lang), whole)
        for key in bibliography.with_parents(cited)
    ]
    return "\n\n".join([*bibliography.strings, *entries, ""])
