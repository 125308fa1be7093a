"""The command `octavo sources quotations`: each quotation with what its source says."""

import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from octavo.report.cells import cell_count, visible
from octavo.report.count import counted
from octavo.terminal.running import EXIT_ERRORS, Folder, guard, show_report, unread

if TYPE_CHECKING:
    from octavo.check.quotations import Judged

_VERDICTS = {
    "missing": "not found",
    "near": "near",
    "scattered": "scattered",
    "untranslated": "not marked as translated",
    "unknown": "not archived",
    "translated": "translated",
    "exact": "exact",
}
"""In the order of the table: what wants care comes first."""

_SHOWN = 60
_SPAN = re.compile(r"\[([^\[\]]*)\]\{[^{}]*\}")

QuotationStyle = Annotated[
    Literal["full", "json"], typer.Option("--report", help="Lines for people, or JSON for programs.")
]


def quotations_command(folder: Folder = Path(), report: QuotationStyle = "full") -> None:
    """List the quotations: which are exact, near or not found in what was archived of their sources."""
    with guard():
        from octavo.check.quotations import judge_quotations
        from octavo.load import load_publication

        loaded = load_publication(folder)
        faults = loaded.diagnostics if loaded.value is None else unread(loaded.diagnostics)
        if loaded.value is None or faults:
            show_report(faults, "full")
            raise typer.Exit(EXIT_ERRORS)
        judged = list(judge_quotations(loaded.value))
        if report == "json":
            typer.echo(json.dumps([_quotation_object(one) for one in judged], ensure_ascii=False, indent=2))
        else:
            for line in quotation_lines(judged):
                typer.echo(line)


def quotation_lines(judged: Sequence["Judged"]) -> list[str]:
    """Write a line for each quotation: verdict, place, sources, its words; then a count."""
    rows = [
        (_VERDICTS[one.verdict], _place(one), ", ".join(one.quotation.citekeys), _words(one))
        for verdict in _VERDICTS
        for one in judged
        if one.verdict == verdict
    ]
    widths = [max((cell_count(row[column]) for row in rows), default=0) for column in range(3)]
    lines = [
        "  ".join(
            cell + " " * (width - cell_count(cell)) for cell, width in zip(row, [*widths, 0], strict=True)
        )
        for row in rows
    ]
    counts = [(sum(one.verdict == verdict for one in judged), told) for verdict, told in _VERDICTS.items()]
    told = ", ".join(f"{count} {name}" for count, name in reversed(counts) if count)
    return [*lines, f"{counted(len(judged), 'quotation')}{f': {told}' if told else ''}"]


def _place(judged: "Judged") -> str:
    span = judged.quotation.paragraph.span(judged.quotation.place)
    return f"{span.source.path.removeprefix('manuscript/')}:{span.first.line}"


def _words(judged: "Judged") -> str:
    begin, end = judged.quotation.place
    text = visible(" ".join(_SPAN.sub(r"\1", judged.quotation.paragraph.raw[begin:end]).split()))
    if cell_count(text) <= _SHOWN:
        return f"“{text}”"
    return f"“{text[: _SHOWN - 1].rstrip()}…”"


def _quotation_object(judged: "Judged") -> dict[str, Any]:
    quotation, difference = judged.quotation, judged.difference
    span = quotation.paragraph.span(quotation.place)
    return {
        "verdict": judged.verdict,
        "text": quotation.paragraph.raw[slice(*quotation.place)],
        "citekeys": list(quotation.citekeys),
        "source": judged.snapshot.citekey if judged.snapshot else None,
        "quoted": difference.quoted if difference else None,
        "printed": difference.printed if difference else None,
        "file": span.source.path,
        "line": span.first.line,
        "column": span.first.column,
    }
