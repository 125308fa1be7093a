"""Archive online sources: the page as it was sent, what it says, and a public copy with its date.

One source at a time: after each of them the lock is on the disk, so that a run that is interrupted loses
nothing, and the next goes on from there.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from octavo.model import Page, Snapshot
from octavo.sources.internet_archive import InternetArchive
from octavo.sources.link_states import LinkState, state_of_answer, state_of_fault
from octavo.sources.links import Link
from octavo.sources.lock import RESERVED, store_file, write_lock
from octavo.sources.page_text import page_text
from octavo.sources.robots import Robots
from octavo.sources.web import Answer, Web, WebFault

_SUFFIXES = {
    "text/html": "html",
    "application/xhtml+xml": "xhtml",
    "application/pdf": "pdf",
    "text/plain": "txt",
    "text/csv": "csv",
    "application/json": "json",
    "application/xml": "xml",
    "text/xml": "xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
}


@dataclass(frozen=True)
class Archivist:
    """Who archives: the network, the Internet Archive or None to do without it, the publication, the day.

    `again` has fetched anew what is there already.
    """

    web: Web
    service: InternetArchive | None
    root: Path
    today: date
    again: bool = False


@dataclass(frozen=True)
class Archived:
    """What became of one source: what was done, and what went wrong, both as lines for people.

    `snapshot` is what is known of it now, None when there is nothing.
    """

    link: Link
    snapshot: Snapshot | None
    done: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


def needs_archiving(link: Link, *, wants_copy: bool = True) -> bool:
    """Tell whether a source has no snapshot yet, or no public copy."""
    snapshot = link.snapshot
    return snapshot is None or snapshot.page is None or (wants_copy and snapshot.copy is None)


def archive_sources(
    links: Iterable[Link], known: Mapping[str, Snapshot], archivist: Archivist
) -> Iterator[Archived]:
    """Archive sources one by one and yield what became of each, when it is in the lock.

    `known` is the whole lock. Raises OSError when the publication cannot be written.
    """
    lock = dict(known)
    robots = Robots(archivist.web)
    for link in links:
        archived = _archive(link, archivist, robots)
        if archived.snapshot and archived.snapshot != lock.get(link.entry.citekey):
            lock[link.entry.citekey] = archived.snapshot
            write_lock(archivist.root, lock)
        yield archived


def _archive(link: Link, archivist: Archivist, robots: Robots) -> Archived:
    if link.entry.citekey == RESERVED:
        told = f"the lock has the name `{RESERVED}` for itself; give the entry another citekey"
        return Archived(link, None, troubles=(told,))
    known = link.snapshot or Snapshot(link.entry.citekey, link.address)
    done: list[str] = []
    troubles: list[str] = []
    is_gone = False
    if archivist.again or known.page is None:
        answer = _fetch(link.address, archivist.web, robots)
        if isinstance(answer, LinkState):
            troubles.append(f"no snapshot: {answer.reason}")
            is_gone = answer.kind == "dead"
        else:
            page = _store(link, answer, archivist)
            known = replace(known, page=page)
            done.append("page and text" if page.text else "page, which has no text")
            wall = state_of_answer(link.address, answer)
            troubles += [f"perhaps not all of it: the page {wall.reason}"] if wall.kind == "paywalled" else []
    if archivist.service and (archivist.again or known.copy is None):
        found = archivist.service.find_copy(
            link.address, _wanted_day(link, archivist.today), may_save=not is_gone
        )
        if found.copy:
            known = replace(known, copy=found.copy)
            done.append(f"copy of {found.copy.day}")
        if found.trouble:
            troubles.append(f"{'no newer' if known.copy else 'no'} copy: {found.trouble}")
    is_something = known.page is not None or known.copy is not None
    return Archived(link, known if is_something else None, tuple(done), tuple(troubles))


def _fetch(address: str, web: Web, robots: Robots) -> Answer | LinkState:
    """Fetch a page that is worth keeping, or say what there is in its place."""
    try:
        if not robots.allows(address):
            return LinkState("skipped", "the site's robots.txt asks programs to stay away")
        answer = web.fetch(address)
    except WebFault as fault:
        return replace(state_of_fault(fault), reason=str(fault))
    state = state_of_answer(address, answer)
    if state.kind in {"dead", "unreachable"} or answer.status != 200:
        return replace(state, reason=f"the page {state.reason}")
    return answer if answer.body.strip() else LinkState("unreachable", "the page is empty")


def _store(link: Link, answer: Answer, archivist: Archivist) -> Page:
    """Keep a page and its text."""
    key, root = link.entry.citekey, archivist.root
    content_type = " ".join(answer.headers.get("content-type", "").split()) or "application/octet-stream"
    is_pdf = answer.body.startswith(b"%PDF-")
    suffix = "pdf" if is_pdf else _SUFFIXES.get(answer.media_type, "bin")
    text = page_text(answer.body, content_type)
    return Page(
        fetched=archivist.today,
        content_type=content_type,
        file=store_file(root, key, f"page.{suffix}", answer.body),
        text=store_file(root, key, "text.txt", text.encode("utf-8", "replace")) if text else None,
        etag=answer.headers.get("etag"),
        last_modified=answer.headers.get("last-modified"),
    )


def _wanted_day(link: Link, today: date) -> date:
    """Return the day of which a copy is wanted: when the author read the page, else today."""
    try:
        return min(date.fromisoformat(link.entry.fields.get("urldate", "")), today)
    except ValueError:
        return today
