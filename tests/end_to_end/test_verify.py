"""`octavo verify` and `octavo build --verify full`, with the real validators."""

import json
import os
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.support.broken_books import DOCX_CHANGES, EPUB_CHANGES, rezip
from tests.support.broken_pdfs import break_pdf
from tests.support.builds import REPOSITORY, Builder, editions, octavo, sums
from tests.support.least_publication import write_publication

pytestmark = pytest.mark.slow

JAVA = pytest.mark.skipif(not shutil.which("java"), reason="there is no Java")
ACE = f"{REPOSITORY / '.venv' / 'ace' / 'node_modules' / '.bin'}{os.pathsep}{os.environ['PATH']}"


@JAVA
def test_broken_editions_are_named_in_words(built: Builder, tmp_path: Path) -> None:
    """What is wrong is said in an author's words, where the author wrote it; what is right is said, too."""
    root = built("every-construct").root
    made = editions(root)
    pdf = break_pdf(made[".pdf"], tmp_path)["alternatives"]
    docx = rezip(made[".docx"], tmp_path / "note.docx", DOCX_CHANGES["note"])
    epub = rezip(made[".epub"], tmp_path / "remote.epub", EPUB_CHANGES["remote"])
    run = octavo("verify", "--folder", root, "--report", "json", pdf, docx, epub, made[".docx"], PATH=ACE)
    assert run.returncode == 1
    found = {item["code"]: item for item in json.loads(run.stdout)}
    assert "a picture has no words for those who cannot see it" in found["V062"]["message"]
    assert "PDF/UA-1 7.3-1" in found["V062"]["message"]
    assert found["V062"]["file"].startswith("manuscript/")
    assert found["V062"]["line"] > 1
    assert "the text calls note `999`, and there is no such note" in found["V065"]["message"]
    assert "`https://made-up.example/spy.png` would be fetched from the web" in found["V063"]["message"]
    assert "spy.png" in found["V060"]["message"]  # Ace would have had Chromium fetch it
    assert "Traceback" not in run.stderr


@JAVA
def test_sound_editions_hold(built: Builder) -> None:
    """Of the editions that octavo made, each validator says that they hold."""
    made = editions(built("small").root)
    run = octavo("verify", made[".pdf"], made[".docx"], CI="true")
    assert (run.returncode, run.stdout) == (0, "")
    told = run.stderr.splitlines()
    assert "  holds: PDF/A-3a and PDF/UA-1 (veraPDF, 261 rules)" in told
    assert "  holds: Office Open XML (openxml-audit)" in told
    assert sum(line.endswith(": no fault found") for line in told) == 2


def test_what_is_missing_fails_in_ci(built: Builder, tmp_path: Path) -> None:
    """Without Java and Ace an EPUB is not called right: a warning for people, an error in CI."""
    epub = editions(built("small").root)[".epub"]
    alone = octavo("verify", epub, PATH=str(tmp_path), CI="")
    in_ci = octavo("verify", epub, PATH=str(tmp_path), CI="true")
    assert (alone.returncode, in_ci.returncode) == (0, 1)
    assert "warning[V060]: not checked by EPUBCheck: " in alone.stderr
    assert "error[V060]: not checked by EPUBCheck: " in in_ci.stderr
    assert "EPUB 3" not in alone.stderr


def test_strange_files_are_told(tmp_path: Path) -> None:
    """Whatever is named, there is a reason and no traceback."""
    (tmp_path / "empty.docx").touch()
    (tmp_path / "garbage.pdf").write_bytes(bytes(range(256)) * 9)
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "locked.pdf", encryption=pikepdf.Encryption(owner="a", user="b"))
    names = ["empty.docx", "garbage.pdf", "locked.pdf", "nothing.epub", "."]
    run = octavo("verify", "--report", "json", *(tmp_path / name for name in names))
    assert run.returncode == 1
    told = {
        Path(item["file"]).name: item["message"] for item in json.loads(run.stdout) if item["code"] == "V061"
    }
    assert set(told) == {"empty.docx", "garbage.pdf", "locked.pdf", "nothing.epub", tmp_path.name}
    assert "Traceback" not in run.stderr


def test_the_gate_keeps_what_is_not_verified_from_being_published(tmp_path: Path) -> None:
    """With `--verify full`, nothing replaces good editions while a validator finds a fault or is missing."""
    root = write_publication(tmp_path / "publication", {"build/a-sample.docx": "the last good edition"})
    before = sums(root)
    formats = ["--format", "epub", "--format", "docx"]
    held = octavo("build", root, *formats, "--verify", "full", PATH=str(tmp_path), CI="1")
    assert held.returncode == 1
    assert "error[V060]" in held.stderr
    assert "Nothing was built" in held.stderr
    assert sums(root) == before
    passed = octavo("build", root, "--format", "docx", "--verify", "full", CI="1")
    assert passed.returncode == 0, passed.stderr
    assert sums(root) != before
