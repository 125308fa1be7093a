"""What becomes of veraPDF's verdicts, without veraPDF."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from octavo.verify.full import shelter, verapdf
from octavo.verify.full.validator import GaveUp, NotChecked, Unreadable
from octavo.verify.pdf.conformance import BrokenRule, NotInstalled, NoVerdict, Verdict

MADE_UP = Path("made-up.pdf")
ROOT = "root/document[0]/StructTreeRoot[0](1 0 obj PDStructTreeRoot)/K[0](2 0 obj SEDocument Document)"
FIGURES = tuple(f"{ROOT}/K[{number}]({number} 0 obj SEFigure Figure)" for number in (17, 21, 17))
MARKED = (
    "root/document[0]/pages[4](6 0 obj PDPage)/contentStream[0]/content[5]{mcid:3}/contentItem[0]{mcid:3}"
)


def verdict(*broken: BrokenRule, error: str | None = None) -> Verdict:
    """Make a verdict of the profile PDF/UA-1."""
    return Verdict(MADE_UP, "ua1", 106, 1000, broken, error)


def say(monkeypatch: pytest.MonkeyPatch, answer: Verdict | Exception) -> list[str]:
    """Have veraPDF say this; what is asked of the pages is gathered in the list that is given."""
    asked: list[str] = []

    def judge(_: Sequence[Path]) -> tuple[Verdict, ...]:
        if isinstance(answer, Exception):
            raise answer
        return (answer,)

    def call(_: object, __: Path, *names: str, name: str) -> list[tuple[int, list[str]]]:
        del name
        asked.extend(names)
        return [(4, [f"words at {asked_for}"]) for asked_for in names]

    monkeypatch.setattr(verapdf, "judge", judge)
    monkeypatch.setattr(shelter, "call", call)
    return asked


def test_each_element_at_fault_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """An author mends each picture, so each is told with its own words; the same element is one."""
    rule = BrokenRule("7.3", 1, 3, "neither has", FIGURES[0], FIGURES[1:])
    asked = say(monkeypatch, verdict(rule))

    faults = verapdf.examine(MADE_UP).faults

    assert asked == ["17", "21"]
    assert [(fault.rule, fault.place, fault.near, fault.times) for fault in faults] == [
        ("PDF/UA-1 7.3-1", "page 5", ("words at 17",), 1),
        ("PDF/UA-1 7.3-1", "page 5", ("words at 21",), 1),
    ]


def test_what_is_no_element_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page without tags breaks a rule with each of its lines: the first place stands for all."""
    rule = BrokenRule("7.1", 3, 100, "Content is neither", MARKED, (MARKED, MARKED))
    asked = say(monkeypatch, verdict(rule))

    assert [fault.times for fault in verapdf.examine(MADE_UP).faults] == [100]
    assert asked == ["mark:4:3"]


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        (NotInstalled("there is no `java`", "install Java"), NotChecked),
        (NoVerdict("veraPDF failed"), GaveUp),
        (verdict(error="java.lang.OutOfMemoryError: Java heap space"), GaveUp),
        (verdict(error="made.up.Exception: Couldn't parse stream"), Unreadable),
    ],
    ids=["missing", "failed", "exhausted", "damaged"],
)
def test_no_verdict_is_no_praise(
    monkeypatch: pytest.MonkeyPatch, answer: Verdict | Exception, expected: type[Exception]
) -> None:
    """Whatever keeps veraPDF from a verdict is told as what it is."""
    say(monkeypatch, answer)

    with pytest.raises(expected):
        verapdf.examine(MADE_UP)
