from typing import Any

from octavo.ast import Node, iter_nodes, plain_text, string
from octavo.transforms.title_languages import name_title_languages

FIELDS = {"most": {"title": "{М}ост открыт", "subtitle": "Хроника"}, "bridge": {"title": "A Bridge"}}


def cite(citekey: str, *content: Node) -> Node:
    """Make what citeproc makes of a citation: a note with what it says."""
    note = {"t": "Note", "c": [{"t": "Para", "c": list(content)}]}
    return {"t": "Cite", "c": [[{"citationId": citekey}], [note]]}


def emph(text: str) -> Node:
    """Set a text in italics."""
    return {"t": "Emph", "c": [string(text)]}


def marked(tree: Any) -> list[tuple[str, str]]:
    """Give language and text of each passage that has one."""
    spans = (node for node in iter_nodes(tree) if node["t"] == "Span" and node["c"][0][2])
    return [(dict(node["c"][0][2])["lang"], plain_text(node)) for node in spans]


def test_titles_say_their_language() -> None:
    """Whole, with the subtitle or short, in italics or between marks; names and other words do not."""
    quoted = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, [string("Мост открыт")]]}
    blocks = [
        {
            "t": "Para",
            "c": [
                cite("most", string("Доу,"), emph("Мост открыт: Хроника")),
                cite("most", quoted),
                cite("most", emph("Мост откр")),
                cite("most", {"t": "Span", "c": [["", [], []], [string("‘Мост открыт’")]]}),
                cite("most", emph("Мост"), emph("там же")),
                cite("bridge", emph("A Bridge")),
            ],
        }
    ]
    name_title_languages([blocks], [], FIELDS, {"most": "ru"})
    assert marked(blocks) == [
        ("ru", "Мост открыт: Хроника"),
        ("ru", "Мост открыт"),
        ("ru", "Мост откр"),
        ("ru", "‘Мост открыт’"),
    ]


def test_entries_of_the_list_are_marked_once() -> None:
    """The list of sources is marked as notes are, and a second time changes nothing."""
    entry = {"t": "Div", "c": [["ref-most", [], []], [{"t": "Para", "c": [emph("Мост открыт")]}]]}
    for _ in range(2):
        name_title_languages([], [entry], FIELDS, {"most": "ru"})
    assert marked([entry]) == [("ru", "Мост открыт")]
