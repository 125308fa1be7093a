"""What a code means, for people: on the terminal, and as a page of the documentation."""

import re
import textwrap

from octavo.codes import CODES, Code, Severity

_TEXT_WIDTH = 88

_STAGES = {
    "L": "load",
    "C": "check",
    "R": "render",
    "P": "parse",
    "W": "write",
    "V": "verify",
    "B": "publish",
}


def explain(code: str) -> str:
    """Explain one code of the table; raises KeyError when the table does not have it."""
    entry = CODES[code]
    parts = [
        f"{entry.severity.value}[{code}]: {entry.name} (found by: {stage_of(code)})",
        _paragraph(entry.what),
        _paragraph(entry.why),
        "For example:",
        textwrap.indent(entry.example.strip("\n"), "    "),
        "What to do:",
        _paragraph(entry.cure),
    ]
    return "\n\n".join(parts) + "\n"


def stage_of(code: str) -> str:
    """Name the stage that finds a code, by the code's letter."""
    return _STAGES[code[0]]


def diagnostics_page() -> str:
    """Write the page of all codes in Markdown, one section a stage, in the order of the stages."""
    lines = [
        "<!-- Made by `make docs` from src/octavo/codes/; change the text there. -->",
        "",
        "# Diagnostics",
        "",
        "Everything that octavo may say about a publication, in the order of its seven stages.",
        "An error stops the run after its stage; a warning does not.",
        "`octavo explain CODE` prints the same text.",
        "",
        "Warnings, and errors that are marked as rules, are a matter of judgement:",
        "a publication may switch them off, make them graver, or make exceptions",
        "([sources.md](sources.md#rules-and-exceptions)).",
    ]
    for letter, stage in _STAGES.items():
        codes = sorted(code for code in CODES if code.startswith(letter))
        if codes:
            lines += ["", f"## {stage}"]
        for code in codes:
            lines += ["", *_section(code, CODES[code])]
    return "\n".join(lines) + "\n"


def _section(code: str, entry: Code) -> list[str]:
    fence = _fence_for(entry.example)
    return [
        f"### {code}: {entry.name}",
        "",
        f"*{_severity(entry)}.* {entry.what}",
        "",
        f"{entry.why}",
        "",
        fence,
        entry.example.strip("\n"),
        fence,
        "",
        f"**What to do:** {entry.cure}",
    ]


def _severity(entry: Code) -> str:
    grade = entry.severity.value.capitalize()
    return f"{grade}, a rule" if entry.is_rule and entry.severity is Severity.ERROR else grade


def _fence_for(text: str) -> str:
    """Give a fence that is longer than any run of backticks in a text."""
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    return "`" * max(3, longest + 1)


def _paragraph(text: str) -> str:
    return textwrap.fill(" ".join(text.split()), _TEXT_WIDTH, break_on_hyphens=False)
