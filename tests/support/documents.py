"""Documents of publications that a test lays out in a folder."""

from collections.abc import Mapping
from pathlib import Path

from octavo.load import load_publication
from octavo.model import Document
from octavo.parse import parse_rendering
from octavo.render import render_publication


def document_of(root: Path, files: Mapping[str, str]) -> Document:
    """Write files by their paths below `root` and bring the publication there up to its document."""
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    publication = load_publication(root).value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    return document
