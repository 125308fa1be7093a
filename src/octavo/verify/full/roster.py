"""All validators, in the order in which their answers are told."""

from octavo.model import Format
from octavo.verify.full.ace import ACE
from octavo.verify.full.docx_package import DOCX_PACKAGE
from octavo.verify.full.epub_rules import EPUB_RULES
from octavo.verify.full.epubcheck import EPUBCHECK
from octavo.verify.full.openxml import OPENXML_AUDIT
from octavo.verify.full.soundness import SOUNDNESS
from octavo.verify.full.validator import Validator
from octavo.verify.full.verapdf import VERAPDF

ROSTER: tuple[Validator, ...] = (
    VERAPDF,
    SOUNDNESS,
    EPUBCHECK,
    ACE,
    EPUB_RULES,
    OPENXML_AUDIT,
    DOCX_PACKAGE,
)


def validators_of(format_: Format) -> tuple[Validator, ...]:
    """Give those that look at files of a format."""
    return tuple(validator for validator in ROSTER if validator.format == format_)
