import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from octavo.load.remote_images import IMAGES, LOCK, parse_images_lock, read_images_lock
from octavo.model import RemoteImage, StoredFile
from octavo.source import SourceFile
from octavo.sources.remote_images import (
    Fetched,
    Keeper,
    NoImage,
    fetch_images,
    file_stem,
    image_suffix,
    lock_text,
)
from octavo.sources.web import Clock, Limits, Web
from tests.support.web_server import FakeTime, Reply, Server, moved, serve

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
OTHER = DRAWING.replace(b'"9"', b'"8"')
FIRST_DAY, LATER = date(2024, 2, 3), date(2024, 6, 1)


def pixels(kind: str) -> bytes:
    """Make a small image of a kind."""
    made = io.BytesIO()
    Image.new("RGB", (4, 3), (9, 9, 9)).save(made, kind)
    return made.getvalue()


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that has a drawing, for now."""
    with serve({"/map.svg": Reply(body=DRAWING)}) as started:
        yield started


def fetch(root: Path, server: Server, path: str, *, renew: bool = False, day: date = FIRST_DAY) -> Fetched:
    """Fetch what lies at a path of the server, and tell what became of it."""
    time = FakeTime()
    with Web(clock=Clock(time.now, time.wait), limits=Limits(size=100_000), proxies={}) as web:
        keeper = Keeper(web, root, day, renew)
        known = read_images_lock(root).value
        return next(fetch_images([f"{server.address}{path}"], known, keeper))


def locked(root: Path) -> RemoteImage:
    """Give the one image of the lock, which must be without fault."""
    read = read_images_lock(root)
    assert read.diagnostics == ()
    (image,) = read.value.values()
    return image


def test_an_image_is_kept(tmp_path: Path, server: Server) -> None:
    """The image as it was sent, its sum and the day are kept; it is named after its address and kind."""
    server.routes["/old.bin"] = moved("/map.svg")

    fetched = fetch(tmp_path, server, "/old.bin?size=9")

    image = locked(tmp_path)
    assert (fetched.state, fetched.path) == ("new", image.file.path)
    assert (image.address, image.fetched) == (f"{server.address}/old.bin?size=9", FIRST_DAY)
    assert image.file.path.startswith(f"{IMAGES}/old-")
    assert image.file.path.endswith(".svg")
    assert (tmp_path / image.file.path).read_bytes() == DRAWING
    assert "* -text" in (tmp_path / IMAGES / ".gitattributes").read_text(encoding="utf-8")


def test_a_copy_that_is_the_same_stays(tmp_path: Path, server: Server) -> None:
    """A second run changes nothing: not even the day."""
    fetch(tmp_path, server, "/map.svg")
    before = (tmp_path / LOCK).read_bytes()

    assert fetch(tmp_path, server, "/map.svg", day=LATER).state == "unchanged"
    assert (tmp_path / LOCK).read_bytes() == before


def test_a_copy_stays_when_the_web_changes(tmp_path: Path, server: Server) -> None:
    """Another image at the address is told; the copy, its sum and its day stay until they are renewed."""
    fetch(tmp_path, server, "/map.svg")
    server.routes["/map.svg"] = Reply(body=OTHER)

    assert fetch(tmp_path, server, "/map.svg", day=LATER).state == "changed"
    assert (tmp_path / locked(tmp_path).file.path).read_bytes() == DRAWING
    assert fetch(tmp_path, server, "/map.svg", renew=True, day=LATER).state == "renewed"
    assert (tmp_path / locked(tmp_path).file.path).read_bytes() == OTHER
    assert locked(tmp_path).fetched == LATER


def test_a_renewed_copy_of_another_kind_replaces_the_old_one(tmp_path: Path, server: Server) -> None:
    """The name follows the kind, and nothing is left behind."""
    fetch(tmp_path, server, "/map.svg")
    server.routes["/map.svg"] = Reply(body=pixels("PNG"))
    fetch(tmp_path, server, "/map.svg", renew=True)

    names = {path.suffix for path in (tmp_path / IMAGES).iterdir() if not path.name.startswith(".")}
    assert names == {".lock", ".png"}


def test_a_copy_that_was_lost_is_put_back(tmp_path: Path, server: Server) -> None:
    """What the web still has as it is locked mends a copy; another image does not."""
    fetch(tmp_path, server, "/map.svg")
    copy = tmp_path / locked(tmp_path).file.path
    copy.write_bytes(OTHER)
    assert fetch(tmp_path, server, "/map.svg", day=LATER).state == "put back"
    assert (copy.read_bytes(), locked(tmp_path).fetched) == (DRAWING, FIRST_DAY)

    copy.unlink()
    server.routes["/map.svg"] = Reply(body=OTHER)
    fetched = fetch(tmp_path, server, "/map.svg")
    assert fetched.state == "failed"
    assert "the copy is gone, and the web has another image now" in fetched.told
    assert not copy.exists()


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(404, body=DRAWING), "127.0.0.1 answers with status 404"),
        (Reply(text="<h1>Map</h1>"), "it is no PNG, JPEG, GIF, WebP or SVG"),
        (Reply(body=DRAWING.replace(b"<rect", b"<script/><rect")), "the drawing holds a `script`"),
        (Reply(body=DRAWING + b"<!-- \xff -->"), "the drawing is not UTF-8"),
        (Reply(body=pixels("PNG")[:-30]), "the image is cut off or broken"),
        (Reply(body=DRAWING + b" " * 100_000), "sent more than 0.1 MB"),
        (moved("file:///etc/passwd"), "not a web address"),
    ],
)
def test_what_is_no_image_is_not_kept(tmp_path: Path, server: Server, reply: Reply, told: str) -> None:
    """Pages, attacks and what is cut off or too large leave nothing in the publication."""
    server.routes["/map.svg"] = reply

    fetched = fetch(tmp_path, server, "/map.svg")

    assert fetched.state == "failed"
    assert told in fetched.told
    assert list(tmp_path.iterdir()) == []


def test_copies_stay_inside(tmp_path: Path, server: Server) -> None:
    """Where a link would have them kept elsewhere, nothing is written."""
    root, outside = tmp_path / "publication", tmp_path / "outside"
    (root / "manuscript").mkdir(parents=True)
    outside.mkdir()
    (root / IMAGES).symlink_to(outside)

    with pytest.raises(OSError, match="leads out"):
        fetch(root, server, "/map.svg")
    assert list(outside.iterdir()) == []


@pytest.mark.parametrize(
    ("kind", "suffix"), [("PNG", ".png"), ("JPEG", ".jpg"), ("GIF", ".gif"), ("WEBP", ".webp")]
)
def test_kinds_are_told_by_content(kind: str, suffix: str) -> None:
    """What an image is shows in its bytes, whatever its address or a server says."""
    assert image_suffix(pixels(kind)) == suffix
    assert image_suffix(DRAWING) == ".svg"
    with pytest.raises(NoImage):
        image_suffix(pixels("BMP"))


def test_names_of_copies() -> None:
    """Names are plain on any system, and differ where addresses do."""
    assert file_stem("https://example.org/maps/North%20Sea.PNG?v=1").startswith("North-Sea-")
    assert file_stem("https://example.org/").startswith("image-")
    assert file_stem("https://example.org/a.png") != file_stem("https://example.org/a.png?v=2")
    assert len(file_stem(f"https://example.org/{'a' * 500}.png")) < 80


def test_the_lock_is_read_as_it_was_written() -> None:
    """The lock has the images in the order of their addresses, whatever is in these."""
    stored = StoredFile(f"{IMAGES}/a-1.png", "0" * 64)
    names = ["https://example.org/б.png?a=1&b='2'", "https://example.org/a.png"]
    images = {name: RemoteImage(name, stored, FIRST_DAY) for name in names}

    text = lock_text(images)

    assert parse_images_lock(SourceFile(LOCK, text)).value == images
    assert text.index(names[1]) < text.index(names[0])
    assert lock_text(dict(reversed(images.items()))) == text
