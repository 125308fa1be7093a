"""From the document to the parts of a Word document.

Pandoc writes the text against a reference document that is made from the brand; what Pandoc cannot
say (fields, sections, table heads that repeat, drawings beside PNG) is said here afterwards.
"""

from collections.abc import Mapping
from typing import Any

from octavo.ast import Node, with_blocks
from octavo.diagnostics import Outcome
from octavo.model import Document
from octavo.ooxml import DOCUMENT, FOOTNOTES, NUMBERING, STYLES, Parts, found, read_parts
from octavo.pandoc import Conversion, write_ast
from octavo.write.docx.body import word_blocks
from octavo.write.docx.box_lists import part_boxes, seat_box_lists
from octavo.write.docx.captions import lift_captions, number_captions, seat_bookmarks
from octavo.write.docx.characters import style_characters
from octavo.write.docx.complaints import font_diagnostics, formula_diagnostics, picture_diagnostics
from octavo.write.docx.fonts import embedded_fonts
from octavo.write.docx.formulas import keep_formulas, mark_formulas
from octavo.write.docx.languages import name_scripts
from octavo.write.docx.levels import close_levels
from octavo.write.docx.lists import indent_lists, style_lists
from octavo.write.docx.logos import Logo, brand_logos
from octavo.write.docx.look import measures, template_values
from octavo.write.docx.marks import mark_headings, name_plainly, number_notes
from octavo.write.docx.own import add_own_parts
from octavo.write.docx.package import Package
from octavo.write.docx.paragraphs import (
    continue_notes,
    hang_notes,
    has_code,
    open_paragraphs,
    style_separators,
)
from octavo.write.docx.pictures import seat_pictures, sharpen_pictures, word_pictures
from octavo.write.docx.reference import write_reference
from octavo.write.docx.references import bookmark_names, fill_references, mark_goals, number_equations
from octavo.write.docx.sections import assemble
from octavo.write.docx.surface import word_values
from octavo.write.docx.tables import dress_tables, name_row_heads, style_heads
from octavo.write.docx.templates import Render, renderer
from octavo.write.docx.word_sources import add_word_sources

_OPTIONS = ("--syntax-highlighting=none", "--resource-path=media")


def word_parts(document: Document) -> Outcome[Parts]:
    """Return the parts of the Word edition, and what Word or Pandoc cannot show of the text.

    Raises PandocError and TemplateFault.
    """
    brand = document.publication.brand
    values = template_values(document)
    render = renderer(document, values)
    blocks, formulas = mark_formulas(word_blocks(document))
    written = _written(document, blocks, render)
    package = Package(read_parts(written.output))
    for part in (DOCUMENT, FOOTNOTES):
        keep_formulas(package, part, formulas)
    bookmarks = _finish_text(package, document)
    is_with_code = has_code(package.tree(DOCUMENT))
    fonts = embedded_fonts(brand, with_monospace=is_with_code)
    logos = brand_logos(brand)
    values.update(word_values(document, bookmarks), fonts=fonts, **_logo_values(logos))
    per_chapter = document.publication.metadata.notes == "per-chapter"
    (body,) = found(package.tree(DOCUMENT), "w:body")
    edges = render.fragment("front.xml"), render.fragment("back.xml")
    front_chapters = sum(chapter.matter == "front" for chapter in document.publication.chapters)
    assemble(body, edges, brand, per_chapter=per_chapter, front_chapters=front_chapters)
    add_own_parts(package, render, fonts, logos, is_two_sided=brand.page.is_two_sided)
    add_word_sources(package, document.sources)
    complaints = (
        *picture_diagnostics(document),
        *formula_diagnostics(written.warnings, document),
        *font_diagnostics(brand, fonts, has_code=is_with_code),
    )
    return Outcome(package.parts(), complaints)


def _logo_values(logos: Mapping[str, Logo]) -> dict[str, Any]:
    """Return the logos as templates know them, None for those that the brand has not."""
    return {name: logos[name].values() if name in logos else None for name in ("cover_logo", "head_logo")}


def _written(document: Document, blocks: list[Node], render: Render) -> Conversion:
    """Let Pandoc write the text."""
    publication = document.publication
    reference_path = publication.work_path / "reference.docx"
    write_reference(reference_path, render, measures(publication.brand))
    options = [*_OPTIONS, f"--reference-doc={reference_path.name}"]
    return write_ast(with_blocks(document.ast, blocks), "docx", options, folder=publication.work_path)


def _finish_text(package: Package, document: Document) -> dict[str, str]:
    """Finish what Pandoc wrote; return the bookmarks of headings by identifier."""
    page = measures(document.publication.brand)
    names = bookmark_names(document)
    text, notes, numbering = (package.tree(name) for name in (DOCUMENT, FOOTNOTES, NUMBERING))
    styles = package.tree(STYLES)
    style_lists(text, numbering)
    style_lists(notes, numbering)
    indent_lists(numbering)
    seat_box_lists(text, numbering, styles)
    (body,) = found(text, "w:body")
    open_paragraphs(body)
    part_boxes(body)
    number_captions(text, [names[caption.identifier] for caption in document.captions])
    number_equations(text, [names[equation.identifier] for equation in document.equations])
    lift_captions(body)
    width = page.text_width + page.hang
    turned_width = width + page.page_height - page.page_width
    name_row_heads(text, document.ast["blocks"])
    dress_tables(text, width, turned_width, document.publication.brand.body.size_pt)
    number_notes(text, notes)
    hang_notes(notes)
    continue_notes(notes)
    style_separators(notes, has_rule=document.publication.brand.notes.has_rule)
    seat_pictures(text)
    sharpen_pictures(package, document.pictures)
    word_pictures(text)
    mark_goals(text, document.headings, names)
    fill_references(text, names)
    style_heads(text)
    fill_references(notes, names)
    style_characters((text, notes), styles)
    for tree in (text, notes, styles):
        name_scripts(tree)
    seat_bookmarks(body)
    name_plainly(text, notes)
    bookmarks = mark_headings(text, document.headings)
    close_levels(text, styles)
    return bookmarks
