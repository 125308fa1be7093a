"""What a Word document brings along, and what screen readers miss in it: octavo's own look at any DOCX.

The schemas of Office say nothing of either, and openxml-audit only warns of templates that are fetched.
"""

from pathlib import Path

from octavo.codes import Severity
from octavo.verify.docx import examine_docx
from octavo.verify.docx.word import WordFault
from octavo.verify.findings import Finding
from octavo.verify.full.validator import Answer, Fault, Unreadable, Validator

_HINTS = {
    "V022": "take it out, unless you know where it leads: it tells somebody who opens the document",
    "V023": "give it an alternative text in Word, or mark it there as decorative",
    "V024": "let the table's first row repeat as its heading row in Word, or draw it without a head",
    "V027": "do not open the document in Word before it is taken out; ask who sent it",
    "V028": "write the title into the document's properties, and choose a language for its text",
}
_MILD = frozenset({"V024"})
"""What Word itself makes of every new table."""


def examine(path: Path) -> Answer:
    """Look at a DOCX."""
    try:
        found = examine_docx(path)
    except WordFault as fault:
        raise Unreadable(str(fault)) from fault
    return Answer(tuple(_fault(finding) for finding in found))


def _fault(finding: Finding) -> Fault:
    return Fault(
        finding.code,
        f"octavo {finding.code}",
        finding.message,
        _HINTS[finding.code],
        severity=Severity.WARNING if finding.code in _MILD else Severity.ERROR,
    )


DOCX_PACKAGE = Validator(
    name="octavo",
    format="docx",
    promise="nothing that runs or is fetched, and words for every picture",
    examine=examine,
    is_sheltered=True,
)
