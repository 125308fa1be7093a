"""The cited sources go out with the editions as data that programs read."""

import json
import re
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pikepdf
import pytest

from octavo.model import Document
from octavo.ooxml import FOOTNOTES, found, parse
from octavo.pandoc import run_pandoc
from octavo.progress import Silent
from octavo.write.docx import write_docx
from octavo.write.engine import Engine
from octavo.write.epub import write_epub
from octavo.write.pdf import write_pdf
from tests.support.documents import document_of

BIBLIOGRAPHY = """@book{doe2020,
  title = {The Bridge & its Builders}, author = {Doe, Jane}, publisher = {{Nowhere Press}}, date = {2020-05},
  langid = {english}, file = {/home/jane/bridge.pdf}
}
@online{ministry2021, title = {Міст}, author = {{Ministry of <Bridges>}}, date = {2021-09-10},
  url = {https://bridges.example/?a=1&b=2}, langid = {ukrainian}
}
@book{unused, title = {Unused}}
"""
TEXT = """# One

It opened [see @doe2020, pp. 3--5, and later; @ministry2021].
As @doe2020 [p. 7] says, it fell.^[On this see @ministry2021, and more.]
It is closed.^[A remark.]
"""


@pytest.fixture(scope="module")
def document(tmp_path_factory: pytest.TempPathFactory) -> Document:
    """Make a text with every way of citing."""
    files = {"bibliography/sources.bib": BIBLIOGRAPHY, "manuscript/10-one.md": TEXT}
    return document_of(tmp_path_factory.mktemp("sources"), files)


@pytest.fixture(scope="module")
def word(document: Document) -> Path:
    """Write the Word edition."""
    artifact = write_docx(document).value
    assert artifact is not None
    return artifact.path


def fields_of(path: Path) -> list[dict[str, object]]:
    """Read what the fields of the notes carry."""
    with zipfile.ZipFile(path) as package:
        tree = parse(package.read(FOOTNOTES))
    codes = [found_.text or "" for found_ in found(tree, "//w:instrText") if "ZOTERO" in (found_.text or "")]
    return [json.loads(code.partition("CSL_CITATION ")[2]) for code in codes]


def test_notes_are_fields(word: Path) -> None:
    """Each citation of a note is a field with its sources, locators, prefixes and suffixes."""
    fields = fields_of(word)
    items = [item for found_ in fields for item in found_["citationItems"]]  # type: ignore[attr-defined]

    assert [found_["properties"]["noteIndex"] for found_ in fields] == [1, 2, 3]  # type: ignore[index]
    assert [(item["id"], item.get("locator"), item.get("label")) for item in items] == [
        ("doe2020", "3–5", "page"),
        ("ministry2021", None, None),
        ("doe2020", "7", "page"),
        ("ministry2021", None, None),
    ]
    assert (items[0]["prefix"], items[0]["suffix"]) == ("see ", ", and later")
    assert items[2]["suppress-author"] is True
    assert items[0]["itemData"]["author"] == [{"family": "Doe", "given": "Jane"}]


def test_fields_show_what_is_printed(word: Path) -> None:
    """Between a field's begin and its end stands the text of the note; each is closed."""
    with zipfile.ZipFile(word) as package:
        text = package.read(FOOTNOTES).decode()

    kinds = re.findall(r'w:fldCharType="(\w+)"', text)
    assert kinds == ["begin", "separate", "end"] * (len(kinds) // 3)
    assert kinds


def test_pandoc_reads_the_citekeys_back(word: Path, tmp_path: Path) -> None:
    """A program that knows the fields finds each citekey again."""
    markdown = run_pandoc(["-f", "docx+citations", "-t", "markdown", str(word)], folder=tmp_path).output

    assert re.findall(r"@(\w+)", markdown.decode().partition("[^1]:")[2].partition("---")[0]) == [
        "doe2020",
        "ministry2021",
        "doe2020",
        "ministry2021",
    ]


def test_word_lists_the_sources(word: Path) -> None:
    """Word's own list of sources has each cited source with its type, people and date."""
    with zipfile.ZipFile(word) as package:
        tree = parse(package.read("customXml/item1.xml"))
    texts = [
        {child.tag.partition("}")[2]: "".join(map(str, child.itertext())) for child in source}
        for source in found(tree, "b:Source")
    ]

    assert [(it["Tag"], it["SourceType"], it["Year"], it["Author"]) for it in texts] == [
        ("doe2020", "Book", "2020", "DoeJane"),
        ("ministry2021", "InternetSite", "2021", "Ministry of <Bridges>"),
    ]
    assert texts[1]["URL"] == "https://bridges.example/?a=1&b=2"


def test_the_epub_carries_the_sources(document: Document) -> None:
    """The EPUB has the sources as CSL JSON and BibTeX, and its package document names both."""
    artifact = write_epub(document, None).value
    assert artifact is not None
    with zipfile.ZipFile(artifact.path) as book:
        names = {Path(name).name: name for name in book.namelist()}
        items = json.loads(book.read(names["references.json"]))
        bibtex = book.read(names["references.bib"]).decode()
        package = book.read(names["package.opf"]).decode()

    assert [item["id"] for item in items] == ["doe2020", "ministry2021"]
    assert "/home/jane" not in bibtex
    assert "@online{ministry2021," in bibtex
    assert 'media-type="application/vnd.citationstyles.csl+json"' in package


def test_the_pdf_carries_the_sources(document: Document) -> None:
    """The PDF has the sources attached, dated by the edition and not by the clock."""
    with Engine() as engine:
        artifact = write_pdf(document, engine, Silent()).value
    assert artifact is not None
    with pikepdf.open(artifact.path) as pdf:
        attached = {name: pdf.attachments[name] for name in pdf.attachments}
        items = json.loads(attached["references.json"].get_file().read_bytes())
        bibtex = attached["references.bib"].get_file()

        assert [item["id"] for item in items] == ["doe2020", "ministry2021"]
        assert b"@online{ministry2021," in bibtex.read_bytes()
        assert (bibtex.mime_type, bibtex.creation_date) == (
            "application/x-bibtex",
            datetime(1970, 1, 1, tzinfo=UTC),
        )
