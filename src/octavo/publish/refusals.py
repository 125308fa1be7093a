"""What is said when the disk refuses."""

import errno

from octavo.diagnostics import Diagnostic

DISK_REFUSALS = frozenset(
    {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}
)
"""The errors by which a disk says that it is full, broken or somebody else's; any other is a bug."""


def unwritable(name: str, error: OSError) -> Diagnostic:
    """Say that the disk refused, and what the user can do."""
    return Diagnostic(
        "B001",
        f"cannot write into `{name}/`: {error.strerror or error}",
        hint="make room on the disk, or make the folder yours; the editions that were there are untouched",
        file=name,
    )
