from pathlib import Path

from typer.testing import CliRunner, Result

from octavo.cli import app
from octavo.load.remote_images import LOCK
from octavo.sources.remote_images import Fetched
from octavo.terminal.remote_images import image_lines
from tests.support.least_publication import METADATA, write_publication
from tests.support.web_server import Reply, serve

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'


def run(root: Path, *arguments: str) -> Result:
    """Run the command."""
    return CliRunner().invoke(app, ["sources", "fetch-images", *arguments, str(root)])


def allowing(root: Path, *addresses: str) -> Path:
    """Write a publication that allows these images."""
    items = "".join(f"  - {{remote-image: {it}, at: 10-first.md, reason: made up}}\n" for it in addresses)
    return write_publication(root, {"manuscript/metadata.yaml": f"{METADATA}allow:\n{items}"})


def test_images_are_fetched_and_told(tmp_path: Path) -> None:
    """Each image is told with its copy, one that is allowed twice once; what fails ends with status 1."""
    with serve({"/map.svg": Reply(body=DRAWING)}) as server:
        address = f"{server.address}/map.svg"
        first = run(allowing(tmp_path, address, address))
        second = run(allowing(tmp_path, address, f"{server.address}/gone.png"))

    (copy,) = (tmp_path / LOCK).parent.glob("map-*.svg")
    name = copy.relative_to(tmp_path).as_posix()
    assert (first.exit_code, first.stderr) == (0, f"{address}: new, {name}\n1 image: 1 new\n")
    assert second.exit_code == 1
    assert second.stderr.splitlines()[1:] == [
        f"{server.address}/gone.png: failed",
        "  127.0.0.1 answers with status 404",
        "2 images: 1 unchanged, 1 failed",
    ]


def test_without_allowances_there_is_nothing_to_do(tmp_path: Path) -> None:
    """A publication that allows no image is told so."""
    done = run(write_publication(tmp_path, {}))

    assert (done.exit_code, done.stderr.partition(":")[0]) == (0, "nothing to do")


def test_what_cannot_be_read_is_not_written_over(tmp_path: Path) -> None:
    """A broken lock, or metadata with an error, is shown, and nothing is asked."""
    with serve({"/map.svg": Reply(body=DRAWING)}) as server:
        root = allowing(tmp_path, f"{server.address}/map.svg")
        (root / LOCK).parent.mkdir()
        (root / LOCK).write_text("broken", encoding="utf-8")
        with_broken_lock = run(root)
        with_broken_metadata = run(allowing(tmp_path / "other", "no address"))

    assert (with_broken_lock.exit_code, with_broken_metadata.exit_code) == (1, 1)
    assert "error[L023]" in with_broken_lock.stderr
    assert "error[L004]" in with_broken_metadata.stderr
    assert (root / LOCK).read_text(encoding="utf-8") == "broken"
    assert server.requests == []


def test_nothing_from_outside_steers_the_terminal() -> None:
    """What a server or an address says is shown, not obeyed."""
    lines = image_lines(Fetched("https://a.example/\x1b[1m", "failed", told="x\x1b[2J"))

    assert lines == ["https://a.example/␛[1m: failed", "  x␛[2J"]
