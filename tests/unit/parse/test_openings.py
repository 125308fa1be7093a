"""Code and formulas that nothing ends."""

from typing import Any

import pytest

from octavo.ast import Node, para, words
from octavo.parse.openings import opening_findings
from tests.support.models import make_chapter

BREAK: Node = {"t": "SoftBreak"}
TILDES: list[Node] = [{"t": "Subscript", "c": []}, {"t": "Str", "c": "~"}]
WHOLE = "```\na\n```\n\n$$ x $$\n\n$$\ny\n$$\n\n"


@pytest.mark.parametrize(
    ("text", "inlines", "expected"),
    [
        ("```python\nx = 1\n", words("```python"), ("```python", 13, "code")),
        ("Text\n```\nx\n", [*words("Text"), BREAK, *words("```")], ("```", 14, "code")),
        ("~~~ {.r}\nx\n", TILDES, ("~~~ {.r}", 13, "code")),
        ("$$ x = 1\n\nText\n", words("$$ x = 1"), ("$$ x = 1", 13, "formula")),
    ],
)
def test_what_nothing_ends_is_told(text: str, inlines: Any, expected: tuple[str, int, str]) -> None:
    """P019 stands on the line that begins it, not on the sound ones before it."""
    (found,) = opening_findings(make_chapter("# A\n\n" + WHOLE + text), [para(inlines)])

    assert found.span
    assert (found.span.text, found.span.first.line, found.message.split()[3]) == expected


@pytest.mark.parametrize(
    ("text", "inlines"),
    [
        (r"\`\`\` are backticks", words("``` are backticks")),
        ("Text ``` text", words("Text ``` text")),
        ("$$ x $$ is shown", [{"t": "Math", "c": [{"t": "DisplayMath"}, "x"]}]),
        ("``` code ``` in a line", [{"t": "Code", "c": [["", [], []], "code"]}]),
    ],
)
def test_signs_that_are_meant_pass(text: str, inlines: Any) -> None:
    """Signs with a backslash, within a line, and what is whole are no faults."""
    assert list(opening_findings(make_chapter("# A\n\n" + WHOLE + text + "\n"), [para(inlines)])) == []
