from typing import Any

import pytest

from octavo.ast import iter_nodes, plain_text
from octavo.model import Captioned, Equation, Heading
from octavo.transforms.references import (
    Name,
    fill_headings,
    fill_references,
    mark_references,
    mixed_citations,
    names_of,
)

NAMES = {
    "fig:a": Name("Figure", "1"),
    "tbl:b": Name("Table", "2"),
    "sec:c": Name("Section", "", "The river"),
}


def cite(*labels: str, mode: str = "NormalCitation", prefix: str = "", suffix: str = "") -> dict[str, Any]:
    """Make a citation as Pandoc reads it."""
    items = [
        {
            "citationId": label,
            "citationPrefix": [{"t": "Str", "c": prefix}] if prefix else [],
            "citationSuffix": [{"t": "Str", "c": suffix}] if suffix else [],
            "citationMode": {"t": mode},
        }
        for label in labels
    ]
    return {"t": "Cite", "c": [items, [{"t": "Str", "c": "as typed"}]]}


def read(*inlines: dict[str, Any]) -> str:
    """Give the text of a paragraph after its references were made."""
    blocks = mark_references([{"t": "Para", "c": list(inlines)}])
    fill_references(blocks, NAMES)
    return plain_text(blocks)


@pytest.mark.parametrize(
    ("expected", "node"),
    [
        ("Figure\N{NO-BREAK SPACE}1", cite("fig:a", mode="AuthorInText")),
        ("1", cite("fig:a", mode="SuppressAuthor")),
        ("Figure\N{NO-BREAK SPACE}1, Table\N{NO-BREAK SPACE}2", cite("fig:a", "tbl:b")),
        ("see Figure\N{NO-BREAK SPACE}1, left", cite("fig:a", prefix="see", suffix=", left")),
        ("“The river”", cite("sec:c")),
        ("The river", cite("sec:c", mode="SuppressAuthor")),
    ],
)
def test_texts(expected: str, node: dict[str, Any]) -> None:
    """A reference says word and number, the number alone, or a title where there is no number."""
    assert expected.replace("\N{NO-BREAK SPACE}", " ") == " ".join(read(node).split())


def test_word_and_number_stay_together() -> None:
    """No line ends between the word and the number."""
    blocks = mark_references([{"t": "Para", "c": [cite("fig:a")]}])
    fill_references(blocks, NAMES)

    assert [node["c"] for node in iter_nodes(blocks) if node["t"] == "Str"] == ["Figure\N{NO-BREAK SPACE}1"]


def test_page_is_asked_for() -> None:
    """The class `page` around one reference passes to its link; around other text it stays."""
    asked = {"t": "Span", "c": [["", ["page"], []], [cite("fig:a", mode="AuthorInText")]]}
    other = {"t": "Span", "c": [["", ["page"], []], [{"t": "Str", "c": "x"}]]}
    (paragraph,) = mark_references([{"t": "Para", "c": [asked, other]}])

    assert [node["t"] for node in paragraph["c"]] == ["Link", "Span"]
    assert paragraph["c"][0]["c"][0] == ["", ["cross-reference", "with-page"], [["kind", "figure"]]]


def test_sources_are_left_to_citeproc() -> None:
    """A citation of sources stays; of one of both the labels are named, and citeproc does not see them."""
    blocks = [{"t": "Para", "c": [cite("doe2020"), cite("doe2020", "fig:a")]}]

    assert mixed_citations(blocks) == ["fig:a"]
    assert mark_references(blocks) == [{"t": "Para", "c": [cite("doe2020"), cite("doe2020")]}]


def test_unknown_labels_are_told() -> None:
    """What no name is known for is returned once and keeps what was typed."""
    blocks = mark_references([{"t": "Para", "c": [cite("eq:z"), cite("eq:z")]}])

    assert fill_references(blocks, NAMES) == ["eq:z"]
    assert plain_text(blocks) == "@eq:z@eq:z"


def test_headings_have_plain_text() -> None:
    """A reference in a heading is written out, not linked; other links of the heading stay."""
    other = {"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "x"}], ["https://x.example", ""]]}
    heading = {"t": "Header", "c": [1, ["", [], []], [cite("fig:a"), other]]}
    blocks = mark_references([heading, {"t": "Para", "c": [cite("fig:a")]}])

    assert fill_headings(blocks, NAMES) == []
    assert [node["t"] for node in blocks[0]["c"][2]] == ["Str", "Link"]
    assert plain_text(blocks) == "Figure 1x @fig:a"


def test_quotation_marks_in_a_title_are_inner_ones() -> None:
    """A title in quotation marks has the other kind within."""
    blocks = mark_references([{"t": "Para", "c": [cite("sec:q")]}])
    fill_references(blocks, {"sec:q": Name("Section", "", "About “us”")})

    assert plain_text(blocks) == "“About ‘us’”"


def test_no_link_stands_in_a_link() -> None:
    """A reference in the words of another link is text: a link leads to one place."""
    link = {"t": "Link", "c": [["", [], []], [cite("fig:a")], ["#place", ""]]}
    blocks = mark_references([{"t": "Para", "c": [link]}])

    assert fill_references(blocks, NAMES) == []
    assert [node["t"] for node in iter_nodes(blocks)] == ["Para", "Link", "Str"]
    assert plain_text(blocks) == "Figure 1"


def test_brackets_after_a_label_are_text() -> None:
    """Pandoc takes them for the place in a source; a label has none."""
    blocks = mark_references([{"t": "Para", "c": [cite("fig:a", mode="AuthorInText", suffix="left")]}])
    fill_references(blocks, NAMES)

    assert plain_text(blocks) == "Figure 1 [left]"


def test_names() -> None:
    """Captions and formulas are called by word and number, chapters and sections as they are numbered."""
    names = names_of(
        [Captioned("table", 3, "tbl:x", "Table 3. X")],
        [Equation(1, "eq:y", "y")],
        [Heading(1, "sec:one", "1 One", 0), Heading(2, "sec:two", "Two", 0)],
        {"sec:one": "1"},
        {"table": "Table", "equation": "Equation", "chapter": "Chapter", "section": "Section"},
    )

    assert names == {
        "tbl:x": Name("Table", "3"),
        "eq:y": Name("Equation", "1"),
        "sec:one": Name("Chapter", "1", "1 One"),
        "sec:two": Name("Section", "", "Two"),
    }


def test_a_citation_in_a_heading_stays_as_it_is() -> None:
    """Nodes that are no cross-references, such as the mode of a citation, keep their places."""
    inner = cite("roe1999")
    heading = {"t": "Header", "c": [1, ["a", [], []], [{"t": "Note", "c": [inner]}]]}

    assert fill_headings([heading], NAMES) == []
    modes = [
        item["citationMode"] for node in iter_nodes(heading) if node["t"] == "Cite" for item in node["c"][0]
    ]
    assert modes == [{"t": "NormalCitation"}]
