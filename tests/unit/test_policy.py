"""How a publication judges what the rules find."""

import pytest

from octavo.codes import Severity
from octavo.diagnostics import Diagnostic
from octavo.model import RuleException
from octavo.policy import Policy
from octavo.source import SourceFile

TEXT = SourceFile("manuscript/a.md", "It grew by\nfive metres.\n\nThe end.\n")
RULE = TEXT.span(0, 2)
FOUND = Diagnostic("C002", "entry `lonely2021` is never cited", TEXT.span(3, 7))


def exception(**given: object) -> RuleException:
    """Make an exception from C002 with some of its members changed."""
    return RuleException(**{"rule": "C002", "reason": "so", "span": RULE, **given})  # type: ignore[arg-type]


def test_verdicts() -> None:
    """A rule is switched off or made graver; others stay as they are."""
    other = Diagnostic("C009", "another")

    assert Policy({"C002": "off"}, ()).judge([FOUND, other]) == [other]
    (graver,) = Policy({"C002": "error"}, ()).judge([FOUND])
    assert (graver.severity, FOUND.severity) == (Severity.ERROR, Severity.WARNING)


@pytest.mark.parametrize(
    ("at", "is_meant"),
    [
        ("lonely2021", True),
        ("lonely", False),
        ("manuscript/a.md", True),
        ("manuscript/b.md", False),
        ("grew by", True),
        ("The end", False),
        ("grew", True),
        ("by", False),
        ("grew b", False),
    ],
)
def test_exceptions_hold_at_their_place(at: str, *, is_meant: bool) -> None:
    """An exception holds for a citekey, a file or words at fault; elsewhere it is unused."""
    policy = Policy({}, (exception(at=at),))

    assert policy.judge([FOUND]) == ([] if is_meant else [FOUND])
    assert [it.code for it in policy.unused([FOUND], "C")] == ([] if is_meant else ["C018"])


def test_an_exception_does_not_hold_for_all_fields_of_a_name() -> None:
    """The name of a field that many entries have is no place; that of the entry is."""
    found = Diagnostic("C002", "`date` of entry `sample2021` is `soon`", TEXT.span(11, 15))
    by_field, by_key = Policy({}, (exception(at="date"),)), Policy({}, (exception(at="sample2021"),))

    assert by_field.judge([found]) == [found]
    assert by_key.judge([found]) == []


def test_exceptions_hold_for_their_paragraph() -> None:
    """An exception in the text holds for what lies in its paragraph, not for the next."""
    here, there = exception(covers=TEXT.span(0, 23)), exception(covers=TEXT.span(25, 33))

    assert Policy({}, (here,)).judge([FOUND]) == []
    assert Policy({}, (there,)).judge([FOUND]) == [FOUND]


def test_exceptions_are_for_their_rule() -> None:
    """An exception from another rule changes nothing; it is judged unused by its own stages only."""
    policy = Policy({}, (exception(rule="V040", at="lonely2021"),))

    assert policy.judge([FOUND]) == [FOUND]
    assert list(policy.unused([FOUND], "LCRP")) == []
    assert [it.span for it in policy.unused([FOUND], "WV")] == [RULE]
