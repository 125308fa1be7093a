"""Citations within notes read as notes do."""

import pytest

from octavo.ast import Node, plain_text, words
from octavo.transforms.cited_notes import keep_apart, read_cited_notes
from tests.support.trees import cite, note, paragraph, string

STOPS = '<style><citation><layout suffix="."><text term="ibid"/></layout></citation></style>'
NO_STOPS = '<style><citation><layout delimiter="; "><text term="ibid"/></layout></citation></style>'
NO_IBID = STOPS.replace("<text ", '<text strip-periods="true" ')
SPACE: Node = {"t": "Space"}
GAP: Node = {"t": "Str", "c": ""}


def cited(*inlines: Node | str) -> Node:
    """Make a citation in a note as citeproc leaves it."""
    content = [part for item in inlines for part in (words(item) if isinstance(item, str) else [item])]
    return cite("a", 1, string("("), *content, string(")"))


def quoted(text: str, *, stop_was_within: bool) -> list[Node]:
    """Make a title in quotation marks, from which citeproc took a stop, or behind which it did."""
    inner = [GAP, string("”")] if stop_was_within else [string("”")]
    return [{"t": "Span", "c": [["", [], []], [string("“"), *words(text), *[dict(item) for item in inner]]]}]


def read(*inlines: Node | str, style: str = STOPS) -> str:
    """Give the text of a note."""
    made = note(*inlines)
    keep_apart([paragraph(made)])
    read_cited_notes([paragraph(made)], style)
    return plain_text(made["c"])


@pytest.mark.parametrize(
    ("inlines", "expected"),
    [
        (("See", SPACE, cited("Roe"), SPACE, "and", SPACE, cited("Doe"), string(".")), "See Roe and Doe."),
        (("See", SPACE, cited("Roe")), "See Roe."),
        (("See", SPACE, cited("ibid")), "See ibid."),
        (("See", SPACE, cited("ibid"), SPACE, "and", SPACE, cited("Doe")), "See ibid. and Doe."),
        (("See", SPACE, cited("ibid"), string(".")), "See ibid."),
        (("Compare it.", SPACE, cited("see ibid")), "Compare it. See ibid."),
        (("Cf.", SPACE, cited("ibid")), "Cf. ibid."),
        ((cited("ibid"), SPACE, "Compare it."), "Ibid. Compare it."),
        ((cited("Roe"), SPACE, "Compare it."), "Roe. Compare it."),
        ((cited("Roe"), SPACE, "and others."), "Roe and others."),
        (("As", SPACE, string("("), cited("Roe"), string("),"), SPACE, "so."), "As (Roe), so."),
        ((cited("Why Not?"), string(".")), "Why Not?"),
        (("It was close", SPACE, cited("Roe"), string(".")), "It was close (Roe)."),
        (("It was close", SPACE, cited("Why Not?")), "It was close (Why Not?)."),
        (
            ("It was close", SPACE, cited("ibid"), SPACE, "and", SPACE, cited("Doe")),
            "It was close (ibid.) and Doe.",
        ),
        (
            ("Так було", SPACE, cited("Roe"), string(";"), SPACE, "див.", SPACE, cited("Doe"), string(".")),
            "Так було (Roe); див. Doe.",
        ),
        (
            ("Sources:", SPACE, cited("Roe"), string(","), SPACE, cited("Doe"), string(".")),
            "Sources: Roe, Doe.",
        ),
    ],
)
def test_citations_read_as_notes_do(inlines: tuple[Node | str, ...], expected: str) -> None:
    """Parentheses behind a statement only; a stop at the end, once; a capital where a sentence begins."""
    assert read(*inlines) == expected


def test_stops_stand_where_the_style_has_them() -> None:
    """Where citeproc took its stop from within the quotation marks, stops and commas go there again."""
    within = cite("a", 1, string("("), *quoted("Nothing", stop_was_within=True), string(")"))
    behind = cite("a", 1, string("("), *quoted("Nothing", stop_was_within=False), string(")"))

    assert read("See", SPACE, within, string(".")) == "See “Nothing.”"
    assert read("See", SPACE, behind, string(".")) == "See “Nothing”."


def test_a_comma_goes_within_quotation_marks_too() -> None:
    """Commas follow the same custom as stops."""
    within = cite("a", 1, string("("), *quoted("Nothing", stop_was_within=True), string(")"))

    assert read("See", SPACE, within, string(","), SPACE, "again.") == "See “Nothing,” again."


def test_a_style_without_stops_gets_none() -> None:
    """Some styles end no note with a stop."""
    assert read("See", SPACE, cited("Roe"), style=NO_STOPS) == "See Roe"


def test_ibid_is_as_the_style_has_it() -> None:
    """Some styles print "ibid" bare."""
    assert read("See", SPACE, cited("ibid"), SPACE, "there.", style=NO_IBID) == "See ibid there."


def test_a_name_in_the_sentence_stays() -> None:
    """An author named in a note keeps the name, without a comma before a parenthesis."""
    named = cite("a", 1, string("Roe"), string(","), SPACE, string("(n 1)"))
    named["c"][0][0]["citationMode"] = {"t": "AuthorInText"}

    assert read("As", SPACE, named, SPACE, "says.") == "As Roe (n 1) says."


def test_what_citeproc_made_itself_is_left() -> None:
    """The note of a citation in the text is as the style wants it; so is a citation in the text."""
    made = paragraph(cite("a", 1, note(string("(Roe)"))), SPACE, cited("Doe"))

    read_cited_notes([made], STOPS)

    assert plain_text(made, without=frozenset()) == "(Roe) (Doe)"
