"""Web addresses, in entries and in the text: readers can follow them, and nobody follows the readers."""

import bisect
import re
from collections.abc import Iterator

from octavo.addresses import address_fault, address_key, tracking_names, without_tracking
from octavo.check.citations import cited_entries
from octavo.diagnostics import Diagnostic, Related
from octavo.model import Entry, Paragraph, Publication
from octavo.source import Span

_FIELDS = ("url", "archiveurl")
_TICKS = re.compile(r"`+")
_IN_TEXT = re.compile(r"https?://[^\s<>\"«»“”]*[^\s<>\"«»“”.,;:!?)\]}'’*_]")


def check_addresses(publication: Publication) -> Iterator[Diagnostic]:
    """C027: an address of a cited entry that leads nowhere."""
    for entry in cited_entries(publication):
        for name in _FIELDS:
            address = entry.fields.get(name, "")
            fault = address_fault(address) if address else None
            if fault:
                message = f"`{name}` of entry `{entry.citekey}` {fault.message}"
                yield Diagnostic("C027", message, entry.place(name), hint=fault.hint)


def check_tracking(publication: Publication) -> Iterator[Diagnostic]:
    """C028: an address of a cited entry that tells where whoever saved it came from."""
    for entry in cited_entries(publication):
        address = entry.fields.get("url", "")
        names = tracking_names(address)
        if names:
            yield Diagnostic(
                "C028",
                f"`url` of entry `{entry.citekey}` tells where a reader came from: {_listed(names)}",
                _part_of(entry.place("url"), names[0]),
                hint=f"write `{without_tracking(address)}`",
            )


def _listed(names: tuple[str, ...]) -> str:
    return ", ".join(f"`{name}`" for name in dict.fromkeys(names))


def _part_of(span: Span, name: str) -> Span:
    """Find a parameter, with its value, in an address."""
    found = re.search(rf"[?&;]({re.escape(name)}(?:=[^&#\s]*)?)", span.text)
    return span.source.span(*(span.start + place for place in found.span(1))) if found else span


def check_addresses_in_text(publication: Publication) -> Iterator[Diagnostic]:
    """C036: an address stands in the text or a note as it is, where a citation could stand."""
    entries = {key: entry for entry in _online(publication) if (key := address_key(entry.fields["url"]))}
    for chapter in publication.chapters:
        for paragraph in chapter.paragraphs:
            if "://" not in paragraph.raw:
                continue
            ticks = [run.start() for run in _TICKS.finditer(paragraph.raw)]
            for found in _IN_TEXT.finditer(paragraph.raw):
                is_code = bisect.bisect_left(ticks, found.start()) % 2
                if not is_code and _is_printed(paragraph, found.start()):
                    span = paragraph.span((found.start(), _end_of(found)))
                    yield _bare(span, entries.get(address_key(span.text) or ""))


def _online(publication: Publication) -> Iterator[Entry]:
    return (entry for entry in publication.bibliography.entries.values() if entry.fields.get("url"))


def _end_of(address: re.Match[str]) -> int:
    """Return where an address ends: a bracket that it has opened belongs to it."""
    is_open = address[0].count("(") > address[0].count(")")
    return address.end() + (is_open and address.string[address.end() :].startswith(")"))


def _is_printed(paragraph: Paragraph, start: int) -> bool:
    """Tell whether readers see an address, bare or in angle brackets: no link's target, no Jinja2."""
    if paragraph.raw[start - 1 : start] == "<" and paragraph.raw[start - 2 : start - 1] != "(":
        return True
    if paragraph.plain[start] != " ":
        return True
    is_note = any(begin <= start < end for begin, end in paragraph.notes)
    return is_note and paragraph.raw[start - 1 : start].isspace()


def _bare(span: Span, entry: Entry | None) -> Diagnostic:
    key = entry.citekey if entry else ""
    return Diagnostic(
        "C036",
        f"the address `{span.text}` stands in the text instead of a citation",
        span,
        hint=f"cite its entry, as in `[@{key}]`"
        if key
        else "add an entry with this `url` to the bibliography and cite it, or make a link of some words: "
        "`[words](address)`",
        related=(Related(f"`{key}` has this address", entry.place("url")),) if entry else (),
    )
