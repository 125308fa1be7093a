"""The Word edition: real styles, real footnotes, a cover, headers and footers.

Pandoc writes the text against a reference document that is made from the brand; what Pandoc cannot
say (fields, sections, table heads that repeat, SVG beside PNG) is said here afterwards.
"""

from octavo.diagnostics import Outcome
from octavo.model import Artifact, Document
from octavo.ooxml import DOCUMENT, FOOTNOTES, NUMBERING, packed, read_parts
from octavo.pandoc import write_ast
from octavo.templating import TemplateFault, render_file
from octavo.write.complaints import failure_diagnostic
from octavo.write.cover import house_style
from octavo.write.docx.body import word_body
from octavo.write.docx.look import measures, template_values
from octavo.write.docx.marks import mark_headings, number_notes, sharpen_pictures
from octavo.write.docx.package import Package
from octavo.write.docx.paragraphs import number_captions, style_lists
from octavo.write.docx.reference import Render, write_reference
from octavo.write.docx.sections import assemble, fragment
from octavo.write.docx.surface import word_values
from octavo.write.docx.tables import dress_tables

_OPTIONS = ("--syntax-highlighting=none", "--resource-path=media")
_OWN_PARTS = {
    "docProps/core.xml": "core.xml",
    "docProps/app.xml": "app.xml",
    "docProps/custom.xml": "custom.xml",
    "word/settings.xml": "settings.xml",
}
_EDGES = {
    "header": ("header-cover", "header-front", "header-text"),
    "footer": ("footer-cover", "footer"),
}


def write_docx(document: Document) -> Outcome[Artifact | None]:
    """Write the Word edition to `build/work/<slug>.docx`."""
    publication = document.publication
    environment = house_style(document)
    values = template_values(document)

    def render(name: str, **more: object) -> bytes:
        return render_file(environment, f"docx/{name}.j2", {**values, **more}).encode()

    page = measures(publication.brand.page)
    reference_path = publication.work_path / "reference.docx"
    write_reference(reference_path, render, page)
    options = [*_OPTIONS, f"--reference-doc={reference_path.name}"]
    written = write_ast(word_body(document), "docx", options, folder=publication.work_path)
    package = Package(read_parts(written.output))
    bookmarks = _finish_text(package, document, page.text_width)
    more = word_values(document, bookmarks)
    values.update(more)
    assemble(
        package.tree(DOCUMENT)[0],
        fragment(render("front.xml")),
        fragment(render("back.xml")),
        page,
        per_chapter=publication.metadata.notes == "per-chapter",
    )
    _add_own_parts(package, render)
    path = publication.work_path / f"{publication.metadata.slug}.docx"
    path.write_bytes(packed(package.parts()))
    return Outcome(Artifact("docx", path))


def _finish_text(package: Package, document: Document, text_width: int) -> dict[str, str]:
    """Finish what Pandoc wrote; return the bookmarks of headings by identifier."""
    text = package.tree(DOCUMENT)
    style_lists(text, package.tree(NUMBERING))
    style_lists(package.tree(FOOTNOTES), package.tree(NUMBERING))
    number_captions(text)
    dress_tables(text, text_width)
    number_notes(text, package.tree(FOOTNOTES))
    sharpen_pictures(package, document.pictures)
    return mark_headings(text, document.headings)


def _add_own_parts(package: Package, render: Render) -> None:
    for name, template in _OWN_PARTS.items():
        package.put(name, render(template))
    package.drop("word/comments.xml")
    package.drop("word/webSettings.xml")
    for kind, names in _EDGES.items():
        for name in names:
            package.put(f"word/{name}.xml", render(f"{name}.xml"))
            package.declare(f"word/{name}.xml", kind)
            package.relate(name, kind, f"{name}.xml")
