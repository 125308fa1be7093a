"""Letters: each typeface has the characters that are set in it."""

from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Publication, Typeface
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


def check_letters(publication: Publication) -> Iterator[Diagnostic]:
    """C015: the typeface of the text lacks characters that another typeface of the brand has.

    What no typeface has is found when the pages are laid out.
    """
    brand = publication.brand
    body = brand.body
    if not body.letters:
        return
    others = [face for face in (brand.headings, brand.monospace) if face.family != body.family]
    missing = {
        char: spans for char, spans in _uses(publication).items() if ord(char) not in body.letters | _UNSEEN
    }
    for face in others:
        lent = {char: missing.pop(char) for char in sorted(missing) if ord(char) in face.letters}
        if lent:
            yield _finding(body, face, lent)


def _finding(body: Typeface, face: Typeface, lent: dict[str, list[Span]]) -> Diagnostic:
    shown = ", ".join(f"`{char}` (U+{ord(char):04X})" for char in lent)
    places = [span for spans in lent.values() for span in spans]
    first = min(places, key=lambda span: (span.source.path, span.start))
    count = f"{len(places)} places" if len(places) > 1 else "1 place"
    return Diagnostic(
        "C015",
        f"the typeface `{body.family}` lacks {shown}; `{face.family}` stands in, in {count}",
        first,
        hint="choose a typeface for `typography.base` that has them, or write them otherwise",
    )


def _uses(publication: Publication) -> dict[str, list[Span]]:
    """Return where each character beyond ASCII stands, in chapters and in cited entries."""
    cited = {citation.citekey for chapter in publication.chapters for citation in chapter.citations}
    stretches = [
        chapter.source.span(chapter.body_start, len(chapter.source.text)) for chapter in publication.chapters
    ]
    entries = publication.bibliography.entries
    stretches += [entries[citekey].span for citekey in sorted(cited) if citekey in entries]
    found: dict[str, list[Span]] = {}
    for stretch in stretches:
        for index, char in enumerate(stretch.text, stretch.start):
            if not char.isascii():
                found.setdefault(char, []).append(stretch.source.span(index, index + 1))
    return found
