"""Programs of others, run with limits: of time, of memory where the caller asks for it, and of no network."""

import contextlib
import os
import resource
import signal
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from octavo.verify.full.validator import GaveUp

TIME_LIMIT_SECONDS = 300.0
_DEAD_PROXY = "http://127.0.0.1:9"
_ENVIRONMENT = {"http_proxy": _DEAD_PROXY, "https_proxy": _DEAD_PROXY, "TZ": "UTC", "LC_ALL": "C.UTF-8"}


@dataclass(frozen=True, slots=True)
class Ended:
    """How a program ended: its status, negative for a signal, and what it wrote."""

    status: int
    output: bytes
    complaint: str


def run(  # noqa: PLR0913  # each is said by name
    command: Sequence[str],
    *,
    name: str,
    time_limit: float = TIME_LIMIT_SECONDS,
    memory_bytes: int | None = None,
    environment: Mapping[str, str] | None = None,
    folder: str | None = None,
) -> Ended:
    """Run a program to its end, whatever its status, in a group of its own that is killed as a whole.

    `memory_bytes` limits its addresses (RLIMIT_AS); Java and browsers need far more of these than they use,
    and get their limits as arguments. `environment` is added to ours. Raises GaveUp when it cannot be
    started or does not end in time; `name` is what it is called there.
    """
    try:
        child = subprocess.Popen(  # noqa: S603  # arguments are a list, and no shell reads them
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=folder,
            env={**os.environ, **_ENVIRONMENT, **(environment or {})},
            start_new_session=True,
        )
    except OSError as error:
        raise GaveUp(f"{name} cannot be started: {error.strerror}") from error
    with child:
        if memory_bytes is not None:
            _limit_memory(child.pid, memory_bytes)
        try:
            output, complaint = child.communicate(timeout=time_limit)
        except subprocess.TimeoutExpired as error:
            raise GaveUp(f"{name} did not end within {time_limit:g} seconds") from error
        finally:
            _end_group(child.pid)
    return Ended(child.returncode, output, complaint.decode(errors="replace"))


def _limit_memory(pid: int, memory_bytes: int) -> None:
    """Limit a running program, where the system can (Linux); not in the child: threads run beside us."""
    prlimit = getattr(resource, "prlimit", None)
    if prlimit is not None:
        with contextlib.suppress(ProcessLookupError, PermissionError, ValueError):
            prlimit(pid, resource.RLIMIT_AS, (memory_bytes, memory_bytes))


def _end_group(pid: int) -> None:
    """Kill what is left of a program and of those that it started."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(pid, signal.SIGKILL)
