"""A chapter through Jinja2, and the citations that only the rendered text has."""

import re
from collections.abc import Mapping
from typing import Any

from octavo.diagnostics import Diagnostic, Outcome, nearest
from octavo.markdown import scan
from octavo.markdown.limits import first_excess
from octavo.model import Chapter, Publication, RenderedChapter
from octavo.render.claims import with_register
from octavo.source import SourceFile, Span
from octavo.templating import TemplateFault, Values, render_text

_COSTLY_HINT = "print less: go through the rows of a file of `manuscript/data/`, once"


def render_chapter(
    chapter: Chapter, publication: Publication, values: Values | None = None
) -> Outcome[RenderedChapter]:
    """Render one chapter; when that fails, the value is the chapter as it stands.

    `values` are those of `chapter_values`, when they serve several chapters.
    """
    try:
        markdown = render_text(chapter.body, values or Values(chapter_values(publication)))
    except TemplateFault as fault:
        return Outcome(rendered_chapter(chapter, chapter.body), (_template_fault(chapter, fault),))
    excess = first_excess(markdown)
    if excess is not None:
        costly = TemplateFault(f"it prints a text in which {excess[1]}", "<chapter>", None, is_costly=True)
        return Outcome(rendered_chapter(chapter, chapter.body), (_template_fault(chapter, costly),))
    rendered = rendered_chapter(chapter, with_register(markdown, publication))
    return Outcome(rendered, _unknown_citations(rendered, publication))


def chapter_values(publication: Publication) -> Mapping[str, Any]:
    """Return the names that a chapter may print: `data`, `metadata` and `extra`."""
    return {
        "data": {name: file.value for name, file in publication.data.items()},
        "metadata": publication.metadata,
        "extra": publication.metadata.extra,
    }


def rendered_chapter(chapter: Chapter, markdown: str) -> RenderedChapter:
    """Put a chapter together with its Markdown, as Pandoc will read it."""
    found = scan(SourceFile(chapter.source.path, markdown))
    return RenderedChapter(
        chapter=chapter,
        markdown=markdown,
        citekeys=frozenset(citation.citekey for citation in found.citations),
        images=tuple(dict.fromkeys(image.target for image in found.images)),
    )


def _template_fault(chapter: Chapter, fault: TemplateFault) -> Diagnostic:
    first_line = chapter.source.position_at(chapter.body_start).line
    line = first_line + (fault.line or 1) - 1
    if fault.is_costly:
        message = f"a template of the chapter asks for too much: {fault.message}"
        place = chapter.source.line_span(line) if fault.line else None
        return Diagnostic("R007", message, place, hint=_COSTLY_HINT, file=chapter.source.path)
    code = "R001" if fault.is_syntax else "R002"
    what = "is not a Jinja2 template" if fault.is_syntax else "cannot be printed"
    return Diagnostic(
        code,
        f"the chapter {what}: {fault.message}",
        chapter.source.line_span(line),
        hint="mend the `{{ … }}` or `{% … %}` on this line; `{{ '{{' }}` prints two braces as they are"
        if fault.is_syntax
        else "print only what `manuscript/data/`, `metadata` and `extra` hold",
    )


def _unknown_citations(rendered: RenderedChapter, publication: Publication) -> tuple[Diagnostic, ...]:
    """Report citekeys that templates print and no entry has; those in the text are check's to report."""
    written = {citation.citekey for citation in rendered.chapter.citations}
    register = publication.claims.claims if publication.claims else ()
    claimed = {source.citekey for claim in register for source in claim.sources}  # check reports these, too
    unknown = rendered.citekeys - written - claimed - set(publication.bibliography.entries)
    return tuple(_unknown_citation(citekey, rendered.chapter, publication) for citekey in sorted(unknown))


def _unknown_citation(citekey: str, chapter: Chapter, publication: Publication) -> Diagnostic:
    like = nearest(citekey, publication.bibliography.entries)
    span = _place_in_tables(citekey, publication)
    return Diagnostic(
        "R003",
        f"citation `@{citekey}`, printed by a template in {chapter.source.path}, has no entry",
        span,
        hint=f"did you mean `@{like}`?" if like else "add the entry to a file in `bibliography/`",
        file=None if span else chapter.source.path,
    )


def _place_in_tables(citekey: str, publication: Publication) -> Span | None:
    """Find where a data file holds the citekey as a word of its own."""
    pattern = re.compile(rf"(?<![\w:.-]){re.escape(citekey)}(?![\w-])")
    for file in publication.data.values():
        if found := pattern.search(file.source.text):
            return file.source.span(*found.span())
    return None
