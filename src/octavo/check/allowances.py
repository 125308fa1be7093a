"""Remarks in chapters that allow a rule to be broken name the rule and say why."""

from collections.abc import Iterator

from octavo.codes import CODES
from octavo.diagnostics import Diagnostic
from octavo.markdown import scan
from octavo.markdown.allowances import Allowance, allowances_of
from octavo.model import Publication


def check_allowances(publication: Publication) -> Iterator[Diagnostic]:
    """C019: a remark that allows nothing, since it has no rule or no reason."""
    for chapter in publication.chapters:
        code = scan(chapter.source, chapter.body_start).code
        for found in allowances_of(chapter.source, chapter.paragraphs, code, chapter.body_start):
            fault = _fault(found)
            if fault:
                yield Diagnostic(
                    "C019",
                    f"this remark {fault}",
                    found.span,
                    hint="write the rule and the reason: `<!-- allow C040: measured by the authors -->`",
                )


def _fault(found: Allowance) -> str | None:
    if found.rule not in CODES:
        return f"allows `{found.rule}`, which is no code"
    if not CODES[found.rule].is_rule:
        return f"allows {found.rule}, which is no matter of judgement"
    return None if found.reason else "gives no reason"
