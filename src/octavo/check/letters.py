"""Letters: each typeface has the characters that are set in it."""

import re
from collections.abc import Iterable, Iterator, Mapping

from octavo.diagnostics import Diagnostic
from octavo.markdown import scan
from octavo.model import Brand, Entry, Publication, Typeface
from octavo.source import Span

_UNSEEN = frozenset(
    {
        *range(0x20),
        0xA0,
        0xAD,
        0x2009,
        0x200A,
        0x202F,
        0x2060,
        0xFEFF,
        *range(0x200B, 0x2010),
        *range(0xFE00, 0xFE10),
    }
)
"""Controls, spaces, soft hyphens and marks that no glyph shows."""

_HEADS = re.compile(r"^(?:#{1,6}\s+|(?=\|))(?P<text>.*)$", re.MULTILINE)
"""Headings and rows of tables: both are set in the headings' typeface."""

_TITLES = ("title", "subtitle", "series", "edition", "publisher", "author", "rights", "contact")
"""The keys of the metadata that title pages and covers show; the abstract is set as text."""

_UNPRINTED = frozenset({"abstract", "annotation", "annote", "comment", "file", "keywords"})
"""Fields of entries that no style prints."""

Uses = Mapping[str, list[Span]]


def check_letters(publication: Publication) -> Iterator[Diagnostic]:
    """C015: a typeface lacks characters that are set in it and that another one has.

    The text is judged by the brand's body typeface; titles, headings and tables by that of headings,
    and code by the monospace one. What no typeface has is found when the pages are laid out.
    """
    brand = publication.brand
    uses = _uses(_texts(publication))
    base, monospace = (_missing(face, uses) for face in (brand.body, brand.monospace))
    heads = _missing(brand.headings, _uses(_heads(publication)))
    code = _code(publication) if base or heads or monospace else ()
    yield from _lent("base", brand.body, brand, _kept(base, code, is_code=False))
    if brand.headings.family != brand.body.family:
        yield from _lent("headings", brand.headings, brand, _kept(heads, code, is_code=False))
    if brand.monospace.family != brand.body.family:
        yield from _lent("monospace", brand.monospace, brand, _kept(monospace, code, is_code=True))


def _missing(face: Typeface, uses: Uses) -> dict[str, list[Span]]:
    """Return the uses of what a typeface lacks; nothing when its letters are not known."""
    known = face.letters and face.letters | _UNSEEN
    return {char: spans for char, spans in uses.items() if known and ord(char) not in known}


def _kept(uses: Uses, code: Iterable[Span], *, is_code: bool) -> dict[str, list[Span]]:
    """Return the uses in code, or those outside it."""

    def stands_in_code(span: Span) -> bool:
        return any(found.source is span.source and found.start <= span.start < found.end for found in code)

    kept = {char: [span for span in spans if stands_in_code(span) == is_code] for char, spans in uses.items()}
    return {char: spans for char, spans in kept.items() if spans}


def _lent(role: str, face: Typeface, brand: Brand, missing: dict[str, list[Span]]) -> Iterator[Diagnostic]:
    """Report what other typefaces of the brand lend, one finding for each lender."""
    lenders = {other.family: other for other in brand.typefaces if other.family != face.family}
    for lender in lenders.values():
        lent = {char: missing.pop(char) for char in sorted(missing) if ord(char) in lender.letters}
        if lent:
            yield _finding(role, face, lender, lent)


def _finding(role: str, face: Typeface, lender: Typeface, lent: Uses) -> Diagnostic:
    shown = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in lent)
    places = [span for spans in lent.values() for span in spans]
    first = min(places, key=lambda span: (span.source.path, span.start))
    count = f"{len(places)} places" if len(places) > 1 else "1 place"
    return Diagnostic(
        "C015",
        f"the typeface `{face.family}` lacks {shown}; `{lender.family}` stands in, in {count}",
        first,
        hint=f"choose a typeface for `typography.{role}` that has them, or write them otherwise",
    )


def _texts(publication: Publication) -> list[Span]:
    """Return the texts of the abstract, of chapters and of cited entries."""
    spans = publication.metadata.spans
    cited = {citation.citekey for chapter in publication.chapters for citation in chapter.citations}
    entries = publication.bibliography.entries
    return [
        *(spans[key] for key in ("abstract",) if key in spans),
        *(
            chapter.source.span(chapter.body_start, len(chapter.source.text))
            for chapter in publication.chapters
        ),
        *(span for citekey in sorted(cited) if citekey in entries for span in _printed(entries[citekey])),
    ]


def _printed(entry: Entry) -> Iterator[Span]:
    """Give the characters beyond ASCII of an entry that readers may see, each on its own."""
    shown = {char for name, value in entry.fields.items() if name not in _UNPRINTED for char in value}
    for index, char in enumerate(entry.span.text, entry.span.start):
        if not char.isascii() and char in shown:
            yield entry.span.source.span(index, index + 1)


def _heads(publication: Publication) -> list[Span]:
    """Return titles, headings and rows of tables; what looks like one in code is told apart later."""
    spans = publication.metadata.spans
    return [spans[key] for key in _TITLES if key in spans] + [
        chapter.source.span(*found.span("text"))
        for chapter in publication.chapters
        for found in _HEADS.finditer(chapter.source.text, chapter.body_start)
    ]


def _code(publication: Publication) -> tuple[Span, ...]:
    """Return what is set as code in the chapters."""
    return tuple(
        span for chapter in publication.chapters for span in scan(chapter.source, chapter.body_start).code
    )


def _uses(stretches: list[Span]) -> dict[str, list[Span]]:
    """Return where each character beyond ASCII stands."""
    found: dict[str, list[Span]] = {}
    for stretch in stretches:
        for index, char in enumerate(stretch.text, stretch.start):
            if not char.isascii():
                found.setdefault(char, []).append(stretch.source.span(index, index + 1))
    return found
