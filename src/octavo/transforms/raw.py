"""Raw content: comments go, everything else would reach only one of the editions."""

from typing import Any

from octavo.ast import Node, holds, iter_nodes

_STOPS = (".", ",", ";", ":", "!", "?", "…", ")")
_RAW = frozenset({"RawBlock", "RawInline"})


def without_comments(blocks: list[Node]) -> list[Node]:
    """Drop HTML comments, which authors use for remarks to each other, with the space before them."""
    cleaned: list[Node] = _cleaned(blocks) if holds(blocks, *_RAW) else blocks
    return cleaned


def _cleaned(tree: Any) -> Any:
    if isinstance(tree, dict):
        return {key: _cleaned(value) for key, value in tree.items()}
    if not isinstance(tree, list):
        return tree
    kept: list[Any] = []
    for index, item in enumerate(tree):
        if not _is_comment(item):
            kept.append(_cleaned(item))
        elif kept and _is_space(kept[-1]) and not _begins_word(tree[index + 1 :]):
            kept.pop()
    return kept


def _is_comment(item: Any) -> bool:
    is_raw = isinstance(item, dict) and item.get("t") in _RAW
    return is_raw and item["c"][0] == "html" and item["c"][1].lstrip().startswith("<!--")


def _is_space(item: Any) -> bool:
    return isinstance(item, dict) and item.get("t") in {"Space", "SoftBreak"}


def _begins_word(after: list[Any]) -> bool:
    """Tell whether a word follows at once: all but a space, a stop or the end."""
    item = next((item for item in after if not _is_comment(item)), None)
    if item is None or _is_space(item):
        return False
    return not (item.get("t") == "Str" and item["c"].startswith(_STOPS))


def raw_texts(blocks: list[Node]) -> list[tuple[str, str]]:
    """Return format and text of each piece of raw content."""
    return [(node["c"][0], node["c"][1]) for node in iter_nodes(blocks) if node["t"] in _RAW]
