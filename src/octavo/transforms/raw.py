"""Raw content: comments go, everything else would reach only one of the editions."""

from octavo.ast import Node, holds, iter_nodes, map_nodes

_RAW = frozenset({"RawBlock", "RawInline"})


def without_comments(blocks: list[Node]) -> list[Node]:
    """Drop HTML comments, which authors use for remarks to each other."""

    def change(node: Node) -> Node | list[Node]:
        is_comment = node["t"] in _RAW and node["c"][0] == "html" and node["c"][1].lstrip().startswith("<!--")
        return [] if is_comment else node

    cleaned: list[Node] = map_nodes(blocks, change) if holds(blocks, *_RAW) else blocks
    return cleaned


def raw_texts(blocks: list[Node]) -> list[tuple[str, str]]:
    """Return format and text of each piece of raw content."""
    return [(node["c"][0], node["c"][1]) for node in iter_nodes(blocks) if node["t"] in _RAW]
