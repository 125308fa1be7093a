"""Write a file of the publication so that it is always whole: the old one or the new one, never a part."""

import os
import tempfile
from pathlib import Path

_MARK = "\ufeff".encode()
_NEW_FILE_MODE = 0o644


def write_whole(path: Path, text: str) -> None:
    """Put a text in the place of a file; its mode, a link to it and its byte order mark stay.

    The text is flushed to the disk under another name and then renamed. Raises OSError, and then the
    old file is as it was.
    """
    place = path.resolve()
    old = place.read_bytes() if place.exists() else b""
    mode = place.stat().st_mode & 0o777 if place.exists() else _NEW_FILE_MODE
    replace_file(place, (_MARK if old.startswith(_MARK) else b"") + text.encode(), mode)


def replace_file(place: Path, content: bytes, mode: int = _NEW_FILE_MODE) -> None:
    """Write a file beside its place, flush it to the disk and rename it over what was there.

    POSIX `rename` replaces at once. Raises OSError, and then the old file is as it was.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    descriptor, name = tempfile.mkstemp(prefix=".", suffix=".partial", dir=place.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fchmod(file.fileno(), mode)
            os.fsync(file.fileno())
        Path(name).replace(place)
    finally:
        Path(name).unlink(missing_ok=True)
