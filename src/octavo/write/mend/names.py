"""Names in the order in which readers' programs look for them.

They look by halves, so one name out of its place can make others, and the links to them, unfindable
(ISO 32000-1, 7.9.6). WeasyPrint sorts characters, where the file's bytes count, and attachments not at all.
Some programs go by the bytes and some by the characters, so places have names in which both are the same.
"""

import codecs
from collections.abc import Sequence
from typing import Any
from urllib.parse import quote


def sort_names(pdf: Any) -> None:
    """Sort the names of places, put into Latin letters, and of attached files by their bytes in the file."""
    names = pdf.catalog.get("Names", {})
    _spell_out(pdf, names.get("Dests", {}).get("Names", ()))
    if "Dests" in names:
        _sort(names["Dests"]["Names"])
    if "EmbeddedFiles" in names:
        _sort(pdf.objects[int(names["EmbeddedFiles"].split()[0])]["Names"])


def _spell_out(pdf: Any, pairs: Sequence[Any]) -> None:
    """Write the names of places, in place, in ASCII, wherever they stand: here and in links to them."""
    links = [item["Dest"] for item in pdf.objects if isinstance(item, dict) and "Dest" in item]
    for name in (*pairs[::2], *links):
        if isinstance(getattr(name, "string", None), str):
            name.string = "".join(char if char.isascii() else quote(char) for char in name.string)


def _sort(pairs: list[Any]) -> None:
    ordered = sorted(zip(pairs[::2], pairs[1::2], strict=True), key=lambda pair: _written(pair[0].string))
    pairs[:] = [item for pair in ordered for item in pair]


def _written(name: str | bytes) -> bytes:
    """Return a string as it stands in the file (ISO 32000-1, 7.9.2.2)."""
    if isinstance(name, bytes):
        return name
    return name.encode() if name.isascii() else codecs.BOM_UTF16_BE + name.encode("utf-16-be")
