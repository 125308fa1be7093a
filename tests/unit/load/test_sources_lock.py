import hashlib
from datetime import date
from pathlib import Path

import pytest

from octavo.load.sources_lock import load_snapshots, parse_lock
from octavo.model import ArchivedCopy, Bibliography, Entry, StoredFile
from octavo.source import SourceFile, Span

TEXT = "ціна\r\n".encode()
TABLE = f"""\
version = 1

[board]
url = "https://example.org/a"
fetched = 2024-02-03
content_type = "text/html"
page = "bibliography/archive/board/page.html"
page_sha256 = "{hashlib.sha256(b"page").hexdigest()}"
text = "bibliography/archive/board/text.txt"
text_sha256 = "{hashlib.sha256(TEXT).hexdigest()}"
archive_url = "https://web.archive.org/web/20240203000000/https://example.org/a"
archive_date = 2024-02-03
etag = '"v1"'
"""


def lay_out(root: Path, lock: str) -> None:
    """Lay a lock and the snapshot of one source into a folder."""
    folder = root / "bibliography" / "archive" / "board"
    folder.mkdir(parents=True)
    (root / "bibliography" / "sources.lock").write_text(lock, encoding="utf-8")
    (folder / "page.html").write_bytes(b"page")
    (folder / "text.txt").write_bytes(TEXT)


def shelf_of(url: str) -> Bibliography:
    """Make a bibliography of the one source `board`."""
    place = Span(SourceFile("bibliography/sources.bib", "@online{board}"), 8, 13)
    return Bibliography({"board": Entry("board", "online", {"url": url}, "", place, place)})


def faults(lock: str) -> list[tuple[str, int]]:
    """Give what is wrong with a lock, with the lines."""
    found = parse_lock(SourceFile("sources.lock", lock)).diagnostics
    assert {diagnostic.code for diagnostic in found} <= {"L016"}
    return [(item.message.rpartition(": ")[2], item.span.first.line) for item in found if item.span]


def test_snapshot_with_its_text(tmp_path: Path) -> None:
    """A snapshot is read with all that the lock says of it, and with its text as it is stored."""
    lay_out(tmp_path, TABLE)

    loaded = load_snapshots(tmp_path, shelf_of("https://example.org/a"))

    assert loaded.diagnostics == ()
    snapshot = loaded.value["board"]
    assert snapshot.page
    assert snapshot.page.fetched == date(2024, 2, 3)
    assert snapshot.page.file == StoredFile(
        "bibliography/archive/board/page.html", hashlib.sha256(b"page").hexdigest()
    )
    assert snapshot.copy == ArchivedCopy(
        "https://web.archive.org/web/20240203000000/https://example.org/a", date(2024, 2, 3)
    )
    assert snapshot.page.etag == '"v1"'
    assert snapshot.content == "ціна\r\n"


def test_publication_without_a_lock(tmp_path: Path) -> None:
    """A publication needs no lock."""
    assert load_snapshots(tmp_path, Bibliography({})).value == {}


@pytest.mark.parametrize(
    ("name", "code"), [("page.html", "L017"), ("text.txt", "L017"), ("../board/page.html", "L017")]
)
def test_changed_files(tmp_path: Path, name: str, code: str) -> None:
    """A byte more in any file of a snapshot is told, and its text is not read."""
    lay_out(tmp_path, TABLE)
    path = tmp_path / "bibliography" / "archive" / "board" / name
    path.write_bytes(path.read_bytes() + b" ")

    loaded = load_snapshots(tmp_path, shelf_of("https://example.org/a"))

    assert [found.code for found in loaded.diagnostics] == [code]
    assert loaded.value["board"].content == ""


def test_snapshots_that_are_kept_elsewhere(tmp_path: Path) -> None:
    """A snapshot that is not there, or is a link out of the publication, leaves the copy's address."""
    root = tmp_path / "publication"
    lay_out(root, TABLE)
    page = root / "bibliography" / "archive" / "board" / "page.html"
    page.rename(tmp_path / "page.html")
    page.symlink_to(tmp_path / "page.html")

    loaded = load_snapshots(root, shelf_of("https://example.org/a"))

    assert [found.code for found in loaded.diagnostics] == ["L018"]
    assert loaded.value["board"].copy is not None


def test_snapshot_of_another_address(tmp_path: Path) -> None:
    """A snapshot of what the entry does not name any more is told and used for nothing."""
    lay_out(tmp_path, TABLE)

    loaded = load_snapshots(tmp_path, shelf_of("https://example.org/b"))

    assert [found.code for found in loaded.diagnostics] == ["L019"]
    assert loaded.value == {}


def test_sources_that_are_broken_are_told_once(tmp_path: Path) -> None:
    """An entry that could not be read is not missed a second time by its snapshot."""
    lay_out(tmp_path, TABLE)

    assert load_snapshots(tmp_path, Bibliography({}, broken=frozenset({"board"}))).diagnostics == ()


@pytest.mark.parametrize(
    ("old", "new", "told", "line"),
    [
        ('url = "https://example.org/a"\n', "", "`url` is missing", 3),
        ("fetched = 2024-02-03", 'fetched = "2024-02-03"', "`fetched` is not a date", 5),
        ("fetched = 2024-02-03", "fetched = 2024-02-03T10:00:00", "`fetched` is not a date", 5),
        ("etag = '\"v1\"'", "etag = 1", "`etag` is not a text", 13),
        ('page = "', 'page = "bibliography/archive/../../', "`page` lies outside `bibliography/archive/`", 7),
        ('page = "b', 'page = "/b', "`page` lies outside `bibliography/archive/`", 7),
        ('org/a"\narchive_date', 'org/a\\n"\narchive_date', "`archive_url` is not a web address", 11),
        ('archive_url = "https', 'archive_url = "javascript', "`archive_url` is not a web address", 11),
        ("archive_date = 2024-02-03\n", "", "`archive_url` stands without `archive_date`", 11),
        ("text_sha256", "etag2", "it has the unknown key `etag2`", 10),
        ('text = "bibliography', 'etag2 = "bibliography', "it has the unknown key `etag2`", 9),
        ('content_type = "text/html"\n', "", "`fetched` stands without `content_type`", 5),
        ("page_sha256", "page_sha", "it has the unknown key `page_sha`", 8),
        ('sha256 = "', 'sha256 = "F', "`page_sha256` is not 64 hexadecimal digits", 8),
        ("version = 1", "version = 2", "the sources' lock has an unknown version", 1),
        ("[board]", "[board", "expected ']' at the end of a table declaration", 3),
        ("[board]", "board = 1\n[other]", "it is no table", 3),
    ],
)
def test_broken_locks(old: str, new: str, told: str, line: int) -> None:
    """What the lock may not say is told where it stands."""
    assert faults(TABLE.replace(old, new))[:1] == [(told, line)]


def test_lock_that_ends_too_early() -> None:
    """A lock that was cut off is told at its end."""
    assert faults('version = 1\n[board]\nurl = "https://exa') == [("unterminated string", 3)]


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "{b = " * 3000])
def test_locks_that_nest_too_deeply(text: str) -> None:
    """A lock that somebody spoilt on purpose is told like any other that is broken."""
    assert len(faults(text)) == 1


def test_one_broken_table_costs_no_other() -> None:
    """What is said of other sources still holds, also when their citekeys want quotation marks."""
    second = TABLE.replace("version = 1", "").replace("[board]", '["ministry:2022"]')

    parsed = parse_lock(SourceFile("sources.lock", TABLE.replace("fetched", "fetchd", 1) + second))

    assert list(parsed.value) == ["ministry:2022"]
    assert parsed.value["ministry:2022"].span is not None
    assert parsed.value["ministry:2022"].span.text == "ministry:2022"


def test_sources_of_which_only_others_have_a_copy() -> None:
    """A page that was gone before it was archived may have a public copy, and must have that."""
    head, copy = 'version = 1\n[gone]\nurl = "https://example.org/a"\n', "archive_date = 2020-01-01\n"

    parsed = parse_lock(SourceFile("sources.lock", f'{head}archive_url = "https://a.example/1"\n{copy}'))

    assert parsed.value["gone"].page is None
    assert parsed.value["gone"].copy == ArchivedCopy("https://a.example/1", date(2020, 1, 1))
    assert faults(head) == [("it has neither `page` nor `archive_url`", 2)]
