"""The command line: `octavo build`, `check`, `verify`, `explain`, `templates` and `sources`.

Exit status: 0 done, 1 the publication has errors or what was asked for cannot be done, 2 wrong usage,
70 a bug in octavo, 128 and the signal's number (130 for Ctrl-C) interrupted.
What people read goes to standard error; standard output is for reports that programs read.
"""

import sys
from collections.abc import Callable
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, NoReturn, TextIO

import typer

from octavo import __version__
from octavo.codes import CODES
from octavo.diagnostics import has_errors, nearest
from octavo.model import FORMATS, Format
from octavo.progress import Progress, Silent
from octavo.report import Style
from octavo.report.explain import explain
from octavo.report.stylesheet import has_colour
from octavo.terminal.comparison import show_comparison
from octavo.terminal.editions import show_editions, shown_path
from octavo.terminal.interrupts import heed_signals, is_interrupt, leave, open_streams, status_of
from octavo.terminal.running import (
    EXIT_ERRORS,
    EXIT_USAGE,
    Folder,
    guard,
    show_advice,
    show_report,
)
from octavo.terminal.sources import sources_app
from octavo.terminal.templates import (
    FOLDER,
    copy_template,
    list_templates,
    nearest_template,
    template_lines,
    template_names,
    template_text,
)
from octavo.terminal.verifying import EditionFiles, MadeFrom, verify_files

if TYPE_CHECKING:
    from octavo.pipeline import BuildResult

app = typer.Typer(
    name="octavo",
    help="Publish an analysis: a manuscript with citations becomes a branded PDF, EPUB and DOCX.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


templates_app = typer.Typer(
    help="The templates of the house style, any of which a publication may replace.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
app.add_typer(templates_app, name="templates")
app.add_typer(sources_app, name="sources")


class Edition(Enum):
    """The formats as the command line knows them, since typer takes no list of literals."""

    pdf = "pdf"
    epub = "epub"
    docx = "docx"


Report = Annotated[Style, typer.Option(help="How to report what is wrong.")]
Formats = Annotated[
    list[Edition] | None,
    typer.Option("--format", help="An edition to build; may be repeated. Default: those of the metadata."),
]
Against = Annotated[
    Path | None,
    typer.Option(
        metavar="MANIFEST",
        exists=True,
        dir_okay=False,
        help="Publish nothing; tell whether this build is the same bytes as a manifest.json describes.",
    ),
]

Depth = Annotated[
    Literal["quick", "full"],
    typer.Option(help="Publish after octavo's own checks, or only when all validators find no fault."),
]


def _show_version(wanted: bool) -> None:  # noqa: FBT001  # typer calls it so
    if wanted:
        typer.echo(f"octavo {__version__}")
        raise typer.Exit


TemplateName = Annotated[str, typer.Argument(metavar="NAME", help="A template such as pdf/text.css.j2.")]
CodeName = Annotated[str, typer.Argument(metavar="CODE", help="A code such as C001.")]
Version = Annotated[
    bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and stop.")
]


@app.callback()
def _octavo(*, version: Version = False) -> None:
    pass


@app.command("build")
def build_command(
    folder: Folder = Path(),
    formats: Formats = None,
    verify: Depth = "quick",
    against: Against = None,
    report: Report = "full",
) -> None:
    """Build the editions of a publication into its folder `build/`."""
    with guard():
        from octavo import pipeline  # loads every library: only where used

        wish = pipeline.Wish(_wanted(formats), against, is_verified_fully=verify == "full")
        result = _watched(lambda watch: pipeline.build(folder, watch, wish))
        _conclude(result, report, "Nothing was published. " if against else "Nothing was built. ")


@app.command("check")
def check_command(folder: Folder = Path(), report: Report = "full") -> None:
    """Report what is wrong with a publication; write nothing."""
    with guard():
        from octavo import pipeline  # loads every library: only where used

        _conclude(_watched(lambda watch: pipeline.check(folder, watch)), report)


@app.command("verify")
def verify_command(files: EditionFiles, folder: MadeFrom = None, report: Report = "full") -> None:
    """Have validators judge any PDF, EPUB or Word document, and say in plain words what is wrong."""
    with guard():
        verify_files(files, folder, report)


@app.command("explain")
def explain_command(code: CodeName) -> None:
    """Explain what a code means, why it matters and how to mend it."""
    with guard():
        known = code.upper()
        if known not in CODES:
            _refuse_name("code", code, nearest(known, CODES))
        typer.echo(explain(known), nl=False)


@templates_app.command("list")
def list_templates_command(folder: Folder = Path()) -> None:
    """List the templates with what each is for, and mark those that the publication replaces."""
    with guard():
        for line in template_lines(list_templates(folder)):
            typer.echo(line)


@templates_app.command("show")
def show_template_command(name: TemplateName) -> None:
    """Print a template of the house style as it stands."""
    with guard():
        typer.echo(template_text(_known_template(name)), nl=False)


@templates_app.command("copy")
def copy_template_command(name: TemplateName, folder: Folder = Path()) -> None:
    """Copy a template into the publication's templates/, where it replaces the one of the house style."""
    with guard():
        known = _known_template(name)
        try:
            path = copy_template(known, folder)
        except FileExistsError as error:
            typer.echo(f"{shown_path(Path(error.filename))} is there already and was left as it is", err=True)
            raise typer.Exit(EXIT_USAGE) from None
        except OSError as error:
            typer.echo(f"{error.filename} cannot be written: {error.strerror}", err=True)
            raise typer.Exit(EXIT_USAGE) from None
        typer.echo(f"{shown_path(path)} now replaces the template of the house style", err=True)


def main() -> None:
    """Run the command line."""
    try:
        open_streams()
        heed_signals()
        for stream in (sys.stdout, sys.stderr):
            _survive_any_character(stream)
        app(prog_name="octavo")
    except KeyboardInterrupt as interrupt:
        leave(status_of(interrupt))
    except SystemExit as end:
        if is_interrupt(end.code):
            leave(end.code)
        raise


def _known_template(name: str) -> str:
    """Return the name of a template, also when it was given with its folder `templates/`."""
    known = name.removeprefix(f"{FOLDER}/")
    if known not in template_names():
        _refuse_name("template", name, nearest_template(known))
    return known


def _refuse_name(kind: str, name: str, near: str | None) -> NoReturn:
    """Say that octavo knows no such name, and which is most like it; leave with status 2."""
    advice = f"; did you mean `{near}`?" if near else ""
    typer.echo(f"octavo has no {kind} `{name}`{advice}", err=True)
    raise typer.Exit(EXIT_USAGE)


def _wanted(formats: "list[Edition] | None") -> tuple[Format, ...] | None:
    """Give the formats that the user named, each once and in the usual order, or None for none."""
    names = {edition.name for edition in formats or []}
    return tuple(name for name in FORMATS if name in names) or None


def _survive_any_character(stream: TextIO) -> None:
    reconfigure = getattr(stream, "reconfigure", None)
    if reconfigure:
        reconfigure(errors="backslashreplace")


def _watched(run: Callable[[Progress], "BuildResult"]) -> "BuildResult":
    """Run with somebody watching who suits the terminal."""
    watch = _watcher(sys.stderr)
    try:
        return run(watch)
    finally:
        watch.finish()


def _watcher(stream: TextIO) -> Progress:
    if not has_colour(stream):
        return Silent()
    from octavo.terminal.watch import TerminalProgress  # loads rich: only where used

    return TerminalProgress(stream)


def _conclude(result: "BuildResult", style: Style, verdict: str = "") -> None:
    """Report the diagnostics and the editions; with errors, give the verdict and leave with status 1."""
    show_report(result.diagnostics, style)
    if style == "full":
        show_advice(result.diagnostics, verdict)
    show_editions(result.editions, sys.stderr)
    show_comparison(result.comparison, sys.stderr)
    if has_errors(result.diagnostics):
        raise typer.Exit(EXIT_ERRORS)
