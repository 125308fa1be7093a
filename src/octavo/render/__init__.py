"""Stage render: chapters and data become Markdown after Jinja2, and charts become pictures."""

from dataclasses import replace

from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Publication, Rendering
from octavo.render.chapters import chapter_values, render_chapter, rendered_chapter
from octavo.render.claims import appendix_of
from octavo.render.pictures import render_pictures
from octavo.templating import Values

__all__ = ["render_publication"]


def render_publication(publication: Publication) -> Outcome[Rendering]:
    """Render every chapter and every picture that they use; all faults are reported at once."""
    diagnostics: list[Diagnostic] = []
    chapters = []
    values = Values(chapter_values(publication))
    for chapter in publication.chapters:
        rendered = render_chapter(chapter, publication, values)
        diagnostics += rendered.diagnostics
        chapters.append(rendered.value)
    appendix = appendix_of(publication)
    if appendix:
        chapters.append(rendered_chapter(*appendix))
        publication = replace(publication, chapters=(*publication.chapters, appendix[0]))
    pictures = render_pictures(publication, tuple(chapters))
    diagnostics += pictures.diagnostics
    return Outcome(Rendering(publication, tuple(chapters), pictures.value), tuple(diagnostics))
