"""The table of diagnostic codes: a letter for the stage, three digits, never used twice.

L load, C check, R render, P parse, W write, V verify, B publish (into `build/`).
"""

from octavo.codes.check import CHECK
from octavo.codes.claims import CLAIMS
from octavo.codes.conformance import CONFORMANCE
from octavo.codes.doctor import DOCTOR
from octavo.codes.load import LOAD
from octavo.codes.parse import PARSE
from octavo.codes.publish import PUBLISH
from octavo.codes.render import RENDER
from octavo.codes.safety import SAFETY
from octavo.codes.sources import SOURCES
from octavo.codes.table import Code, Severity
from octavo.codes.validators import VALIDATORS
from octavo.codes.verify import VERIFY
from octavo.codes.word_documents import WORD_DOCUMENTS
from octavo.codes.write import WRITE

__all__ = ["CODES", "Code", "Severity"]

CODES: dict[str, Code] = {
    **LOAD,
    **CHECK,
    **DOCTOR,
    **SOURCES,
    **SAFETY,
    **CLAIMS,
    **RENDER,
    **PARSE,
    **WRITE,
    **VERIFY,
    **WORD_DOCUMENTS,
    **CONFORMANCE,
    **VALIDATORS,
    **PUBLISH,
}
