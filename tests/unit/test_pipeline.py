"""The order of the stages, with stages that only tell that they were called."""

import errno
import os
from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path
from typing import Any

import pytest

from octavo import pipeline
from octavo.diagnostics import Diagnostic, Outcome
from octavo.model import Artifact
from octavo.progress import Silent
from octavo.publish import build_lock
from tests.support.models import make_chapter, make_document, make_publication, make_rendering

ERROR, WARNING = Diagnostic("P003", "made-up error"), Diagnostic("P006", "made-up warning")
CHAPTER = make_chapter("# One\n\nA line {{ nobody }}.\n")
PUBLICATION = make_publication(CHAPTER)


class FakeEngine:
    """An engine that draws nothing, and has no libraries."""

    def libraries(self) -> dict[str, str | None]:
        return {}


class Stages:
    """Seven stages that find nothing, unless a test tells them what to find."""

    def __init__(self, folder: Path) -> None:
        self.called: list[str] = []
        self.found: dict[str, tuple[Diagnostic, ...]] = {}
        self.artifact = Artifact("pdf", folder / "made-up.pdf", 3)
        self.artifact.path.write_bytes(b"made up")

    def tell(self, name: str, value: Any) -> Callable[..., Any]:
        """Make a stage that gives a value beside what the test has it find."""

        def stage(*_: object) -> Outcome[Any]:
            self.called.append(name)
            return Outcome(value, self.found.get(name, ()))

        return stage

    def tell_alone(self, name: str) -> Callable[..., Any]:
        """Make a stage that gives diagnostics alone."""

        def stage(*_: object) -> tuple[Diagnostic, ...]:
            self.called.append(name)
            return self.found.get(name, ())

        return stage


@pytest.fixture
def stages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Stages:
    """Put fakes in the places of the stages."""
    stages = Stages(tmp_path)
    document = make_document(PUBLICATION)
    for name, stage in {
        "load_publication": stages.tell("load", PUBLICATION),
        "check_publication": stages.tell_alone("check"),
        "render_publication": stages.tell("render", make_rendering(PUBLICATION)),
        "parse_rendering": stages.tell("parse", document),
        "write_editions": stages.tell("write", (stages.artifact,)),
        "verify_editions": stages.tell_alone("verify"),
        "publish_editions": stages.tell("publish", (stages.artifact.path,)),
        "Engine": lambda: nullcontext(FakeEngine()),
    }.items():
        monkeypatch.setattr(pipeline, name, stage)
    return stages


def test_the_stages_come_in_their_order(stages: Stages, tmp_path: Path) -> None:
    """A build runs all seven and tells of each edition; a check ends with parse."""
    result = pipeline.build(tmp_path, Silent())

    assert tuple(stages.called) == pipeline.STAGES
    assert [(edition.path.name, edition.size_bytes, edition.pages) for edition in result.editions] == [
        ("made-up.pdf", 7, 3)
    ]

    stages.called.clear()
    pipeline.check(tmp_path, Silent())

    assert tuple(stages.called) == pipeline.STAGES[:4]


@pytest.mark.parametrize(
    ("stage", "last"),
    [
        ("load", "render"),
        ("check", "render"),
        ("render", "render"),
        ("parse", "parse"),
        ("write", "write"),
        ("verify", "verify"),
        ("publish", "publish"),
    ],
)
def test_an_error_ends_the_run_between_stages(stages: Stages, tmp_path: Path, stage: str, last: str) -> None:
    """Nothing after the stage runs; load, check and render all speak before the run ends."""
    stages.found[stage] = (WARNING, ERROR)

    result = pipeline.build(tmp_path, Silent())

    assert stages.called[-1] == last
    assert set(result.diagnostics) == {ERROR, WARNING}
    assert result.editions == () or stage == "publish"


def test_warnings_end_nothing(stages: Stages, tmp_path: Path) -> None:
    """A run with warnings alone publishes, and tells them."""
    stages.found = dict.fromkeys(pipeline.STAGES, (WARNING,))

    result = pipeline.build(tmp_path, Silent())

    assert tuple(stages.called) == pipeline.STAGES
    assert result.diagnostics == (WARNING,)


def test_a_name_is_told_once(stages: Stages, tmp_path: Path) -> None:
    """What render says of a line in which check has found the unknown name is left out; the rest stays."""
    start = CHAPTER.source.text.index("nobody")
    name = Diagnostic("C010", "unknown name", CHAPTER.source.span(start, start + 6))
    line = Diagnostic("R002", "cannot be printed", CHAPTER.source.line_span(3))
    other = Diagnostic("R002", "cannot be printed", CHAPTER.source.line_span(1))
    stages.found = {"check": (name,), "render": (other, line)}

    assert pipeline.check(tmp_path, Silent()).diagnostics == (other, name)


def test_another_build_is_respected(stages: Stages, tmp_path: Path) -> None:
    """B002: while somebody holds the folder no stage runs."""
    (tmp_path / "manuscript").mkdir()

    with build_lock(tmp_path):
        result = pipeline.build(tmp_path, Silent())

    assert [diagnostic.code for diagnostic in result.diagnostics] == ["B002"]
    assert stages.called == []


def failing_with(number: int) -> Callable[..., Any]:
    """Make a stage to which the disk says no."""

    def stage(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return stage


def test_a_full_disk_is_the_disks_fault(
    stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """B001: a disk that refuses ends the run with a diagnostic, whichever stage it was."""
    monkeypatch.setattr(pipeline, "write_editions", failing_with(errno.ENOSPC))

    result = pipeline.build(tmp_path, Silent())

    assert [diagnostic.code for diagnostic in result.diagnostics] == ["B001"]
    assert "publish" not in stages.called


def test_a_bug_is_no_fault_of_the_disk(
    stages: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file that octavo itself forgot to write is not blamed on the user."""
    monkeypatch.setattr(pipeline, "write_editions", failing_with(errno.ENOENT))

    with pytest.raises(FileNotFoundError):
        pipeline.build(tmp_path, Silent())

    assert "publish" not in stages.called
