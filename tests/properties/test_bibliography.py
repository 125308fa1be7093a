"""What a bibliography must not change."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.model import Document
from octavo.pipeline import _read
from octavo.progress import Silent
from octavo.verify.agreement import view_of
from tests.support.publications import book

pytestmark = pytest.mark.slow


def parse(root: Path) -> Document:
    """Read a publication as far as its document."""
    document = _read(root, root / "build" / "work", Silent()).document
    assert document
    return document


@pytest.mark.parametrize("seed", [1, 2])
def test_the_order_of_entries_changes_nothing(tmp_path: Path, seed: int) -> None:
    """Entries shuffled, and spread over two files, give the same tree."""
    plain, shuffled = book(tmp_path / "plain", 2, 40), book(tmp_path / "shuffled", 2, 40)
    file = shuffled / "bibliography" / "sources.bib"
    entries = file.read_text(encoding="utf-8").split("\n\n")
    random.Random(seed).shuffle(entries)
    file.write_text("\n\n".join(entries[:4]) + "\n", encoding="utf-8")
    file.with_name("more.bib").write_text("\n\n".join(entries[4:]) + "\n", encoding="utf-8")

    assert parse(plain).ast == parse(shuffled).ast


def test_the_name_of_a_citekey_changes_no_word(tmp_path: Path) -> None:
    """A citekey renamed everywhere is seen by no reader."""
    plain, renamed = book(tmp_path / "plain", 2, 40), book(tmp_path / "renamed", 2, 40)
    for path in [*renamed.rglob("*.md"), *renamed.rglob("*.bib")]:
        text = path.read_text(encoding="utf-8")
        text = text.replace("@madeup", "@zz:other").replace("{madeup", "{zz:other")
        path.write_text(text, encoding="utf-8")

    assert view_of(parse(plain)) == view_of(parse(renamed))


def test_an_entry_that_nobody_cites_changes_no_word(tmp_path: Path) -> None:
    """An entry more is a warning and is in no reference list."""
    root = book(tmp_path, 1, 8)
    before = parse(root)
    with (root / "bibliography" / "sources.bib").open("a", encoding="utf-8") as file:
        file.write("\n@book{unused2000x,\n  author = {Nobody, N.},\n  title = {X},\n  date = {2000},\n}\n")

    after = parse(root)

    assert replace(before, publication=after.publication) == after
