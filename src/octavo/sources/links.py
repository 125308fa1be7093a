"""Follow the links of all online sources, politely, and say what became of them."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from typing import Any
from urllib.parse import urlsplit

from octavo.model import Entry, Publication, Snapshot
from octavo.sources.link_states import LinkState, state_of_answer, state_of_fault
from octavo.sources.robots import Robots
from octavo.sources.web import Answer, Web, WebFault

_HOSTS_AT_ONCE = 6


@dataclass(frozen=True)
class Link:
    """An online source: its entry, its address, and its snapshot if it has one."""

    entry: Entry
    address: str
    snapshot: Snapshot | None = None


@dataclass(frozen=True)
class LinkReport:
    """A link with its state."""

    link: Link
    state: LinkState


def online_sources(publication: Publication, citekeys: Iterable[str]) -> tuple[Link, ...]:
    """Return those of these sources that have a web address, in the order of the bibliography."""
    wanted = frozenset(citekeys)
    return tuple(
        Link(entry, address, publication.snapshots.get(key))
        for key, entry in publication.bibliography.entries.items()
        if (address := entry.fields.get("url", "").strip()).lower().startswith(("http:", "https:"))
        and key in wanted
    )


def check_links(
    links: Sequence[Link], web: Web, heard: Callable[[int], None] = lambda _: None
) -> list[LinkReport]:
    """Follow every link and judge it; the reports come in the order of the links.

    Each host is asked for one page at a time, and for its robots.txt before; a page that is as it was
    archived need not be sent again (RFC 9110, 13.1). `heard` hears how many answers are there. A host
    that cannot be found is gone if any other can be: then it is not the line.
    """
    robots = Robots(web)
    hosts: dict[str, list[int]] = defaultdict(list)
    for index, link in enumerate(links):
        hosts[_host(link.address)].append(index)
    states: dict[int, LinkState] = {}
    nameless: list[int] = []
    with ThreadPoolExecutor(_HOSTS_AT_ONCE) as pool, _stopping() as stopped:
        turns = [pool.submit(_ask, links, indexes, robots, stopped) for indexes in hosts.values()]
        for turn in as_completed(turns):
            for index, answer in turn.result():
                states[index] = _judged(links[index], answer)
                nameless += [index] if isinstance(answer, WebFault) and answer.reason == "no-name" else []
                heard(len(states))
    if any(state.status is not None for state in states.values()):
        states |= {index: LinkState("dead", "is on a host that is not there any more") for index in nameless}
    return [LinkReport(link, states[index]) for index, link in enumerate(links)]


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.lower()
    except ValueError:
        return address


@contextmanager
def _stopping() -> Iterator[Event]:
    """Give a sign that is set when the run ends, however it ends: nobody waits for hosts to come."""
    stopped = Event()
    try:
        yield stopped
    finally:
        stopped.set()


def _ask(
    links: Sequence[Link], indexes: Sequence[int], robots: Robots, stopped: Event
) -> list[tuple[int, Answer | WebFault | None]]:
    """Ask one host for its pages, one by one; None where its robots.txt forbids it."""
    answers: list[tuple[int, Answer | WebFault | None]] = []
    for index in indexes:
        link = links[index]
        if stopped.is_set():
            break
        try:
            is_welcome = robots.allows(link.address)
            answer = robots.web.fetch(link.address, headers=_conditions(link)) if is_welcome else None
        except WebFault as fault:
            answers.append((index, fault))
        else:
            answers.append((index, answer))
    return answers


def _conditions(link: Link) -> dict[str, str]:
    """Return the headers with which an unchanged page is not sent again."""
    page = link.snapshot.page if link.snapshot else None
    if page is None:
        return {}
    marks = {"If-None-Match": page.etag, "If-Modified-Since": page.last_modified}
    return {name: mark for name, mark in marks.items() if mark}


def _judged(link: Link, answer: Answer | WebFault | None) -> LinkState:
    if answer is None:
        return LinkState("skipped", "is closed to programs by its site's robots.txt")
    if isinstance(answer, WebFault):
        return state_of_fault(answer)
    return state_of_answer(link.address, answer, link.snapshot)


def report_object(reports: Iterable[LinkReport]) -> list[dict[str, Any]]:
    """Describe the links for programs: one object each; what is not known is null."""
    return [
        {
            "citekey": report.link.entry.citekey,
            "url": report.link.address,
            "state": report.state.kind,
            "reason": report.state.reason or None,
            "status": report.state.status,
            "moved_to": report.state.moved_to,
            "kept": None if report.state.kept is None else round(report.state.kept, 3),
            "file": report.link.entry.span.source.path,
            "line": report.link.entry.place("url").first.line,
        }
        for report in reports
    ]
