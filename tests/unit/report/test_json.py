import json

from octavo.diagnostics import Diagnostic
from octavo.report import render

NOWHERE = {"line": None, "column": None, "end_line": None, "end_column": None}


def test_json_report_is_one_array(four_diagnostics: list[Diagnostic]) -> None:
    """Each diagnostic is an object with the same nine members, null where unknown."""
    expected = [
        {
            "code": "C902",
            "severity": "warning",
            "message": "no commit has a date",
            "file": None,
            **NOWHERE,
            "hint": None,
        },
        {
            "code": "C902",
            "severity": "warning",
            "message": "two entries have the citekey `doe2021`",
            "file": "bibliography/sources.bib",
            "line": 4,
            "column": 7,
            "end_line": 4,
            "end_column": 14,
            "hint": None,
        },
        {
            "code": "C901",
            "severity": "error",
            "message": "citation `@doe2020` has no entry in the bibliography",
            "file": "manuscript/10-first.md",
            "line": 3,
            "column": 24,
            "end_line": 3,
            "end_column": 31,
            "hint": "did you mean `@doe2021`?",
        },
        {
            "code": "C901",
            "severity": "error",
            "message": "the metadata are 100% missing: a, b",
            "file": "manuscript/metadata.yaml",
            **NOWHERE,
            "hint": "write them",
        },
    ]
    assert json.loads(render(four_diagnostics, "json")) == expected


def test_json_report_of_nothing_is_an_empty_array() -> None:
    """A program can always parse the report."""
    assert render([], "json") == "[]\n"
