"""Trees in several languages become one."""

import pytest

from octavo.ast import Node, div, plain_text, words
from octavo.transforms.own_languages import PART, in_own_languages, part_citations, without_parts
from tests.support.trees import cite, note, paragraph, string


def clusters(*citekeys: str, mode: str = "NormalCitation") -> Node:
    """Make a citation of sources that prints nothing yet."""
    node = cite(citekeys[0], 1)
    node["c"][0] = [{**node["c"][0][0], "citationId": key, "citationMode": {"t": mode}} for key in citekeys]
    return node


def tree(word: str, *cites: tuple[str, ...]) -> list[Node]:
    """Make a text whose citations print the word of a language for each source, in notes."""
    blocks = []
    for citekeys in cites:
        node = clusters(*citekeys)
        node["c"][1] = [note(string(f"; {PART}".join(f"{key} {word}" for key in citekeys) + "."))]
        blocks.append(paragraph(node))
    entries = sorted({key for citekeys in cites for key in citekeys})
    return [*blocks, *(div([paragraph(f"{key} {word}")], f"ref-{key}", ["csl-entry"]) for key in entries)]


def told(blocks: list[Node]) -> list[str]:
    """Tell the text of each block with its notes."""
    return [plain_text(block, without=frozenset()) for block in without_parts(blocks)]


LANGUAGES = {"u": "uk", "r": "ru"}


def test_each_source_is_by_its_own_language() -> None:
    """In notes, in citations of several sources, and in the list."""
    cites = [("e",), ("u",), ("e", "u", "r"), ("u", "u")]
    others = {"uk": tree("і", *cites), "ru": tree("и", *cites)}

    chosen = in_own_languages(tree("and", *cites), others, LANGUAGES)

    assert told(chosen) == [
        "e and.",
        "u і.",
        "e and; u і; r и.",
        "u і; u і.",
        "e and",
        "r и",
        "u і",
    ]


def test_a_name_in_the_text_stays() -> None:
    """It is part of a sentence in the publication's language; the note is not."""

    def text(word: str) -> list[Node]:
        node = clusters("u", mode="AuthorInText")
        node["c"][1] = [string(f"A {word} B"), note(f"Title, {word}.")]
        within = clusters("u", mode="AuthorInText")
        within["c"][1] = words(f"A {word} B")
        return [paragraph(node), paragraph(note(within))]

    chosen = in_own_languages(text("and"), {"uk": text("і")}, LANGUAGES)

    assert told(chosen) == ["A and BTitle, і.", "A and B"]


def test_parts_that_cannot_be_told_apart_stay() -> None:
    """A style that sorts or collapses gives no marks: the citation is the publication's."""
    plain, other = (
        [paragraph(clusters("e", "u"))],
        [paragraph(clusters("e", "u"))],
    )
    plain[0]["c"][0]["c"][1] = words("(e and u)")
    other[0]["c"][0]["c"][1] = words("(e і u)")

    assert told(in_own_languages(plain, {"uk": other}, LANGUAGES)) == ["(e and u)"]


LAYOUT = '<citation{}>{}<layout suffix="." delimiter="; {}"/></citation><layout delimiter=", "/>'


@pytest.mark.parametrize(
    ("attributes", "content", "mark"),
    [
        (' et-al-min="4"', "", PART),
        ("", "<sort><key/></sort>", ""),
        (' collapse="year"', "", ""),
    ],
)
def test_a_style_marks_the_parts_of_a_citation(attributes: str, content: str, mark: str) -> None:
    """Where the order of the parts is that of the text."""
    style = LAYOUT.format(attributes, content, "")

    assert part_citations(style) == LAYOUT.format(attributes, content, mark)
