"""The Word edition: real styles, real footnotes, a cover, headers and footers.

Pandoc writes the text against a reference document that is made from the brand; what Pandoc cannot
say (fields, sections, table heads that repeat, SVG beside PNG) is said here afterwards.
"""

from octavo.diagnostics import Outcome
from octavo.model import Artifact, Document
from octavo.ooxml import DOCUMENT, FOOTNOTES, NUMBERING, found, packed, read_parts
from octavo.pandoc import write_ast
from octavo.templating import TemplateFault, render_file
from octavo.write.complaints import failure_diagnostic
from octavo.write.cover import house_style
from octavo.write.docx.body import word_body
from octavo.write.docx.fonts import embedded_fonts
from octavo.write.docx.look import measures, template_values
from octavo.write.docx.marks import mark_headings, number_notes, sharpen_pictures
from octavo.write.docx.package import Package
from octavo.write.docx.own import add_own_parts
from octavo.write.docx.paragraphs import has_code, hang_notes, indent_lists, lift_captions, number_captions, open_paragraphs, style_lists
from octavo.write.docx.reference import Render, write_reference
from octavo.write.docx.sections import assemble, fragment
from octavo.write.docx.surface import word_values
from octavo.write.docx.tables import dress_tables

_OPTIONS = ("--syntax-highlighting=none", "--resource-path=media")


def write_docx(document: Document) -> Outcome[Artifact | None]:
    """Write the Word edition to `<slug>.docx` in the publication's work folder.

    The same document gives the same bytes. Raises PandocError.
    """
    publication = document.publication
    try:
        package = _finished(document)
    except TemplateFault as fault:
        return Outcome(None, (failure_diagnostic(fault),))
    path = publication.work_path / f"{publication.metadata.slug}.docx"
    path.write_bytes(packed(package.parts()))
    return Outcome(Artifact("docx", path))


def _finished(document: Document) -> Package:
    publication = document.publication
    environment, values = house_style(document), template_values(document)

    def render(name: str) -> bytes:
        return render_file(environment, f"docx/{name}.j2", values).encode()

    package = Package(read_parts(_written(document, render)))
    bookmarks = _finish_text(package, document)
    fonts = embedded_fonts(publication.brand, with_monospace=has_code(package.tree(DOCUMENT)))
    values.update(word_values(document, bookmarks), fonts=fonts)
    front, back = fragment(render("front.xml")), fragment(render("back.xml"))
    per_chapter = publication.metadata.notes == "per-chapter"
    (body,) = found(package.tree(DOCUMENT), "w:body")
    assemble(body, front, back, publication.brand, per_chapter=per_chapter)
    add_own_parts(package, render, fonts)
    return package


def _written(document: Document, render: Render) -> bytes:
    """Return the Word document as Pandoc writes it."""
    publication = document.publication
    reference_path = publication.work_path / "reference.docx"
    write_reference(reference_path, render, measures(publication.brand))
    options = [*_OPTIONS, f"--reference-doc={reference_path.name}"]
    return write_ast(word_body(document), "docx", options, folder=publication.work_path).output


def _finish_text(package: Package, document: Document) -> dict[str, str]:
    """Finish what Pandoc wrote; return the bookmarks of headings by identifier."""
    page = measures(document.publication.brand)
    text, notes, numbering = (package.tree(name) for name in (DOCUMENT, FOOTNOTES, NUMBERING))
    style_lists(text, numbering)
    style_lists(notes, numbering)
    indent_lists(numbering)
    (body,) = found(text, "w:body")
    open_paragraphs(body)
    number_captions(text)
    lift_captions(body)
    dress_tables(text, page.text_width + page.hang)
    number_notes(text, notes)
    hang_notes(notes)
    sharpen_pictures(package, document.pictures)
    return mark_headings(text, document.headings)
