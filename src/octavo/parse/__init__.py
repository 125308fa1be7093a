"""Stage parse: Markdown becomes one document; citeproc runs here, once; notes are numbered here, once."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from octavo.ast import Node, plain_text, with_blocks
from octavo.crew import crew
from octavo.diagnostics import Diagnostic, Outcome
from octavo.languages import language_of, primary
from octavo.model import Chapter, Document, Heading, Publication, Rendering, SourceRecords
from octavo.pandoc import PandocError
from octavo.parse.addresses import address_findings
from octavo.parse.admitted import Refused
from octavo.parse.findings import chapter_findings, link_findings, pandoc_failure, pandoc_findings
from octavo.parse.gate import reference_findings, told_at_entries
from octavo.parse.labels import mixed_findings, unknown_label_findings
from octavo.parse.note_references import mend_note_references
from octavo.parse.pictures import place_pictures
from octavo.parse.reading import Reading, read_with_pandoc
from octavo.parse.records import source_records
from octavo.parse.source_list import list_sources
from octavo.transforms.alternatives import plain_alternatives
from octavo.transforms.boxes import title_boxes
from octavo.transforms.bylines import with_byline
from octavo.transforms.captions import group_sources, number_captions, retold_captions
from octavo.transforms.chapters import chapter_div, split_chapters
from octavo.transforms.claims import fill_places, name_passages
from octavo.transforms.definitions import part_definitions
from octavo.transforms.equations import label_equations, number_equations
from octavo.transforms.headings import list_headings
from octavo.transforms.identifiers import resolve_identifiers
from octavo.transforms.notes import number_notes
from octavo.transforms.quotes import with_own_quotes
from octavo.transforms.references import fill_headings, fill_references, names_of
from octavo.transforms.row_heads import name_row_heads
from octavo.transforms.section_numbers import number_sections
from octavo.transforms.title_languages import name_title_languages
from octavo.words import words_for

__all__ = ["parse_rendering"]


@dataclass(frozen=True)
class _Text:
    """The chapters' blocks and the formatted references, with what was found on the way."""

    chapters: list[list[Node]]
    references: list[Node]
    diagnostics: tuple[Diagnostic, ...]


def parse_rendering(rendering: Rendering) -> Outcome[Document | None]:
    """Read all chapters with Pandoc and citeproc, and turn the tree into a `Document`.

    What Pandoc reads is left in the publication's `work_path`, with the tree that came of it.
    """
    try:
        reading, sources = _read(rendering)
    except PandocError as error:
        return Outcome(None, pandoc_failure(rendering, str(error)))
    except Refused as refused:
        return Outcome(None, refused.diagnostics)
    text = _resolved(rendering, reading.ast["blocks"])
    pictures = place_pictures(text.chapters, rendering)
    document = _document(rendering, reading.ast, text, sources)
    finished = replace(document.value, sources=sources)
    diagnostics = (
        *pandoc_findings(rendering, reading.warnings),
        *mixed_findings(rendering, reading.mixed),
        *reading.diagnostics,
        *told_at_entries((*text.diagnostics, *pictures), rendering.publication),
        *document.diagnostics,
    )
    return Outcome(finished, diagnostics)


def _read(rendering: Rendering) -> tuple[Reading, SourceRecords]:
    """Read the text and the sources, side by side. Raises PandocError."""
    publication = rendering.publication
    publication.work_path.mkdir(parents=True, exist_ok=True)
    cited = {citekey for rendered in rendering.chapters for citekey in rendered.citekeys}
    with crew(1) as pool:
        sources = pool.submit(source_records, publication, cited)
        return read_with_pandoc(rendering), sources.result()


def _resolved(rendering: Rendering, blocks: list[Node]) -> _Text:
    """Clean the tree, resolve its identifiers and cut it into chapters."""
    name_passages(blocks)
    name_row_heads(blocks)
    resolved = resolve_identifiers(part_definitions(label_equations(blocks)))
    chapters, entries = split_chapters(resolved.blocks)
    references = [entry for entry in entries if plain_text(entry)]  # styles leave some kinds of sources out
    name_title_languages(chapters, references, *_foreign_titles(rendering.publication))
    found = [
        finding
        for rendered, chapter in zip(rendering.chapters, chapters, strict=True)
        for finding in chapter_findings(rendered, chapter)
    ]
    found += link_findings(rendering, resolved.broken)
    found += reference_findings(rendering.publication, references)
    found += address_findings(rendering.publication, chapters, references)
    lang = rendering.publication.metadata.lang
    plain = [with_own_quotes(plain_alternatives(chapter), lang) for chapter in chapters]
    return _Text(plain, with_own_quotes(references, lang), tuple(found))


def _foreign_titles(publication: Publication) -> tuple[dict[str, Mapping[str, str]], dict[str, str]]:
    """Return the fields, and the tag of the language, of each source in another language than the text."""
    entries = publication.bibliography.entries
    tags = {citekey: tag for citekey, entry in entries.items() if (tag := language_of(entry))}
    own = primary(publication.metadata.lang)
    foreign = {citekey: tag for citekey, tag in tags.items() if primary(tag) != own}
    return {citekey: entries[citekey].fields for citekey in foreign}, foreign


def _document(
    rendering: Rendering, ast: dict[str, Any], text: _Text, sources: SourceRecords
) -> Outcome[Document]:
    publication = rendering.publication
    language = words_for(publication.metadata.lang)
    mend_note_references(text.chapters, number_notes(text.chapters, publication.metadata.notes))
    numbers = _section_numbers(rendering, text.chapters)
    blocks, captions = number_captions(
        [
            chapter_div(index + 1, rendered.chapter, _finished(chapter, rendered.chapter, language))
            for index, (rendered, chapter) in enumerate(zip(rendering.chapters, text.chapters, strict=True))
        ],
        language,
    )
    listed = list_sources(publication, text.references, text.chapters, language, sources)
    if text.references:
        blocks.append(listed.block)
    equations = number_equations(blocks)
    unknown = fill_headings(blocks, names_of(captions, equations, _headings(blocks), numbers, language))
    names = names_of(captions, equations, _headings(blocks), numbers, language)
    unknown += fill_references(blocks, names)
    blocks = with_own_quotes(fill_places(blocks, names, language), publication.metadata.lang)
    document = Document(
        publication=publication,
        ast=with_blocks(ast, blocks),
        headings=tuple(_headings(blocks)),
        notes=number_notes(
            [block["c"][1] for block in blocks[: len(text.chapters)]], publication.metadata.notes
        ),
        captions=retold_captions(blocks, captions),
        references=tuple(plain_text(entry) for entry in listed.entries),
        pictures={f"media/{picture.file_name}": picture for picture in rendering.pictures.values()},
        words=language,
        equations=equations,
    )
    labels = unknown_label_findings(rendering, dict.fromkeys(unknown))
    return Outcome(document, (*labels, *listed.diagnostics))


def _finished(blocks: list[Node], chapter: Chapter, language: Mapping[str, str]) -> list[Node]:
    """Give a chapter what octavo adds to it: its byline, titles of boxes, figures with their sources."""
    return with_byline(title_boxes(group_sources(blocks), language), chapter)


def _section_numbers(rendering: Rendering, chapters: list[list[Node]]) -> dict[str, str]:
    """Number the headings if the publication wants it; return the numbers by identifier."""
    if not rendering.publication.metadata.number_sections:
        return {}
    return number_sections(chapters, [rendered.chapter.matter for rendered in rendering.chapters])


def _headings(blocks: list[Node]) -> list[Heading]:
    return [heading for index, block in enumerate(blocks) for heading in list_headings(block, index)]
