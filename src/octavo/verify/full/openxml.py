"""Does Word open a document without complaint? openxml-audit knows the schemas and rules of Office.

It is a Python package, for tests and for `octavo verify` alone. What a document may fetch or run is looked at
elsewhere: openxml-audit warns of every link to a web page.
"""

import importlib.util
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from lxml import etree

from octavo.codes import Severity
from octavo.ooxml import Element, Parts, named, parse, read_parts, text_of
from octavo.verify.full.openxml_words import words_for
from octavo.verify.full.validator import Answer, Fault, NotChecked, Unreadable, Validator

_PACKAGE = "openxml_audit"
_STEP = re.compile(r"([^/\[\]]+)\[(\d+)\]")
_MOST_LETTERS = 300


def examine(path: Path) -> Answer:
    """Ask openxml-audit about a DOCX."""
    if importlib.util.find_spec(_PACKAGE) is None:
        cure = "run `make verify`, or install the Python package `openxml-audit`"
        raise NotChecked("openxml-audit is not installed", cure)
    from openxml_audit import (  # type: ignore[import-untyped]
        FileFormat,
        OpenXmlValidator,
        PackageValidationError,
    )

    try:
        result = OpenXmlValidator(FileFormat.OFFICE_2019).validate(path)
    except PackageValidationError as error:
        raise Unreadable(str(error)) from error
    errors = [error for error in result.errors if error.severity.value != "info"]
    return Answer(tuple(_faults(path, errors)))


def _faults(path: Path, errors: Sequence[Any]) -> list[Fault]:
    """Give a fault for each error; where two rules say the same, the one that knows the place."""
    parts = read_parts(path) if errors else {}
    found = [_fault(parts, error) for error in errors]
    placed = {fault.message for fault in found if fault.near}
    known = {(fault.message, fault.near): fault for fault in reversed(found)}
    return [fault for fault in reversed(known.values()) if fault.near or fault.message not in placed]


def _fault(parts: Parts, error: Any) -> Fault:
    part, wording = error.part_uri.lstrip("/"), words_for(error.error_type.value, error.description)
    return Fault(
        "V065",
        f"openxml-audit {error.id or error.error_type.value}",
        wording.message,
        wording.hint,
        said=error.description,
        place=f"`{part}`" if part else "",
        near=tuple(_words(parts.get(part, b""), error.path)),
        severity=Severity.ERROR if error.severity.value == "error" else Severity.WARNING,
    )


def _words(part: bytes, path: str) -> Iterator[str]:
    """Yield the text of the paragraph that a path such as `/document[1]/body[1]/p[22]/r[7]` leads into."""
    try:
        tree = parse(part)
    except (etree.XMLSyntaxError, ValueError):
        return
    paragraph = None
    for name, place in _STEP.findall(path)[1:]:
        same = [child for child in tree if etree.QName(child).localname == name] if len(tree) else []
        if len(same) < int(place):
            break
        tree = same[int(place) - 1]
        paragraph = tree if tree.tag == named("w:p") else paragraph
    if paragraph is not None:
        yield from (text[:_MOST_LETTERS] for text in map(text_of, _around(paragraph)) if text)


def _around(paragraph: Element) -> Iterator[Element]:
    """Yield a paragraph, and those before and after it, for one without words."""
    yield paragraph
    yield from (item for item in (paragraph.getprevious(), paragraph.getnext()) if item is not None)


OPENXML_AUDIT = Validator(
    name="openxml-audit", format="docx", promise="Office Open XML", examine=examine, is_sheltered=True
)
