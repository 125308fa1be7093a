"""The four diagnostics that every renderer is shown, with codes of their own."""

import pytest

from octavo.codes import CODES
from octavo.codes.table import error, warning
from octavo.diagnostics import Diagnostic, Related
from octavo.source import SourceFile, Span

CHAPTER = SourceFile(
    "manuscript/10-first.md",
    "# Zähl\u0308ung\n\n\tIn 東京 it was agreed [@doe2020, p. 3] and\nso on.\n",
)
ENTRIES = SourceFile("bibliography/sources.bib", "@book{doe2021,\n  title = {A},\n}\n@book{doe2021,\n}\n")


def span_of(source: SourceFile, text: str, after: int = 0) -> Span:
    """Find the span of a text in a source."""
    start = source.text.index(text, after)
    return source.span(start, start + len(text))


@pytest.fixture(autouse=True)
def made_up_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put two codes into the table that no stage uses."""
    texts = {"what": "It is made up.", "why": "Tests need it.", "example": "x", "cure": "Write y."}
    monkeypatch.setitem(CODES, "C901", error("made-up-fault", **texts))
    monkeypatch.setitem(CODES, "C902", warning("made-up-doubt", **texts))


@pytest.fixture
def four_diagnostics() -> list[Diagnostic]:
    """Give four diagnostics, out of order: a hint, a related place, a file alone, and nothing at all."""
    first = Related("the first one is here", span_of(ENTRIES, "doe2021"))
    return [
        Diagnostic(
            "C901",
            "citation `@doe2020` has no entry in the bibliography",
            span_of(CHAPTER, "doe2020"),
            hint="did you mean `@doe2021`?",
        ),
        Diagnostic(
            "C902", "two entries have the citekey `doe2021`", span_of(ENTRIES, "doe2021", 8), related=(first,)
        ),
        Diagnostic(
            "C901", "the metadata are 100% missing: a, b", file="manuscript/metadata.yaml", hint="write them"
        ),
        Diagnostic("C902", "no commit has a date", notes=("this folder is not in Git",)),
    ]
