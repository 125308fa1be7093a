"""The seven words on a terminal, as they happen, and a bar for a stage that takes its time."""

from time import monotonic
from typing import TextIO

from rich.console import RenderableType
from rich.progress import BarColumn, ProgressColumn, Task, TaskID, TextColumn
from rich.progress import Progress as Bars
from rich.text import Text

from octavo.report.stylesheet import STYLES, console_for

SLOW_SECONDS = 1.0
"""A stage that takes longer than this gets a bar."""

_WORD_CELLS = 8


class TerminalProgress:
    """A watcher that leaves one line for each finished stage and draws the one that runs below."""

    def __init__(self, stream: TextIO) -> None:
        """Watch a run on a stream, which is a terminal."""
        columns = (TextColumn("{task.description}"), _SlowBar(), _SlowCount())
        self._bars = Bars(*columns, console=console_for(stream), transient=True)
        self._word: str | None = None
        self._began = 0.0
        self._task: TaskID | None = None

    def stage(self, name: str) -> None:
        """End the stage that runs, if one does, and begin the next."""
        self._end_stage()
        self._word, self._began = name, monotonic()
        self._task = self._bars.add_task(f"{name:{_WORD_CELLS}}", total=None)
        self._bars.start()

    def step(self, text: str, done: int, total: int | None) -> None:
        """Move the bar of the stage that runs; `text` says of what."""
        if self._task is not None:
            self._bars.update(self._task, completed=done, total=total, step=text)

    def finish(self) -> None:
        """End the last stage and give the terminal back."""
        self._end_stage()
        self._bars.stop()

    def _end_stage(self) -> None:
        if self._word is None or self._task is None:
            return
        seconds = monotonic() - self._began
        self._bars.remove_task(self._task)
        self._bars.refresh()
        self._bars.console.print(f"{self._word:{_WORD_CELLS}} {seconds:6.1f} s", style=STYLES["done"])
        self._word, self._task = None, None


class _SlowBar(ProgressColumn):
    """A bar that is only drawn for a slow stage."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = BarColumn()

    def render(self, task: Task) -> RenderableType:
        """Draw the bar, or nothing yet."""
        return self._bar.render(task) if is_slow(task) else Text()


class _SlowCount(ProgressColumn):
    """What a slow stage is busy with, and how far it is."""

    def render(self, task: Task) -> Text:
        """Write the step and its count, or nothing yet."""
        step = task.fields.get("step")
        if not step or not is_slow(task):
            return Text()
        of_total = f"/{task.total:.0f}" if task.total is not None else ""
        return Text(f"{step} {task.completed:.0f}{of_total}")


def is_slow(task: Task) -> bool:
    """Tell whether a task has run long enough to deserve a bar."""
    return (task.elapsed or 0.0) > SLOW_SECONDS
