"""Where the calls of own notes stand."""

import pytest

from octavo.ast import Node, plain_text
from octavo.transforms.note_places import drop_stops_behind_colons, put_behind_stops
from tests.support.trees import cite, note, paragraph, string

NOTE = note("n")


@pytest.mark.parametrize(
    ("inlines", "text"),
    [
        ([string("End"), NOTE, string(".")], "End.n"),
        ([string("End"), NOTE, string("?!"), string(" On")], "End?!n On"),
        ([string("first"), NOTE, string(", then")], "first,n then"),
        ([string("End."), NOTE, string(" On")], "End.n On"),
        ([string("End"), NOTE, string("”.")], "Endn ”."),
        ([cite("a", 1, string("Doe")), NOTE, string(".")], "Doen ."),
    ],
)
def test_calls_go_behind_stops(inlines: list[Node], text: str) -> None:
    """A stop goes before the call, but not where the note belongs to a citation right before it."""
    tree = [paragraph(*inlines)]

    put_behind_stops(tree)

    assert plain_text(tree, without=frozenset()) == text


def test_no_stop_stands_between_a_colon_and_a_call() -> None:
    """A source line that has nothing but a note ends with its colon; a stop of a sentence stays."""
    tree = [
        paragraph(string("Source:"), string("."), cite("a", 1, NOTE)),
        paragraph(string("End"), string("."), NOTE),
    ]

    drop_stops_behind_colons(tree)

    assert [len(block["c"]) for block in tree] == [2, 3]
