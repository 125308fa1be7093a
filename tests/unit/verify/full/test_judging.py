"""What is made of validators' answers, with validators that are made up."""

from collections.abc import Callable
from pathlib import Path

import pytest

from octavo.codes import Severity
from octavo.source import SourceFile
from octavo.verify.full import judging
from octavo.verify.full.judging import Judgement, Subject, judge_files
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Unreadable, Validator

CHAPTER = SourceFile(
    "manuscript/10-first.md",
    '# The bridge\n\n![A map.](figures/map.svg){alt="Where the bridge is"}\n\n'
    "Nobody has crossed the river since.\n",
)
FAULT = Fault("V062", "PDF/UA-1 7.3-1", "a picture has no words", "describe it", place="page 2")

Judge = Callable[..., Judgement]


@pytest.fixture
def judge(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Judge:
    """Judge a file by made-up validators, each an examine function."""
    monkeypatch.delenv("CI", raising=False)
    path = tmp_path / "made-up.pdf"
    path.write_bytes(b"%PDF-1.7 made up")

    def judged(
        *examines: Callable[[Path], Answer], sources: tuple[SourceFile, ...] = (CHAPTER,)
    ) -> Judgement:
        validators = tuple(
            Validator(f"Judge {n}", "pdf", f"promise {n}", it) for n, it in enumerate(examines)
        )
        monkeypatch.setattr(judging, "validators_of", lambda _: validators)
        (judgement,) = judge_files([Subject(path, "build/made-up.pdf", sources)])
        return judgement

    return judged


def answering(*faults: Fault, extent: str = "") -> Callable[[Path], Answer]:
    """Make an examine function that answers so."""
    return lambda _: Answer(faults, extent)


def raising(error: Exception) -> Callable[[Path], Answer]:
    """Make an examine function that has no answer."""

    def examine(_: Path) -> Answer:
        raise error

    return examine


def test_what_holds_is_said_with_who_looked(judge: Judge) -> None:
    """A validator without faults stands for its promise; one with faults does not."""
    judgement = judge(answering(extent="7 rules"), answering(FAULT), answering())
    assert judgement.holds == ("promise 0 (Judge 0, 7 rules)", "promise 2 (Judge 2)")


def test_a_fault_is_shown_where_its_author_wrote_it(judge: Judge) -> None:
    """Words near the fault lead to the manuscript's line; the edition and its page are named beside it."""
    near = ("Where the bridge is",)
    (found,) = judge(
        answering(Fault("V062", "rule 1", "no words", "write", place="page 2", near=near))
    ).diagnostics
    assert found.span is not None
    assert (found.span.source.path, found.span.text) == ("manuscript/10-first.md", "Where the bridge is")
    assert found.message == "no words (`build/made-up.pdf`, page 2; rule 1)"


def test_words_are_found_by_their_letters(judge: Judge) -> None:
    """White space, hyphens and marks differ between page and manuscript."""
    near = ("nobody has\ncrossed the ri\u00adver",)
    (found,) = judge(answering(Fault("V062", "rule 1", "no words", "write", near=near))).diagnostics
    assert found.span is not None
    assert found.span.text == "Nobody has crossed the river"


@pytest.mark.parametrize("near", [(), ("nothing of the kind stands anywhere",), ("the",), ("",)])
def test_a_fault_without_a_place_names_the_file(judge: Judge, near: tuple[str, ...]) -> None:
    """What is not found, or stands there more than once, is not guessed."""
    (found,) = judge(
        answering(Fault("V062", "rule 1", "no words", "write", place="page 2", near=near))
    ).diagnostics
    assert (found.span, found.file) == (None, "build/made-up.pdf")
    assert found.message == "no words (page 2; rule 1)"


def test_the_same_of_two_rules_is_told_once(judge: Judge) -> None:
    """Two standards may ask the same; their rules are named together."""
    other = Fault("V062", "PDF/A-3a 6.7", "a picture has no words", "describe it", place="page 2", times=3)
    (found,) = judge(answering(FAULT, other)).diagnostics
    assert found.message == "a picture has no words (page 2; 3 times; PDF/UA-1 7.3-1, PDF/A-3a 6.7)"


def test_long_answers_are_cut(judge: Judge) -> None:
    """A validator that lists all that it would have liked fills no screen."""
    long = Fault("V063", "RSC-005", "a page is wrong", "mend it", said="expected this\nor " + "that or " * 99)
    (found,) = judge(answering(long)).diagnostics
    (note,) = found.notes
    assert note.startswith("the validator says: expected this or that or that")
    assert note.endswith(" …")
    assert len(note) < 240


def test_what_is_not_installed_is_said_loudly(judge: Judge, monkeypatch: pytest.MonkeyPatch) -> None:
    """A validator that is missing is a warning with what to install; in CI, where nobody reads, an error."""
    missing = raising(NotChecked("there is no `java`", "install Java"))
    judgement = judge(missing)
    (found,) = judgement.diagnostics
    assert found.message == "not checked by Judge 0: there is no `java`"
    assert (found.code, found.hint, found.severity) == ("V060", "install Java", Severity.WARNING)
    assert judgement.holds == ()

    monkeypatch.setenv("CI", "true")
    assert [it.severity for it in judge(missing).diagnostics] == [Severity.ERROR]
    monkeypatch.setenv("CI", "false")
    assert [it.severity for it in judge(missing).diagnostics] == [Severity.WARNING]


def test_a_validator_that_fails_is_no_verdict(judge: Judge) -> None:
    """A file that cannot be read, or that brings a validator down, is an error, told once; others go on."""
    unreadable = raising(Unreadable("it is cut short"))
    judgement = judge(unreadable, raising(GaveUp("Judge 1 crashed: boom")), unreadable, answering())
    assert [(it.code, it.message) for it in judgement.diagnostics] == [
        ("V061", "the file cannot be judged: it is cut short"),
        ("V066", "Judge 1 crashed: boom"),
    ]
    assert judgement.holds == ("promise 3 (Judge 3)",)


def test_files_are_told_in_the_order_in_which_they_were_named(tmp_path: Path) -> None:
    """Files that cannot be judged do not keep others from it."""
    subjects = [Subject(tmp_path / name, name) for name in ("b.pdf", "a.epub")]
    assert [judgement.name for judgement in judge_files(subjects)] == ["b.pdf", "a.epub"]
    assert {it.code for judgement in judge_files(subjects) for it in judgement.diagnostics} == {"V061"}
