"""Names in the order in which readers' programs look for them.

They look by halves, so one name out of its place can make others, and the links to them, unfindable
(ISO 32000-1, 7.9.6). WeasyPrint sorts characters, where the file's bytes count, and attachments not at all.
"""

import codecs
from typing import Any


def sort_names(pdf: Any) -> None:
    """Sort the names of places and of attached files by their bytes in the file."""
    names = pdf.catalog.get("Names", {})
    if "Dests" in names:
        _sort(names["Dests"]["Names"])
    if "EmbeddedFiles" in names:
        _sort(pdf.objects[int(names["EmbeddedFiles"].split()[0])]["Names"])


def _sort(pairs: list[Any]) -> None:
    ordered = sorted(zip(pairs[::2], pairs[1::2], strict=True), key=lambda pair: _written(pair[0].string))
    pairs[:] = [item for pair in ordered for item in pair]


def _written(name: str | bytes) -> bytes:
    """Return a string as it stands in the file (ISO 32000-1, 7.9.2.2)."""
    if isinstance(name, bytes):
        return name
    return name.encode() if name.isascii() else codecs.BOM_UTF16_BE + name.encode("utf-16-be")
