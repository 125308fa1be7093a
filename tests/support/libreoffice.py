"""LibreOffice, as a reader who opens our documents and saves them again."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ATTEMPTS = 3
FORMATS = {"docx": "docx:MS Word 2007 XML", "odt": "odt:writer8", "pdf": "pdf"}


def converted(files: list[Path], suffix: str, folder: Path) -> list[Path]:
    """Let LibreOffice open files and save them in another format, in a folder, with a profile of its own.

    Sometimes it does not start on a busy machine, and does the next time.
    """
    program = shutil.which("soffice")
    if program is None:
        assert "CI" not in os.environ, "CI needs LibreOffice"
        pytest.skip("LibreOffice is not installed here")
    made = [folder / file.with_suffix(f".{suffix}").name for file in files]
    for attempt in range(ATTEMPTS):
        profile = f"-env:UserInstallation={(folder.parent / f'profile-{attempt}').as_uri()}"
        command: list[str | Path] = [program, "--headless", profile, "--convert-to", FORMATS[suffix]]
        command += ["--outdir", folder, *files]
        done = subprocess.run(
            command, capture_output=True, text=True, check=False, timeout=180, env=with_fonts()
        )
        if all(path.is_file() for path in made):
            return made
    pytest.fail(f"LibreOffice cannot save as {suffix}: {done.stderr}")


def with_fonts() -> dict[str, str]:
    """Give this process's environment with the fonts of the system; who draws charts hides these."""
    return {name: value for name, value in os.environ.items() if name != "FONTCONFIG_FILE"}
