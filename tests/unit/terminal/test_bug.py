import tempfile
from pathlib import Path

import pytest

from octavo import __version__
from octavo.terminal.bug import save_traceback


def test_traceback_file_names_versions_and_cause(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The saved file has all that a report of the bug needs."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    path = save_traceback(ValueError("a made-up fault \udc80"))

    text = path.read_text(encoding="utf-8")
    assert path.parent == tmp_path
    assert text.startswith(f"octavo {__version__}\nPython 3.")
    assert "\nweasyprint " in text
    assert text.endswith("ValueError: a made-up fault \\udc80\n")
