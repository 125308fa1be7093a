"""Chapters, cut and wrapped."""

from copy import deepcopy

from octavo.ast import div, header
from octavo.model import Heading
from octavo.transforms.chapters import chapter_div, reset_citations, split_chapters
from octavo.transforms.headings import list_headings
from octavo.transforms.raw import raw_texts, without_comments
from tests.support.models import make_chapter
from tests.support.trees import note, paragraph, raw, string

MARKER = header(1, [string(".")], "x", ["octavo-chapter"])


def test_markers_cut_the_text() -> None:
    """What lies between two markers is a chapter, an empty one too; references come apart."""
    blocks = [MARKER, paragraph("a"), paragraph("b"), MARKER, MARKER, div([paragraph("r")], "refs")]

    assert split_chapters(blocks) == ([[paragraph("a"), paragraph("b")], [], []], [paragraph("r")])


def test_citations_begin_again_at_the_title_of_each_chapter() -> None:
    """The chapter's first heading carries citeproc's class, and only until chapters are cut."""
    blocks = [deepcopy(MARKER), header(1, [], "a"), header(2, [], "b"), deepcopy(MARKER), header(1, [], "c")]

    reset_citations(blocks)
    marked = [block["c"][1][0] for block in blocks if "reset-citation-positions" in block["c"][1][1]]
    chapters, _ = split_chapters(blocks)

    assert marked == ["a", "c"]
    assert chapters == [[header(1, [], "a"), header(2, [], "b")], [header(1, [], "c")]]


def test_a_chapter_has_its_matter() -> None:
    """Editions know front, main and back matter by class, and chapters by number."""
    chapter = make_chapter("", matter="back")

    assert chapter_div(3, chapter, []) == div([], "chapter-3", ["chapter", "back"])


def test_headings_are_listed_without_notes() -> None:
    """Outlines and contents have no numbers of notes in them."""
    tree = div([header(1, [string("One"), note("See.")], "one"), div([header(2, [string("Two")], "two")])])

    assert list(list_headings(tree, 4)) == [Heading(1, "one", "One", 4), Heading(2, "two", "Two", 4)]


def test_comments_go_and_other_raw_content_is_told() -> None:
    """Remarks of authors are nobody's text; what only one edition could show is reported."""
    tree = [
        raw("html", "<!-- a remark -->", is_block=True),
        paragraph("a", raw("html", " <!-- b -->"), raw("html", "<br>"), raw("tex", "<!-- tex -->")),
    ]

    cleaned = without_comments(tree)

    assert cleaned == [paragraph("a", raw("html", "<br>"), raw("tex", "<!-- tex -->"))]
    assert raw_texts(cleaned) == [("html", "<br>"), ("tex", "<!-- tex -->")]
