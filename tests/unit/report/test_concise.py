from octavo.diagnostics import Diagnostic
from octavo.report import render


def test_concise_report_is_one_line_each(four_diagnostics: list[Diagnostic]) -> None:
    """Each diagnostic is one line that an editor can jump from."""
    expected = """\
warning[C902] no commit has a date
bibliography/sources.bib:4:7: warning[C902] two entries have the citekey `doe2021`
manuscript/10-first.md:3:24: error[C901] citation `@doe2020` has no entry in the bibliography
manuscript/metadata.yaml: error[C901] the metadata are 100% missing: a, b
"""
    assert render(four_diagnostics, "concise") == expected
