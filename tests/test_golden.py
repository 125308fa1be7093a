"""What octavo makes of small publications, part by part, as texts that a reviewer can read."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.model import Document
from octavo.parse import parse_rendering
from octavo.pipeline import build
from octavo.progress import Silent
from octavo.render import render_publication
from tests.support.builds import editions
from tests.support.golden import Golden
from tests.support.views import ast_view, docx_view, epub_view, pdf_view

CASES = Path(__file__).parent / "golden"
pytestmark = pytest.mark.slow


def parsed(root: Path, work_path: Path) -> Document:
    """Give the document of a publication."""
    publication = load_publication(root).value
    assert publication
    rendering = render_publication(replace(publication, work_path=work_path)).value
    document = parse_rendering(rendering).value
    assert document
    return document


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_golden(case: str, tmp_path: Path, golden: Golden) -> None:
    """Tree and editions say what was accepted; a change on purpose is accepted by `make golden` and read."""
    root = Path(shutil.copytree(CASES / case / "in", tmp_path / case))
    expected = CASES / case / "expected"
    expected.mkdir(exist_ok=True)

    built = build(root, Silent())
    made = editions(root)

    assert [found.message for found in built.diagnostics if found.is_error] == []
    golden.check(expected / "ast.txt", ast_view(parsed(root, tmp_path / "work"), tmp_path))
    golden.check(expected / "epub.txt", epub_view(made[".epub"]))
    golden.check(expected / "docx.txt", docx_view(made[".docx"]))
    golden.check(expected / "pdf.txt", pdf_view(made[".pdf"]))
