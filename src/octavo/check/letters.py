"""Letters: each typeface has the characters that are set in it."""

from collections.abc import Iterable, Iterator, Mapping

from octavo.check.display_type import display_stretches
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

_UNPRINTED = frozenset({"abstract", "annotation", "annote", "comment", "file", "keywords"})
"""Fields of entries that no style prints."""

Uses = Mapping[str, list[Span]]


def check_letters(publication: Publication) -> Iterator[Diagnostic]:
    """C015: a typeface lacks characters that are set in it and that another one has.

    The text is judged by the brand's body typeface; titles, tables, captions, boxes and charts by that of
    headings, and code by the monospace one. What no typeface has is found when the pages are laid out.
    """
    brand = publication.brand
    texts, display = _texts(publication), display_stretches(publication)
    if not any(_missing(face, _uses([*texts, *display])) for face in brand.typefaces):
        return
    code, is_one = _code(publication), brand.headings.family == brand.body.family
    base = _outside(_missing(brand.body, _uses([*texts, *display] if is_one else texts)), code)
    yield from _lent("base", brand.body, brand, base if is_one else _outside(base, display))
    if not is_one:
        heads = _outside(_missing(brand.headings, _uses(display)), code)
        yield from _lent("headings", brand.headings, brand, heads)
    if brand.monospace.family != brand.body.family:
        yield from _lent("monospace", brand.monospace, brand, _missing(brand.monospace, _uses(code)))


def _missing(face: Typeface, uses: Uses) -> dict[str, list[Span]]:
    """Return the uses of what a typeface lacks; nothing when its letters are not known."""
    known = face.letters and face.letters | _UNSEEN
    return {char: spans for char, spans in uses.items() if known and ord(char) not in known}


def _outside(uses: Uses, stretches: Iterable[Span]) -> dict[str, list[Span]]:
    """Return the uses that are in none of the stretches."""

    def stands_apart(span: Span) -> bool:
        return not any(
            found.source is span.source and found.start <= span.start < found.end for found in stretches
        )

    kept = {char: [span for span in spans if stands_apart(span)] for char, spans in uses.items()}
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


def _code(publication: Publication) -> list[Span]:
    """Return what is set as code in the chapters."""
    return [
        span for chapter in publication.chapters for span in scan(chapter.source, chapter.body_start).code
    ]


def _uses(stretches: Iterable[Span]) -> dict[str, list[Span]]:
    """Return where each character beyond ASCII stands, each place once."""
    found: dict[str, dict[tuple[str, int], Span]] = {}
    for stretch in stretches:
        for index, char in enumerate(stretch.text, stretch.start):
            if not char.isascii():
                place = (stretch.source.path, index)
                found.setdefault(char, {})[place] = stretch.source.span(index, index + 1)
    return {char: [*places.values()] for char, places in found.items()}
