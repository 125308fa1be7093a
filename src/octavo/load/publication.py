"""All parts of a publication, loaded and put together; every fault of every part is reported."""

from dataclasses import replace
from pathlib import Path
from typing import Any

from octavo.csl import find_style
from octavo.diagnostics import Diagnostic, Outcome
from octavo.load.bibliography import load_bibliography
from octavo.load.brand import load_brand
from octavo.load.claims import load_claims
from octavo.load.dating import find_dating
from octavo.load.files import MANUSCRIPT, find_templates, list_manuscript, read_file
from octavo.load.git import find_uncommitted
from octavo.load.inputs import input_paths
from octavo.load.manuscript import load_chapters
from octavo.load.metadata import make_metadata, read_metadata
from octavo.load.names import name_findings
from octavo.load.remote_images import load_remote_images
from octavo.load.sources_lock import load_snapshots
from octavo.load.tables import load_charts, load_tables
from octavo.model import Metadata, Publication

METADATA = f"{MANUSCRIPT}/metadata.yaml"


def load_parts(root: Path) -> Outcome[Publication | None]:
    """Load all parts of the publication in the folder `root`; `octavo.load` tells the contract."""
    listing = list_manuscript(root)
    metadata = _load_metadata(root)
    chapters = load_chapters(root, listing)
    if metadata.value is None and not chapters.value:
        return Outcome(None, metadata.diagnostics + chapters.diagnostics)
    bibliography = load_bibliography(root)
    snapshots = load_snapshots(root, bibliography.value)
    known = metadata.value or make_metadata({}, {})
    remote = load_remote_images(root, known.allow, chapters.value)
    tables = load_tables(root, listing)
    charts = load_charts(root, listing)
    brand = load_brand(root)
    claims = load_claims(known, tables.value)
    dated = find_dating(root, known)
    templates = find_templates(root)
    publication = Publication(
        root=root,
        metadata=known,
        chapters=chapters.value,
        bibliography=bibliography.value,
        csl=find_style(known.csl, root),
        brand=brand.value,
        data=tables.value,
        files=listing.files,
        outside=listing.outside,
        edition_date=dated.value.day,
        commit=None,
        templates_path=templates.value,
        work_path=root / "build" / "work",
        charts=charts.value,
        snapshots=snapshots.value,
        claims=claims.value,
        date_origin=dated.value.origin,
        epoch=dated.value.epoch,
        remote_images=remote.value,
    )
    texts = (Outcome(None, name_findings(root, listing)), metadata, chapters, bibliography, snapshots, remote)
    parts = (*texts, tables, claims, charts, brand, templates, dated)
    return Outcome(_committed(publication, dated.value.revision), _gathered(*parts))


def _gathered(*parts: Outcome[Any]) -> tuple[Diagnostic, ...]:
    return tuple(found for part in parts for found in part.diagnostics)


def _committed(publication: Publication, revision: str | None) -> Publication:
    """List the inputs, and name the commit if it has them all as they are: else none is printed."""
    inputs = input_paths(publication)
    if revision is None:
        return replace(publication, inputs=inputs)
    uncommitted = find_uncommitted(publication.root, inputs)
    commit = None if uncommitted else revision
    return replace(publication, inputs=inputs, revision=revision, uncommitted=uncommitted, commit=commit)


def _load_metadata(root: Path) -> Outcome[Metadata | None]:
    path = root / METADATA
    if not path.exists() and not path.is_symlink():
        hint = "write one that begins with `title:`, `author:` and `lang:`"
        missing = Diagnostic("L001", f"there is no `{METADATA}`", hint=hint, file=METADATA)
        return Outcome(None, (missing,))
    read = read_file(path, root)
    if read.value is None:
        return Outcome(None, read.diagnostics)
    metadata = read_metadata(read.value)
    return Outcome(metadata.value, metadata.diagnostics)
