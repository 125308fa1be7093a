"""`octavo sources fetch-images`: copies of the images of the web that a publication allows."""

from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from octavo.diagnostics import Diagnostic
from octavo.report.cells import visible
from octavo.report.count import counted
from octavo.terminal.editions import shown_path
from octavo.terminal.running import EXIT_ERRORS, Folder, guard, show_advice, show_report

if TYPE_CHECKING:
    from octavo.model import Publication, RemoteImage
    from octavo.sources.remote_images import Fetched, Keeper

_MENDED = frozenset({"L021", "L022"})
_READ = "metadata.yaml"

Renew = Annotated[
    bool, typer.Option("--renew", help="Replace copies by what the web has now, where that has changed.")
]


def fetch_images_command(folder: Folder = Path(), *, renew: Renew = False) -> None:
    """Fetch the images that `allow` of the metadata names, and lock what came; builds fetch nothing."""
    with guard():
        from octavo.sources.remote_images import Keeper
        from octavo.sources.web import Web

        publication, lock = _load(folder)
        allowed = (it.name for it in publication.metadata.allow if it.kind == "remote-image")
        addresses = list(dict.fromkeys(allowed))
        if not addresses:
            typer.echo("nothing to do: `allow` in `manuscript/metadata.yaml` names no remote image", err=True)
            return
        with Web(publication.metadata.contact) as web:
            told = _fetch(addresses, lock, Keeper(web, folder, datetime.now(UTC).date(), renew=renew))
        typer.echo(_summary(told), err=True)
        if any(fetched.state == "failed" for fetched in told):
            raise typer.Exit(EXIT_ERRORS)


def _load(folder: Path) -> "tuple[Publication, dict[str, RemoteImage]]":
    """Load a publication and its lock of images; leave where what is allowed cannot be read whole."""
    from octavo.load import load_publication
    from octavo.load.remote_images import read_images_lock

    loaded, lock = load_publication(folder), read_images_lock(folder)
    faults = tuple(found for found in loaded.diagnostics if _is_in_the_way(found))
    if loaded.value is None or faults:
        shown = faults if loaded.value else loaded.diagnostics
        show_report(shown, "full")
        show_advice(shown, "")
        raise typer.Exit(EXIT_ERRORS)
    return loaded.value, lock.value


def _is_in_the_way(found: Diagnostic) -> bool:
    """Tell whether an error is of the metadata or the lock, and is none that fetching mends."""
    return found.is_error and (
        found.code == "L023" or (found.code not in _MENDED and (found.path or "").endswith(_READ))
    )


def _fetch(addresses: Sequence[str], lock: "dict[str, RemoteImage]", keeper: "Keeper") -> "list[Fetched]":
    """Fetch images and tell of each when it is done."""
    from octavo.sources.remote_images import fetch_images

    told = []
    try:
        for fetched in fetch_images(addresses, lock, keeper):
            for line in image_lines(fetched):
                typer.echo(line, err=True)
            told.append(fetched)
    except OSError as error:
        place = shown_path(Path(error.filename)) if error.filename else "the publication"
        typer.echo(f"{place} cannot be written: {error.strerror or error}", err=True)
        raise typer.Exit(EXIT_ERRORS) from None
    return told


def image_lines(fetched: "Fetched") -> list[str]:
    """Tell in lines for people what became of one image."""
    copy = f", {fetched.path}" if fetched.state in {"new", "renewed", "put back"} else ""
    lines = [f"{visible(fetched.address)}: {fetched.state}{copy}"]
    return [*lines, f"  {visible(fetched.told)}"] if fetched.told else lines


def _summary(told: "Sequence[Fetched]") -> str:
    counts = Counter(fetched.state for fetched in told)
    return (
        f"{counted(len(told), 'image')}: {', '.join(f'{count} {state}' for state, count in counts.items())}"
    )
