"""citeproc, run over the whole text: once, or once for each language that sources are to be set in.

CSL has one locale for a publication. So for sources in their own languages' rules citeproc reads the same
text once in each of these languages; each run sees all citations, so that positions (ibid., earlier notes)
are right in all of them, and what is said of a source is taken from the run in its language.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from octavo.ast import Node
from octavo.crew import crew
from octavo.csl import style_text
from octavo.csl.terms import MONTH, with_own_terms
from octavo.model import Publication
from octavo.pandoc import Conversion, LogRecord, run_pandoc
from octavo.parse.archived import has_copies, mark_addresses
from octavo.parse.note_references import mark_note_references
from octavo.parse.reference_languages import languages_of_sources, with_own_locators
from octavo.transforms.months import bend_months
from octavo.transforms.own_languages import in_own_languages, part_citations, without_parts
from octavo.transforms.title_notes import OPEN, place_title_notes

NO_ABBREVIATIONS = '{"default": {}}'


@dataclass(frozen=True)
class Cited:
    """What citeproc made of a text, and what it warned of in the publication's own language."""

    ast: dict[str, Any]
    warnings: tuple[LogRecord, ...]


def run_citeproc(ast: dict[str, Any], publication: Publication, folder: Path) -> Cited:
    """Run citeproc over a document in `folder`, which has `bibliography.bib`. Raises PandocError."""
    languages = languages_of_sources(publication)
    _lay_out(publication, folder, is_parted=bool(languages))
    tags = list(dict.fromkeys(languages.values()))
    with crew(2) as pool:
        runs = [pool.submit(_run, ast, publication, folder, tag, languages) for tag in ("", *tags)]
        own, *others = [run.result() for run in runs]
    tree: dict[str, Any] = json.loads(own.output)
    if languages:
        blocks = {tag: _blocks(run) for tag, run in zip(tags, others, strict=True)}
        tree["blocks"] = without_parts(in_own_languages(tree["blocks"], blocks, languages))
    if OPEN.encode() in own.output:
        tree["blocks"] = place_title_notes(tree["blocks"])
    if any(MONTH.encode() in run.output for run in (own, *others)):
        bend_months(tree["blocks"])
    return Cited(tree, own.warnings)


def _run(
    ast: dict[str, Any], publication: Publication, folder: Path, tag: str, languages: Mapping[str, str]
) -> Conversion:
    """Run citeproc in the language `tag`, "" for the publication's own."""
    if tag:
        foreign = {citekey for citekey, language in languages.items() if language == tag}
        ast = {**ast, "blocks": with_own_locators(ast["blocks"], foreign, publication.metadata.lang, tag)}
    arguments = [
        "--from=json",
        "--to=json",
        "--sandbox",
        "--citeproc",
        "--bibliography=bibliography.bib",
        "--citation-abbreviations=abbreviations.json",
        f"--metadata=lang:{tag or publication.metadata.lang}",
        *(["--csl=style.csl"] if publication.csl else []),
    ]
    return run_pandoc(arguments, text=json.dumps(ast, ensure_ascii=False).encode(), folder=folder)


def _blocks(run: Conversion) -> list[Node]:
    blocks: list[Node] = json.loads(run.output)["blocks"]
    return blocks


def _lay_out(publication: Publication, folder: Path, *, is_parted: bool) -> None:
    """Write what citeproc reads beside the bibliography: no abbreviations, and the style with its marks."""
    (folder / "abbreviations.json").write_text(NO_ABBREVIATIONS, encoding="utf-8")
    if publication.csl:
        style = with_own_terms(mark_note_references(style_text(publication.csl)))
        style = mark_addresses(style) if has_copies(publication) else style
        style = part_citations(style) if is_parted else style
        (folder / "style.csl").write_text(style, encoding="utf-8")
