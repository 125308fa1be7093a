"""What a stranger's pages may cost the layout engine, and what it knows of the machine."""

import os
import signal
import subprocess
import sys

import pytest

APPLY = "from octavo.write.allotment import Allotment; Allotment(seconds=0, memory_bytes={}).apply(0)\n"


@pytest.mark.parametrize(
    ("program", "memory", "end"),
    [("while True: pass", 2_000_000_000, -signal.SIGXCPU), ("bytearray(10**9)", 500_000_000, 1)],
)
def test_a_job_has_its_limits(program: str, memory: int, end: int) -> None:
    """What reckons without end is ended by the system; what wants too much memory is told so."""
    done = subprocess.run(
        [sys.executable, "-c", APPLY.format(memory) + program], capture_output=True, text=True, check=False
    )
    assert done.returncode == end
    assert end < 0 or "MemoryError" in done.stderr


def test_the_engine_knows_no_secrets() -> None:
    """Variables that hold keys and tokens do not reach the engine; the path to libraries does."""
    program = (
        "import os; from octavo.write.allotment import forget_environment; forget_environment();"
        "print(os.getenv('A_TOKEN'), os.getenv('LD_LIBRARY_PATH'))"
    )
    environment = {**os.environ, "A_TOKEN": "secret", "LD_LIBRARY_PATH": "/lib"}
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout == "None /lib\n"
