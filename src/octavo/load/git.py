"""Ask Git for a publication's last commit, and what is not in it; no Git and no repository are fine."""

import hashlib
import os
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

_TIMEOUT_SECONDS = 10
_NO_PROGRAMS = (
    *("-c", "log.showSignature=false"),
    *("-c", "core.fsmonitor=false"),
    *("-c", "safe.bareRepository=explicit"),
)
"""A folder that came with its own `.git` may name programs in it: none is run. Nor is a folder taken for
a repository since it has the files of one, which a change to the text can bring along.
"""
_ANY_OWNER = ("-c", "safe.directory=*")
"""Who builds as another user, in a container say, gets the same edition. Git refuses such folders because
they may name programs, which is seen to above; and only what is committed is asked for, which runs none."""
_NO_NETWORK = {"GIT_ALLOW_PROTOCOL": "none", "GIT_NO_LAZY_FETCH": "1"}
"""What a partial clone lacks is not fetched."""
_HASH_CHARACTERS = 12
_POINTER = b"version https://git-lfs.github.com/spec/"


@dataclass(frozen=True, slots=True)
class Commit:
    """The last commit: its abbreviated hash, and its day as its committer's clock had it."""

    short_hash: str
    day: date


def find_commit(root: Path) -> Commit | None:
    """Return the commit that the publication's folder is at, or None when there is none."""
    try:
        full_hash, day = _ask(root, "log", "-1", "--format=%H %cs").decode().split()
        return Commit(full_hash[:_HASH_CHARACTERS], date.fromisoformat(day))
    except (OSError, subprocess.SubprocessError, ValueError):
        return None


def find_uncommitted(root: Path, names: Iterable[str]) -> tuple[str, ...]:
    """Return those of the files, relative to `root`, that are not as the last commit has them, in order.

    Git itself is not asked to compare: it would run the filters that a repository names.
    """
    try:
        committed = dict(_blobs(_ask(root, "ls-tree", "-r", "-z", "HEAD", ".")))
    except (OSError, subprocess.SubprocessError, ValueError):
        committed = {}
    return tuple(name for name in sorted(names) if not _is_committed(root, name, committed))


def _ask(root: Path, *arguments: str) -> bytes:
    command = ["git", "-C", str(root), *_NO_PROGRAMS, *_ANY_OWNER, *arguments]
    quiet = {**os.environ, **_NO_NETWORK, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    done = subprocess.run(  # noqa: S603 - the arguments are ours
        command, capture_output=True, check=True, timeout=_TIMEOUT_SECONDS, env=quiet
    )
    return done.stdout


def _blobs(listing: bytes) -> Iterable[tuple[str, str]]:
    """Yield the path and the hash of each file in what `git ls-tree -z` says."""
    for line in listing.split(b"\0")[:-1]:
        described, _, name = line.partition(b"\t")
        yield os.fsdecode(name), described.split()[2].decode()


def _is_committed(root: Path, name: str, committed: Mapping[str, str]) -> bool:
    """Tell whether a file is as it was committed, but for ends of lines and for where LFS keeps it."""
    blob = committed.get(name)
    if blob is None:
        return False
    path = root / name
    try:
        content = os.fsencode(path.readlink()) if path.is_symlink() else path.read_bytes()
    except OSError:
        return False
    return (
        _blob_hash(content, len(blob)) == blob
        or _blob_hash(content.replace(b"\r\n", b"\n"), len(blob)) == blob
        or _is_kept_by_lfs(root, blob, content)
    )


def _blob_hash(content: bytes, length: int) -> str:
    """Give the name that Git gives to a content (gitformat-pack, "Object types")."""
    algorithm = "sha256" if length == hashlib.sha256().digest_size * 2 else "sha1"
    return hashlib.new(algorithm, b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()


def _is_kept_by_lfs(root: Path, blob: str, content: bytes) -> bool:
    """Tell whether what is committed is Git LFS's pointer to the content."""
    try:
        pointer = _ask(root, "cat-file", "blob", blob)
    except (OSError, subprocess.SubprocessError):
        return False
    return (
        pointer.startswith(_POINTER)
        and f"oid sha256:{hashlib.sha256(content).hexdigest()}\n".encode() in pointer
    )
