"""Where the pictures of a chapter lie, and whether a picture may move."""

import posixpath
import re
from collections.abc import Collection
from unicodedata import normalize
from urllib.parse import unquote

from octavo.model import Chapter, Publication

CHART_SUFFIXES = (".vl.yaml", ".vl.yml", ".vl.json")

_MOVES_IN_SVG = re.compile(rb"<(?:\w+:)?(?:animate|set\b)|@keyframes|\banimation\s*:")


def may_move(content: bytes) -> bool:
    """Tell whether a picture has more than one frame or a drawing that is animated, and so may flash."""
    start = content[:64]
    if start.startswith(b"GIF8"):
        return content.count(b"\x21\xf9\x04") > 1
    if start.startswith(b"\x89PNG"):
        return b"acTL" in content.partition(b"IDAT")[0]
    if start.startswith(b"RIFF"):
        return b"ANIM" in start
    return b"<svg" in content and _MOVES_IN_SVG.search(content) is not None


def is_chart(path: str) -> bool:
    """Tell whether the file is a description from which octavo draws a chart."""
    return path.lower().endswith(CHART_SUFFIXES)


def picture_path(target: str, chapter: Chapter, publication: Publication) -> str | None:
    """Return the path of the file that an image of a chapter shows, or None when there is none.

    For an address on the web that the chapter may show, that is the publication's copy of it.
    """
    copy = publication.remote_images.get((chapter.source.path, target))
    return copy or find_picture(target, chapter, publication.files)


def candidate_paths(target: str, chapter: Chapter) -> tuple[str, str]:
    """Return where an image target can lie: beside the chapter, or in `manuscript/`.

    Paths are relative to the publication, with `.` and `..` resolved; one that begins with `..`
    leaves the publication.
    """
    plain = unquote(target)
    beside = posixpath.normpath(posixpath.join(posixpath.dirname(chapter.source.path), plain))
    return beside, posixpath.normpath(posixpath.join("manuscript", plain))


def find_picture(target: str, chapter: Chapter, files: Collection[str]) -> str | None:
    """Return the path of the file that an image target names, or None when there is none in `files`.

    Names that only write their accents otherwise serve when there is none with the very name: macOS writes
    a letter and its accent apart where authors write one sign (Unicode Standard Annex 15).
    """
    paths = candidate_paths(target, chapter)
    return next((path for path in paths if path in files), None) or next(
        (alike for path in paths if (alike := _written_otherwise(path, files))), None
    )


def _written_otherwise(path: str, files: Collection[str]) -> str | None:
    if path.isascii():
        return None
    wanted = normalize("NFC", path)
    return min(
        (name for name in files if not name.isascii() and normalize("NFC", name) == wanted), default=None
    )
