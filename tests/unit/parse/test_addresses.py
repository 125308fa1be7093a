"""Where links may lead."""

import pytest

from octavo.diagnostics import Diagnostic
from octavo.parse.addresses import address_findings
from tests.support.models import make_bibliography, make_chapter, make_publication
from tests.support.trees import link, paragraph

HEAD = "---\nmatter: main\n---\n"


def findings(text: str, target: str, *, in_references: bool = False) -> list[Diagnostic]:
    """Give the findings on one link, in the one chapter or in the references."""
    publication = make_publication(make_chapter(HEAD + text), bibliography=make_bibliography("doe2020"))
    blocks = [paragraph(link(target, "x"))]
    return address_findings(publication, [[] if in_references else blocks], blocks if in_references else [])


@pytest.mark.parametrize(
    "target", ["#sec:one", "https://a.example", "HTTP://a.example/b c", "mailto:a@a.example", "tel:+123"]
)
def test_the_web_mailboxes_telephones_and_places_are_fit(target: str) -> None:
    """These lead somewhere in every edition."""
    assert findings("", target) == []


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JaVaScript:x",
        "\tjavascript:x",
        "data:text/html,x",
        "file:///a",
        "/a",
        "../a.md",
        "//a.example",
        "ftp://a.example",
        "http:///a",
        "https:a",
    ],
)
def test_all_else_is_told(target: str) -> None:
    """P009: what could run code, read a machine's files or lead nowhere stands on its address."""
    (found,) = findings(f"See [x]({target}).\n", target)

    assert found.span
    assert (found.code, found.span.first.line, found.span.text) == ("P009", 4, target)


def test_an_address_of_an_entry_is_found_there() -> None:
    """An address that citeproc printed stands in no chapter, but on the entry that has it."""
    (found,) = findings("", "doe2020", in_references=True)

    assert (found.path, found.span and found.span.text) == ("bibliography/sources.bib", "doe2020")


def test_an_address_that_a_template_made_names_the_manuscript() -> None:
    """What no text holds has no place; no place is better than a wrong one."""
    (found,) = findings("See {{ x }}.\n", "file:///a")

    assert (found.span, found.path) == (None, "manuscript")


@pytest.mark.parametrize(
    ("target", "message", "hint"),
    [
        ("www.a.example", "a link leads to `www.a.example`, where no reader can follow", "https://www.a.exa"),
        ("", "a link has no address", "`mailto:`"),
    ],
)
def test_what_is_meant_is_proposed(target: str, message: str, hint: str) -> None:
    """A forgotten scheme is proposed."""
    (found,) = findings(f"See [x]({target}).\n", target)

    assert found.message == message
    assert hint in str(found.hint)
