"""Fetch the images of the web that a publication allows, and lock what came; nothing else asks for them.

After each of them the lock is on the disk. A copy that is locked stays as it is while the web has another,
unless it is to be renewed: what readers were shown does not change by itself.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from errno import EPERM
from json import dumps
from pathlib import Path
from typing import Literal
from urllib.parse import unquote, urlsplit

from octavo.drawings import DrawingFault, measure_drawing
from octavo.load.files import is_inside
from octavo.load.remote_images import IMAGES, LOCK, VERSION, is_whole
from octavo.model import RemoteImage, StoredFile
from octavo.rasters import RasterFault, check_raster
from octavo.sources.web import Web, WebFault
from octavo.sources.writing import replace_file

State = Literal["new", "unchanged", "put back", "renewed", "changed", "failed"]

_HEAD = "# Images of the web, as they were fetched. Written by `octavo sources fetch-images`."
_ATTRIBUTES = "# Images stay as they came, byte by byte: their SHA-256 are in images.lock.\n* -text\n"
_ACCEPT = {"Accept": "image/png,image/jpeg,image/svg+xml,image/webp,image/gif;q=0.9"}
_KINDS = ((b"\x89PNG\r\n\x1a\n", ".png"), (b"\xff\xd8\xff", ".jpg"), (b"GIF8", ".gif"))
_OK = 200
_LONGEST_NAME = 60


class NoImage(Exception):
    """What came is no image that octavo can show; the text says why."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who fetches: the network, the publication, the day; `renew` takes what the web has now."""

    web: Web
    root: Path
    today: date
    renew: bool = False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of one image; `told` is a line for people about what went wrong, "" when nothing did."""

    address: str
    state: State
    path: str = ""
    told: str = ""


def fetch_images(
    addresses: Iterable[str], known: Mapping[str, RemoteImage], keeper: Keeper
) -> Iterator[Fetched]:
    """Fetch images one by one and yield what became of each, when it is in the lock.

    `known` is the whole lock. Raises OSError when the publication cannot be written.
    """
    lock = dict(known)
    for address in addresses:
        try:
            content = _fetch(address, keeper.web)
            suffix = image_suffix(content)
        except (WebFault, NoImage) as fault:
            yield Fetched(address, "failed", told=str(fault))
            continue
        fetched = _kept(address, content, lock.get(address), keeper)
        if fetched.state in {"new", "renewed"}:
            lock[address] = _store(address, suffix, content, keeper)
            write_images_lock(keeper.root, lock)
            _remove(known.get(address), lock[address], keeper.root)
            fetched = Fetched(address, fetched.state, lock[address].file.path)
        elif fetched.state == "put back":
            _write(keeper.root, fetched.path, content)
        yield fetched


def image_suffix(content: bytes) -> str:
    """Tell the kind of an image by its content, as the suffix of its name. Raises NoImage.

    It is looked at as it will be when it is shown: all pixels of a photograph, all parts of a drawing.
    """
    suffix = next((suffix for start, suffix in _KINDS if content.startswith(start)), "")
    if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
        suffix = ".webp"
    try:
        if suffix:
            check_raster(content, suffix)
            return suffix
        if b"<svg" not in content and b":svg" not in content:
            raise NoImage("it is no PNG, JPEG, GIF, WebP or SVG")
        content.decode()
        measure_drawing(content)
    except (RasterFault, DrawingFault) as fault:
        raise NoImage(f"it cannot be shown: {fault.message}") from fault
    except UnicodeDecodeError as error:
        raise NoImage("it cannot be shown: the drawing is not UTF-8") from error
    return ".svg"


def write_images_lock(root: Path, images: Mapping[str, RemoteImage]) -> None:
    """Replace the lock at once, after it is on the disk. Raises OSError."""
    _write(root, LOCK, lock_text(images).encode())


def lock_text(images: Mapping[str, RemoteImage]) -> str:
    """Return the lock as it is written (TOML 1.0), in the order of addresses."""
    tables = [
        f"[{_quoted(address)}]\nfile = {_quoted(image.file.path)}\nsha256 = {_quoted(image.file.sha256)}\n"
        f"fetched = {image.fetched.isoformat()}\n"
        for address, image in sorted(images.items())
    ]
    return "\n".join([f"{_HEAD}\nversion = {VERSION}\n", *tables])


def _quoted(text: str) -> str:
    return dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")


def _fetch(address: str, web: Web) -> bytes:
    answer = web.fetch(address, headers=_ACCEPT)
    if answer.status != _OK:
        raise NoImage(f"{urlsplit(address).hostname} answers with status {answer.status}")
    return answer.body


def _kept(address: str, content: bytes, image: RemoteImage | None, keeper: Keeper) -> Fetched:
    """Compare what came with what is locked."""
    if image is None:
        return Fetched(address, "new")
    whole = is_whole(image.file, keeper.root)
    path = image.file.path
    if hashlib.sha256(content).hexdigest() == image.file.sha256:
        return Fetched(address, "unchanged" if whole else "put back", path)
    if keeper.renew:
        return Fetched(address, "renewed", path)
    if whole:
        return Fetched(address, "changed", path, "the copy stays; `--renew` takes what is there now")
    lost = "is gone" if whole is None else "is not what was fetched"
    told = f"the copy {lost}, and the web has another image now: take it back from Git, or use `--renew`"
    return Fetched(address, "failed", path, told)


def _store(address: str, suffix: str, content: bytes, keeper: Keeper) -> RemoteImage:
    path = f"{IMAGES}/{file_stem(address)}{suffix}"
    attributes = f"{IMAGES}/.gitattributes"
    if not (keeper.root / attributes).exists():
        _write(keeper.root, attributes, _ATTRIBUTES.encode())
    _write(keeper.root, path, content)
    return RemoteImage(address, StoredFile(path, hashlib.sha256(content).hexdigest()), keeper.today)


def file_stem(address: str) -> str:
    """Name a copy after the last part of its address, and a mark of all of it."""
    last = unquote(urlsplit(address).path).rstrip("/").rpartition("/")[2]
    stem = last.rpartition(".")[0] or last
    bare = re.sub(r"[^A-Za-z0-9]+", "-", stem).strip("-")[:_LONGEST_NAME].strip("-") or "image"
    return f"{bare}-{hashlib.sha256(address.encode()).hexdigest()[:8]}"


def _remove(old: RemoteImage | None, new: RemoteImage, root: Path) -> None:
    """Remove a copy in whose place there is one of another kind."""
    if old and old.file.path != new.file.path and is_inside((root / old.file.path).parent, root.resolve()):
        (root / old.file.path).unlink(missing_ok=True)


def _write(root: Path, path: str, content: bytes) -> None:
    if not is_inside((root / path).parent, root.resolve()):
        raise OSError(EPERM, "a link leads out of the publication", path)
    replace_file(root / path, content)
