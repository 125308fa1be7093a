"""Several files change together, whatever stops it and wherever."""

import errno
import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from octavo.publish.replacing import JOURNAL, is_settled, replace_together, settle

OLD = {"a.pdf": b"old pdf", "a.epub": b"old epub", "manifest.json": b"old manifest"}
NEW: dict[str, bytes | None] = {
    "a.pdf": b"new pdf",
    "a.epub": b"new epub",
    "a.docx": b"new docx",
    "manifest.json": b"new manifest",
}
MORE_THAN_ALL_STEPS = 60


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three good files, and one that is nobody's business."""
    for name, content in {**OLD, "own.txt": b"the user's"}.items():
        (tmp_path / name).write_bytes(content)
    return tmp_path


def contents(folder: Path) -> dict[str, bytes]:
    """Give all files of a folder but the user's own."""
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.name != "own.txt"}


def in_another_process(act: Callable[[], object]) -> None:
    """Run something in a copy of this program, and wait until that and all that it began are gone."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        os.setsid()
        try:
            act()
        finally:
            os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    assert os.read(reading, 1) == b""  # the end, when nobody is left who could write
    os.close(reading)


def at_step(wanted: int, act: Callable[[], object]) -> None:
    """Do something just before the `wanted`-th thing that this process asks of the disk."""
    count = 0

    def count_steps(event: str, _: tuple[Any, ...]) -> None:
        nonlocal count
        if event in {"open", "os.rename", "os.link", "os.remove", "os.fork"}:
            count += 1
            if count == wanted:
                act()

    def flush(_: int) -> None:
        count_steps("open", ())

    os.fsync = flush  # type: ignore[assignment]  # octavo gives it numbers only
    sys.addaudithook(count_steps)


def die() -> None:
    """Be killed."""
    os.kill(os.getpid(), signal.SIGKILL)


def kill_builder(builder: int) -> None:
    """Kill the process that publishes and its whole group, from wherever this runs."""
    os.killpg(builder, signal.SIGKILL)


def lose_power(builder: int) -> None:
    """Stop everything at once: the one that publishes, and the one that renames."""
    os.kill(builder, signal.SIGKILL)
    die()


def replace_and(folder: Path, step: int, stop: Callable[[int], object]) -> None:
    """Replace the files in a process that stops at a step."""

    def act() -> None:
        builder = os.getpid()
        at_step(step, lambda: stop(builder))
        replace_together(folder, NEW)

    in_another_process(act)


def is_mixture(folder: Path, step: int) -> bool:
    """Stop everything at a step and tell whether that left a mixture; if not, go back to what was."""
    replace_and(folder, step, lose_power)
    found = contents(folder)
    if found.get("a.pdf") == NEW["a.pdf"] and found.get("manifest.json") == OLD["manifest.json"]:
        return True
    settle(folder)
    return False


def test_all_are_new(folder: Path) -> None:
    """Files are replaced and added, and nothing else is left in the folder."""
    replace_together(folder, NEW)

    assert contents(folder) == NEW
    assert is_settled(folder)


def test_a_file_can_go(folder: Path) -> None:
    """None takes a file away together with the change of the others; it need not have been there."""
    replace_together(folder, {"a.pdf": b"new pdf", "a.epub": None, "never.json": None})

    assert contents(folder) == {"a.pdf": b"new pdf", "manifest.json": b"old manifest"}


def test_killed_at_any_step_all_are_old_or_new_at_once(folder: Path) -> None:
    """A kill of the build and its whole group at any step leaves no mixture, before anybody mends it."""
    seen = []
    for step in range(1, MORE_THAN_ALL_STEPS):
        settle(folder)
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        (folder / "a.docx").unlink(missing_ok=True)
        replace_and(folder, step, kill_builder)
        found = {name: content for name, content in contents(folder).items() if not name.startswith(".")}
        assert found in (OLD, NEW), step
        seen.append(found == NEW)
        settle(folder)
        assert contents(folder) == found

    assert seen == sorted(seen)
    assert {*seen} == {True, False}


def test_stopped_at_any_step_all_are_old_or_new_after_settling(folder: Path) -> None:
    """When nobody is left to go on, the next run of octavo leaves the files all old or all new."""
    undone = 0
    for step in range(1, MORE_THAN_ALL_STEPS):
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        (folder / "a.docx").unlink(missing_ok=True)
        replace_and(folder, step, lose_power)
        undone += settle(folder)
        assert contents(folder) in (OLD, NEW), step

    assert undone >= len(NEW)


def test_settling_can_be_stopped_at_any_step(folder: Path) -> None:
    """Going back can be killed, too: the next one goes on with it."""

    def settle_and_die(step: int) -> None:
        at_step(step, die)
        settle(folder)

    half_way = next(step for step in range(1, MORE_THAN_ALL_STEPS) if is_mixture(folder, step))
    for step in range(1, 20):
        in_another_process(partial(settle_and_die, step))
        settle(folder)
        assert contents(folder) == OLD, step

        assert is_mixture(folder, half_way)


def test_without_the_one_that_renames_nothing_changes(folder: Path) -> None:
    """When only the process that renames is killed, the build goes back to what was, and says so."""
    for step in range(1, MORE_THAN_ALL_STEPS):
        for name, content in OLD.items():
            (folder / name).write_bytes(content)
        (folder / "a.docx").unlink(missing_ok=True)
        replace_and(folder, step, lambda builder: None if os.getpid() == builder else die())
        assert contents(folder) in (OLD, NEW), step


@pytest.mark.parametrize("name", ["a.pdf", "manifest.json"])
def test_a_rename_that_is_refused_undoes_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Whichever file the disk refuses to replace, all files are the old ones, and the error is told."""
    rename_in_truth = Path.rename

    def rename(self: Path, target: Path) -> Path:
        if target.name == name and self.name.startswith(".new-"):
            raise OSError(errno.EPERM, os.strerror(errno.EPERM))
        return rename_in_truth(self, target)

    monkeypatch.setattr(Path, "rename", rename)
    with pytest.raises(PermissionError):
        replace_together(folder, NEW)

    assert contents(folder) == OLD


def test_a_folder_in_the_way_changes_nothing(folder: Path) -> None:
    """Where a folder has the name of a file that is to come, all stays as it was."""
    (folder / "a.docx").mkdir()

    with pytest.raises(IsADirectoryError):
        replace_together(folder, NEW)

    (folder / "a.docx").rmdir()
    assert contents(folder) == OLD


def test_a_disk_without_second_names(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where files can have one name only, copies serve as well."""

    def link(*_: object, **__: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", link)

    assert any(is_mixture(folder, step) for step in range(1, MORE_THAN_ALL_STEPS))
    assert settle(folder)
    assert contents(folder) == OLD


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_an_interrupt_waits_until_all_are_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch, number: signal.Signals
) -> None:
    """Who asks the build to end while it renames gets his way right after."""

    class Asked(Exception):
        pass

    def ask(*_: object) -> None:
        raise Asked

    before = signal.signal(number, ask)
    wait_in_truth = os.waitpid

    def wait(child: int, options: int) -> tuple[int, int]:
        os.kill(os.getpid(), number)
        time.sleep(0.01)
        return wait_in_truth(child, options)

    monkeypatch.setattr(os, "waitpid", wait)
    try:
        with pytest.raises(Asked):
            replace_together(folder, NEW)
    finally:
        signal.signal(number, before)

    assert contents(folder) == NEW


@pytest.mark.parametrize(
    "journal",
    [
        b"",
        b"[]",
        b"3",
        b"\xff",
        b'{"../own.txt": null}',
        b'{"own.txt": "../a"}',
        b'{"": null}',
        b'{"a.pdf": 3}',
    ],
)
def test_a_journal_that_octavo_did_not_write(folder: Path, journal: bytes) -> None:
    """What somebody put in the journal's place goes, and touches no file."""
    (folder / JOURNAL).write_bytes(journal)

    settle(folder)

    assert contents(folder) == OLD
    assert (folder / "own.txt").read_bytes() == b"the user's"


def test_a_pipe_for_a_journal_stops_nobody(folder: Path) -> None:
    """A journal that would never end is not read."""
    os.mkfifo(folder / JOURNAL)

    settle(folder)

    assert contents(folder) == OLD


def test_links_are_not_followed(folder: Path) -> None:
    """Links with the names of octavo's own files lead nobody to write elsewhere."""
    victim = folder / "own.txt"
    for name in (".new-0.partial", ".old-0.partial", ".new-journal.partial", JOURNAL, "a.docx"):
        (folder / name).symlink_to(victim)

    with pytest.raises(FileExistsError):
        replace_together(folder, NEW)
    replace_together(folder, NEW)

    assert victim.read_bytes() == b"the user's"
    assert contents(folder) == NEW
