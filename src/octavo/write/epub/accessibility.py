"""What the book says of its own accessibility: only what is true of its pages.

The terms are schema.org's (EPUB Accessibility 1.1, section 2, "Discoverability").
"""

from collections.abc import Sequence
from dataclasses import dataclass

from lxml.etree import _Element

from octavo.write.epub.files import Page


@dataclass(frozen=True)
class Accessibility:
    """The book's accessibility metadata, ready for the package document."""

    modes: tuple[str, ...]
    sufficient: tuple[str, ...]
    features: tuple[str, ...]
    hazards: tuple[str, ...]
    summary: str


def describe_accessibility(pages: Sequence[Page], *, note_count: int) -> Accessibility:
    """Find out what the pages need of their readers and what they offer them."""
    images = [image for page in pages for image in page.find_all("img")]
    has_images = bool(images)
    all_described = all(is_described(image) for image in images)
    has_math = any(page.has_math() for page in pages)
    features = ["tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"]
    features += ["alternativeText"] if has_images and all_described else []
    features += ["MathML"] if has_math else []
    return Accessibility(
        modes=("textual", "visual") if has_images else ("textual",),
        sufficient=(("textual",) if all_described else ()) + (("textual,visual",) if has_images else ()),
        features=tuple(features),
        hazards=("none",),
        summary=_summary(has_images, all_described, has_math, note_count),
    )


def is_described(image: _Element) -> bool:
    """Tell whether an image has words in its place, or says that it needs none."""
    return bool((image.get("alt") or "").strip()) or is_decorative(image)


def is_decorative(image: _Element) -> bool:
    """Tell whether an image only adorns the page."""
    return image.get("alt") == "" and image.get("role") in {"presentation", "none"}


def _summary(has_images: bool, all_described: bool, has_math: bool, note_count: int) -> str:  # noqa: FBT001
    sentences = ["The text can be read in order and reached through its table of contents and its headings."]
    if note_count:
        sentences.append("Notes are linked from the text, and each links back to it.")
    if has_images and all_described:
        sentences.append("Every image has a description in words.")
    elif has_images:
        sentences.append("Some images have no description in words.")
    if has_math:
        sentences.append("Formulas are MathML.")
    return " ".join(sentences)
