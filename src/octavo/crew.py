"""Work side by side, which an interrupt gives up at once."""

import contextlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor


@contextlib.contextmanager
def crew(size: int | None = None) -> Iterator[ThreadPoolExecutor]:
    """Give a pool of threads whose work is done when the block ends.

    An interrupt does not wait for work that was begun: it goes on unheard, until the program ends or the
    children that it waits for are killed.
    """
    pool = ThreadPoolExecutor(max_workers=size)
    is_given_up = False
    try:
        yield pool
    except KeyboardInterrupt:
        is_given_up = True
        raise
    finally:
        pool.shutdown(wait=not is_given_up, cancel_futures=is_given_up)
