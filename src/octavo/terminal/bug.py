"""What is left of a run that ended in a bug of octavo: a file to send to its authors."""

import os
import platform
import sys
import tempfile
import traceback
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from octavo import __version__

_LIBRARIES = (
    "bibtexparser",
    "brand-yml",
    "jinja2",
    "pikepdf",
    "pypandoc_binary",
    "pypdfium2",
    "python-docx",
    "typer",
    "vl-convert-python",
    "weasyprint",
)


def save_traceback(error: BaseException) -> Path:
    """Save an exception with the versions that it came from as a file in the system's temporary folder.

    Raises OSError when the file cannot be written.
    """
    descriptor, name = tempfile.mkstemp(prefix="octavo-bug-", suffix=".txt")
    with os.fdopen(descriptor, "w", encoding="utf-8", errors="backslashreplace") as file:
        file.write(_account(error))
    return Path(name)


def _account(error: BaseException) -> str:
    head = [
        f"octavo {__version__}",
        f"Python {platform.python_version()} on {platform.platform()}",
        f"command: {' '.join(sys.argv)}",
        *(f"{library} {_version(library)}" for library in _LIBRARIES),
    ]
    return "\n".join([*head, "", *traceback.format_exception(error)])


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return "is not installed"
