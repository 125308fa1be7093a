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
    "C061": "unit/check/test_characters.py",
    "P002": "unit/parse/test_findings.py",
    "P007": "unit/parse/test_findings.py",
    "W001": "rendering/test_pdf.py",
    **dict.fromkeys(["L025", "C070"], "threats/test_texts_that_grow.py"),
    **dict.fromkeys(["R008", "R009"], "threats/test_pictures.py"),
    **dict.fromkeys(["W002", "W004", "W005"], "unit/write/test_complaints.py"),
    **dict.fromkeys(["W006", "W007", "W008", "W009", "W011", "W015"], "unit/write/test_complaints.py"),
    **dict.fromkeys(["W020", "W021"], "unit/write/docx/test_docx_complaints.py"),
    **dict.fromkeys(["V001", "V002", "V003", "V004", "V005"], "unit/verify/pdf/test_rules.py"),
    **dict.fromkeys(["V006", "V007", "V008", "V009"], "unit/verify/pdf/test_rules.py"),
    **dict.fromkeys(["V040", "V041", "V042", "V043", "V044"], "unit/verify/pdf/test_composition.py"),
    **dict.fromkeys(["V045", "V046", "V048"], "unit/verify/pdf/test_composition.py"),
    **dict.fromkeys(["V016", "V017", "V018", "V019"], "unit/verify/epub/test_claims.py"),
    **dict.fromkeys(["V020", "V021", "V022", "V023"], "unit/verify/docx/test_rules.py"),
    **dict.fromkeys(["V024", "V025", "V026", "V028"], "unit/verify/docx/test_rules.py"),
    "V029": "unit/verify/docx/test_rules.py",
    **dict.fromkeys(
        ["V050", "V051", "V052", "V053", "V054", "V055", "V056"], "unit/verify/pdf/test_access.py"
    ),
    **dict.fromkeys(["V060", "V061", "V066"], "unit/verify/full/test_judging.py"),
    "V062": "unit/verify/full/test_pdf_words.py",
    "V063": "unit/verify/full/test_epub_words.py",
    "V064": "unit/verify/full/test_ace.py",
    "V065": "unit/verify/full/test_openxml.py",
    "V027": "unit/verify/docx/test_threats.py",
    "V030": "unit/verify/test_agreement.py",
    **dict.fromkeys(["W012", "W013", "W014"], "unit/write/test_own_templates.py"),
    "W022": "unit/write/docx/test_fonts.py",
    "B001": "unit/test_publish.py",
    "B002": "unit/test_pipeline.py",
    **dict.fromkeys(["B010", "B011", "B012", "B013", "B014"], "faults/test_build_folder.py"),
    **dict.fromkeys(["L032", "L033"], "faults/test_files.py"),
    **dict.fromkeys(["W023", "W024", "W025"], "unit/write/test_complaints.py"),
    "B003": "unit/load/test_dating.py",
    "B004": "unit/publish/test_inputs.py",
    "B005": "unit/publish/test_reading.py",
    **dict.fromkeys(["B006", "B007", "B008", "B009"], "unit/publish/test_comparison.py"),
}
"""Codes that no publication shows, as long as octavo, its style and the disk are well; and their tests."""


def case_names(*letters: str) -> list[str]:
    """Give the names of the folders of cases, of all stages or of those with these letters."""
    return sorted(path.name for path in CASES.iterdir() if path.name.startswith(letters or ""))


def test_each_code_is_shown() -> None:
    """A code without a case or a test, or a case without a code, is a mistake."""
    assert sorted(CODES) == sorted([*case_names(), *SHOWN_BY_UNIT_TESTS])


@pytest.mark.parametrize("code", sorted(SHOWN_BY_UNIT_TESTS))
def test_other_codes_are_shown(code: str) -> None:
    """The tests that are said to show a code are there and speak of it."""
    text = (CASES.parent / SHOWN_BY_UNIT_TESTS[code]).read_text(encoding="utf-8")
    assert code in text


@pytest.mark.parametrize("code", case_names(*STAGES))
def test_report(code: str, golden: Golden) -> None:
    """The report on a code's publication is exactly the expected one, and shows that code."""
    diagnostics = diagnose(CASES / code / "in")
    golden.check(CASES / code / "expected.txt", render_full(diagnostics))
    assert code in {diagnostic.code for diagnostic in diagnostics}
