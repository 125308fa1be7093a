"""What the stages tell whoever waits for them."""

from typing import Protocol


class Progress(Protocol):
    """Somebody who watches a run."""

    def stage(self, name: str) -> None:
        """Hear that a stage begins; `name` is one of the seven words."""

    def step(self, text: str, done: int, total: int | None) -> None:
        """Hear how far a long stage is: `done` of `total` steps, `total` None when unknown."""

    def finish(self) -> None:
        """Hear that the run is over, well or not."""


class Silent:
    """A watcher that says nothing."""

    def stage(self, name: str) -> None:
        """Say nothing."""

    def step(self, text: str, done: int, total: int | None) -> None:
        """Say nothing."""

    def finish(self) -> None:
        """Say nothing."""
