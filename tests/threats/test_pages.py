"""What a page could fetch while it is laid out: nothing but the files of its job."""

from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest

from octavo.load.brand import house_brand
from octavo.write.engine import Engine
from octavo.write.fonts import font_faces, font_files
from octavo.write.messages import Job
from tests.support.web_server import Server, serve

BRAND = house_brand()
pytestmark = pytest.mark.slow

CANARY = "canary-of-made-up-secrets"
DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">{}</svg>'
ATTACKS: dict[str, str] = {
    "an image": '<img src="ADDRESS" alt="a">',
    "an image set": '<img srcset="ADDRESS 2x" alt="a">',
    "an import": '<style>@import "ADDRESS";</style>',
    "a typeface": "<style>@font-face { font-family: X; src: url(ADDRESS) } p { font-family: X }</style>",
    "a background": '<p style="background: url(ADDRESS)">a</p>',
    "content": '<style>p::before { content: url("ADDRESS") }</style>',
    "a stylesheet": '<link rel="stylesheet" href="ADDRESS">',
    "a drawing's image": DRAWING.format('<image href="ADDRESS"/>'),
    "a drawing's use": DRAWING.format('<use href="ADDRESS#a"/>'),
    "an attachment": '<link rel="attachment" href="ADDRESS">',
    "an attached link": '<a rel="attachment" href="ADDRESS">a</a>',
    "an object": '<object data="ADDRESS"></object>',
    "a frame": '<iframe src="ADDRESS"></iframe>',
    "an embedded thing": '<embed src="ADDRESS">',
    "a base": '<base href="ADDRESS"><img src="a.png" alt="a">',
}


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    """Start the engine once."""
    with Engine() as started:
        yield started


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    """Remember whatever is asked."""
    with serve({}) as started:
        yield started


def laid_out(engine: Engine, html: str, path: Path) -> tuple[str, ...]:
    """Lay a page out, and give the addresses that were refused."""
    page = (
        f"<!DOCTYPE html><html lang='en'><head><title>A</title></head><body><p>Text.</p>{html}</body></html>"
    )
    style = f'{font_faces(BRAND, "")} body {{ font-family: "{BRAND.typefaces[0].family}" }}'
    return engine.render_pdf(Job(page, style, font_files(BRAND), path)).result().refused


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("scheme", ["web", "disk", "above"])
def test_nothing_is_fetched(attack: str, scheme: str, engine: Engine, server: Server, tmp_path: Path) -> None:
    """Neither the web nor the disk is read, by whatever part of a page or a drawing that names it."""
    secret = tmp_path / "secret.svg"
    secret.write_text(f'<svg xmlns="http://www.w3.org/2000/svg"><text>{CANARY}</text></svg>')
    addresses = {
        "web": f"{server.address}/a",
        "disk": secret.as_uri(),
        "above": "../../../../../../etc/hostname",
    }
    path = tmp_path / "a.pdf"
    refused = laid_out(engine, ATTACKS[attack].replace("ADDRESS", addresses[scheme]), path)
    assert server.requests == []
    with pikepdf.open(path) as pdf:
        assert list(pdf.attachments) == []
        streams = [item.read_bytes() for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    assert not any(CANARY.encode() in content for content in [path.read_bytes(), *streams])
    assert str(tmp_path).encode() not in path.read_bytes()
    if attack in {"an image", "an import", "a stylesheet", "a drawing's image"}:
        assert refused  # and what was refused is an error (W001)
