"""The commands `octavo sources archive` and `octavo sources check-links`."""

import json
import sys
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from octavo.diagnostics import has_errors, nearest
from octavo.report.cells import cell_count, visible
from octavo.report.count import counted
from octavo.terminal.editions import shown_path
from octavo.terminal.running import EXIT_ERRORS, EXIT_USAGE, guard, show_advice, show_report, unread

if TYPE_CHECKING:
    from octavo.model import Publication, Snapshot
    from octavo.sources.archive import Archived, Archivist
    from octavo.sources.links import Link, LinkReport


class LinkFault(Enum):
    """The states of links as the command line knows them, since typer takes no list of literals."""

    dead = "dead"
    unreachable = "unreachable"
    paywalled = "paywalled"
    changed = "changed"
    moved = "moved"


Targets = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="KEY|DIR", help="Citekeys, else all that are cited; at the end the publication's folder."
    ),
]
Again = Annotated[bool, typer.Option("--again", help="Fetch anew what is archived already.")]
Prune = Annotated[
    bool, typer.Option("--prune", help="Only remove what the bibliography does not have any more.")
]
Every = Annotated[bool, typer.Option("--all", help="Take sources that nothing cites, too.")]
OnlyHere = Annotated[bool, typer.Option("--only-here", help="Do not ask the Internet Archive for a copy.")]
LinkStyle = Annotated[
    Literal["full", "json"], typer.Option("--report", help="A table for people, or JSON for programs.")
]
FailOn = Annotated[
    list[LinkFault] | None,
    typer.Option("--fail-on", help="A state that ends with status 1; may be repeated. Default: dead."),
]


def archive_command(
    targets: Targets = None,
    *,
    again: Again = False,
    every: Every = False,
    only_here: OnlyHere = False,
    prune: Prune = False,
) -> None:
    """Keep what web sources say today, and have the Internet Archive keep a dated copy."""
    with guard():
        from octavo.sources.archive import Archivist, needs_archiving
        from octavo.sources.internet_archive import LIMITS, InternetArchive
        from octavo.sources.web import Web

        keys, folder = _parted(targets or [])
        publication, lock = _load(folder)
        if prune:
            _prune(folder, publication, lock)
            return
        links = [_with_whole_snapshot(link, lock) for link in _links(publication, keys, every=every)]
        waiting = [link for link in links if again or needs_archiving(link, wants_copy=not only_here)]
        if not waiting:
            typer.echo(f"nothing to do: {_archived_already(len(links))}", err=True)
            return
        contact = publication.metadata.contact
        with Web(contact) as web, Web(contact, limits=LIMITS) as patient:
            service = None if only_here else InternetArchive(patient)
            archivist = Archivist(web, service, folder, datetime.now(UTC).date(), again=again)
            told = _archive(waiting, lock, archivist)
        typer.echo(_archive_summary(told), err=True)
        if any(archived.snapshot is None for archived in told):
            raise typer.Exit(EXIT_ERRORS)


def check_links_command(
    targets: Targets = None, report: LinkStyle = "full", fail_on: FailOn = None, *, every: Every = False
) -> None:
    """Follow the links of all web sources: which are dead, moved, changed or behind a wall."""
    with guard():
        from octavo.sources.links import check_links, report_object
        from octavo.sources.web import Limits, Web

        keys, folder = _parted(targets or [])
        publication, _ = _load(folder)
        links = _links(publication, keys, every=every)
        with Web(publication.metadata.contact, limits=Limits(attempts=2, patience=30)) as web:
            reports = check_links(links, web, _count_of(len(links)))
        if report == "json":
            typer.echo(json.dumps(report_object(reports), ensure_ascii=False, indent=2))
        for line in link_lines(reports):
            typer.echo(line, err=True)
        faults = {state.value for state in fail_on or [LinkFault.dead]}
        if any(found.state.kind in faults for found in reports):
            raise typer.Exit(EXIT_ERRORS)


def link_lines(reports: Sequence["LinkReport"]) -> list[str]:
    """Write what is not well with links as a table, gravest first, and count all states."""
    from octavo.sources.link_states import KINDS

    told = [found for kind in KINDS for found in reports if found.state.kind == kind != "ok"]
    kinds = max((len(found.state.kind) for found in told), default=0)
    keys = max((cell_count(found.link.entry.citekey) for found in told), default=0)
    lines = []
    for found in told:
        key = found.link.entry.citekey
        gap = " " * (keys - cell_count(key))
        lines.append(f"{found.state.kind:{kinds}}  {key}{gap}  {visible(found.state.reason)}")
        lines.append(f"{' ' * (kinds + keys + 4)}{visible(found.link.address)}")
    counts = [(sum(found.state.kind == kind for found in reports), kind) for kind in reversed(KINDS)]
    states = ", ".join(f"{count} {kind}" for count, kind in counts if count)
    if reports and all(found.state.status is None for found in reports):
        lines.append("nothing answered: it seems that you are offline")
    return [
        *lines,
        f"{counted(len(reports), 'link')}: {states}"
        if reports
        else "no source that is cited has a web address",
    ]


def _archive(
    links: Sequence["Link"], lock: Mapping[str, "Snapshot"], archivist: "Archivist"
) -> list["Archived"]:
    """Archive sources and tell of each when it is done."""
    from octavo.sources.archive import archive_sources

    told = []
    try:
        for archived in archive_sources(links, lock, archivist):
            typer.echo(f"{archived.link.entry.citekey}: {', '.join(archived.done) or 'nothing'}", err=True)
            for trouble in archived.troubles:
                typer.echo(f"  {visible(trouble)}", err=True)
            told.append(archived)
    except OSError as error:
        place = shown_path(Path(error.filename)) if error.filename else "the publication"
        typer.echo(f"{place} cannot be written: {error.strerror or error}", err=True)
        raise typer.Exit(EXIT_ERRORS) from None
    return told


def _archive_summary(told: Sequence["Archived"]) -> str:
    kept = [archived.snapshot for archived in told if archived.snapshot]
    lost = len(told) - len(kept)
    copies = sum(snapshot.copy is not None for snapshot in kept)
    line = f"{counted(len(kept), 'source')} archived, {copies} with a public copy"
    return f"{line}; of {counted(lost, 'source')} nothing could be kept" if lost else line


def _archived_already(count: int) -> str:
    if not count:
        return "no source that is cited has a web address"
    return "the source is archived" if count == 1 else f"all {count} sources are archived"


def _prune(folder: Path, publication: "Publication", lock: Mapping[str, "Snapshot"]) -> None:
    """Let go of the snapshots of sources that are gone."""
    from octavo.sources.lock import remove_snapshot, write_lock

    bibliography = publication.bibliography
    known = bibliography.entries.keys() | bibliography.broken
    gone = [key for key in lock if key not in known]
    if gone:
        write_lock(folder, {key: snapshot for key, snapshot in lock.items() if key in known})
        for key in gone:
            remove_snapshot(folder, lock[key])
            typer.echo(f"{key}: removed", err=True)
    else:
        typer.echo("nothing to do: the bibliography has every source of the lock", err=True)


def _with_whole_snapshot(link: "Link", lock: Mapping[str, "Snapshot"]) -> "Link":
    """Give a link what the lock says of it, unless that is of another address."""
    from dataclasses import replace

    known = lock.get(link.entry.citekey)
    return replace(link, snapshot=known if known and known.url == link.address else None)


def _parted(targets: Sequence[str]) -> tuple[list[str], Path]:
    """Part citekeys from the folder, which may stand last."""
    if targets and Path(targets[-1]).is_dir():
        return list(targets[:-1]), Path(targets[-1])
    return list(targets), Path()


def _load(folder: Path) -> "tuple[Publication, dict[str, Snapshot]]":
    """Load a publication and its whole lock; leave where either cannot be read whole.

    Sources in a file that cannot be read would count as gone.
    """
    from octavo.load import load_publication
    from octavo.sources.lock import read_lock

    loaded, lock = load_publication(folder), read_lock(folder)
    faults = loaded.diagnostics if loaded.value is None else (*unread(loaded.diagnostics), *lock.diagnostics)
    if loaded.value is None or has_errors(faults):
        show_report(faults, "full")
        show_advice(faults, "")
        raise typer.Exit(EXIT_ERRORS)
    return loaded.value, lock.value


def _count_of(total: int) -> Callable[[int], None]:
    """Return somebody who counts answers on a terminal, in one line that goes when all are there."""

    def count(heard: int) -> None:
        if sys.stderr.isatty():
            typer.echo(f"\r{heard}/{total}" if heard < total else "\r\x1b[K", nl=False, err=True)

    return count


def _links(publication: "Publication", keys: Sequence[str], *, every: bool) -> "tuple[Link, ...]":
    """Find the sources to work on; leave when one of the citekeys has no entry, or no web address."""
    from octavo.check.citations import cited_keys
    from octavo.sources.links import online_sources

    entries = publication.bibliography.entries
    links = online_sources(publication, keys or (entries if every else cited_keys(publication)))
    online = {link.entry.citekey for link in links}
    for key in keys:
        if key in online:
            continue
        near = nearest(key, entries)
        advice = f"; did you mean `{near}`?" if near else ""
        lacks = f"`{key}` has no web address in its `url`" if key in entries else f"no entry `{key}`{advice}"
        typer.echo(lacks, err=True)
        raise typer.Exit(EXIT_USAGE)
    return links
