"""The commands `octavo sources add` and `octavo sources import`."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from octavo.diagnostics import has_errors
from octavo.report.cells import visible
from octavo.report.count import counted
from octavo.terminal.editions import shown_path
from octavo.terminal.running import EXIT_ERRORS, EXIT_USAGE, Folder, guard, show_advice, show_report

if TYPE_CHECKING:
    from octavo.sources.drafting import Draft
    from octavo.sources.importing import Import
    from octavo.sources.shelf import BibliographyShelf

Named = Annotated[
    str, typer.Argument(metavar="DOI|URL|ISBN|ARXIV", help="A source, by the name that services know it by.")
]
Exported = Annotated[
    Path,
    typer.Argument(metavar="FILE", exists=True, dir_okay=False, help="RIS, CSL JSON, BibTeX or EndNote XML."),
]


def add_command(source: Named, folder: Folder = Path()) -> None:
    """Look a source up at the public service that knows it, and add its entry to the bibliography."""
    with guard():
        from octavo.load import load_publication
        from octavo.sources.adding import Librarian, contact_of, draft_addition
        from octavo.sources.references import UnknownReference, read_reference
        from octavo.sources.services import LookupFault
        from octavo.sources.web import Web

        try:
            reference = read_reference(source)
        except UnknownReference as fault:
            _leave(str(fault), EXIT_USAGE)
        shelf = _open(folder)
        publication = load_publication(folder).value
        contact = contact_of(publication.metadata) if publication else None
        try:
            with Web(contact) as web:
                today = datetime.now().astimezone().date()
                addition = draft_addition(shelf, reference, Librarian(web, today))
        except LookupFault as fault:
            _leave(f"{visible(str(fault))}; {visible(fault.cure)}. Nothing was written.", EXIT_ERRORS)
        if addition.draft is None:
            _leave(f"the bibliography has it already: `{addition.citekey}`", EXIT_ERRORS)
        _put(shelf, [(addition.citekey, addition.draft)])
        for doubt in addition.doubts:
            typer.echo(visible(doubt), err=True)


def _open(folder: Path) -> "BibliographyShelf":
    """Read the bibliography; leave where it has errors, since new entries could be lost in them."""
    from octavo.sources.shelf import open_shelf

    opened = open_shelf(folder)
    if opened.value is None:
        show_report(opened.diagnostics, "full")
        show_advice(opened.diagnostics, "Nothing was written. ")
        raise typer.Exit(EXIT_ERRORS)
    return opened.value


def _put(shelf: "BibliographyShelf", drafts: "list[tuple[str, Draft]]", *, is_shown: bool = True) -> None:
    """Write entries, show them if that is wanted, and say where they are."""
    from octavo.sources.layout import lay_out

    try:
        shelf.put(drafts)
    except OSError as error:
        reason = error.strerror or error
        _leave(f"{shown_path(shelf.path)} cannot be written and is as it was: {reason}", EXIT_ERRORS)
    for citekey, draft in drafts if is_shown else ():
        typer.echo(visible_lines(lay_out(draft.entry_text(citekey))))
    keys = ", ".join(f"`@{citekey}`" for citekey, _ in drafts)
    typer.echo(
        f"{shown_path(shelf.path)}: {counted(len(drafts), 'entry', 'entries')} added; cite {keys}", err=True
    )


def visible_lines(text: str) -> str:
    """Return text whose lines stay and in which nothing steers a terminal."""
    return "\n".join(visible(line) for line in text.split("\n"))


def _leave(told: str, status: int) -> NoReturn:
    """Say in one line why the command ends, and leave."""
    typer.echo(told, err=True)
    raise typer.Exit(status)


def import_command(file: Exported, folder: Folder = Path()) -> None:
    """Bring in the sources of a file that Zotero, EndNote or a database exported; citekeys stay."""
    with guard():
        from octavo.sources.foreign import UnreadableExport, read_export
        from octavo.sources.importing import sort_import

        shelf = _open(folder)
        try:
            export = read_export(file)
        except UnreadableExport as fault:
            _leave(f"{shown_path(file)} {fault}. Nothing was written.", EXIT_ERRORS)
        except OSError as error:
            _leave(f"{shown_path(file)} cannot be read: {error.strerror or error}", EXIT_ERRORS)
        brought = sort_import(export, shelf)
        for line in import_lines(brought):
            typer.echo(visible(line), err=True)
        if brought.new:
            _put(shelf, list(brought.new), is_shown=False)
        elif not export.diagnostics:
            typer.echo("nothing new: nothing was written", err=True)
        show_report(export.diagnostics, "full")
        if has_errors(export.diagnostics):
            raise typer.Exit(EXIT_ERRORS)


def import_lines(brought: "Import") -> list[str]:
    """Tell what is not written as it stands in the file, one line each."""
    lines = [
        f"`{given}` is there already as `{known}`" if given != known else f"`{given}` is there already"
        for given, known in brought.there
    ]
    lines += [
        f"`{given}` is the citekey of another source: it is `{key}` now" for given, key in brought.renamed
    ]
    left = brought.untitled
    return [*lines, f"{counted(left, 'record')} without a title left out"] if left else lines
