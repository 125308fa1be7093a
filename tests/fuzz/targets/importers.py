"""What other programs and services send: RIS, EndNote, CSL JSON, BibTeX, pages, answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from octavo.diagnostics import Diagnostic
from octavo.load.bibliography import Shelf, read_entries
from octavo.load.bibtex import is_key
from octavo.source import SourceFile
from octavo.sources.arxiv import look_up_arxiv
from octavo.sources.bibtex_text import address_value, one_line, plain_value, title_value
from octavo.sources.citekeys import make_citekey
from octavo.sources.doi import look_up_doi
from octavo.sources.drafting import Draft, draft_entry
from octavo.sources.endnote import NotXml, read_endnote
from octavo.sources.foreign import UnreadableExport, read_export
from octavo.sources.isbn import look_up_isbn
from octavo.sources.layout import lay_out
from octavo.sources.page import page_doi, page_record, read_tags
from octavo.sources.page_text import page_text, parse_html
from octavo.sources.ris import read_ris
from octavo.sources.services import PUBLIC, LookupFault
from octavo.sources.tidying import tidy_file
from octavo.sources.web import Answer, Web
from tests.fuzz.law import Target, Trial
from tests.fuzz.targets.loading import Found, of_text
from tests.fuzz.targets.texts import text_of

_TYPES = (
    "text/html",
    "text/html; charset=utf-16",
    "text/plain; charset=idna",
    "application/xhtml+xml",
    "text/x;charset=hex",
)


def keep(draft: Draft) -> None:
    """Write a draft as an entry, which can be read again as it was meant."""
    key = make_citekey(draft, ())
    assert is_key(key)
    shelf = Shelf()
    read_entries(SourceFile("a.bib", lay_out(draft.entry_text(key)) + "\n"), shelf)
    assert shelf.diagnostics == []
    assert [(entry.citekey, entry.kind) for entry in shelf.entries.values()] == [(key, draft.kind)]


def read_ris_file(content: bytes) -> Found:
    """Read RIS and draft its entries."""
    for item in read_ris(text_of(content)):
        keep(draft_entry(item))
    return []


def read_endnote_file(content: bytes) -> Found:
    """Read EndNote's XML and draft its entries."""
    try:
        items = read_endnote(content)
    except NotXml as fault:
        return [Diagnostic("L008", f"it {fault}")]
    for item in items:
        keep(draft_entry(item))
    return []


def begin_export(folder: Path) -> Trial:
    """Read a file of whatever program."""
    path = folder / "export"

    def read(content: bytes) -> Found:
        path.write_bytes(content)
        try:
            export = read_export(path)
        except UnreadableExport as fault:
            return [Diagnostic("L008", f"it {fault}")]
        for key, draft in export.sources:
            assert not key or is_key(key)
            make_citekey(draft, ())
            lay_out(draft.entry_text("a"))
        return export.diagnostics

    return read


def read_page(content: bytes) -> Found:
    """Read what a page says of itself, and its text; its first byte chooses how it is sent."""
    kind = _TYPES[content[0] % len(_TYPES)] if content else _TYPES[0]
    page_text(content[1:], kind)
    tree = parse_html(content[1:])
    if tree is not None:
        tags = read_tags(tree, "https://a.example/b")
        page_doi(tags)
        keep(draft_entry(page_record(tags, "https://a.example/b")))
    return []


def read_values(content: bytes) -> Found:
    """Write a text as values of BibTeX; their braces are even."""
    text = text_of(content)
    for value in (
        plain_value(text),
        address_value(text),
        *(title_value(text, keeps_capitals=is_on) for is_on in (True, False)),
    ):
        assert value.count("{") == value.count("}")
    assert "\n" not in one_line(text)
    return []


def read_tidy(source: SourceFile) -> Found:
    """Tidy a bibliography; a second time changes nothing."""
    outcome = tidy_file(Path(source.path), source)
    if outcome.value:
        again = tidy_file(Path(source.path), SourceFile(source.path, outcome.value.text))
        assert again.value is not None
        assert again.value.text == outcome.value.text
    return outcome.diagnostics


@dataclass(frozen=True)
class _Sender:
    """A network that answers everything with the same bytes."""

    body: bytes

    def fetch(self, address: str, headers: Mapping[str, str] | None = None) -> Answer:
        del headers
        return Answer(200, {}, self.body, address)


def read_answer(content: bytes) -> Iterator[Diagnostic]:
    """Take bytes for the answer of each service."""
    web: Any = _Sender(content)
    for look_up in (look_up_doi, look_up_isbn, look_up_arxiv):
        try:
            record = look_up(cast("Web", web), PUBLIC, "9780306406157")
        except LookupFault as fault:
            yield Diagnostic("L008", str(fault), hint=fault.cure)
        else:
            keep(draft_entry(record))


IMPORTERS = (
    Target("ris", lambda _: read_ris_file, "ris", share=2),
    Target("endnote", lambda _: read_endnote_file, "xml", share=2),
    Target("export-bibtex", begin_export, "bibtex", share=1.5),
    Target("export-json", begin_export, "json", share=2),
    Target("page", lambda _: read_page, "html", longest=800),
    Target("answers-json", lambda _: read_answer, "json", share=1.5),
    Target("answers-xml", lambda _: read_answer, "xml", share=1.5),
    Target("bibtex-text", lambda _: read_values, "words", longest=200, share=3),
    Target("tidying", of_text(read_tidy, "bibliography/sources.bib"), "bibtex", share=1.5),
)
