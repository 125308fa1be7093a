"""Accessibility metadata: only what is true."""

import pytest

from octavo.write.epub.accessibility import Accessibility, describe_accessibility
from octavo.write.epub.files import BookFile, Page
from octavo.write.epub.summary_words import SUMMARY_WORDS
from octavo.write.epub.xhtml import from_html


def _page(text: str) -> Page:
    return Page("a.xhtml", "A", "bodymatter", tuple(from_html(text)))


def _file(content: bytes) -> BookFile:
    return BookFile("media/a", "image/svg+xml", content)


def test_a_book_without_images_is_text_alone() -> None:
    """Nothing is claimed of images, formulas, notes or pages that are not there."""
    told = describe_accessibility([_page("<p>a</p>")], [], "en-GB")
    assert told == Accessibility(
        modes=("textual",),
        sufficient=("textual",),
        features=("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"),
        hazards=("none",),
        summary="The text can be read in order and reached through its table of contents and its headings.",
        summary_lang="en-GB",
    )


def test_described_images_leave_the_text_sufficient() -> None:
    """Who sees no images misses nothing when all have words or only adorn the page."""
    page = _page('<img src="a.png" alt="A"><img src="b.png" alt="" role="presentation">')
    told = describe_accessibility([page], [], "en")
    assert told.modes == ("textual", "visual")
    assert told.sufficient == ("textual", "textual,visual")
    assert "alternativeText" in told.features
    assert "Every image has a description" in told.summary


def test_decoration_shows_nothing() -> None:
    """A book whose images only adorn it is not visual, and has no texts for them to boast of."""
    told = describe_accessibility([_page('<img src="b.png" alt="" role="presentation">')], [], "en")
    assert (told.modes, told.sufficient) == (("textual",), ("textual",))
    assert "alternativeText" not in told.features


@pytest.mark.parametrize(
    "image", ['<img src="a.png">', '<img src="a.png" alt="">', '<img src="a.png" alt=" ">']
)
def test_one_image_without_words_ends_the_claim(image: str) -> None:
    """The text alone is not sufficient, and the summary says why."""
    told = describe_accessibility([_page('<img src="b.png" alt="B">'), _page(image)], [], "en")
    assert told.sufficient == ("textual,visual",)
    assert "alternativeText" not in told.features
    assert "Some images have no description" in told.summary


@pytest.mark.parametrize(
    ("text", "features", "sentence"),
    [
        ("<math><mi>x</mi></math>", {"MathML"}, "Formulas are MathML"),
        (
            '<span role="doc-pagebreak"></span>',
            {"ARIA", "pageBreakMarkers", "pageNavigation"},
            "pages of the PDF",
        ),
        ('<a role="doc-noteref" href="#a">1</a>', {"ARIA"}, "Notes are linked"),
    ],
)
def test_what_is_there_is_named(text: str, features: set[str], sentence: str) -> None:
    """And not where it is not."""
    plain = describe_accessibility([_page("<p>x</p>")], [], "en")
    told = describe_accessibility([_page(text)], [], "en")
    assert set(told.features) - set(plain.features) == features
    assert sentence in told.summary
    assert sentence not in plain.summary


@pytest.mark.parametrize(
    ("size", "is_kept"), [("1.2em", True), ("86%", True), ("12pt", False), ("9px", False)]
)
def test_type_that_a_template_fixes_ends_the_claim_that_readers_can_set_it(
    size: str, *, is_kept: bool
) -> None:
    """Only sizes that rest on the reader's can be changed everywhere."""
    style = BookFile("style.css", "text/css", f"p {{ font-size: {size}; padding: 2px }}".encode())
    told = describe_accessibility([_page("<p>x</p>")], [style], "en")
    assert ("displayTransformability" in told.features) == is_kept


@pytest.mark.parametrize(
    ("content", "moves"),
    [
        (b"<svg><path/></svg>", False),
        (b"<svg><animate/></svg>", True),
        (b"<svg><set to='a'/></svg>", True),
        (b"<svg><style>@keyframes a {}</style></svg>", True),
        (b"GIF89a" + b"\x21\xf9\x04", False),
        (b"GIF89a" + b"\x21\xf9\x04" * 2, True),
        (b"\x89PNG IHDR IDAT acTL", False),
        (b"\x89PNG IHDR acTL IDAT", True),
        (b"RIFF....WEBPVP8X....ANIM", True),
        (b"RIFF....WEBPVP8 ", False),
    ],
)
def test_a_picture_that_may_move_is_no_known_hazard_and_no_known_safety(
    content: bytes, *, moves: bool
) -> None:
    """Whether it flashes nobody has looked."""
    told = describe_accessibility([_page("<p>x</p>")], [_file(content)], "en")
    unknown = ("unknownFlashingHazard", "unknownMotionSimulationHazard", "noSoundHazard")
    assert told.hazards == (unknown if moves else ("none",))
    assert ("may move" in told.summary) == moves


@pytest.mark.parametrize("lang", sorted(SUMMARY_WORDS))
def test_the_summary_is_in_the_language_of_the_publication(lang: str) -> None:
    """Each language has all sentences; one that octavo has no words for gets English, and says so."""
    assert set(SUMMARY_WORDS[lang]) == set(SUMMARY_WORDS["en"])
    told = describe_accessibility([_page("<p>x</p>")], [], f"{lang}-XX")
    assert (told.summary, told.summary_lang) == (SUMMARY_WORDS[lang]["order"], f"{lang}-XX")
    assert describe_accessibility([_page("<p>x</p>")], [], "ka").summary_lang == "en"
