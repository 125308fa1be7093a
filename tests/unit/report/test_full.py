from octavo.diagnostics import Diagnostic
from octavo.report import render
from octavo.report.full import full_pieces, render_full
from octavo.report.pieces import plain_text
from octavo.source import SourceFile

EXPECTED = """\
warning[C902]: no commit has a date
note: this folder is not in Git

warning[C902]: two entries have the citekey `doe2021`
  --> bibliography/sources.bib:4:7
   |
 4 | @book{doe2021,
   |       ^^^^^^^
  --> bibliography/sources.bib:1:7: the first one is here

error[C901]: citation `@doe2020` has no entry in the bibliography
  --> manuscript/10-first.md:3:24
   |
 3 |     In 東京 it was agreed [@doe2020, p. 3] and
   |                             ^^^^^^^
hint: did you mean `@doe2021`?

error[C901]: the metadata are 100% missing: a, b
  --> manuscript/metadata.yaml
hint: write them

2 errors, 2 warnings
"""


def test_full_report_is_exact(four_diagnostics: list[Diagnostic]) -> None:
    """The full report shows place, source, carets, hint, notes and related places, in order."""
    assert render(four_diagnostics, "full") == EXPECTED


def test_pieces_are_the_plain_report(four_diagnostics: list[Diagnostic]) -> None:
    """Colour changes no character: the pieces that are painted are the plain report."""
    assert plain_text(full_pieces(four_diagnostics)) == EXPECTED


def test_nothing_to_report_is_nothing() -> None:
    """Without diagnostics the report is empty: no summary of zeros."""
    assert render_full([]) == ""


def test_gutter_grows_with_the_line_number() -> None:
    """The arrow and the bars stand under one another however long the line number is."""
    source = SourceFile("manuscript/long.md", "\n" * 999 + "word\n")
    diagnostic = Diagnostic("C901", "it is wrong", source.span(999, 1003))

    expected = """\
error[C901]: it is wrong
    --> manuscript/long.md:1000:1
     |
1000 | word
     | ^^^^

1 error
"""
    assert render_full([diagnostic]) == expected


def test_span_over_several_lines_is_marked_on_its_first() -> None:
    """Carets never run past the end of the line that is shown."""
    source = SourceFile("manuscript/two.md", "one two\nthree\n")

    report = render_full([Diagnostic("C901", "it is wrong", source.span(4, 12))])

    assert " 1 | one two\n   |     ^^^\n" in report


def test_empty_line_has_no_trailing_space() -> None:
    """A span past the end of a file shows one caret below an empty line."""
    source = SourceFile("manuscript/end.md", "one\n")

    report = render_full([Diagnostic("C901", "it ends too early", source.span(4, 4))])

    assert " 2 |\n   | ^\n" in report


def test_message_cannot_steer_the_terminal() -> None:
    """An escape sequence from a manuscript is drawn, not sent."""
    report = render_full([Diagnostic("C901", "no such key `\x1b[31m`")])

    assert report.startswith("error[C901]: no such key `␛[31m`\n")
