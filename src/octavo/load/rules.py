"""Read how a publication judges what the rules find: `rules` and `exceptions` of the metadata."""

from collections.abc import Iterable

from octavo.codes import CODES
from octavo.diagnostics import nearest
from octavo.load import values
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence
from octavo.markdown.allowances import allowances_of
from octavo.model import VERDICTS, Paragraph, RuleException, Verdict
from octavo.source import SourceFile, Span

KEYS = ("rule", "at", "reason")
_EXAMPLE = "`- {rule: C002, at: sample2021, reason: cited in the next edition}`"


def read_rules(node: Node) -> dict[str, Verdict]:
    """Read verdicts by code, such as `C002: off`. Raises ValueFault."""
    if not isinstance(node, Mapping):
        raise ValueFault("is not a list of codes and verdicts", node.span, "write lines such as `C002: off`")
    verdicts: dict[str, Verdict] = {}
    for key, value in node.pairs:
        rule = _read_rule(key)
        chosen = values.read_choice(value, VERDICTS)
        verdicts[rule] = next(verdict for verdict in VERDICTS if verdict == chosen)
    return verdicts


def read_exceptions(node: Node) -> tuple[RuleException, ...]:
    """Read a list of exceptions, each with its rule, its place and its reason. Raises ValueFault."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(_read_exception(item) for item in items)


def chapter_exceptions(
    source: SourceFile, paragraphs: Iterable[Paragraph], code: Iterable[Span], start: int
) -> tuple[RuleException, ...]:
    """Return the exceptions that the remarks in a chapter make; those that are not sound make none."""
    return tuple(
        RuleException(found.rule, found.reason, found.span, covers=found.covers)
        for found in allowances_of(source, paragraphs, code, start)
        if found.reason and is_rule(found.rule)
    )


def is_rule(code: str) -> bool:
    """Tell whether a publication may judge what this code finds."""
    return code in CODES and CODES[code].is_rule


def _read_exception(node: Node) -> RuleException:
    if not isinstance(node, Mapping):
        raise ValueFault("has an exception without keys", node.span, f"write {_EXAMPLE}")
    given: dict[str, str] = {}
    for key, value in node.pairs:
        if key.text not in KEYS:
            near = nearest(key.text, KEYS)
            hint = f"did you mean `{near}`?" if near else f"write {_EXAMPLE}"
            raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)
        if key.text == "rule" and isinstance(value, Scalar):
            _read_rule(value)
        given[key.text] = values.read_text(value)
    for key_name in KEYS:
        if key_name not in given:
            raise ValueFault(f"has an exception without `{key_name}`", node.span, f"write {_EXAMPLE}")
    span = next(value.span for key, value in node.pairs if key.text == "rule")
    return RuleException(given["rule"], given["reason"], span, at=given["at"])


def _read_rule(node: Scalar) -> str:
    code = node.text
    if code not in CODES:
        near = nearest(code.upper(), CODES)
        hint = f"did you mean `{near}`?" if near else "write a code that octavo reports, such as `C002`"
        raise ValueFault(f"names `{code}`, which is no code", node.span, hint)
    if not is_rule(code):
        hint = f"mend what it finds: `octavo explain {code}` tells how"
        raise ValueFault(f"names {code}, which is no matter of judgement", node.span, hint)
    return code
