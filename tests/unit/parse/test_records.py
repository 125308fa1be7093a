"""The cited sources as data for readers."""

from datetime import date
from pathlib import Path

from octavo.load.bibliography import Shelf, read_entries
from octavo.model import ArchivedCopy, Bibliography, Snapshot
from octavo.parse.reading import vetted_bibliography
from octavo.parse.records import source_records
from octavo.source import SourceFile
from tests.support.models import make_publication

TEXT = """@string{press = {A Press}}
@collection{whole, title = {The Whole}, editor = {Ed, Ann}, publisher = press, date = {2020}, month = jan}
@incollection{part, title = {The Part}, author = {Doe, Jo}, crossref = {whole}, pages = {3--5},
  file = {/home/jo/part.pdf}, annotation = {Ask Jo for proof}, zotero-key = {X}, keywords = {press}}
@book{unused, title = {Unused}}
"""


def bibliography_of(text: str) -> Bibliography:
    """Read entries."""
    shelf = Shelf()
    read_entries(SourceFile("bibliography/sources.bib", text), shelf)
    return Bibliography(shelf.entries, tuple(shelf.string_blocks))


def test_nothing_private_goes_out(tmp_path: Path) -> None:
    """Files, remarks of one's own and fields of programs stay at home; the rest goes, with its parents."""
    publication = make_publication(bibliography=bibliography_of(TEXT), work_path=tmp_path)

    text = source_records(publication, ["part", "gone"]).bibtex

    assert text == (
        "@incollection{part,\n"
        "  title    = {The Part},\n  author   = {Doe, Jo},\n  crossref = {whole},\n"
        "  pages    = {3--5},\n  keywords = {press},\n}\n"
        "\n"
        "@collection{whole,\n"
        "  title     = {The Whole},\n  editor    = {Ed, Ann},\n  publisher = {A Press},\n"
        "  date      = {2020},\n  month     = jan,\n}\n"
    )


def test_records_name_the_cited_sources(tmp_path: Path) -> None:
    """Each cited source is an item under its citekey, with what it takes from its parent."""
    publication = make_publication(bibliography=bibliography_of(TEXT), work_path=tmp_path)

    (item,) = source_records(publication, ["part"]).items

    assert (item["id"], item["citation-key"], item["type"]) == ("part", "part", "chapter")
    assert (item["container-title"], item["publisher"]) == ("The Whole", "A Press")


def test_no_source_no_record(tmp_path: Path) -> None:
    """A publication that cites nothing has no records."""
    assert source_records(make_publication(work_path=tmp_path), []).bibtex == ""


def test_citeproc_sees_parents() -> None:
    """An entry that takes its publisher from another is given to citeproc with that other."""
    publication = make_publication(bibliography=bibliography_of(TEXT))

    text = vetted_bibliography(publication, ["part"])

    assert text.count("@incollection") == text.count("@collection") == 1
    assert "unused" not in text


def test_titles_are_as_they_were_typed(tmp_path: Path) -> None:
    """Names in an English title keep their capitals, which Pandoc would take from them."""
    text = "@online{a, title = {Russia, Belarus {S-400s} Deal}, date = {2021}, langid = {english}}"
    publication = make_publication(bibliography=bibliography_of(text), work_path=tmp_path)

    (item,) = source_records(publication, ["a"]).items

    assert item["title"] == "Russia, Belarus S-400s Deal"


def test_records_name_the_public_copy(tmp_path: Path) -> None:
    """A source of which there is a public copy says where it lies."""
    copy = ArchivedCopy("https://archive.example/2021/a", date(2021, 9, 10))
    publication = make_publication(
        bibliography=bibliography_of(TEXT),
        work_path=tmp_path,
        snapshots={"part": Snapshot("part", "https://a.example/", copy=copy)},
    )

    (item,) = source_records(publication, ["part"]).items

    assert item["archive_location"] == copy.url


def test_records_are_what_csl_knows(tmp_path: Path) -> None:
    """A DOI has no address, and a source of which nothing is known is a document."""
    text = "@misc{a, title = {T}, doi = {https://doi.org/10.1234/made.up}}"
    publication = make_publication(bibliography=bibliography_of(text), work_path=tmp_path)

    records = source_records(publication, ["a"])

    assert (records.items[0]["type"], records.items[0]["DOI"]) == ("document", "10.1234/made.up")
    assert "  doi   = {10.1234/made.up},\n" in records.bibtex
