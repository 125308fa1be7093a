"""Does Word open a document without complaint? openxml-audit knows the schemas and rules of Office.

It is a Python package, for tests and for `octavo verify` alone.
"""

import importlib.util
from pathlib import Path
from typing import Any

from octavo.codes import Severity
from octavo.verify.full.validator import Answer, Fault, NotChecked, Unreadable, Validator

_PACKAGE = "openxml_audit"
_REPORT = "if the publication has its own `templates/docx/`, look there; else please report it"
_WORDS = {
    "package": "the Word document is not put together as one",
    "binary": "something in the Word document that is no text is damaged",
    "schema": "Word may call the document damaged: something is in it that Word does not know, or in a place "
    "where Word does not expect it",
    "semantic": "Word may call the document damaged: two of its parts contradict each other",
    "relationship": "a part of the Word document names another one that is not there",
    "markup_compatibility": "the Word document uses what only newer versions of Word know, without saying so",
}
"""What each kind of error means to an author."""


def examine(path: Path) -> Answer:
    """Ask openxml-audit about a DOCX."""
    if importlib.util.find_spec(_PACKAGE) is None:
        raise NotChecked("openxml-audit is not installed", "install the Python package `openxml-audit`")
    from openxml_audit import FileFormat, OpenXmlValidator, PackageValidationError  # type: ignore[import-untyped]

    validator = OpenXmlValidator(FileFormat.OFFICE_2019, security_validation=True)
    try:
        result = validator.validate(path)
    except PackageValidationError as error:
        raise Unreadable(str(error)) from error
    return Answer(tuple(_fault(error) for error in result.errors if error.severity.value != "info"))


def _fault(error: Any) -> Fault:
    kind = error.error_type.value
    return Fault(
        "V065",
        f"openxml-audit {error.id or kind}",
        _WORDS.get(kind, "the Word document breaks a rule of its format"),
        _REPORT,
        said=error.description,
        place=f"`{error.part_uri.lstrip('/')}`" if error.part_uri else "",
        severity=Severity.ERROR if error.severity.value == "error" else Severity.WARNING,
    )


OPENXML_AUDIT = Validator(
    name="openxml-audit", format="docx", promise="Office Open XML", examine=examine, is_sheltered=True
)
