"""Is it true what a book says of its own accessibility? Each claim is held against the book's content.

The terms are those of the Schema.org Accessibility Properties for Discoverability Vocabulary. What a program
cannot see, such as whether a description is good, is not judged; what is not claimed is no fault, but for
what EPUB Accessibility 1.1, section 2, requires.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from lxml.etree import _Element

from octavo.verify.epub.book import OPF, OPS, XHTML, Book
from octavo.verify.findings import Finding

_REQUIRED = ("accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary")
_DECORATIVE = frozenset({"presentation", "none"})
_MATH = "{http://www.w3.org/1998/Math/MathML}math"
_HEADINGS = tuple(f"{{{XHTML}}}h{level}" for level in range(1, 7))
_MEDIA = ("audio", "video")
_FIXED_TYPE = re.compile(r"font(?:-size)?\s*:[^;}]*\d(?:px|pt|pc|mm|cm|in|Q)\b")
_OF_MEDIA = ("captions", "transcript", "audioDescription", "signLanguage", "synchronizedAudioText")
_WCAG = re.compile(r"WCAG[ -]?2\.\d|wcag-(?:aa?)\b", re.IGNORECASE)
_HINT = "print `accessibility` in `templates/epub/package.opf.j2` as octavo's does, or make the claim true"


@dataclass(frozen=True)
class _Content:
    """What there is in a book that claims are about."""

    book: Book

    @cached_property
    def undescribed(self) -> str | None:
        """The first image without words that does not say it is decoration, and its page."""
        for name, page in self.book.pages.items():
            for image in page.iter(f"{{{XHTML}}}img"):
                if not (image.get("alt") or "").strip() and not _is_decorative(image):
                    return f"`{image.get('src')}` in `{name}`"
        return None

    @cached_property
    def shows(self) -> bool:
        """Whether there is an image from which something is to be learned."""
        return any(not _is_decorative(image) for image in self.all(f"{{{XHTML}}}img"))

    @cached_property
    def roles(self) -> frozenset[str]:
        """All roles and kinds of elements."""
        values = (element.get(name) or "" for element in self.all() for name in ("role", f"{{{OPS}}}type"))
        return frozenset(word for value in values for word in value.split())

    @cached_property
    def has_sound(self) -> bool:
        return any(True for name in _MEDIA for _ in self.all(f"{{{XHTML}}}{name}"))

    def all(self, *tags: str) -> Iterator[_Element]:
        """Iterate over the elements of all pages."""
        for page in self.book.pages.values():
            yield from page.iter(*tags)

    def lists(self, kind: str) -> bool:
        """Whether the navigation document has a list of that kind that leads somewhere."""
        found = (
            nav for nav in self.all(f"{{{XHTML}}}nav") if kind in (nav.get(f"{{{OPS}}}type") or "").split()
        )
        return any(link.get("href") for nav in found for link in nav.iter(f"{{{XHTML}}}a"))

    def page_without_heading(self) -> str | None:
        """The first chapter without a heading."""
        for name, page in self.book.pages.items():
            is_chapter = any("chapter" in (part.get("class") or "").split() for part in page.iter())
            if is_chapter and next(page.iter(*_HEADINGS), None) is None:
                return f"`{name}`"
        return None


def find_false_claims(book: Book) -> Iterator[Finding]:
    """Whatever a book claims of its accessibility holds, and all that it must say is said."""
    claims = _claims(book)
    content = _Content(book)
    for name in _REQUIRED:
        if not claims.get(name):
            yield Finding("V017", f"the EPUB does not say its `{name}`", hint=_HINT)
    for claim, reason in _untrue(claims, content):
        yield Finding("V016", f"the EPUB claims `{claim}`, but {reason}", hint=_HINT)


def _claims(book: Book) -> Mapping[str, list[str]]:
    """Return what the package document claims, by property without its prefix."""
    claims: dict[str, list[str]] = {}
    for meta in book.package.iter(f"{{{OPF}}}meta"):
        prefix, _, name = (meta.get("property") or "").rpartition(":")
        text = " ".join((meta.text or "").split())
        if prefix in {"schema", "dcterms"} and text:
            claims.setdefault(name, []).append(text)
    for link in book.package.iter(f"{{{OPF}}}link"):
        if link.get("rel") == "dcterms:conformsTo":
            claims.setdefault("conformsTo", []).append(str(link.get("href")))
    return claims


def _untrue(claims: Mapping[str, list[str]], content: _Content) -> Iterator[tuple[str, str]]:
    for feature in claims.get("accessibilityFeature", []):
        reason = _FEATURES[feature](content) if feature in _FEATURES else None
        if reason:
            yield feature, reason
    yield from _untrue_modes(claims, content)
    yield from _untrue_hazards(claims.get("accessibilityHazard", []), content)
    for standard in claims.get("conformsTo", []):
        if _WCAG.search(standard) and content.undescribed:
            yield standard, f"the image {content.undescribed} has no words in its place"


def _untrue_modes(claims: Mapping[str, list[str]], content: _Content) -> Iterator[tuple[str, str]]:
    modes = set(claims.get("accessMode", []))
    if content.shows and modes and "visual" not in modes:
        yield ", ".join(sorted(modes)), "it has images that tell something, which are `visual`"
    if content.has_sound and modes and "auditory" not in modes:
        yield ", ".join(sorted(modes)), "it has sound, which is `auditory`"
    if "textual" in claims.get("accessModeSufficient", []) and content.undescribed:
        yield "textual", f"the text does not say what the image {content.undescribed} shows"


def _untrue_hazards(hazards: list[str], content: _Content) -> Iterator[tuple[str, str]]:
    for hazard in hazards:
        if hazard in {"none", "noSoundHazard"} and content.has_sound:
            yield hazard, "it has sound"
        if hazard in {"none", "noFlashingHazard", "noMotionSimulationHazard"} and content.book.moving:
            yield hazard, f"`{content.book.moving[0]}` may move, and nobody has looked whether it flashes"


def _absent(thing: str, is_there: Callable[[_Content], bool]) -> Callable[[_Content], str | None]:
    return lambda content: None if is_there(content) else f"it has no {thing}"


def _undescribed(content: _Content) -> str | None:
    if content.undescribed:
        return f"the image {content.undescribed} has none"
    return None if content.shows else "it has no image that tells something"


def _fixed_type(content: _Content) -> str | None:
    fixed = next((name for name, style in content.book.styles.items() if _FIXED_TYPE.search(style)), None)
    return f"`{fixed}` sets type in a size that not every reading program can change" if fixed else None


def _without_headings(content: _Content) -> str | None:
    page = content.page_without_heading()
    return f"{page} has no heading" if page else None


def _has_long_descriptions(content: _Content) -> bool:
    names = ("aria-details", "aria-describedby", "longdesc")
    return any(element.get(name) for element in content.all() for name in names)


_FEATURES: Mapping[str, Callable[[_Content], str | None]] = {
    "alternativeText": _undescribed,
    "longDescription": _absent("long description", _has_long_descriptions),
    "MathML": _absent("formula in MathML", lambda content: any(True for _ in content.all(_MATH))),
    "describedMath": _absent("formula", lambda content: any(True for _ in content.all(_MATH))),
    "tableOfContents": _absent("table of contents", lambda content: content.lists("toc")),
    "pageNavigation": _absent("list of pages", lambda content: content.lists("page-list")),
    "printPageNumbers": _absent("list of pages", lambda content: content.lists("page-list")),
    "pageBreakMarkers": _absent("mark of a page", lambda content: "doc-pagebreak" in content.roles),
    "index": _absent("index", lambda content: bool({"index", "doc-index"} & content.roles)),
    "ARIA": _absent("role", lambda content: any(element.get("role") for element in content.all())),
    "structuralNavigation": _without_headings,
    "displayTransformability": _fixed_type,
    **dict.fromkeys(_OF_MEDIA, _absent("sound or film", lambda content: content.has_sound)),
}
"""For each feature why a book cannot have it, as far as a program can see; None when it may."""


def _is_decorative(image: _Element) -> bool:
    return image.get("alt") == "" and image.get("role") in _DECORATIVE
