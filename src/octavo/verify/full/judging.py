"""All validators side by side, and their answers as diagnostics, at the manuscript's line if it is known."""

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from octavo.codes import Severity
from octavo.diagnostics import Diagnostic
from octavo.source import SourceFile
from octavo.verify.full import shelter
from octavo.verify.full.admission import admit
from octavo.verify.full.locating import Manuscript
from octavo.verify.full.roster import validators_of
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Unreadable, Validator

_FEWEST_WORKERS, _MOST_WORKERS = 2, 4
_MOST_LETTERS = 200


@dataclass(frozen=True, slots=True)
class Subject:
    """A file to be judged: where it is, how it is called, and what it was made of, as far as it is known."""

    path: Path
    name: str
    sources: Sequence[SourceFile] = ()


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of a file: `holds` names what was looked at and found right, with who looked."""

    name: str
    holds: tuple[str, ...]
    diagnostics: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class _Hearing:
    """What one validator has said of one file."""

    validator: Validator
    answer: Answer | None
    refusal: Diagnostic | None = None


def judge_files(subjects: Sequence[Subject]) -> tuple[Judgement, ...]:
    """Have each file judged by all validators of its format, side by side.

    A validator that is not installed is a warning (V060), and an error where the environment variable
    `CI` is set: there, nobody reads warnings.
    """
    with ThreadPoolExecutor(_workers()) as pool:
        admitted = list(pool.map(_admit, subjects))
        hearings = [
            [pool.submit(_hear, subject, validator) for validator in validators]
            for subject, (validators, _) in zip(subjects, admitted, strict=True)
        ]
    return tuple(
        _judgement(subject, refusal, [hearing.result() for hearing in heard])
        for subject, (_, refusal), heard in zip(subjects, admitted, hearings, strict=True)
    )


def _workers() -> int:
    """Say how many validators run at once: most are programs that use one core and much memory."""
    return min(max(os.cpu_count() or 1, _FEWEST_WORKERS), _MOST_WORKERS)


def _admit(subject: Subject) -> tuple[tuple[Validator, ...], Diagnostic | None]:
    try:
        return validators_of(admit(subject.path)), None
    except Unreadable as reason:
        return (), _unreadable(subject, reason)


def _hear(subject: Subject, validator: Validator) -> _Hearing:
    try:
        if validator.is_sheltered:
            answer: Answer = shelter.call(validator.examine, subject.path, name=validator.name)
        else:
            answer = validator.examine(subject.path)
    except NotChecked as reason:
        return _Hearing(validator, None, _not_checked(subject, validator, reason))
    except Unreadable as reason:
        return _Hearing(validator, None, _unreadable(subject, reason))
    except GaveUp as reason:
        hint = "try again; if it stays so, the file is most likely damaged: make it anew"
        return _Hearing(validator, None, Diagnostic("V066", str(reason), hint=hint, file=subject.name))
    return _Hearing(validator, answer)


def _not_checked(subject: Subject, validator: Validator, reason: NotChecked) -> Diagnostic:
    message = f"not checked by {validator.name}: {reason}"
    graded = Severity.ERROR if _nobody_reads() else Severity.WARNING
    return Diagnostic("V060", message, hint=reason.cure, file=subject.name, graded=graded)


def _nobody_reads() -> bool:
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def _unreadable(subject: Subject, reason: Unreadable) -> Diagnostic:
    return Diagnostic("V061", f"the file cannot be judged: {reason}", hint=reason.cure, file=subject.name)


def _judgement(subject: Subject, refusal: Diagnostic | None, hearings: Sequence[_Hearing]) -> Judgement:
    manuscript = Manuscript(subject.sources)
    refusals = dict.fromkeys([known for known in (refusal, *(it.refusal for it in hearings)) if known])
    faults = [fault for it in hearings if it.answer for fault in it.answer.faults]
    return Judgement(
        subject.name,
        tuple(_held(it.validator, it.answer) for it in hearings if it.answer and not it.answer.faults),
        (*refusals, *(_diagnostic(subject, fault, manuscript) for fault in _merged(faults))),
    )


def _held(validator: Validator, answer: Answer) -> str:
    seen = ", ".join(part for part in (validator.name, answer.extent) if part)
    return f"{validator.promise} ({seen})"


def _merged(faults: Iterable[Fault]) -> Iterator[Fault]:
    """Tell once what several rules say in the same words of the same place."""
    known: dict[tuple[object, ...], Fault] = {}
    for fault in faults:
        key = (fault.code, fault.message, fault.place, fault.near)
        same = known.get(key)
        if same is None:
            known[key] = fault
        elif fault.rule not in same.rule.split(", "):
            known[key] = replace(same, rule=f"{same.rule}, {fault.rule}", times=max(same.times, fault.times))
    return iter(known.values())


def _diagnostic(subject: Subject, fault: Fault, manuscript: Manuscript) -> Diagnostic:
    span = manuscript.find(fault.near)
    where = ", ".join(part for part in (f"`{subject.name}`" if span else "", fault.place) if part)
    times = f"{fault.times} times" if fault.times > 1 else ""
    about = "; ".join(part for part in (where, times, fault.rule) if part)
    return Diagnostic(
        fault.code,
        f"{fault.message} ({about})",
        span,
        hint=fault.hint,
        notes=(f"the validator says: {_line(fault.said)}",) if fault.said else (),
        file=None if span else subject.name,
        graded=fault.severity,
    )


def _line(said: str) -> str:
    """Put what a validator says into a line; those that list all that they would have liked are cut short."""
    line = " ".join(said.split())
    return line if len(line) <= _MOST_LETTERS else f"{line[:_MOST_LETTERS].rsplit(' ', 1)[0]} …"
