from typing import Any

from octavo.transforms.definitions import part_definitions


def plain(text: str) -> dict[str, Any]:
    """Make a text without an end of its own."""
    return {"t": "Plain", "c": [{"t": "Str", "c": text}]}


def test_paragraphs_of_a_definition_are_parted() -> None:
    """Two texts of one definition become paragraphs; a single one stays as it was."""
    blocks = [{"t": "DefinitionList", "c": [[[], [[plain("a"), plain("b")], [plain("c")]]]]}]
    (made,) = part_definitions(blocks)

    assert [[block["t"] for block in definition] for definition in made["c"][0][1]] == [
        ["Para", "Para"],
        ["Plain"],
    ]
