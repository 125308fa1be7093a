from octavo.diagnostics import Diagnostic
from octavo.report import render
from octavo.source import SourceFile


def test_github_report_is_workflow_commands(four_diagnostics: list[Diagnostic]) -> None:
    """Each diagnostic is a workflow command; per cents and line ends in it are escaped."""
    lines = render(four_diagnostics, "github").splitlines()

    expected = [
        "::warning title=C902::no commit has a date",
        (
            "::warning file=bibliography/sources.bib,line=4,endLine=4,col=7,endColumn=14,title=C902::"
            "two entries have the citekey `doe2021`"
        ),
        (
            "::error file=manuscript/10-first.md,line=3,endLine=3,col=24,endColumn=31,title=C901::"
            "citation `@doe2020` has no entry in the bibliography%0Ahint: did you mean `@doe2021`?"
        ),
        (
            "::error file=manuscript/metadata.yaml,title=C901::"
            "the metadata are 100%25 missing: a, b%0Ahint: write them"
        ),
    ]
    assert expected == lines


def test_file_name_cannot_end_its_property() -> None:
    """Commas and colons in a file's name are escaped, as they part properties."""
    source = SourceFile("manuscript/a,b:c.md", "x\ny\n")

    report = render([Diagnostic("C901", "it is wrong", source.span(0, 3))], "github")

    assert report == "::error file=manuscript/a%2Cb%3Ac.md,line=1,endLine=2,title=C901::it is wrong\n"


def test_what_steers_a_terminal_is_drawn() -> None:
    """A message that quotes a file cannot clear the screen of whoever reads the log, nor end its command."""
    report = render([Diagnostic("C901", "`\x1b[2J\r\u202e` is\twrong\n::error::no")], "github")

    assert report == "::error title=C901::`␛[2J␍\ufffd` is    wrong%0A::error::no\n"
