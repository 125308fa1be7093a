"""Diagnostics as values."""

import pytest

from octavo.diagnostics import Diagnostic, has_errors, in_order, nearest
from octavo.source import SourceFile

FIRST = SourceFile("manuscript/10-a.md", "one two three\n")
SECOND = SourceFile("manuscript/20-b.md", "four\n")
WARNING, ERROR = "P006", "P003"


def test_the_code_says_how_grave_it_is() -> None:
    """Severity comes from the table of codes alone."""
    assert Diagnostic(ERROR, "x").is_error
    assert not Diagnostic(WARNING, "x").is_error


def test_one_error_is_enough() -> None:
    """A run stops for one error, and for no number of warnings."""
    assert has_errors([Diagnostic(WARNING, "x"), Diagnostic(ERROR, "x")])
    assert not has_errors([Diagnostic(WARNING, "x")] * 3)
    assert not has_errors([])


def test_the_file_is_that_of_the_span() -> None:
    """A diagnostic names one file: the span's, else the one that was given."""
    assert Diagnostic(ERROR, "x", FIRST.span(0, 3), file="other").path == "manuscript/10-a.md"
    assert Diagnostic(ERROR, "x", file="other").path == "other"
    assert Diagnostic(ERROR, "x").path is None


def test_the_order_is_that_of_files_and_places() -> None:
    """Reports read from top to bottom of each file; what has no place comes first; nothing comes twice."""
    late = Diagnostic(ERROR, "late", FIRST.span(8, 13))
    early = Diagnostic(WARNING, "early", FIRST.span(0, 3))
    whole = Diagnostic(WARNING, "whole file", file="manuscript/10-a.md")
    other = Diagnostic(ERROR, "other file", SECOND.span(0, 4))
    nowhere = Diagnostic(ERROR, "nowhere")

    assert [nowhere, whole, early, late, other] == in_order([other, late, early, whole, late, nowhere])


def test_a_fault_of_a_file_that_was_read_twice_comes_once() -> None:
    """Two editions that use one template find one fault in it."""
    twice = [Diagnostic(ERROR, "x", SourceFile("a.j2", "text").span(0, 4), hint="mend it") for _ in range(2)]

    assert in_order(twice) == twice[:1]


@pytest.mark.parametrize(
    ("word", "expected"), [("doe2021", "doe2020"), ("roe1999", "roe1998"), ("zzz", None), ("", None)]
)
def test_a_slip_has_a_nearest_word(word: str, expected: str | None) -> None:
    """A slip of the pen is recognised; for what is like nothing, nothing is proposed."""
    assert expected == nearest(word, ["doe2020", "roe1998"])
