"""Objects of a PDF in the making."""

from typing import Any


def object_of(pdf: Any, reference: bytes) -> Any:
    """Return the object that a reference such as `12 0 R` names (ISO 32000-1, 7.3.10)."""
    return pdf.objects[int(reference.split()[0])]
