"""The least publication there is, with whatever a test adds to it."""

from collections.abc import Mapping
from pathlib import Path

METADATA = "title: A Sample\nauthor: Ada Sample\nlang: en-GB\n"
CHAPTER = "# First\n\nSome text.\n"


def write_publication(root: Path, files: Mapping[str, str]) -> Path:
    """Write a least publication into a folder, with these files added or in place of its own."""
    least = {"manuscript/metadata.yaml": METADATA, "manuscript/10-first.md": CHAPTER}
    for name, text in {**least, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return root
