"""V016 to V019: a book whose claims of accessibility, marks of pages or headings are not right is caught."""

from collections.abc import Iterator, Mapping

import pytest
from lxml import etree

from octavo.verify.epub.book import Book
from octavo.verify.epub.claims import find_false_claims
from octavo.verify.epub.marks import find_skipped_levels, find_stray_pages

TRUE = {
    "accessMode": ["textual"],
    "accessModeSufficient": ["textual"],
    "accessibilityFeature": ["readingOrder"],
    "accessibilityHazard": ["none"],
    "accessibilitySummary": ["Made up."],
}
PICTURE, NAMELESS, DECORATION = (
    '<img src="a.png" alt="A"/>',
    '<img src="b.png"/>',
    '<img src="c.png" alt="" role="presentation"/>',
)
NAV = '<nav epub:type="{kind}"><ol><li><a href="{href}">{label}</a></li></ol></nav>'
MARK = '<span epub:type="pagebreak" role="doc-pagebreak" id="p{0}" aria-label="{0}"/>'
SOURCE = '<meta property="pageBreakSource">made-up.pdf</meta>'
SOUND = '<audio src="a.mp3"/>'


def book(body: str, metadata: str = "", style: str = "", moving: tuple[str, ...] = ()) -> Book:
    """Make a book of one page."""
    page = (
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'xmlns:m="http://www.w3.org/1998/Math/MathML"><body>{body}</body></html>'
    )
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata></package>'
    return Book(
        members=(),
        package_name="package.opf",
        items=(),
        spine=("a.xhtml",),
        pages={"a.xhtml": etree.fromstring(page)},
        styles={"style.css": style},
        package=etree.fromstring(package),
        moving=moving,
    )


def metas(**changes: list[str]) -> str:
    """Write what a book claims."""
    claims = {**TRUE, **changes}
    return "".join(
        f'<meta property="schema:{name}">{value}</meta>'
        for name, values in claims.items()
        for value in values
    )


def told(
    body: str, claims: Mapping[str, list[str]], style: str = "", moving: tuple[str, ...] = ()
) -> list[str]:
    """Say what is wrong with the claims of a book."""
    return [found.message for found in find_false_claims(book(body, metas(**claims), style, moving))]


@pytest.mark.parametrize(
    ("feature", "body"),
    [
        ("alternativeText", PICTURE + DECORATION),
        ("longDescription", '<p aria-details="a">A</p>'),
        ("MathML", "<m:math/>"),
        ("describedMath", "<m:math/>"),
        ("tableOfContents", NAV.format(kind="toc", href="#a", label="A")),
        ("pageNavigation", NAV.format(kind="page-list", href="#p1", label="1")),
        ("pageBreakMarkers", MARK.format(1)),
        ("index", '<section role="doc-index"/>'),
        ("ARIA", '<p role="note">A</p>'),
        ("transcript", SOUND),
    ],
)
def test_a_feature_is_claimed_where_it_is_and_nowhere_else(feature: str, body: str) -> None:
    """Each claim passes with what bears it out, and fails on a page of plain text."""
    modes = ["textual", "visual", "auditory"]
    unknown = ["unknownSoundHazard"]
    assert (
        told(body, {"accessibilityFeature": [feature], "accessMode": modes, "accessibilityHazard": unknown})
        == []
    )
    (false,) = told("<p>A</p>", {"accessibilityFeature": [feature]})
    assert false.startswith(f"the EPUB claims `{feature}`, but it has no ")


@pytest.mark.parametrize(
    ("body", "claims", "expected"),
    [
        (
            PICTURE + NAMELESS,
            {
                "accessibilityFeature": ["alternativeText"],
                "accessMode": ["visual"],
                "accessModeSufficient": [],
            },
            "claims `alternativeText`, but the image `b.png` in `a.xhtml` has none",
        ),
        (
            NAMELESS,
            {"accessMode": ["textual", "visual"]},
            "claims `textual`, but the text does not say what the image `b.png` in `a.xhtml` shows",
        ),
        (PICTURE, {}, "claims `textual`, but it has images that tell something, which are `visual`"),
        (SOUND, {"accessMode": ["auditory"]}, "claims `none`, but it has sound"),
        (
            SOUND,
            {"accessibilityHazard": ["unknownSoundHazard"]},
            "claims `textual`, but it has sound, which is `auditory`",
        ),
        (
            '<section class="chapter"><p>A</p></section>',
            {"accessibilityFeature": ["structuralNavigation"]},
            "claims `structuralNavigation`, but `a.xhtml` has no heading",
        ),
    ],
)
def test_a_false_claim_is_found(body: str, claims: dict[str, list[str]], expected: str) -> None:
    """V016, with the place that belies it."""
    assert told(body, claims) == [f"the EPUB {expected}"]


def test_decoration_needs_no_words_and_is_not_visual() -> None:
    """What only adorns a page tells nobody anything."""
    assert told(DECORATION, {}) == []


def test_type_that_cannot_be_changed_belies_the_claim_that_it_can() -> None:
    """Sizes in points stay as they are in some reading programs."""
    claims = {"accessibilityFeature": ["displayTransformability"]}
    assert told("", claims, "p { font-size: 1em; padding: 2px }") == []
    (false,) = told("", claims, "p { font: 12pt serif }")
    assert "`style.css` sets type in a size" in false


@pytest.mark.parametrize("hazard", ["none", "noFlashingHazard", "noMotionSimulationHazard"])
def test_a_picture_that_may_move_belies_that_nothing_flashes(hazard: str) -> None:
    """Whether it does, nobody has looked."""
    (false,) = told("", {"accessibilityHazard": [hazard]}, moving=("a.gif",))
    assert "`a.gif` may move" in false


def test_a_book_with_a_nameless_image_conforms_to_no_level_of_wcag() -> None:
    """Success criterion 1.1.1 is of level A."""
    conforms = '<meta property="dcterms:conformsTo">EPUB Accessibility 1.1 - WCAG 2.2 Level AA</meta>'
    claims = metas(accessMode=["textual", "visual"], accessModeSufficient=["textual,visual"])
    (false,) = find_false_claims(book(NAMELESS, claims + conforms))
    assert "Level AA`, but the image `b.png` in `a.xhtml` has no words" in false.message
    assert list(find_false_claims(book(PICTURE, claims + conforms))) == []


@pytest.mark.parametrize(
    "name", ["accessMode", "accessibilityFeature", "accessibilityHazard", "accessibilitySummary"]
)
def test_what_must_be_said_is_missed(name: str) -> None:
    """V017: EPUB Accessibility asks for it."""
    found = list(find_false_claims(book("", metas(**{name: []}))))
    assert [(one.code, one.message) for one in found] == [("V017", f"the EPUB does not say its `{name}`")]


def strays(body: str, metadata: str = SOURCE) -> Iterator[str]:
    """Say what is wrong with the marks of pages."""
    return (found.message for found in find_stray_pages(book(body, metadata)))


def test_marks_and_their_list_agree() -> None:
    """V018: each mark is listed by its name, in order, and the edition is named."""
    mark, listed = MARK.format(1), NAV.format(kind="page-list", href="#p1", label="1")
    assert list(strays("")) == []
    assert list(strays(mark + listed)) == []
    assert list(strays(mark)) == ["the list of pages and the marks in the text differ at `a.xhtml#p1`"]
    assert list(strays(listed)) == ["the list of pages and the marks in the text differ at `a.xhtml#p1`"]
    assert list(strays(mark + listed.replace(">1<", ">2<"))) != []
    assert list(strays(mark + listed, "")) == [
        "the EPUB marks pages and does not say of which edition they are"
    ]
    nameless = mark.replace('aria-label="1"', "")
    assert next(strays(nameless + listed)) == "the mark `a.xhtml#p1` of a page does not say the page's number"


@pytest.mark.parametrize(
    ("body", "skips"),
    [
        ("<h1>A</h1><h2>B</h2><h3>C</h3><h2>D</h2>", False),
        ("<h2>A</h2><h3>B</h3>", False),
        ("<h1>A</h1><h3>B</h3>", True),
        ('<h1>A</h1><h3 aria-level="2">B</h3>', False),
        ('<h1>A</h1><h2 aria-level="many">B</h2>', False),
    ],
)
def test_a_skipped_level_is_found(body: str, *, skips: bool) -> None:
    """V019: as programs hear of it."""
    found = [one.message for one in find_skipped_levels(book(body))]
    assert found == (["the heading `B` in `a.xhtml` skips a level"] if skips else [])
