from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from octavo.load.sources_lock import LOCK, parse_lock
from octavo.model import ArchivedCopy, Page, Snapshot, StoredFile
from octavo.source import SourceFile
from octavo.sources.lock import folder_name, lock_text, read_lock, remove_snapshot, store_file, write_lock

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
FILES = st.builds(
    StoredFile,
    st.from_regex(r"bibliography/archive/[a-z]{1,5}", fullmatch=True),
    st.from_regex(r"[0-9a-f]{64}", fullmatch=True),
)
PAGES = st.builds(Page, st.dates(), TEXTS, FILES, st.none() | FILES, st.none() | TEXTS, st.none() | TEXTS)
COPIES = st.builds(ArchivedCopy, st.just("https://archive.example/1"), st.dates())
SNAPSHOTS = st.builds(Snapshot, TEXTS, TEXTS, PAGES, st.none() | COPIES) | st.builds(
    Snapshot, TEXTS, TEXTS, st.none(), COPIES
)
PAGE = Page(
    date(2024, 2, 3), "text/html", StoredFile("bibliography/archive/a/page.html", "0" * 64), etag='"1"'
)


@given(st.lists(SNAPSHOTS, max_size=3))
def test_what_is_written_is_read(snapshots: list[Snapshot]) -> None:
    """Whatever servers send and citekeys are, the lock is read back as it was."""
    known = {snapshot.citekey: snapshot for snapshot in snapshots if snapshot.citekey != "version"}

    parsed = parse_lock(SourceFile(LOCK, lock_text(known)))

    assert parsed.diagnostics == ()
    assert parsed.value == known


def test_the_lock_reads_well() -> None:
    """Tables are in the order of citekeys, one key to a line, nothing for what is not known."""
    snapshots = {
        "b:2": Snapshot("b:2", "https://b.example", PAGE),
        "a": Snapshot(
            "a", "https://a.example", copy=ArchivedCopy("https://archive.example/1", date(2020, 1, 2))
        ),
    }

    assert lock_text(snapshots) == (
        "# What web sources said when they were archived. Written by `octavo sources archive`.\n"
        "version = 1\n\n"
        '[a]\nurl = "https://a.example"\n'
        'archive_url = "https://archive.example/1"\narchive_date = 2020-01-02\n\n'
        '["b:2"]\nurl = "https://b.example"\nfetched = 2024-02-03\ncontent_type = "text/html"\n'
        f'page = "bibliography/archive/a/page.html"\npage_sha256 = "{"0" * 64}"\netag = "\\"1\\""\n'
    )


def test_files_are_stored_and_removed(tmp_path: Path) -> None:
    """A file lies in its source's folder, kept from Git's line ends; with the last one the folder goes."""
    page = store_file(tmp_path, "a", "page.html", b"one\r\n")
    text = store_file(tmp_path, "a", "text.txt", b"one\n")
    snapshot = Snapshot("a", "https://a.example", Page(date(2024, 2, 3), "text/html", page, text))

    assert (tmp_path / page.path).read_bytes() == b"one\r\n"
    assert "* -text" in (tmp_path / "bibliography/archive/.gitattributes").read_text()
    remove_snapshot(tmp_path, snapshot)
    assert [path.name for path in (tmp_path / "bibliography/archive").iterdir()] == [".gitattributes"]


def test_a_lock_is_replaced_whole(tmp_path: Path) -> None:
    """Nothing but the new lock is left of writing it twice."""
    assert read_lock(tmp_path).value == {}
    write_lock(tmp_path, {"a": Snapshot("a", "https://a.example", PAGE)})
    write_lock(tmp_path, {"b": Snapshot("b", "https://b.example", PAGE)})

    assert list(read_lock(tmp_path).value) == ["b"]
    assert [path.name for path in (tmp_path / "bibliography").iterdir()] == ["sources.lock"]


@given(st.text(min_size=1), st.text(min_size=1))
def test_folders_for_any_citekey(one: str, other: str) -> None:
    """Folder names are plain, and two citekeys that differ never share one."""
    names = folder_name(one), folder_name(other)

    assert all(name.isascii() and "/" not in name and not name.startswith(".") for name in names)
    assert (names[0] == names[1]) == (one == other)


def test_folders_differ_in_more_than_capitals(tmp_path: Path) -> None:
    """Some file systems take `Doe` and `doe` for one, and some take `con` for a device."""
    paths = [store_file(tmp_path, key, "page.html", b"x").path for key in ("doe", "Doe", "doe", "con")]

    assert paths[0] == paths[2] == "bibliography/archive/doe/page.html"
    assert paths[1].startswith("bibliography/archive/Doe-")
    assert paths[3].startswith("bibliography/archive/con-")


def test_links_do_not_lead_snapshots_out(tmp_path: Path) -> None:
    """Where a folder of the archive is a link to elsewhere, nothing is written there, and nothing removed."""
    root, elsewhere = tmp_path / "publication", tmp_path / "elsewhere"
    archive = root / "bibliography" / "archive"
    archive.mkdir(parents=True)
    elsewhere.mkdir()
    (elsewhere / "page.html").write_text("mine")
    (archive / "a").symlink_to(elsewhere)

    with pytest.raises(OSError, match="out of the publication"):
        store_file(root, "a", "page.html", b"theirs")
    remove_snapshot(root, Snapshot("a", "https://a.example", PAGE))

    assert (elsewhere / "page.html").read_text() == "mine"
