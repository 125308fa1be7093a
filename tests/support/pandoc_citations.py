"""The citations of a Markdown text as Pandoc's own reader finds them."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import pypandoc

READER = "markdown-yaml_metadata_block-pandoc_title_block"


def pandoc_citekeys(text: str) -> list[str]:
    """Give the citekeys in Pandoc's tree, in its order."""
    command = [pypandoc.get_pandoc_path(), "--from", READER, "--to", "json"]
    result = subprocess.run(command, input=text.encode(), capture_output=True, check=True)
    return list(_iter_citekeys(json.loads(result.stdout)["blocks"]))


def _iter_citekeys(node: Any) -> Iterator[str]:
    if isinstance(node, list):
        for item in node:
            yield from _iter_citekeys(item)
    elif isinstance(node, dict) and node.get("t") == "Cite":
        for citation in node["c"][0]:
            yield from _iter_citekeys(citation["citationPrefix"])
            yield citation["citationId"]
            yield from _iter_citekeys(citation["citationSuffix"])
    elif isinstance(node, dict):
        yield from _iter_citekeys(node.get("c"))
