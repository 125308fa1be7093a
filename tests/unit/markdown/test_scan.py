"""What the scanner finds besides citekeys; tests/properties compares those with Pandoc."""

import pytest

from octavo.markdown import scan
from octavo.source import SourceFile


def found_in(text: str, start: int = 0) -> tuple[list[str], list[tuple[str, str]], list[str]]:
    """Give citekeys, images as (target, alternative text), and identifiers."""
    found = scan(SourceFile("manuscript/10-first.md", text), start)
    return (
        [citation.citekey for citation in found.citations],
        [(image.target, image.alt) for image in found.images],
        [named.name for named in found.identifiers],
    )


@pytest.mark.parametrize(
    ("text", "image"),
    [
        ("![A caption](a.svg)", ("a.svg", "A caption")),
        ("![](a.svg)", ("a.svg", "")),
        ('![A caption](a.svg "Title"){alt="What it shows" width=50%}', ("a.svg", "What it shows")),
        ('![A](a.svg){#fig:a alt=""}', ("a.svg", "")),
        ("![A](<a b.svg>)", ("a b.svg", "A")),
        ("![A](a b.svg 'Title')", ("a b.svg", "A")),
        ("![A](a_(b).svg)", ("a_(b).svg", "A")),
        ("![A [b] `]` c](a.svg)", ("a.svg", "A [b] `]` c")),
        ("![A\n  b](a.svg)", ("a.svg", "A b")),
        ("> - ![A](a.svg)", ("a.svg", "A")),
        ("[![A](a.svg)](https://example.org)", ("a.svg", "A")),
        ("![A][pic]\n\n[pic]: a.svg 'Title'", ("a.svg", "A")),
        ("![Pic]\n\n[pic]: <a b.svg>", ("a b.svg", "Pic")),
        ("![A](){alt='x'}", ("", "x")),
    ],
)
def test_images(text: str, image: tuple[str, str]) -> None:
    """An image has its target as it stands, and what a reader who cannot see it is told."""
    assert [image] == found_in(text)[1]


def test_only_an_empty_text_behind_empty_brackets_says_that_an_image_adorns() -> None:
    """An image that has a caption, or of which nothing is said, is no decoration."""
    texts = ('![](a.svg){alt=""}', '![A](a.svg){alt=""}', "![](a.svg)", '![](a.svg){alt="A"}')
    assert [scan(SourceFile("a.md", text), 0).images[0].is_decorative for text in texts] == [
        True,
        False,
        False,
        False,
    ]


@pytest.mark.parametrize(
    "text", ["`![A](a.svg)`", "    ![A](a.svg)", "\\![A](a.svg)", "![A] (a.svg)", "[A](a.svg)"]
)
def test_no_images(text: str) -> None:
    """Code, escapes and links show nothing."""
    assert found_in(text)[1] == []


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("{{ data.x }} @a {% if x %}@b{% endif %} {## @c ##}", ["a", "b"]),
        ('{{ "@a" }} [@{{ key }}] @a{{ suffix }}', []),
        ("{% set a = '%}' %}@b", ["b"]),
        ("{% raw %}@a `@b`{% endraw %}", ["a"]),
        ("`{{` @a `}}` @b", ["b"]),
        ("{#sec:@a}", []),
        ("# {% if x %}Title{% endif %} @a", ["a"]),
        ("text\n{% for x in y %}\n@a\n\n    code @b\n{% endfor %}\n", ["a"]),
    ],
)
def test_templates(text: str, keys: list[str]) -> None:
    """Jinja2 is no Markdown: it cites nothing by itself, and what it prints is not known yet."""
    assert keys == found_in(text)[0]


def test_notes_count_where_they_are_written() -> None:
    """A note's citations come at the place of its text, not of its call."""
    assert found_in("x[^1] @b\n\n[^1]: @a\n\n    more @c\n")[0] == ["b", "a", "c"]


def test_start() -> None:
    """The scan begins at an offset; places are those of the whole file."""
    text = "---\nnote: @a\n---\n\nSee @b.\n"
    found = scan(SourceFile("manuscript/10-first.md", text), 17)
    assert [(c.citekey, c.span.first.line, c.span.first.column) for c in found.citations] == [("b", 5, 6)]


@pytest.mark.parametrize(
    ("text", "opening", "level"),
    [
        ("", None, 0),
        ("\n\n# Title\n", "# Title", 1),
        ("Title\n===\n", "Title", 1),
        ("### Third\n", "### Third", 3),
        ("    code\n", "code", 0),
        ("<!-- a\n\nb -->\n# Title\n", "# Title", 1),
    ],
)
def test_opening(text: str, opening: str | None, level: int) -> None:
    """The first line with text, and its level when it is a heading."""
    found = scan(SourceFile("manuscript/10-first.md", text))
    assert (opening, level) == (found.opening and found.opening.text, found.opening_level)


def test_long_texts_are_quick() -> None:
    """Nesting without end neither hangs nor exhausts the stack."""
    for piece in ("[", "> ", "- ", "a. ", "`a", "{{ ", "$a ", "<a ", "![a](", "\\a{", "*a", "(a"):
        assert found_in(piece * 2000)[1] == []


def test_crowded_brackets_are_shown_once() -> None:
    """The eleventh open bracket is shown, not each that follows."""
    found = scan(SourceFile("manuscript/10-first.md", "x " + "[" * 40))
    assert [(span.start, span.text) for span in found.crowds] == [(12, "[")]


def test_code() -> None:
    """Code is found in lines, in fences and by its indent, also in lists; what looks like it is not."""
    text = "# A\n\nRun `a b`, ``c ` d``.\n\n- x\n\n  ~~~\n  e\n  ~~~\n\nText \\`no`.\n\n    f\n\n```\nopen\n"

    assert [span.text.strip() for span in scan(SourceFile("manuscript/10-first.md", text)).code] == [
        "`a b`",
        "``c ` d``",
        "e",
        "f",
    ]
