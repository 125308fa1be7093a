"""Letters: each typeface has the characters that are set in it."""

import re
from collections.abc import Iterator, Mapping

from octavo.diagnostics import Diagnostic
from octavo.model import Brand, Publication, Typeface
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


_HEADING = re.compile(r"^#{1,6}\s+(?P<text>.*)$", re.MULTILINE)

Uses = Mapping[str, list[Span]]


def check_letters(publication: Publication) -> Iterator[Diagnostic]:
    """C015: the typeface of the text, or that of headings, lacks characters that another one has.

    What no typeface has is found when the pages are laid out.
    """
    brand = publication.brand
    yield from _lent(brand.body, brand, _uses(_texts(publication)))
    if brand.headings.family != brand.body.family:
        yield from _lent(brand.headings, brand, _uses(_headings(publication)))


def _lent(face: Typeface, brand: Brand, uses: Uses) -> Iterator[Diagnostic]:
    """Report what a typeface lacks and another one of the brand lends, one finding for each lender."""
    if not face.letters:
        return
    missing = {char: spans for char, spans in uses.items() if ord(char) not in face.letters | _UNSEEN}
    lenders = {other.family: other for other in brand.typefaces if other.family != face.family}
    for lender in lenders.values():
        lent = {char: missing.pop(char) for char in sorted(missing) if ord(char) in lender.letters}
        if lent:
            yield _finding(face, lender, lent, "headings" if face is brand.headings else "base")


def _finding(face: Typeface, lender: Typeface, lent: Uses, role: str) -> Diagnostic:
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
    """Return the texts of chapters and of cited entries."""
    cited = {citation.citekey for chapter in publication.chapters for citation in chapter.citations}
    chapters = [
        chapter.source.span(chapter.body_start, len(chapter.source.text)) for chapter in publication.chapters
    ]
    entries = publication.bibliography.entries
    return chapters + [entries[citekey].span for citekey in sorted(cited) if citekey in entries]


def _headings(publication: Publication) -> list[Span]:
    """Return the lines that are headings; a remark in code that looks like one does no harm here."""
    return [
        chapter.source.span(*found.span("text"))
        for chapter in publication.chapters
        for found in _HEADING.finditer(chapter.source.text, chapter.body_start)
    ]


def _uses(stretches: list[Span]) -> dict[str, list[Span]]:
    """Return where each character beyond ASCII stands."""
    found: dict[str, list[Span]] = {}
    for stretch in stretches:
        for index, char in enumerate(stretch.text, stretch.start):
            if not char.isascii():
                found.setdefault(char, []).append(stretch.source.span(index, index + 1))
    return found
