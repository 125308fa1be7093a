"""What the book says of its own accessibility: only what is true of its pages.

The terms are schema.org's (EPUB Accessibility 1.1, section 2, "Discoverability"; Schema.org Accessibility
Properties for Discoverability Vocabulary). No conformance is claimed: a program cannot judge all of WCAG, and
who certifies a book is the publisher's to say.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from octavo.pictures import may_move
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.summary_words import SUMMARY_WORDS

_ENGLISH = "en"
_FIXED = re.compile(rb"font(?:-size)?\s*:[^;}]*\d(?:px|pt|pc|mm|cm|in|Q)\b")
"""A size of type that readers cannot change in every reading system."""

_STILL = ("none",)
_MOVING = ("unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard")


@dataclass(frozen=True)
class Accessibility:
    """The book's accessibility metadata, ready for the package document.

    `summary` is in the language `summary_lang`.
    """

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str
    summary_lang: str


@dataclass(frozen=True, slots=True)
class _Content:
    """What the pages have, and so what there is to say of them."""

    images: Sequence[_Element]
    has_math: bool
    has_roles: bool
    has_marks: bool
    has_notes: bool
    may_move: bool
    is_scaled: bool

    @property
    def shows(self) -> bool:
        """Whether something can be learned from an image."""
        return any(not is_decorative(image) for image in self.images)

    @property
    def is_described(self) -> bool:
        return all(is_described(image) for image in self.images)


def describe_accessibility(pages: Sequence[Page], files: Sequence[BookFile], lang: str) -> Accessibility:
    """Find out what the pages need of their readers and what they offer them.

    `files` are those of the whole book, `lang` is the publication's language.
    """
    content = _content(pages, files)
    language = lang.split("-", maxsplit=1)[0].lower()
    words = SUMMARY_WORDS.get(language, SUMMARY_WORDS[_ENGLISH])
    alone = ("textual",) if content.is_described else ()
    return Accessibility(
        modes=("textual", "visual") if content.shows else ("textual",),
        sufficient=(*alone, "textual,visual") if content.shows else alone,
        features=tuple(_features(content)),
        hazards=_MOVING if content.may_move else _STILL,
        summary=" ".join(words[key] for key in _said(content)),
        summary_lang=lang if language in SUMMARY_WORDS else _ENGLISH,
    )


def is_described(image: _Element) -> bool:
    """Tell whether an image has words in its place, or says that it needs none."""
    return bool((image.get("alt") or "").strip()) or is_decorative(image)


def is_decorative(image: _Element) -> bool:
    """Tell whether an image only adorns the page."""
    return image.get("alt") == "" and image.get("role") in {"presentation", "none"}


def _content(pages: Sequence[Page], files: Sequence[BookFile]) -> _Content:
    roles = {element.get("role") for page in pages for root in page.elements for element in root.iter()}
    return _Content(
        images=[image for page in pages for image in page.find_all("img")],
        has_math=any(page.has_math() for page in pages),
        has_roles=bool(roles - {None}),
        has_marks="doc-pagebreak" in roles,
        has_notes="doc-noteref" in roles,
        may_move=any(may_move(file.content) for file in files if file.media_type.startswith("image/")),
        is_scaled=not any(_FIXED.search(file.content) for file in files if file.media_type == "text/css"),
    )


def _features(content: _Content) -> Iterator[str]:
    yield from ("tableOfContents", "readingOrder", "structuralNavigation")
    if content.is_scaled:
        yield "displayTransformability"
    if content.has_roles:
        yield "ARIA"
    if content.shows and content.is_described:
        yield "alternativeText"
    if content.has_math:
        yield "MathML"
    if content.has_marks:
        yield from ("pageBreakMarkers", "pageNavigation")


def _said(content: _Content) -> Iterator[str]:
    """Yield the keys of the summary's sentences."""
    yield "order"
    if content.has_notes:
        yield "notes"
    if content.images:
        yield "described" if content.is_described else "undescribed"
    if content.has_math:
        yield "math"
    if content.has_marks:
        yield "pages"
    if content.may_move:
        yield "motion"
