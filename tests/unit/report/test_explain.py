import pytest

from octavo.codes import CODES
from octavo.codes.table import error
from octavo.report.explain import diagnostics_page, explain


@pytest.fixture(autouse=True)
def made_up_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a code of our own into the table."""
    entry = error(
        "made-up-fault", what="It is\nmade up.", why="Tests need it.", example="a\n  b\n", cure="Write c."
    )
    monkeypatch.setitem(CODES, "C901", entry)


def test_explanation_says_all_that_the_table_knows() -> None:
    """The explanation has what, why, the example as it stands, and the cure."""
    expected = """\
error[C901]: made-up-fault (found by: check)

It is made up.

Tests need it.

For example:

    a
      b

What to do:

Write c.
"""
    assert explain("C901") == expected


def test_page_has_a_section_for_every_code() -> None:
    """The documentation's page leaves no code out."""
    page = diagnostics_page()

    assert [code for code in CODES if f"\n### {code}: " not in page] == []


def test_example_with_a_fence_does_not_end_its_block(monkeypatch: pytest.MonkeyPatch) -> None:
    """An example that holds a code fence stands in a longer one."""
    texts = {"what": "It is made up.", "why": "Tests need it.", "cure": "Write c."}
    monkeypatch.setitem(CODES, "C902", error("made-up-fence", example="```\nx\n```", **texts))

    assert "\n````\n```\nx\n```\n````\n" in diagnostics_page()
