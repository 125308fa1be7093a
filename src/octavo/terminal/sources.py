"""The commands below `octavo sources`: the care of a publication's bibliography."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from octavo.diagnostics import Diagnostic, has_errors
from octavo.terminal.adding import add_command, import_command
from octavo.terminal.archiving import archive_command, check_links_command
from octavo.terminal.editions import shown_path
from octavo.terminal.quotations import quotations_command
from octavo.terminal.remote_images import fetch_images_command
from octavo.terminal.running import EXIT_ERRORS, Folder, guard, show_advice, show_report
from octavo.terminal.source_changes import tidied_lines, untouched_line
from octavo.terminal.source_table import show_sources

if TYPE_CHECKING:
    from octavo.model import Publication

sources_app = typer.Typer(
    help="The care of the bibliography: what is cited where, tidy files, new sources, archive and links.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

OnlyCheck = Annotated[
    bool, typer.Option("--check", help="Write nothing; end with status 1 if anything would change.")
]
ListStyle = Annotated[
    Literal["full", "json"], typer.Option("--report", help="A table for people, or JSON for programs.")
]


@sources_app.command("list")
def list_command(folder: Folder = Path(), report: ListStyle = "full") -> None:
    """List the sources with how often and where each is cited; those that nothing cites come last."""
    with guard():
        from octavo.sources.listing import list_sources, listing_object

        publication, found = _load(folder)
        uses = list_sources(publication)
        if report == "json":
            typer.echo(json.dumps(listing_object(uses), ensure_ascii=False, indent=2))
        else:
            show_sources(uses)
        _leave_with(found)


@sources_app.command("format")
def format_command(folder: Folder = Path(), *, check: OnlyCheck = False) -> None:
    """Lay out the entries of the bibliography alike; comments, order and every value stay."""
    with guard():
        from octavo.sources.tidying import tidy_bibliography
        from octavo.sources.writing import write_whole

        outcome = tidy_bibliography(folder)
        changed = [tidied for tidied in outcome.value if tidied.is_changed]
        for tidied in outcome.value:
            if tidied.is_changed and not check:
                _write(write_whole, tidied.path, tidied.text)
            for line in tidied_lines(tidied, is_check=check):
                typer.echo(line, err=True)
        if not changed and not outcome.diagnostics:
            typer.echo(untouched_line(outcome.value), err=True)
        _leave_with(outcome.diagnostics)
        if changed and check:
            raise typer.Exit(EXIT_ERRORS)


sources_app.command("add")(add_command)
sources_app.command("import")(import_command)
sources_app.command("archive")(archive_command)
sources_app.command("check-links")(check_links_command)
sources_app.command("quotations")(quotations_command)
sources_app.command("fetch-images")(fetch_images_command)


def _write(write: Callable[[Path, str], None], path: Path, text: str) -> None:
    """Write a file, or say why that cannot be and leave with status 1."""
    try:
        write(path, text)
    except OSError as error:
        reason = error.strerror or error
        typer.echo(f"{shown_path(path)} cannot be written and is as it was: {reason}", err=True)
        raise typer.Exit(EXIT_ERRORS) from None


def _load(folder: Path) -> "tuple[Publication, tuple[Diagnostic, ...]]":
    """Load a publication with what is wrong with its bibliography; leave where there is none."""
    from octavo.load import load_publication

    loaded = load_publication(folder)
    if loaded.value is None:
        show_report(loaded.diagnostics, "full")
        raise typer.Exit(EXIT_ERRORS)
    found = tuple(known for known in loaded.diagnostics if (known.path or "").startswith("bibliography/"))
    return loaded.value, found


def _leave_with(found: tuple[Diagnostic, ...]) -> None:
    """Show what is wrong with the bibliography; with errors, leave with status 1."""
    show_report(found, "full")
    show_advice(found, "")
    if has_errors(found):
        raise typer.Exit(EXIT_ERRORS)
