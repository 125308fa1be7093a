"""The commands below `octavo sources`: the care of a publication's bibliography."""

import json
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from octavo.diagnostics import Diagnostic, has_errors
from octavo.terminal.running import EXIT_ERRORS, Folder, guard, show_advice, show_report
from octavo.terminal.source_table import show_sources

if TYPE_CHECKING:
    from octavo.model import Publication

from pathlib import Path

sources_app = typer.Typer(
    help="The care of the bibliography: what is cited where, tidy files, new sources.",
    no_args_is_help=True,
    rich_markup_mode=None,
)

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
