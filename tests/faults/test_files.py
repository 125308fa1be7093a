"""Files as they come from other systems, other programs, and bad luck."""

import os
import re
import unicodedata
from pathlib import Path

import pytest

from octavo import pipeline
from octavo.load import load_publication
from octavo.load.files import Listing, list_manuscript
from octavo.load.names import name_findings
from octavo.pictures import find_picture
from octavo.progress import Silent
from octavo.source import read_source
from tests.support.least_publication import write_publication
from tests.support.models import make_chapter

CHAPTER, METADATA = "manuscript/10-first.md", "manuscript/metadata.yaml"
BRAND, ENTRIES, LOCK = "templates/_brand.yml", "bibliography/sources.bib", "bibliography/sources.lock"
EVERY_KIND = {
    CHAPTER: "# First\n\nText [@sample2020]. {{ data.sums[0].year }}\n",
    METADATA: "title: A Sample\nauthor: Ada Sample\nlang: en-GB\n",
    "manuscript/data/sums.csv": "year,sum\n2020,1\n",
    ENTRIES: "@book{sample2020,\n  author = {Sample, Ada},\n  title = {Nothing},\n  publisher = {None},\n"
    "  location = {Nowhere},\n  date = {2020},\n}\n",
    BRAND: "meta:\n  name: A Sample\n",
}
NFC, NFD = (unicodedata.normalize(form, "карта-йод.png") for form in ("NFC", "NFD"))


def said(root: Path) -> list[str]:
    """Load a publication and give code and message of what is found."""
    return [f"{found.code} {found.message}" for found in load_publication(root).diagnostics]


def test_line_ends_and_marks_of_other_systems(tmp_path: Path) -> None:
    """LF, CRLF, CR alone and a byte order mark make the same publication of every kind of file."""
    texts = set()
    for number, (mark, end) in enumerate(
        [(b"", b"\n"), (b"", b"\r\n"), (b"", b"\r"), (b"\xef\xbb\xbf", b"\n")]
    ):
        root = write_publication(tmp_path / str(number), EVERY_KIND)
        for name in EVERY_KIND:
            (root / name).write_bytes(mark + (root / name).read_bytes().replace(b"\n", end))
        loaded = load_publication(root)
        assert loaded.diagnostics == ()
        assert loaded.value is not None
        (chapter,) = loaded.value.chapters
        texts.add(chapter.source.text.replace("\r\n", "\n"))
        assert list(loaded.value.bibliography.entries) == ["sample2020"]
        assert loaded.value.data["sums"].value[0]["year"] == "2020"

    assert texts == {EVERY_KIND[CHAPTER]}


def test_a_return_alone_keeps_places(tmp_path: Path) -> None:
    """After a carriage return alone a new line is counted, and no offset moves."""
    (tmp_path / "a.md").write_bytes(b"one\rtwo\r\nthree\r\r")

    source = read_source(tmp_path / "a.md", tmp_path)

    assert source.text == "one\ntwo\r\nthree\n\n"
    assert [source.line_text(line) for line in (1, 2, 3)] == ["one", "two", "three"]


@pytest.mark.parametrize("name", [METADATA, CHAPTER, ENTRIES, BRAND, LOCK, "manuscript/data/sums.csv"])
def test_a_pipe_stops_nobody(tmp_path: Path, name: str) -> None:
    """L015: a pipe in place of any file is told, and nobody waits for what comes out of it."""
    root = write_publication(tmp_path, EVERY_KIND)
    (root / name).unlink(missing_ok=True)
    os.mkfifo(root / name)

    assert f"L015 `{name}` cannot be read: it is a pipe or a device, and no file" in said(root)


@pytest.mark.parametrize("name", [METADATA, ENTRIES, BRAND])
def test_a_folder_in_place_of_a_file(tmp_path: Path, name: str) -> None:
    """L015: a folder with a file's name is told."""
    root = write_publication(tmp_path, EVERY_KIND)
    (root / name).unlink()
    (root / name).mkdir()

    assert f"L015 `{name}` cannot be read: is a directory" in said(root)


def test_links_in_a_circle(tmp_path: Path) -> None:
    """Links that lead to each other or up again end no listing and hide no file."""
    root = write_publication(tmp_path, {})
    for name, target in {"a": "b", "b": "a", "up": "..", "self.md": "self.md"}.items():
        (root / "manuscript" / name).symlink_to(target)

    listing = list_manuscript(root)

    assert {CHAPTER, METADATA} <= listing.files
    assert "manuscript/self.md" in listing.names - listing.files


@pytest.mark.parametrize(("in_text", "on_disk"), [(NFC, NFD), (NFD, NFC), (NFC, NFC)])
def test_accents_of_other_systems(in_text: str, on_disk: str) -> None:
    """An image is found whether its name, or the text, has accents in one sign or in two."""
    chapter = make_chapter("# One\n")
    files = {f"manuscript/{on_disk}", "manuscript/other.png"}

    assert NFC != NFD
    assert find_picture(in_text, chapter, files) == f"manuscript/{on_disk}"
    assert find_picture("other2.png", chapter, files) is None


def test_the_very_name_comes_first() -> None:
    """Where both ways of writing a name are there, the text's own is meant."""
    files = {f"manuscript/{NFC}", f"manuscript/{NFD}"}

    assert find_picture(NFD, make_chapter("# One\n"), files) == f"manuscript/{NFD}"


@pytest.mark.parametrize(
    ("one", "other"), [("Chapter.md", "chapter.md"), (f"{NFD}.md", f"{NFC}.md"), ("ЙОД.png", "йод.png")]
)
def test_names_that_are_one_elsewhere(tmp_path: Path, one: str, other: str) -> None:
    """L032: names that only macOS or Windows take for one are told, in any alphabet."""
    names = sorted(f"manuscript/{name}" for name in (one, other))

    (found,) = name_findings(tmp_path, Listing(frozenset([*names, "manuscript/else.md"])))

    assert (found.code, found.message) == (
        "L032", f"`{names[0]}` and `{names[1]}` are one file on macOS and Windows",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "shown"), [("a\nb.md", "a\\nb.md"), ("a\x1b[2J.md", "a\\x1b[2J.md"), ("\udcff.md", "\\udcff.md")]
)
def test_names_that_cannot_be_shown(tmp_path: Path, name: str, shown: str) -> None:
    """L033: a name with line ends, controls or bytes that are no text is told in signs that can be shown."""
    (found,) = name_findings(tmp_path, Listing(frozenset([f"manuscript/{name}"])))

    assert (found.code, found.message) == (
        "L033", f"the name `manuscript/{shown}` has characters that cannot be shown",
    )  # fmt: skip


def test_odd_names_are_fine(tmp_path: Path) -> None:
    """Quotes, spaces, dashes in front, signs of shells and 255 bytes of Cyrillic are names like others."""
    names = [
        "-rf.md",
        "--help.md",
        "a'b\"c.md",
        "*?.md",
        "$(x).md",
        "`x`.md",
        "%s {x} [y].md",
        "\\.md",
        "й" * 126 + ".md",
    ]
    root = write_publication(
        tmp_path, {f"manuscript/{name}": f"# Part {index}\n\nText.\n" for index, name in enumerate(names)}
    )

    result = pipeline.check(root, Silent())

    assert result.diagnostics == ()


@pytest.mark.parametrize(("text", "code"), [("", "C011"), ("\n\n", "C011")])
def test_an_empty_chapter(tmp_path: Path, text: str, code: str) -> None:
    """A chapter without text is told; an empty file of sources is none."""
    root = write_publication(tmp_path, {CHAPTER: text, ENTRIES: ""})

    assert [found.code for found in pipeline.check(root, Silent()).diagnostics] == [code]


def test_an_empty_manuscript(tmp_path: Path) -> None:
    """A folder without anything in it is told what it needs."""
    (tmp_path / "manuscript").mkdir()

    assert [line[:4] for line in said(tmp_path)] == ["L001", "L007"]


def test_no_build_reads_the_clock() -> None:
    """A clock that jumps changes nothing: only the commands that archive sources ask what day it is."""
    folder = Path(pipeline.__file__).parent
    asking = re.compile(r"\btime\.time\(|datetime\.now\(|date\.today\(|\butcnow\(|\b(?:local|gm)time\(")
    found = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*.py")
        if asking.search(path.read_text(encoding="utf-8"))
    }

    assert found == {"terminal/adding.py", "terminal/archiving.py", "terminal/remote_images.py"}
