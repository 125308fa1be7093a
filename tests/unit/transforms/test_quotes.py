"""Quotation marks are those of the language."""

import pytest

from octavo.ast import Node, plain_text, span, words
from octavo.transforms.quotes import with_own_quotes
from tests.support.trees import paragraph, string


def quoted(*inlines: Node, kind: str = "DoubleQuote") -> Node:
    """Make what Pandoc reads of straight quotation marks."""
    return {"t": "Quoted", "c": [{"t": kind}, list(inlines)]}


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("uk", "«a „b“»"),
        ("be-BY", "«a „b“»"),
        ("pl", "„a «b»”"),
        ("de-AT", "„a ‚b‘“"),
        ("fr", "« a “b” »"),
        ("en-GB", "“a ‘b’”"),
    ],
)
def test_marks_follow_the_language(lang: str, text: str) -> None:
    """A quotation within one has marks of its own."""
    inner = quoted(*words("b"), kind="SingleQuote")

    assert plain_text(with_own_quotes([paragraph(quoted(string("a "), inner))], lang)) == text


def test_words_of_another_language_have_its_marks() -> None:
    """An English phrase in a Ukrainian text is quoted as in English."""
    english = span([quoted(*words("a"))], lang="en")

    assert plain_text(with_own_quotes([paragraph(quoted(*words("б")), english)], "uk")) == "«б»“a”"
