"""Find in Pandoc Markdown, with places, what the AST of Pandoc tells without places.

Pandoc's `markdown` reader has no source positions (the extension exists for `commonmark_x` only, which
has no citations), so octavo scans the text itself. A property test holds the scanner to Pandoc's AST.
Three passes: `mask` blots out Jinja2, `blocks` finds stretches of text, `inlines` reads each.
"""

from dataclasses import dataclass
from functools import lru_cache

from octavo.markdown.blocks import Block, find_blocks
from octavo.markdown.inlines import MAX_BRACKETS, Finds, scan_text
from octavo.markdown.mask import mask_templates
from octavo.markdown.prose import read_paragraphs
from octavo.model import Citation, ImageUse, Paragraph
from octavo.source import SourceFile, Span

__all__ = ["MAX_BRACKETS", "Identifier", "Scan", "paragraphs_of", "scan"]


@dataclass(frozen=True, slots=True)
class Identifier:
    """An explicit identifier, as in `# Method {#method}`; `span` covers the name."""

    name: str
    span: Span


@dataclass(frozen=True)
class Scan:
    """What a text cites, shows and names, each in the order of the text.

    `references` are the labels that cross-references name.
    `crowds` are brackets that stand open within too many others for Pandoc to read; `code` is what is
    set as code, in blocks and in lines.
    `opening` is the first line with text, None in an empty text, and `opening_level` its level when
    it is a heading, else 0.
    """

    citations: tuple[Citation, ...]
    references: tuple[Span, ...]
    images: tuple[ImageUse, ...]
    identifiers: tuple[Identifier, ...]
    crowds: tuple[Span, ...]
    code: tuple[Span, ...]
    opening: Span | None
    opening_level: int


@lru_cache(maxsize=256)
def scan(source: SourceFile, start: int = 0) -> Scan:
    """Scan the text of a source from the offset `start`, once for all who ask.

    Code, mathematics, comments, addresses, link targets, attributes and Jinja2 hold no citations. The
    text of a note counts where the note is written.
    """
    layout = find_blocks(mask_templates(source.text, start), start)
    gathered = _Gathered(source)
    gathered.code = [source.span(begin, end) for begin, end in layout.code]
    gathered.identifiers = [source.span(begin, end) for begin, end in layout.identifiers]
    for block in layout.blocks:
        gathered.add(block, scan_text(block.text, layout.targets, layout.examples))
    named = sorted(gathered.identifiers, key=lambda span: span.start)
    return Scan(
        citations=tuple(Citation(span.text, span) for span in gathered.citations),
        references=tuple(gathered.references),
        images=tuple(gathered.images),
        identifiers=tuple(Identifier(span.text, span) for span in named),
        crowds=tuple(gathered.crowds),
        code=tuple(sorted(gathered.code, key=lambda span: span.start)),
        opening=source.line_span(source.position_at(layout.opening).line) if layout.opening >= 0 else None,
        opening_level=layout.opening_level,
    )


def paragraphs_of(source: SourceFile, start: int = 0) -> tuple[Paragraph, ...]:
    """Divide the text of a source from the offset `start` into its paragraphs, in its order."""
    layout = find_blocks(mask_templates(source.text, start), start)
    finds = [scan_text(block.text, layout.targets, layout.examples) for block in layout.blocks]
    return read_paragraphs(source, layout, finds)


class _Gathered:
    """Spans in the source of what was found in its stretches of text."""

    def __init__(self, source: SourceFile) -> None:
        self._source = source
        self.citations: list[Span] = []
        self.references: list[Span] = []
        self.images: list[ImageUse] = []
        self.identifiers: list[Span] = []
        self.crowds: list[Span] = []
        self.code: list[Span] = []

    def add(self, block: Block, finds: Finds) -> None:
        """Add what was found in one stretch."""
        self.citations += [self._span(block, place) for place in finds.citations]
        self.references += [self._span(block, place) for place in finds.references]
        self.identifiers += [self._span(block, place) for place in finds.identifiers]
        self.crowds += [self._span(block, place) for place in finds.crowds]
        self.code += [self._span(block, place) for place in finds.code]
        for image in finds.images:
            span = self._source.span(*image.target) if image.is_reference else self._span(block, image.target)
            self.images.append(ImageUse(span.text, image.alt, span, image.is_decorative))

    def _span(self, block: Block, place: tuple[int, int]) -> Span:
        begin, end = place
        start = block.offset_at(begin)
        return self._source.span(start, block.offset_at(end - 1) + 1 if end > begin else start)
