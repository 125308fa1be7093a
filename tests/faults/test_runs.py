"""Whole runs on machines that lack something, take something away, or end the run."""

import contextlib
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from octavo.pandoc import PandocError, run_pandoc
from octavo.write.engine import Engine
from octavo.write.messages import EngineDied, Job
from tests.support.builds import octavo
from tests.support.least_publication import write_publication

pytestmark = pytest.mark.slow
NO_PANGO = """
import cffi
open_in_truth = cffi.FFI.dlopen
def dlopen(self, name, flags=0):
    if name and "pango" in str(name):
        raise OSError(f"cannot load library '{name}': made up")
    return open_in_truth(self, name, flags)
cffi.FFI.dlopen = dlopen
"""
CRASH = """
import os, signal, sys
class Crash:
    def find_spec(self, name, path=None, target=None):
        if name == "weasyprint.layout" and "multiprocessing" in " ".join(sys.orig_argv):
            os.kill(os.getpid(), signal.SIGSEGV)
sys.meta_path.insert(0, Crash())
"""

HANG = CRASH.replace("os.kill(os.getpid(), signal.SIGSEGV)", "import time; time.sleep(60)")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A least publication with editions of which nobody can say what they are."""
    root = write_publication(tmp_path / "pub", {"build/a-sample.pdf": "old", "build/a-sample.epub": "old"})
    (root / "build" / "manifest.json").write_text('{"editions": {}}')
    return root


def kept(root: Path) -> dict[str, bytes]:
    """Give what lies in `build/` but for the work folder and the lock."""
    paths = (root / "build").iterdir()
    return {path.name: path.read_bytes() for path in paths if path.name not in {"work", ".lock"}}


def with_start(folder: Path, program: str) -> dict[str, str]:
    """Give the environment in which every Python begins with a program."""
    folder.mkdir()
    (folder / "sitecustomize.py").write_text(program)
    paths = [str(folder), *filter(None, [os.environ.get("PYTHONPATH")])]
    return {"PYTHONPATH": os.pathsep.join(paths)}


def codes(run: "subprocess.CompletedProcess[str]") -> list[str]:
    """Give the codes of a report in JSON."""
    return [found["code"] for found in json.loads(run.stdout)]


def test_a_machine_without_pango(root: Path, tmp_path: Path) -> None:
    """W023, W024: without Pango there is no PDF and nothing changes; the other editions can be built."""
    before = kept(root)
    environment = with_start(tmp_path / "start", NO_PANGO)

    with_pdf = octavo("build", root, "--format", "pdf", "--report", "json", **environment)
    assert (codes(with_pdf), with_pdf.returncode, kept(root)) == (["W023"], 1, before)

    others = octavo("build", root, "--format", "epub", "--format", "docx", "--report", "json", **environment)
    assert (codes(others), others.returncode) == (["W024"], 0)
    assert kept(root)["a-sample.epub"] != b"old"
    assert kept(root)["a-sample.pdf"] == b"old"


def test_an_engine_that_crashes(root: Path, tmp_path: Path) -> None:
    """W002: a crash of the layout engine ends the run with words, and changes nothing."""
    before = kept(root)

    environment = with_start(tmp_path / "start", CRASH)
    run = octavo("build", root, "--format", "pdf", "--report", "json", **environment)

    assert set(codes(run)) == {"W002"}
    assert "signal 11" in run.stdout
    assert kept(root) == before


def test_an_engine_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A child that has a job and says nothing is ended; one without a job may be silent."""
    monkeypatch.setenv("PYTHONPATH", with_start(tmp_path / "start", HANG)["PYTHONPATH"])
    with Engine(patience_seconds=0.5) as engine:
        time.sleep(1)
        answer = engine.render_pdf(Job("<p>One.</p>", "", {}, tmp_path / "a.pdf"))
        with pytest.raises(EngineDied) as death:
            answer.result(timeout=20)

    assert (death.value.exit_code, death.value.silent_seconds) == (-signal.SIGKILL, 0.5)


@pytest.mark.parametrize(
    ("program", "message"),
    [("kill -SEGV $$", "pandoc was killed by signal 11"), ("exit 3", "pandoc ended with status 3")],
)
def test_a_pandoc_that_crashes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, program: str, message: str
) -> None:
    """However Pandoc ends, the error says how."""
    crash = tmp_path / "pandoc"
    crash.write_text(f"#!/bin/sh\n{program}\n")
    crash.chmod(0o755)
    monkeypatch.setattr("octavo.pandoc.pandoc_path", lambda: crash)

    with pytest.raises(PandocError, match=f"^{message}$"):
        run_pandoc([], folder=tmp_path)


def test_a_full_disk_is_not_the_text_s_fault(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When Pandoc cannot write for lack of room, that is what is told."""
    full = tmp_path / "pandoc"
    full.write_text("#!/bin/sh\necho 'log: resource exhausted (No space left on device)' >&2; exit 1\n")
    full.chmod(0o755)
    monkeypatch.setattr("octavo.pandoc.pandoc_path", lambda: full)

    with pytest.raises(OSError, match="No space left on device"):
        run_pandoc([], folder=tmp_path)


@pytest.mark.parametrize("room", [3_000, 100_000])
def test_no_room(root: Path, room: int) -> None:
    """B001: wherever the room ends, the build says so, and the editions are as they were."""
    before = kept(root)
    limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (room, room))

    run = subprocess.run(
        [sys.executable, "-m", "octavo", "build", root, "--format", "docx", "--report", "json"],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )

    assert (codes(run), run.returncode) == (["B001"], 1)
    assert kept(root) == before


def test_a_folder_of_somebody_else(root: Path) -> None:
    """B001: who may not write into `build/` is told, and nothing changes."""
    before = kept(root)
    command = [sys.executable, "-m", "octavo", "build", str(root), "--report", "json"]
    if os.geteuid() == 0:  # who may write anywhere first lays that down
        rights = "-dac_override,-dac_read_search"
        command = ["setpriv", f"--bounding-set={rights}", f"--inh-caps={rights}", *command]
    (root / "build").chmod(0o555)
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False)
    finally:
        (root / "build").chmod(0o755)

    assert (codes(run), run.returncode) == (["B001"], 1)
    assert kept(root) == before


def test_a_bare_machine(root: Path) -> None:
    """Without home, path, place for temporary files, standard streams and UTF-8 a check does its work."""
    (root / "manuscript" / "10-first.md").write_text("# Перший\n\n[@nobody2020]\n", encoding="utf-8")
    environment = {"TMPDIR": "/proc/made-up", "LC_ALL": "POSIX", "PYTHONUTF8": "0"}
    environment |= {"PYTHONCOERCECLOCALE": "0", "PYTHONPATH": os.environ.get("PYTHONPATH", "")}
    command = f"exec '{sys.executable}' -m octavo check '{root}' --report json <&- >&- 2>&-"

    assert subprocess.run(["sh", "-c", command], env=environment, check=False).returncode == 1


def test_a_reader_that_has_seen_enough(root: Path) -> None:
    """Who closes the pipe early, or has no room for the report, gets no traceback."""
    text = "# First\n" + "\nWord [@nobody2020].\n" * 2000
    (root / "manuscript" / "10-first.md").write_text(text)
    command = f"'{sys.executable}' -m octavo check '{root}' --report json"

    closed = subprocess.run(["sh", "-c", f"{command} | head -1"], capture_output=True, text=True, check=False)
    full = subprocess.run(["sh", "-c", f"{command} > /dev/full"], capture_output=True, text=True, check=False)

    assert (closed.stdout, closed.stderr) == ("[\n", "")
    assert full.stderr == "octavo cannot write its report: No space left on device\n"
    assert full.returncode == 1


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_stray_children(root: Path, number: signal.Signals) -> None:
    """However a build is ended, so are its children, within moments, and nothing changes."""
    before = kept(root)
    build = subprocess.Popen(
        [sys.executable, "-m", "octavo", "build", str(root)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    wait_until((root / "build" / "work" / "text").is_dir)
    build.send_signal(number)
    status = build.wait(10)

    assert status == {signal.SIGTERM: 128 + 15, signal.SIGKILL: -9}[number]
    wait_until(lambda: not list(running_in(build.pid)))
    assert kept(root) == before
    if number == signal.SIGTERM:
        assert not (root / "build" / "work" / "tmp").exists()


def test_a_pandoc_that_hangs_ends_with_its_parent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A Pandoc that would go on for ever is killed with the build that began it, even by SIGKILL."""
    hang = tmp_path / "pandoc"
    pid = tmp_path / "pid"
    hang.write_text(f"#!/bin/sh\necho $$ > '{pid}-new'; mv '{pid}-new' '{pid}'; exec sleep 60\n")
    hang.chmod(0o755)
    monkeypatch.setattr("octavo.pandoc.pandoc_path", lambda: hang)
    parent = os.fork()
    if parent == 0:
        run_pandoc([], folder=tmp_path)
        os._exit(1)
    wait_until((tmp_path / "pid").is_file)
    child = (tmp_path / "pid").read_text().strip()

    os.kill(parent, signal.SIGKILL)
    os.waitpid(parent, 0)

    wait_until(lambda: not is_running(child), 10.0)


def wait_until(is_so: Callable[[], bool], seconds: float = 60.0) -> None:
    """Wait until something is so, and fail when it does not come."""
    deadline = time.monotonic() + seconds
    while not is_so():
        assert time.monotonic() < deadline
        time.sleep(0.02)


def is_running(number: str) -> bool:
    """Tell whether a process has not ended."""
    try:
        return Path("/proc", number, "stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def running_in(session: int) -> Iterator[str]:
    """Yield the processes of a session that have not ended."""
    for status in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            own = status.read_text().rpartition(")")[2].split()[3]
            if own == str(session) and is_running(status.parent.name):
                yield status.parent.name


def test_a_picture_of_fifty_megabytes(root: Path) -> None:
    """A huge file that is no picture is told, and costs no more than reading it once."""
    (root / "manuscript" / "map.png").write_bytes(b"\0" * 50_000_000)
    (root / "manuscript" / "10-first.md").write_text("# First\n\n![A map](map.png)\n")

    run = octavo("check", root, "--report", "json")

    assert run.returncode == 1
    assert all(code[0] in "RCL" for code in codes(run))
    shutil.rmtree(root)
