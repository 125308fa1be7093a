"""Does a PDF keep the rules of PDF/A-3a and PDF/UA-1? veraPDF's answer, with page and words of each fault."""

import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from octavo.verify.full import shelter
from octavo.verify.full.pdf_words import STANDARDS, words_for
from octavo.verify.full.validator import Answer, Fault, GaveUp, NotChecked, Unreadable, Validator
from octavo.verify.pdf.conformance import BrokenRule, NotInstalled, NoVerdict, Verdict, judge

_ELEMENT = re.compile(r"\((\d+) 0 obj SE\w+[^()]*\)")
_PAGE = re.compile(r"/pages\[(\d+)\]")
_MARK = re.compile(r"\{mcid:(\d+)\}")
_FONT = re.compile(r"font\[\d+\]\(([^()]*)\)")
_EXHAUSTED = ("OutOfMemory", "StackOverflow")


def examine(path: Path) -> Answer:
    """Ask veraPDF about a PDF."""
    try:
        verdicts = judge([path.absolute()])
    except NotInstalled as error:
        raise NotChecked(str(error), error.cure) from error
    except NoVerdict as error:
        raise GaveUp(str(error).splitlines()[-1]) from error
    for verdict in verdicts:
        if verdict.error is not None:
            _refuse(verdict.error)
    broken = [(verdict, rule) for verdict in verdicts for rule in verdict.broken]
    rules = sum(verdict.rules for verdict in verdicts)
    return Answer(tuple(_faults(path, broken)), f"{rules} rules")


def _refuse(error: str) -> None:
    if any(word in error for word in _EXHAUSTED):
        raise GaveUp(f"veraPDF had not enough memory: {error}")
    raise Unreadable(f"it is damaged, or it asks for a password; veraPDF says `{error.rpartition(': ')[2]}`")


def _faults(path: Path, broken: Sequence[tuple[Verdict, BrokenRule]]) -> Iterator[Fault]:
    """Yield a fault for each element that breaks a rule, and for all else one for each rule."""
    told = [(verdict, rule, name) for verdict, rule in broken for name in _names(rule)]
    places = _places(path, [name for *_, name in told])
    for (verdict, rule, _), (page, near) in zip(told, places, strict=True):
        yield _fault(verdict, rule, page, near)


def _fault(verdict: Verdict, rule: BrokenRule, page: int | None, near: Sequence[str]) -> Fault:
    wording = words_for(verdict.profile, rule.clause, rule.test, rule.message)
    font = _FONT.search(rule.place)
    return Fault(
        "V062",
        f"{STANDARDS[verdict.profile]} {rule.clause}-{rule.test}",
        wording.message + (f": `{font[1].partition('+')[2] or font[1]}`" if font else ""),
        wording.hint,
        said=rule.message,
        place="" if page is None else f"page {page + 1}",
        near=tuple(near),
        times=rule.times if len(_names(rule)) == 1 else 1,
    )


def _places(path: Path, names: Sequence[str | None]) -> list[tuple[int | None, Sequence[str]]]:
    """Find page and words of each fault, in a child; a PDF that brings the child down has none."""
    asked = [name for name in names if name]
    nowhere: tuple[int | None, Sequence[str]] = (None, ())
    if not asked:
        return [nowhere for _ in names]
    from octavo.verify.pdf.places import places_of

    try:
        found = iter(shelter.call(places_of, path, *asked, name="the search for pages"))
    except GaveUp:
        return [nowhere for _ in names]
    return [next(found) if name else nowhere for name in names]


def _names(rule: BrokenRule) -> list[str | None]:
    """Name the elements that break a rule, each once; for what is no element, its first place alone."""
    first = _name(rule.place)
    others = [_name(place) for place in rule.others if _ELEMENT.search(place)]
    return list(dict.fromkeys([first, *others])) if first and first.isdigit() else [first]


def _name(place: str) -> str | None:
    """Name what veraPDF's path leads to: a structure element, marked content, or a page."""
    elements, page, marks = _ELEMENT.findall(place), _PAGE.search(place), _MARK.findall(place)
    if elements:
        return str(elements[-1])
    if page:
        return f"mark:{page[1]}:{marks[-1]}" if marks else f"page:{page[1]}"
    return None


VERAPDF = Validator(name="veraPDF", format="pdf", promise="PDF/A-3a and PDF/UA-1", examine=examine)
