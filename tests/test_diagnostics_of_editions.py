"""What is wrong with an edition is shown by a smallest publication, and the exact report it gets."""

import shutil
from pathlib import Path

import pytest

from octavo.pipeline import build
from octavo.progress import Silent
from octavo.report.full import render_full
from tests.support.golden import Golden

CASES = Path(__file__).parent / "diagnostics"
STAGES = ("W", "V")
"""Letters of the stages whose codes are shown here: these have to write an edition first."""


def case_names() -> list[str]:
    """Give the names of the folders of cases."""
    return sorted(path.name for path in CASES.iterdir() if path.name.startswith(STAGES))


@pytest.mark.slow
@pytest.mark.parametrize("code", case_names())
def test_report(code: str, tmp_path: Path, golden: Golden) -> None:
    """The report on a code's publication is exactly the expected one, and nothing is published."""
    root = Path(shutil.copytree(CASES / code / "in", tmp_path / "publication"))
    result = build(root, Silent())
    golden.check(CASES / code / "expected.txt", render_full(result.diagnostics))
    assert code in {diagnostic.code for diagnostic in result.diagnostics}
    assert list((root / "build").glob("*.epub")) == []
