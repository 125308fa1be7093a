"""Kill real builds at random moments, and count what their editions are then.

`python -m tests.faults.kill_campaign 100` kills a hundred, each with all of its group. Every other kill waits
for the moment at which the editions are being replaced, so that this is hit, too. Prints one line a kill and
the sums; fails when a mixture was found.
"""

import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.support.builds import octavo
from tests.support.publications import small_ukrainian

LONGEST_SECONDS = 90
CHAPTER = "manuscript/10-vstup.md"


def campaign(root: Path, kills: int, seed: int = 7) -> Counter[str]:
    """Kill `kills` builds of a publication, and count what was found after each."""
    chance = random.Random(seed)
    began = time.monotonic()
    octavo("build", root)
    usual = time.monotonic() - began
    found: Counter[str] = Counter()
    for number in range(kills):
        chapter = root / CHAPTER
        chapter.write_text(chapter.read_text("utf-8") + f"\nСлово {number}.\n", "utf-8")
        before = (root / "build" / "manifest.json").read_bytes()
        is_aimed = number % 2 == 1
        kill_build(root, None if is_aimed else chance.uniform(0, usual), chance.uniform(0, 0.08))
        found[f"{'while publishing' if is_aimed else 'at random'}: {what_is_there(root, before)}"] += 1
        print(number, dict(found), flush=True)  # noqa: T201  # for whoever watches
    return found


def kill_build(root: Path, after: float | None, more: float) -> None:
    """Begin a build and kill it after some seconds, or as soon as it publishes and a little `more`."""
    build = subprocess.Popen(
        [sys.executable, "-m", "octavo", "build", str(root)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    deadline = time.monotonic() + (LONGEST_SECONDS if after is None else after)
    while time.monotonic() < deadline and build.poll() is None:
        if after is None and is_publishing(root / "build"):
            time.sleep(more)
            break
        time.sleep(0.0003 if after is None else 0.01)
    if build.poll() is None:
        os.killpg(build.pid, signal.SIGKILL)
    build.wait()
    time.sleep(0.1)


def is_publishing(folder: Path) -> bool:
    """Tell whether new editions are being laid beside the old ones."""
    return (folder / ".new-0.partial").exists() and (folder / "work" / "tmp").exists()


def what_is_there(root: Path, before: bytes) -> str:
    """Say whether the editions are the old ones, the new ones, or a mixture that no manifest describes."""
    folder = root / "build"
    manifest = (folder / "manifest.json").read_bytes()
    described = {name: it["sha256"] for name, it in json.loads(manifest)["editions"].items()}
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in described}
    if described != sums:
        return "MIXED"
    return "old" if manifest == before else "new"


def main() -> None:
    """Run the campaign."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with tempfile.TemporaryDirectory() as folder:
        root = small_ukrainian(Path(folder, "small"))
        found = campaign(root, kills)
        last = octavo("build", root)
        left = sorted(path.name for path in (root / "build").iterdir())
    print(dict(found), "last build:", last.returncode, left)  # noqa: T201  # its result
    sys.exit(any("MIXED" in what for what in found) or last.returncode)


if __name__ == "__main__":
    main()
