"""Check: what is wrong with a publication that could be loaded. Pure: no disk, no clock."""

from collections.abc import Callable, Iterable

from octavo.check.allowances import check_allowances
from octavo.check.chapters import check_brackets, check_identifiers, check_titles
from octavo.check.characters import check_characters, check_file_names
from octavo.check.citations import check_citekeys, check_uncited
from octavo.check.claims import CLAIM_RULES
from octavo.check.contrast import check_contrast
from octavo.check.entries import check_fields, check_languages
from octavo.check.images import check_alt_texts, check_images
from octavo.check.labels import check_labels
from octavo.check.letters import check_letters
from octavo.check.names import check_names
from octavo.check.quotations import check_quotations
from octavo.check.sources import SOURCE_RULES
from octavo.check.style import check_style
from octavo.check.styles import check_type_styles
from octavo.check.uncited import check_statements
from octavo.diagnostics import Diagnostic, in_order
from octavo.model import Publication

__all__ = ["RULES", "check_publication"]

Rule = Callable[[Publication], Iterable[Diagnostic]]

RULES: tuple[Rule, ...] = (
    check_style,
    check_titles,
    check_identifiers,
    check_brackets,
    check_labels,
    check_letters,
    check_type_styles,
    check_characters,
    check_file_names,
    check_citekeys,
    check_uncited,
    check_statements,
    *CLAIM_RULES,
    check_fields,
    check_languages,
    *SOURCE_RULES,
    check_quotations,
    check_images,
    check_alt_texts,
    check_names,
    check_contrast,
    check_allowances,
)


def check_publication(publication: Publication) -> tuple[Diagnostic, ...]:
    """Apply every rule; the diagnostics come in the order of files and places."""
    return tuple(in_order(found for rule in RULES for found in rule(publication)))
