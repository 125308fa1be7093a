"""What images of the web could do to whoever builds: nothing is fetched but by the command, and then checked.

The server is this machine's: a build that asked for anything would be seen, and the command does not ask it
unless a test says that it may.
"""

import hashlib
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from typer.testing import CliRunner

from octavo.cli import app
from octavo.load.remote_images import IMAGES, LOCK
from octavo.pipeline import build
from octavo.progress import Silent
from octavo.sources import addresses
from tests.support.diagnose import diagnose
from tests.support.least_publication import METADATA, write_publication
from tests.support.web_server import Reply, Server, serve

DRAWING = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
RUNNING = DRAWING.replace("<rect", '<rect onclick="x()"')


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server that has the image, and remembers who asks."""
    with serve({"/map.svg": Reply(body=DRAWING.encode())}) as started:
        yield started


def showing(root: Path, server: Server) -> Path:
    """Write a publication that allows the server's image, and shows it plainly and from a template."""
    address = f"{server.address}/map.svg"
    allow = f"allow:\n  - {{remote-image: '{address}', at: 10-first.md, reason: made up}}\n"
    chapter = (
        f'# First\n\n![The map.]({address}){{alt="Map"}}\n\n![Again.]({{{{ "{address}" }}}}){{alt="Map"}}\n'
    )
    files = {"manuscript/metadata.yaml": METADATA + allow, "manuscript/10-first.md": chapter}
    return write_publication(root, files)


def lock(root: Path, server: Server, content: str, file: str = f"{IMAGES}/map-1.svg") -> None:
    """Lock a copy, as a stranger could who writes the lock's sum to fit."""
    digest = hashlib.sha256(content.encode()).hexdigest()
    table = f'["{server.address}/map.svg"]\nfile = "{file}"\nsha256 = "{digest}"\nfetched = 2024-02-03\n'
    (root / IMAGES).mkdir(parents=True, exist_ok=True)
    (root / LOCK).write_text(f"version = 1\n\n{table}", encoding="utf-8")
    (root / IMAGES / "map-1.svg").write_text(content, encoding="utf-8")


def test_builds_show_the_copy_and_ask_nobody(tmp_path: Path, server: Server) -> None:
    """All editions have the copy's bytes or its pixels, and none has the address; nobody is asked."""
    root = showing(tmp_path, server)
    lock(root, server, DRAWING)

    result = build(root, Silent())

    assert [str(found.code) for found in result.diagnostics] == []
    assert len(result.editions) == 3
    assert server.requests == []
    for suffix in ("epub", "docx"):
        (edition,) = (root / "build").glob(f"*.{suffix}")
        with zipfile.ZipFile(edition) as archive:
            contents = [archive.read(name) for name in archive.namelist()]
        assert any(DRAWING.encode() in content for content in contents)
        assert not any(server.address.encode() in content for content in contents)
    manifest = (root / "build" / "manifest.json").read_text(encoding="utf-8")
    assert hashlib.sha256(DRAWING.encode()).hexdigest() in manifest
    assert f'"{LOCK}"' in manifest


def test_without_a_copy_there_is_no_build(tmp_path: Path, server: Server) -> None:
    """What is not there is not fetched, but told with the command that would."""
    found = diagnose(showing(tmp_path, server))

    assert [(known.code, known.path) for known in found] == [("L021", "manuscript/metadata.yaml")]
    assert "octavo sources fetch-images" in (found[0].hint or "")
    assert server.requests == []


@pytest.mark.parametrize(
    ("content", "file", "code"),
    [
        (RUNNING, f"{IMAGES}/map-1.svg", "R009"),
        (DRAWING, f"{IMAGES}/map-1.png", "L021"),
        (DRAWING, "../outside.svg", "L023"),
        (DRAWING, f"{IMAGES}/../10-first.md", "L023"),
    ],
)
def test_a_stranger_cannot_lock_what_harms(
    tmp_path: Path, server: Server, content: str, file: str, code: str
) -> None:
    """A lock that names another file, or a drawing that acts, is told though the sum fits."""
    root = showing(tmp_path / "publication", server)
    (tmp_path / "outside.svg").write_text(DRAWING, encoding="utf-8")
    lock(root, server, content, file)

    assert {known.code for known in diagnose(root) if known.is_error} == {code}
    assert server.requests == []


def test_only_the_chapter_that_is_named_may(tmp_path: Path, server: Server) -> None:
    """Another chapter shows nothing from the web, in print or from a template."""
    root = showing(tmp_path, server)
    lock(root, server, DRAWING)
    address = f"{server.address}/map.svg"
    (root / "manuscript/20-second.md").write_text(f'# Second\n\n![A]({address}){{alt="Map"}}\n')
    assert [known.code for known in diagnose(root)] == ["C006"]

    text = f'# Second\n\n![A]({{{{ "{address}" }}}}){{alt="Map"}}\n'
    (root / "manuscript/20-second.md").write_text(text)
    assert [known.code for known in diagnose(root)] == ["P007"]
    assert server.requests == []


def test_the_command_asks_the_public_network_only(
    tmp_path: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An address in the network of whoever runs the command is told and not asked; a public one is."""
    root = showing(tmp_path, server)

    refused = CliRunner().invoke(app, ["sources", "fetch-images", str(root)])
    assert (refused.exit_code, server.requests) == (1, [])
    assert "not public" in refused.stderr

    monkeypatch.setattr(addresses, "is_public_number", lambda number: number == "127.0.0.1")
    fetched = CliRunner().invoke(app, ["sources", "fetch-images", str(root)])
    assert (fetched.exit_code, server.targets) == (0, ["/map.svg"])
    assert diagnose(root) == ()
