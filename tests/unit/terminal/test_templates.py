from pathlib import Path

import pytest

from octavo.terminal.templates import (
    Template,
    copy_template,
    list_templates,
    nearest_template,
    purpose_of,
    template_lines,
    template_names,
    template_text,
)


@pytest.mark.parametrize("name", template_names())
def test_every_template_says_what_it_is_for(name: str) -> None:
    """The first comment of each file of the house style begins with its purpose."""
    assert purpose_of(template_text(name)) != ""


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("{## The made-up page. It is short. ##}\n<p>", "The made-up page. It is short."),
        ("<?xml?>\n{## What goes\n   on. ##}\n", "What goes on."),
        ("{% set a = 1 %}\n/* Rules. */ {## Not this. ##}", "Rules."),
        ("# A brand\n# made up.\nmeta:\n", "A brand made up."),
        (f"/* The first. {'And so on' * 20}. */", "The first."),
        ("<p>Nothing is said.</p>", ""),
    ],
)
def test_purpose_is_the_first_comment(text: str, purpose: str) -> None:
    """Of a template's first comment, the sentences that fit into a line tell what it is for."""
    assert purpose_of(text) == purpose


def test_what_a_publication_replaces_is_marked(tmp_path: Path) -> None:
    """A namesake of a template is marked `*`, a template of another name `+`."""
    own = tmp_path / "templates" / "pdf"
    own.mkdir(parents=True)
    (own / "text.css.j2").touch()
    (own / "tetx.css.j2").touch()
    (tmp_path / "templates" / "logo.svg").touch()

    found = list_templates(tmp_path)

    assert {item.name: item.mark for item in found if item.mark} == {
        "pdf/text.css.j2": "*",
        "pdf/tetx.css.j2": "+",
    }


def test_the_house_style_does_not_replace_itself() -> None:
    """In octavo's own repository the publication's templates are the house style: none is marked."""
    repository = Path(__file__).parents[3]

    assert {item.mark for item in list_templates(repository)} == {""}


def test_lines_are_plain_text() -> None:
    """A line has the mark, the name and the purpose; marks are explained where there are some."""
    lines = template_lines((Template("a.j2", "First."), Template("pdf/b.j2", "Second.", "*")))

    assert lines == [
        "  a.j2      First.",
        "* pdf/b.j2  Second.",
        "",
        "* replaced by a file of the publication's templates/",
    ]
    assert template_lines((Template("a.j2", "First."),)) == ["  a.j2  First."]


def test_a_name_does_not_steer_the_terminal() -> None:
    """A file that a stranger named is one line, and its controls are drawn."""
    lines = template_lines((Template("a\x1b[2J\nb.j2", "First."),))

    assert lines == ["  a␛[2J␊b.j2  First."]


def test_copy_is_the_template_and_overwrites_nothing(tmp_path: Path) -> None:
    """A copy has the bytes of the template; a file that is there stays as it is."""
    path = copy_template("pdf/text.css.j2", tmp_path)

    assert path == tmp_path / "templates" / "pdf" / "text.css.j2"
    assert path.read_text(encoding="utf-8") == template_text("pdf/text.css.j2")

    path.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsError):
        copy_template("pdf/text.css.j2", tmp_path)

    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("typed", "near"),
    [("pdf/tetx.css.j2", "pdf/text.css.j2"), ("measures", "pdf/measures.j2"), ("zzzz", None)],
)
def test_a_slip_of_the_pen_leads_to_the_nearest(typed: str, near: str | None) -> None:
    """A name that is nearly right, or right but for folder and endings, is recognised."""
    assert nearest_template(typed) == near
