"""Publishing: all or nothing."""

import errno
import hashlib
import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.model import Artifact, Claim, ClaimRegister, ClaimStatus, Document, Note
from octavo.publish import BuildHeld, build_lock, publish_editions
from octavo.source import SourceFile
from tests.support.models import make_document, make_publication


def document_in(root: Path) -> Document:
    """Make a document with one note of a publication in a folder."""
    (root / "build" / "work").mkdir(parents=True, exist_ok=True)
    publication = make_publication(root=root, commit="abc1234", csl=None)
    return make_document(publication, notes=(Note(1, "1", 0, "N."),))


def write(root: Path, suffix: str, content: bytes, pages: int | None = None) -> Artifact:
    """Write an artifact that waits to be published."""
    path = root / "build" / "work" / f"made-up.{suffix}"
    path.write_bytes(content)
    return Artifact(suffix, path, pages)  # type: ignore[arg-type]


def contents(root: Path) -> dict[str, bytes]:
    """Give the files of `build/` by name."""
    return {path.name: path.read_bytes() for path in sorted((root / "build").iterdir()) if path.is_file()}


def described(format_: str, content: bytes, pages: int | None, origin: str) -> dict[str, object]:
    """Give what the manifest must say of an edition."""
    return {
        "format": format_,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
        "pages": pages,
        "notes": 1,
        **({"has_page_marks": True} if format_ == "epub" else {}),
        "made_from": origin,
    }


def test_editions_and_manifest_are_published(tmp_path: Path) -> None:
    """Each artifact lies in `build/`, and the manifest tells what it is and what made it."""
    document = document_in(tmp_path)

    published = publish_editions(document, [write(tmp_path, "pdf", b"P", 9), write(tmp_path, "epub", b"EE")])

    manifest = json.loads((tmp_path / "build" / "manifest.json").read_bytes())
    assert published.diagnostics == ()
    assert published.value == (tmp_path / "build" / "made-up.pdf", tmp_path / "build" / "made-up.epub")
    assert sorted(contents(tmp_path)) == ["made-up.epub", "made-up.pdf", "manifest.json"]
    assert manifest["editions"] == {
        "made-up.epub": described("epub", b"EE", None, manifest["made_from"]),
        "made-up.pdf": described("pdf", b"P", 9, manifest["made_from"]),
    }
    assert (manifest["title"], manifest["date"], manifest["commit"]) == (
        "A Made-Up Report", "2021-09-30", "abc1234",
    )  # fmt: skip
    assert {"octavo", "pandoc", "pango", "zlib"} <= set(manifest["tools"])
    assert {"weasyprint", "lxml", "fonttools", "brotli"} <= set(manifest["packages"])


def test_the_register_of_claims_is_published(tmp_path: Path) -> None:
    """The register lies beside the editions as JSON, and the manifest measures it."""
    document = document_in(tmp_path)
    source = SourceFile("manuscript/data/claims.yaml", "C01")
    claim = Claim("C01", "The bridge is open.", "open", source.span(0, 3))
    register = ClaimRegister(source, (claim,), (ClaimStatus("open", "Open"),))
    document = replace(document, publication=replace(document.publication, claims=register))

    publish_editions(document, [write(tmp_path, "pdf", b"P", 9)])

    content = (tmp_path / "build" / "made-up.claims.json").read_bytes()
    manifest = json.loads((tmp_path / "build" / "manifest.json").read_bytes())
    assert [it["statement"] for it in json.loads(content)["claims"]] == ["The bridge is open."]
    assert manifest["claims"] == {
        "file": "made-up.claims.json",
        "claims": 1,
        "sha256": hashlib.sha256(content).hexdigest(),
        "size": len(content),
    }


def test_the_manifest_keeps_other_editions_that_are_there(tmp_path: Path) -> None:
    """An edition of an earlier build is still described, one that is gone is not."""
    document = document_in(tmp_path)
    publish_editions(document, [write(tmp_path, suffix, b"old") for suffix in ("pdf", "epub", "docx")])
    (tmp_path / "build" / "made-up.docx").unlink()

    publish_editions(document, [write(tmp_path, "pdf", b"new")])

    editions = json.loads((tmp_path / "build" / "manifest.json").read_bytes())["editions"]
    assert {name: edition["size"] for name, edition in editions.items()} == {
        "made-up.epub": 3,
        "made-up.pdf": 3,
    }
    assert editions["made-up.pdf"]["sha256"] == hashlib.sha256(b"new").hexdigest()


@pytest.mark.parametrize("manifest", [b"", b"[]", b'{"editions": 3}', b"\xff", b'{"editions": {"a": 1}}'])
def test_a_broken_manifest_is_written_anew(tmp_path: Path, manifest: bytes) -> None:
    """What somebody did to the manifest stops no build."""
    document = document_in(tmp_path)
    (tmp_path / "build" / "manifest.json").write_bytes(manifest)

    publish_editions(document, [write(tmp_path, "pdf", b"P")])

    editions = json.loads((tmp_path / "build" / "manifest.json").read_bytes())["editions"]
    assert list(editions) == ["made-up.pdf"]


@pytest.mark.parametrize("successes", [0, 1, 2])
def test_a_full_disk_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, successes: int) -> None:
    """B001: whichever file the disk refuses, the old editions stay and no temporary file is left."""
    document = document_in(tmp_path)
    publish_editions(document, [write(tmp_path, "pdf", b"old"), write(tmp_path, "epub", b"old")])
    before = contents(tmp_path)
    calls = []

    def flush(descriptor: int) -> None:
        calls.append(descriptor)
        if len(calls) > successes:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", flush)
    published = publish_editions(document, [write(tmp_path, "pdf", b"new"), write(tmp_path, "epub", b"new")])

    (diagnostic,) = published.diagnostics
    assert published.value == ()
    assert (diagnostic.code, diagnostic.message) == (
        "B001", "cannot write into `build/`: No space left on device",
    )  # fmt: skip
    assert before == contents(tmp_path)


def test_editions_can_be_read_by_all(tmp_path: Path) -> None:
    """Whatever the umask, a web server or a colleague may read what was published."""
    before = os.umask(0o077)
    try:
        publish_editions(document_in(tmp_path), [write(tmp_path, "pdf", b"P")])
    finally:
        os.umask(before)

    assert (tmp_path / "build" / "made-up.pdf").stat().st_mode & 0o777 == 0o644


def test_one_build_holds_the_folder(tmp_path: Path) -> None:
    """A second one is refused while the first runs, and not afterwards."""
    with build_lock(tmp_path), pytest.raises(BuildHeld), build_lock(tmp_path):
        pass

    with build_lock(tmp_path):
        pass


def test_what_a_killed_build_left_is_taken_away(tmp_path: Path) -> None:
    """Temporary files of a build that did not end go when the next one begins."""
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / ".x1.partial").touch()
    (tmp_path / "build" / "made-up.pdf").touch()

    with build_lock(tmp_path):
        left = sorted(contents(tmp_path))

    assert left == [".lock", "made-up.pdf"]
