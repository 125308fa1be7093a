"""Where the PDF's pages begin, told by the one who lays them out to the one who marks them in the EPUB."""

import time
from concurrent.futures import Future

from octavo.write.page_starts import PageStart


class ToldStarts:
    """Something to wait for, from one thread in another.

    `are_expected` says whether a PDF is laid out at all, `seconds_waited` how long somebody has waited.
    """

    def __init__(self, *, are_expected: bool) -> None:
        """Without a PDF there is nothing to wait for."""
        self.told: Future[tuple[PageStart, ...]] = Future()
        self.are_expected = are_expected
        self.seconds_waited = 0.0
        if not are_expected:
            self.give_up()

    def __call__(self) -> tuple[PageStart, ...]:
        """Wait for the layout, and return where its pages begin."""
        started = time.monotonic()
        starts = self.told.result()
        self.seconds_waited = time.monotonic() - started
        return starts

    def give_up(self) -> None:
        """Say that there is nothing to tell any more, if nothing was told."""
        if not self.told.done():
            self.told.set_result(())
