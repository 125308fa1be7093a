"""Find and read the files of a publication; a link that leads out of it is never followed."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from octavo.diagnostics import Diagnostic, Outcome
from octavo.source import SourceFile, read_source

MANUSCRIPT = "manuscript"
TEMPLATES = "templates"
CHAPTER_SUFFIX = ".md"
LARGEST = {CHAPTER_SUFFIX: 2_000_000, ".bib": 20_000_000, ".csv": 20_000_000}
LARGEST_OTHER = 5_000_000
"""The most bytes that a file of text may have: a book of a thousand pages has three million."""


@dataclass(frozen=True, slots=True)
class Listing:
    """The regular files under `manuscript/`, relative to the publication, with forward slashes.

    `outside` holds what really lies elsewhere: files, and folders (their content is not listed);
    `dead` holds links that lead nowhere inside, pipes and devices; `folders` those named as chapters.
    """

    files: frozenset[str]
    outside: frozenset[str] = frozenset()
    dead: frozenset[str] = frozenset()
    folders: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """All paths, whatever they lead to."""
        return self.files | self.outside | self.dead


def list_manuscript(root: Path) -> Listing:
    """List what lies under `manuscript/`; links are resolved, each folder is entered once."""
    inside: set[str] = set()
    outside: set[str] = set()
    dead: set[str] = set()
    folders: set[str] = set()
    real_root = root.resolve()
    top = root / MANUSCRIPT
    if not is_inside(top, real_root):
        return Listing(frozenset(), frozenset((MANUSCRIPT,)) if top.is_dir() else frozenset())
    for path in _iter_paths(top, real_root, set()):
        name = path.relative_to(root).as_posix()
        if not is_inside(path, real_root):
            outside.add(name)
        elif path.is_file():
            inside.add(name)
        elif path.is_dir():
            folders.add(name)
        else:
            dead.add(name)
    return Listing(frozenset(inside), frozenset(outside), frozenset(dead), frozenset(folders))


def _iter_paths(folder: Path, real_root: Path, entered: set[Path]) -> Iterator[Path]:
    """Yield the files of a folder and of its folders, and folders outside or named as chapters."""
    real = folder.resolve()
    if real in entered or not os.access(folder, os.R_OK | os.X_OK):
        return
    entered.add(real)
    for path in sorted(folder.iterdir()):
        if path.is_dir() and is_inside(path, real_root):
            if path.suffix == CHAPTER_SUFFIX:
                yield path
            yield from _iter_paths(path, real_root, entered)
        else:
            yield path


def is_inside(path: Path, real_root: Path) -> bool:
    """Tell whether the real place of a path lies in the publication; a loop of links does not.

    Nor does what is hidden in its folder, such as `.git`, where a link leads to it: there lie keys to the
    machines of those who build, and no part of a text.
    """
    try:
        real = path.resolve()
    except (OSError, RuntimeError):
        return False
    if not real.is_relative_to(real_root):
        return False
    is_hidden = any(part.startswith(".") for part in real.relative_to(real_root).parts)
    return not (is_hidden and _is_linked(path, real_root))


def _is_linked(path: Path, real_root: Path) -> bool:
    """Tell whether a link stands in a path below the publication, whatever the link is called."""
    chain = (path, *path.parents)
    roots = [index for index, folder in enumerate(chain) if folder.resolve() == real_root]
    return any(folder.is_symlink() for folder in chain[: max(roots, default=len(chain))])


def find_templates(root: Path) -> Outcome[Path | None]:
    """Find the publication's own `templates/`; links in it that lead out are reported."""
    folder = root / TEMPLATES
    real_root = root.resolve()
    if not folder.is_dir():
        return Outcome(None)
    if not is_inside(folder, real_root):
        return Outcome(None, (_leads_out(TEMPLATES),))
    paths = list(_iter_paths(folder, real_root, set()))  # also behind links, where templates can reach
    found = [
        _leads_out(path.relative_to(root).as_posix()) for path in paths if not is_inside(path, real_root)
    ]
    files = (path for path in paths if path.suffix == ".j2" and path.is_file())
    sizes = ((path.relative_to(root).as_posix(), path.stat().st_size) for path in files)
    found += [_too_large(name, size, LARGEST_OTHER) for name, size in sizes if size > LARGEST_OTHER]
    return Outcome(folder, tuple(found))


def _leads_out(name: str) -> Diagnostic:
    hint = "put a copy into the publication in place of the link"
    return Diagnostic("L014", f"`{name}` is a link that leads out of the publication", hint=hint, file=name)


def read_file(path: Path, root: Path) -> Outcome[SourceFile | None]:
    """Read a text file of the publication; None when it cannot be read or lies elsewhere."""
    name = path.relative_to(root).as_posix()
    if not is_inside(path, root.resolve()):
        return Outcome(None, (_leads_out(name),))
    try:
        size = path.stat().st_size
        most = LARGEST.get(path.suffix.lower(), LARGEST_OTHER)
        if size > most:
            return Outcome(None, (_too_large(name, size, most),))
        return Outcome(read_source(path, root))
    except UnicodeDecodeError as error:
        return Outcome(None, (_not_utf8(name, error),))
    except OSError as error:
        reason = (error.strerror or "unknown cause").lower()
        message = f"`{name}` cannot be read: {reason}"
        return Outcome(None, (Diagnostic("L015", message, hint="make it a readable file", file=name),))


def _too_large(name: str, size: int, most: int) -> Diagnostic:
    message = f"`{name}` has {size / 1e6:,.1f} MB, more than {most / 1e6:g}"
    hint = "part it into several files" if most != LARGEST_OTHER else "keep only what is needed"
    return Diagnostic("L025", message, hint=hint, file=name)


def _not_utf8(name: str, error: UnicodeDecodeError) -> Diagnostic:
    """Point at the first wrong byte, in the text as far as it can be read."""
    content = error.object
    text = content.decode("utf-8", "replace")
    start = len(content[: error.start].decode("utf-8", "replace"))
    return Diagnostic(
        "L006",
        f"`{name}` is not UTF-8: byte {content[error.start]:#04x} has no meaning there",
        SourceFile(name, text).span(start, start + 1),
        hint="save the file again with the encoding UTF-8",
    )
