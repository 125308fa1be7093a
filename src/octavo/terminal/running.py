"""What all commands share: the folder they work on, how they end, and what they show of what is wrong."""

import contextlib
import gc
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, NoReturn

import typer

from octavo.diagnostics import Diagnostic, in_order
from octavo.report import Style, render
from octavo.report.full import full_pieces
from octavo.report.stylesheet import paint
from octavo.scratch import FULL
from octavo.terminal.bug import save_traceback
from octavo.terminal.interrupts import leave, status_of

_COLLECTIONS = (50_000, 20, 100)
"""How seldom Python is to look for cycles: trees of documents have none, and are searched in vain."""
EXIT_ERRORS = 1
EXIT_USAGE = 2
EXIT_BUG = 70
_WORKED_ON = (".bib", ".md")

Folder = Annotated[
    Path,
    typer.Argument(metavar="DIR", exists=True, file_okay=False, help="The publication's folder."),
]


@contextlib.contextmanager
def guard() -> Iterator[None]:
    """Turn an interrupt into silence, and a bug into one line and a file that tells all."""
    gc.set_threshold(*_COLLECTIONS)
    try:
        yield
    except KeyboardInterrupt as interrupt:
        raise typer.Exit(status_of(interrupt)) from None
    except (typer.Exit, BrokenPipeError):
        raise
    except OSError as error:
        if error.errno not in FULL:
            _tell_bug(error)
        typer.echo(f"octavo cannot write its report: {error.strerror}", err=True)
        leave(EXIT_ERRORS)
    except Exception as error:  # noqa: BLE001  # whatever it is, the user gets one line
        _tell_bug(error)


def _tell_bug(error: Exception) -> NoReturn:
    typer.echo(_bug_line(error), err=True)
    raise typer.Exit(EXIT_BUG) from None


def _bug_line(error: Exception) -> str:
    name = type(error).__name__
    try:
        return f"octavo has a bug ({name}); all that its authors need is in {save_traceback(error)}"
    except OSError as reason:
        return f"octavo has a bug ({name}: {error}); its traceback could not be saved: {reason}"


def show_report(diagnostics: tuple[Diagnostic, ...], style: Style) -> None:
    """Show what is wrong: to people on standard error, to programs on standard output."""
    if style in {"json", "github"}:
        typer.echo(render(diagnostics, style), nl=False)
    elif style == "full":
        paint(full_pieces(diagnostics), sys.stderr)
    else:
        sys.stderr.write(render(diagnostics, style))


def show_advice(diagnostics: tuple[Diagnostic, ...], verdict: str) -> None:
    """Tell, after errors, what became of the run and where more is said."""
    errors = [diagnostic.code for diagnostic in in_order(diagnostics) if diagnostic.is_error]
    if errors:
        typer.echo(f"{verdict}`octavo explain {errors[0]}` says more.", err=True)


def unread(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the errors for which sources or chapters are not there to be worked on."""
    return tuple(known for known in found if known.is_error and (known.path or "").endswith(_WORKED_ON))
