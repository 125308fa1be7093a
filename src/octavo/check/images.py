"""Images: each lies in the publication, and each can be told to readers who do not see it."""

import posixpath
import re
from collections.abc import Iterator

from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Chapter, ImageUse, Publication
from octavo.pictures import candidate_paths, picture_path

_ADDRESS = re.compile(r"(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SUFFIXES = (".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".vl.yaml", ".vl.yml", ".vl.json")


def check_images(publication: Publication) -> Iterator[Diagnostic]:
    """C005 and C006: an image is missing, or lies outside the publication."""
    for chapter, image in _uses(publication):
        if _is_allowed(image, chapter, publication):
            continue
        found = _check_outside(image, chapter, publication)
        if found is None and picture_path(image.target, chapter, publication) is None:
            found = _missing(image, chapter, publication)
        if found is not None:
            yield found


def check_alt_texts(publication: Publication) -> Iterator[Diagnostic]:
    """C007: an image with neither a caption nor an `alt` attribute; an empty one says that it adorns."""
    for _, image in _uses(publication):
        if not image.alt.strip() and not image.is_decorative:
            yield Diagnostic(
                "C007",
                f"image `{image.target}` has no alternative text",
                image.span,
                hint='say what it shows: `![Caption](target){alt="…"}`',
            )


def _uses(publication: Publication) -> Iterator[tuple[Chapter, ImageUse]]:
    for chapter in publication.chapters:
        for image in chapter.images:
            if "{{" not in image.target:
                yield chapter, image


def _is_allowed(image: ImageUse, chapter: Chapter, publication: Publication) -> bool:
    """Tell whether the chapter may show an image of the web; load has told if there is no copy."""
    return any(
        allowance.kind == "remote-image"
        and (allowance.at, allowance.name) == (chapter.source.path, image.target)
        for allowance in publication.metadata.allow
    )


def _check_outside(image: ImageUse, chapter: Chapter, publication: Publication) -> Diagnostic | None:
    where = None
    paths = candidate_paths(image.target, chapter)
    if _ADDRESS.match(image.target):
        where = "is an address on the network or of another kind"
    elif image.target.startswith(("/", "~", "\\")):
        where = "is an absolute path"
    elif not any(path in publication.files for path in paths):
        if any(_is_linked_out(path, publication.outside) for path in paths):
            where = "is a link to a file outside the publication"
        elif all(path.startswith("..") for path in paths) or paths[0].startswith(".."):
            where = "leads out of the publication"
    if where is None:
        return None
    hint = "save the image under `manuscript/figures/` and name it by that path"
    if _WEB.match(image.target):
        hint += "; or name it under `allow:` in `metadata.yaml`"
    return Diagnostic("C006", f"image `{image.target}` {where}", image.span, hint=hint)


def _is_linked_out(path: str, outside: frozenset[str]) -> bool:
    """Tell whether a path, or a folder on the way to it, is a link that leads out."""
    while path:
        if path in outside:
            return True
        path = posixpath.dirname(path)
    return False


def _missing(image: ImageUse, chapter: Chapter, publication: Publication) -> Diagnostic:
    base = posixpath.dirname(chapter.source.path)
    images = sorted(name for name in publication.files if name.lower().endswith(_SUFFIXES))
    choices = [posixpath.relpath(name, base) for name in images]
    near = nearest(image.target, choices)
    return Diagnostic(
        "C005",
        f"image `{image.target}` is not in the publication",
        image.span,
        hint=f"did you mean `{near}`?" if near else "add the file under `manuscript/figures/`",
    )
