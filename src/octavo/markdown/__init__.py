"""Find in Pandoc Markdown, with places, what the AST of Pandoc tells without places.

Pandoc's `markdown` reader has no source positions (the extension exists for `commonmark_x` only, which
has no citations), so octavo scans the text itself. A property test holds the scanner to Pandoc's AST.
Three passes: `mask` blots out Jinja2, `blocks` finds stretches of text, `inlines` reads each.
"""

from dataclasses import dataclass

from octavo.markdown.blocks import find_blocks
from octavo.markdown.inlines import scan_text
from octavo.markdown.mask import mask_templates
from octavo.model import Citation, ImageUse
from octavo.source import SourceFile, Span

__all__ = ["Identifier", "Scan", "scan"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """An explicit identifier, as in `# Method {#method}`; `span` covers the name."""

    name: str
    span: Span


@dataclass(frozen=True)
class Scan:
    """What a text cites, shows and names, each in the order of the text.

    `opening` is the first line with text, None in an empty text, and `opening_level` its level when
    it is a heading, else 0.
    """

    citations: tuple[Citation, ...]
    images: tuple[ImageUse, ...]
    identifiers: tuple[Identifier, ...]
    opening: Span | None
    opening_level: int


def scan(source: SourceFile, start: int = 0) -> Scan:
    """Scan the text of a source from the offset `start`.

    Code, mathematics, comments, addresses, link targets, attributes and Jinja2 hold no citations. The
    text of a note counts where the note is written.
    """
    layout = find_blocks(mask_templates(source.text, start), start)
    found = [scan_text(block.text, layout.targets, layout.examples) for block in layout.blocks]
    citations = []
    images = []
    identifiers = [Identifier(source.text[a:b], source.span(a, b)) for a, b in layout.identifiers]
    for block, finds in zip(layout.blocks, found, strict=True):
        for begin, end in finds.citations:
            span = source.span(block.offset_at(begin), block.offset_at(end - 1) + 1)
            citations.append(Citation(span.text, span))
        for image in finds.images:
            begin, end = image.target
            if not image.is_reference:
                begin, end = block.offset_at(begin), block.offset_at(end - 1) + 1
            images.append(ImageUse(source.text[begin:end], image.alt, source.span(begin, end)))
        for begin, end in finds.identifiers:
            span = source.span(block.offset_at(begin), block.offset_at(end - 1) + 1)
            identifiers.append(Identifier(span.text, span))
    return Scan(
        citations=tuple(citations),
        images=tuple(images),
        identifiers=tuple(sorted(identifiers, key=lambda identifier: identifier.span.start)),
        opening=source.line_span(source.position_at(layout.opening).line) if layout.opening >= 0 else None,
        opening_level=layout.opening_level,
    )
