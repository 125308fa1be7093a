"""Every code has a smallest publication that shows it, and the exact report it gets."""

from pathlib import Path

import pytest

from octavo.codes import CODES
from octavo.report.full import render_full
from tests.support.diagnose import diagnose
from tests.support.golden import Golden

CASES = Path(__file__).parent / "diagnostics"
STAGES = ("L", "C")
"""Letters of the stages whose codes are shown here."""


def case_names() -> list[str]:
    """Give the names of the folders of cases."""
    return sorted(path.name for path in CASES.iterdir() if path.name.startswith(STAGES))


def test_each_code_has_a_case() -> None:
    """A code without a case, or a case without a code, is a mistake."""
    assert sorted(code for code in CODES if code.startswith(STAGES)) == case_names()


@pytest.mark.parametrize("code", case_names())
def test_report(code: str, golden: Golden) -> None:
    """The report on a code's publication is exactly the expected one, and shows that code."""
    diagnostics = diagnose(CASES / code / "in")
    golden.check(CASES / code / "expected.txt", render_full(diagnostics))
    assert code in {diagnostic.code for diagnostic in diagnostics}
