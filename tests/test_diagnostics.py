"""Every code has a smallest publication that shows it, and the exact report it gets."""

from pathlib import Path

import pytest

from octavo.codes import CODES
from octavo.report.full import render_full
from tests.support.diagnose import diagnose
from tests.support.golden import Golden

CASES = Path(__file__).parent / "diagnostics"
STAGES = ("L", "C", "R", "P")
"""Letters of the stages that `octavo check` runs."""
SHOWN_BY_UNIT_TESTS = {
    "P002": "unit/parse/test_findings.py::test_a_citation_that_only_pandoc_saw_is_told",
    "P007": "unit/parse/test_findings.py::test_an_image_that_only_pandoc_saw_is_told",
}
"""Codes that no publication shows, as long as octavo has no bug."""


def case_names() -> list[str]:
    """Give the names of the folders of cases."""
    return sorted(path.name for path in CASES.iterdir() if path.name.startswith(STAGES))


def test_each_code_has_a_case() -> None:
    """A code without a case, or a case without a code, is a mistake."""
    codes = sorted(code for code in CODES if code.startswith(STAGES))
    assert codes == sorted([*case_names(), *SHOWN_BY_UNIT_TESTS])


@pytest.mark.parametrize("code", sorted(SHOWN_BY_UNIT_TESTS))
def test_other_codes_are_shown(code: str) -> None:
    """The test that is said to show a code is there and speaks of it."""
    file, name = SHOWN_BY_UNIT_TESTS[code].split("::")
    text = (CASES.parent / file).read_text(encoding="utf-8")
    assert f"def {name}(" in text
    assert code in text


@pytest.mark.parametrize("code", case_names())
def test_report(code: str, golden: Golden) -> None:
    """The report on a code's publication is exactly the expected one, and shows that code."""
    diagnostics = diagnose(CASES / code / "in")
    golden.check(CASES / code / "expected.txt", render_full(diagnostics))
    assert code in {diagnostic.code for diagnostic in diagnostics}
