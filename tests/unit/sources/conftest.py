"""The servers of these tests are on this machine, which octavo does not ask anything else."""

import pytest

from octavo.sources import addresses

_IS_PUBLIC = addresses.is_public_number


@pytest.fixture(autouse=True)
def reachable_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let octavo reach this machine, in place of the public network."""
    monkeypatch.setattr(
        addresses, "is_public_number", lambda number: number in {"127.0.0.1", "::1"} or _IS_PUBLIC(number)
    )
