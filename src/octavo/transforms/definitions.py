"""Definitions of more than one paragraph, which Pandoc's reader runs together."""

from octavo.ast import Node, holds, map_nodes


def part_definitions(blocks: list[Node]) -> list[Node]:
    """Make paragraphs of the texts of a definition that has several: `Plain` has no end of its own."""

    def change(node: Node) -> Node:
        if node["t"] != "DefinitionList":
            return node
        items = [[term, [_parted(definition) for definition in texts]] for term, texts in node["c"]]
        return {"t": "DefinitionList", "c": items}

    parted: list[Node] = map_nodes(blocks, change) if holds(blocks, "DefinitionList") else blocks
    return parted


def _parted(definition: list[Node]) -> list[Node]:
    texts = [block for block in definition if block["t"] in {"Plain", "Para"}]
    if len(texts) < 2:
        return definition
    return [{**block, "t": "Para"} if block["t"] == "Plain" else block for block in definition]
