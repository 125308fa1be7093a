"""Which files of its folder a publication is made of, as far as load knows: they decide the bytes."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from octavo.load.bibliography import bibliography_paths
from octavo.load.remote_images import LOCK as IMAGES_LOCK
from octavo.load.sources_lock import LOCK
from octavo.model import Publication
from octavo.pictures import picture_path

_METADATA = "manuscript/metadata.yaml"
_BRAND = "templates/_brand.yml"


def input_paths(publication: Publication) -> frozenset[str]:
    """Return the paths, relative to the publication, of all that was read, and of what will be.

    That is the pictures that chapters show as they stand (what their templates print is known later),
    and all of the publication's own templates, each of which may include any other.
    """
    root = publication.root
    paths = [*_texts(publication), *_sources(publication), *_look(publication)]
    return frozenset(name for name in map(_plain, paths) if _is_within(name) and (root / name).is_file())


def _texts(publication: Publication) -> Iterator[str]:
    yield _METADATA
    for chapter in publication.chapters:
        yield chapter.source.path
        found = (picture_path(use.target, chapter, publication) for use in chapter.images)
        yield from filter(None, found)
    if publication.remote_images:
        yield IMAGES_LOCK
    for file in (*publication.data.values(), *publication.charts.values()):
        yield file.source.path


def _sources(publication: Publication) -> Iterator[str]:
    root, style = publication.root, publication.metadata.csl
    yield from (path.relative_to(root).as_posix() for path in bibliography_paths(root))
    yield LOCK
    for snapshot in publication.snapshots.values():
        page = snapshot.page
        yield from (file.path for file in (page.file, page.text) if file) if page else ()
    if "/" in style or style.endswith(".csl"):
        yield style


def _look(publication: Publication) -> Iterator[str]:
    root, folder = publication.root, publication.templates_path
    yield _BRAND
    yield from (Path(os.path.relpath(path, root)).as_posix() for path in publication.brand.files)
    for path in sorted(folder.rglob("*")) if folder else ():
        name = path.relative_to(root)
        if not any(part.startswith(".") for part in name.parts):
            yield name.as_posix()


def _is_within(name: str) -> bool:
    return not name.startswith(("../", "/"))


def _plain(name: str) -> str:
    """Take `.` and `..` out of a path."""
    return PurePosixPath(os.path.normpath(name)).as_posix()
