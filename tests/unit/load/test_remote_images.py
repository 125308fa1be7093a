import hashlib
from pathlib import Path

import pytest

from octavo.load.remote_images import IMAGES, LOCK, load_remote_images, parse_images_lock
from octavo.model import Allowance
from octavo.source import SourceFile
from tests.support.models import make_chapter

ADDRESS = "https://example.org/map.png"
FIRST = "manuscript/10-first.md"
COPY = f"{IMAGES}/map-1.png"
METADATA = SourceFile("manuscript/metadata.yaml", ADDRESS)


def allowed(at: str = FIRST, address: str = ADDRESS) -> Allowance:
    """Allow an image in a chapter."""
    return Allowance("remote-image", address, at, "made up", METADATA.span(0, 5))


def table(
    address: str = ADDRESS, file: str = COPY, content: bytes = b"map", fetched: str = "2024-02-03"
) -> str:
    """Write a table of the lock."""
    digest = hashlib.sha256(content).hexdigest()
    return f'["{address}"]\nfile = "{file}"\nsha256 = "{digest}"\nfetched = {fetched}\n'


def load(root: Path, lock: str, *allowances: Allowance) -> tuple[dict[tuple[str, str], str], list[str]]:
    """Load a publication's copies with this lock; tell what is found by code and message."""
    (root / IMAGES).mkdir(parents=True, exist_ok=True)
    (root / LOCK).write_text(lock, encoding="utf-8")
    chapters = [make_chapter("# First\n", FIRST), make_chapter("# Second\n", "manuscript/20-second.md")]
    loaded = load_remote_images(root, allowances, chapters)
    return loaded.value, [f"{found.code} {found.message}" for found in loaded.diagnostics]


def test_a_copy_is_shown_in_the_chapter_that_may(tmp_path: Path) -> None:
    """The copy belongs to the chapter and the address together; other chapters have none."""
    (tmp_path / IMAGES).mkdir(parents=True)
    (tmp_path / COPY).write_bytes(b"map")

    assert load(tmp_path, table(), allowed()) == ({(FIRST, ADDRESS): COPY}, [])


def test_copies_that_are_not_what_was_fetched(tmp_path: Path) -> None:
    """Without a table, without its file, or with another file there is an error, and nothing is shown."""
    assert load(tmp_path, "", allowed()) == (
        {},
        [f"L021 there is no copy of `{ADDRESS}` in the publication"],
    )
    assert load(tmp_path, table(), allowed()) == (
        {},
        [f"L021 `{COPY}`, the copy of `{ADDRESS}`, is not there"],
    )
    (tmp_path / COPY).write_bytes(b"another map")
    assert load(tmp_path, table(), allowed()) == (
        {},
        [f"L022 `{COPY}` is not what was fetched from `{ADDRESS}`: its SHA-256 differs"],
    )


def test_nothing_is_asked_of_copies_that_no_chapter_needs(tmp_path: Path) -> None:
    """A lock without allowances is not read, and a chapter that is not there needs no copy."""
    assert load(tmp_path, "no TOML", allowed("manuscript/30-third.md")) == ({}, [])
    assert load(tmp_path, "no TOML") == ({}, [])


def test_a_link_that_leads_out_is_no_copy(tmp_path: Path) -> None:
    """A copy lies in the publication, in truth."""
    (tmp_path / "outside.png").write_bytes(b"map")
    root = tmp_path / "publication"
    (root / IMAGES).mkdir(parents=True)
    (root / COPY).symlink_to(tmp_path / "outside.png")

    assert load(root, table(), allowed())[0] == {}
    assert load(root, table(), allowed())[1][0].startswith("L021")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("version = 2\n", "L023 the images' lock has an unknown version"),
        ("version = \n", "L023 the images' lock is broken: invalid value"),
        (table(file="/etc/passwd"), f"`file` is no image in `{IMAGES}/`"),
        (table(file=f"{IMAGES}/../../secret.png"), f"`file` is no image in `{IMAGES}/`"),
        (table(file=f"{IMAGES}/../secret.png"), f"`file` is no image in `{IMAGES}/`"),
        (table(file=f"{IMAGES}/chart.vl.json"), f"`file` is no image in `{IMAGES}/`"),
        (table(fetched='"soon"'), "`fetched` is not a date"),
        (table() + "by = 1\n", "it has the unknown key `by`"),
        (f'"{ADDRESS}" = 1\n', "it is no table"),
        (f'["{ADDRESS}"]\nfile = 1\nsha256 = 2\n', "`fetched` is missing"),
    ],
)
def test_broken_locks(text: str, told: str) -> None:
    """What the lock may not say is told at its line, and costs its table."""
    parsed = parse_images_lock(SourceFile(LOCK, text))

    assert parsed.value == {}
    assert [found.code for found in parsed.diagnostics] == ["L023"]
    assert told in f"L023 {parsed.diagnostics[0].message}"
    assert parsed.diagnostics[0].span


def test_a_broken_table_is_told_once(tmp_path: Path) -> None:
    """A table that cannot be read is no missing copy on top of it, and the others are read."""
    other = "https://example.org/plan.png"
    (tmp_path / IMAGES).mkdir(parents=True)
    (tmp_path / COPY).write_bytes(b"map")
    copies, found = load(tmp_path, table(other, "/x") + table(), allowed(), allowed(address=other))

    assert copies == {(FIRST, ADDRESS): COPY}
    assert [known.partition(" ")[0] for known in found] == ["L023"]
