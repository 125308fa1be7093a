"""Chapters through Jinja2."""

import pytest

from octavo.render import render_publication
from octavo.render.chapters import render_chapter
from octavo.source import Position
from tests.support.models import make_bibliography, make_chapter, make_metadata, make_publication, make_table

HEAD = "---\nmatter: main\n---\n"


def test_a_chapter_prints_data() -> None:
    """Values, loops, metadata and extras are printed; nothing is escaped; the last line end stays."""
    loop = "{% for row in data.loans %}\n- {{ row.sum }} & {{ extra.x }}\n{% endfor %}\n"
    text = HEAD + "# {{ metadata.title }}\n\n" + loop
    publication = make_publication(
        make_chapter(text),
        data={"loans": make_table("loans", [{"sum": 5}, {"sum": 7}])},
        metadata=make_metadata(extra={"x": "<y>"}),
    )

    found = render_chapter(publication.chapters[0], publication)

    assert found.diagnostics == ()
    assert found.value.markdown == "# A Made-Up Report\n\n- 5 & <y>\n- 7 & <y>\n"


def test_a_column_may_be_called_like_a_method_of_python() -> None:
    """`row.items` is the value of that name; methods of a mapping without such a name can be called."""
    publication = make_publication(
        make_chapter("{{ data.t.items }} {{ data.t.keys() | list }} {{ data.t.gap or 'none' }}\n"),
        data={"t": make_table("t", {"items": 5, "gap": None})},
    )

    markdown = render_chapter(publication.chapters[0], publication).value.markdown

    assert markdown == "5 ['items', 'gap'] none\n"


def test_attributes_and_comments_are_told_apart() -> None:
    """`{#id}` is Pandoc's; only `{## … ##}` is a comment."""
    publication = make_publication(make_chapter("# A {#sec:a}\n{## not for readers ##}\nText.\n"))

    assert render_chapter(publication.chapters[0], publication).value.markdown == "# A {#sec:a}\nText.\n"


def test_the_rendered_text_says_what_it_cites_and_shows() -> None:
    """Citations and images that templates print are found as well as written ones."""
    text = "{{ '[@' ~ data.key ~ ']' }} and [@roe1999] ![A]({{ data.file }}) ![A](a.png)\n"
    publication = make_publication(
        make_chapter(text),
        data={"key": make_table("key", "doe2020"), "file": make_table("file", "a.png")},
        bibliography=make_bibliography("doe2020", "roe1999"),
    )

    found = render_chapter(publication.chapters[0], publication)

    assert found.diagnostics == ()
    assert found.value.citekeys == {"doe2020", "roe1999"}
    assert found.value.images == ("a.png",)


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("A\n{% for x in data.y %}\nB\n", "R001", 6),
        ("A\n\nB {{ 1 + }}\n", "R001", 6),
        ("A\nB {{ data.gone }}\n", "R002", 5),
        ("{{ nobody }}\n", "R002", 4),
        ("A\n\n{{ 1 / 0 }}\n", "R002", 6),
        ("{{ ''.__class__.__mro__ }}\n", "R002", 4),
        ("{% include '/etc/passwd' %}\n", "R002", 4),
        ("{{ data.update({'a': 1}) }}\n", "R002", 4),
        ("A\n{{ data.keys }}\n", "R002", 5),
        ("{{ none }}\n", "R002", 4),
    ],
)
def test_a_template_fault_has_its_line(text: str, code: str, line: int) -> None:
    """R001 and R002 stand on the author's line, counted with the chapter's own metadata block."""
    publication = make_publication(make_chapter(HEAD + text))

    found = render_chapter(publication.chapters[0], publication)

    (diagnostic,) = found.diagnostics
    assert diagnostic.span
    assert (diagnostic.code, diagnostic.span.first.line) == (code, line)
    assert not diagnostic.message.endswith(".")
    assert found.value.markdown == text


def test_an_unknown_citation_from_data_points_into_the_data() -> None:
    """R003 stands where the data hold the citekey, and not on a longer word that contains it."""
    data = make_table("steps", [{"source": "doe202"}], "- source: doe2020x\n- source: doe202\n")
    publication = make_publication(
        make_chapter("{% for row in data.steps %}[@{{ row.source }}]{% endfor %}\n"),
        data={"steps": data},
        bibliography=make_bibliography("doe2020"),
    )

    (diagnostic,) = render_chapter(publication.chapters[0], publication).diagnostics

    assert diagnostic.span
    assert (diagnostic.code, diagnostic.path) == ("R003", "manuscript/data/steps.yaml")
    assert (diagnostic.span.text, diagnostic.span.first) == ("doe202", Position(2, 11))
    assert diagnostic.hint == "did you mean `@doe2020`?"


def test_an_unknown_citation_that_no_data_hold_names_the_chapter() -> None:
    """R003 falls back on the chapter when a template made the citekey up."""
    publication = make_publication(make_chapter("{{ '[@' ~ 'zz' ~ '99]' }}\n"))

    (diagnostic,) = render_chapter(publication.chapters[0], publication).diagnostics

    assert (diagnostic.code, diagnostic.span, diagnostic.path) == ("R003", None, "manuscript/10-first.md")


def test_all_chapters_speak_at_once() -> None:
    """A fault in one chapter hides none in another, and the rendering stays whole."""
    chapters = [make_chapter("{{ a }}\n"), make_chapter("Good.\n"), make_chapter("{% if %}\n")]

    found = render_publication(make_publication(*chapters))

    assert [diagnostic.code for diagnostic in found.diagnostics] == ["R002", "R001"]
    assert len(found.value.chapters) == 3
