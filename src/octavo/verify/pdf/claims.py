"""What a PDF says about itself as a whole, which programs ask before they read a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import pikepdf

CONFORMANCES = ("PDF/A-3a", "PDF/UA-1")
"""What octavo promises of every PDF."""

_PARTS = {
    "PDF/A-3a": (rb"pdfaid:part\W+3\b", rb"pdfaid:conformance\W+A\b"),
    "PDF/UA-1": (rb"pdfuaid:part\W+1\b",),
}


@dataclass(frozen=True)
class Claims:
    """What is in the catalogue and the metadata of a file.

    `conformances` are those of CONFORMANCES that it claims. `attachments` are the names of attached files;
    each tells whether it belongs to the document, and how (ISO 19005-3, 6.8).
    """

    is_tagged: bool = True
    shows_title: bool = True
    conformances: tuple[str, ...] = CONFORMANCES
    attachments: Mapping[str, bool] = field(default_factory=dict)


def read_claims(pdf: pikepdf.Pdf) -> Claims:
    """Read what a file says about itself."""
    root: Any = pdf.Root
    metadata = root.Metadata.read_bytes() if "/Metadata" in root else b""
    return Claims(
        is_tagged=_is_true(root.get("/MarkInfo"), "/Marked"),
        shows_title=_is_true(root.get("/ViewerPreferences"), "/DisplayDocTitle"),
        conformances=tuple(
            name for name, parts in _PARTS.items() if all(re.search(part, metadata) for part in parts)
        ),
        attachments=dict(_attachments(root)),
    )


def _is_true(entries: Any, key: str) -> bool:
    return entries is not None and bool(entries.get(key, False))


def _attachments(root: Any) -> Iterator[tuple[str, bool]]:
    names = root.get("/Names", pikepdf.Dictionary()).get("/EmbeddedFiles", pikepdf.Dictionary())
    listed = names.get("/Names", pikepdf.Array())
    belonging = {item.objgen for item in root.get("/AF", pikepdf.Array())}
    for index in range(1, len(listed), 2):
        file = listed[index]
        yield str(file.UF), "/AFRelationship" in file and file.objgen in belonging
