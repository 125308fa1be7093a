"""Can a PDF be opened, and everything in it be unpacked? qpdf looks, through pikepdf."""

from dataclasses import dataclass
from pathlib import Path

import pikepdf


@dataclass(frozen=True, slots=True)
class Soundness:
    """How many pages a PDF has, and what qpdf finds wrong with the file."""

    pages: int
    problems: tuple[str, ...]


class Damaged(Exception):
    """The file cannot be opened; the message says why."""


class Locked(Exception):
    """The file asks for a password."""


def look_through(path: Path) -> Soundness:
    """Open a PDF and unpack every stream in it.

    Raises Locked and Damaged.
    """
    try:
        with pikepdf.open(path) as pdf:
            problems = dict.fromkeys(_plain(path, str(problem)) for problem in pdf.check_pdf_syntax())
            return Soundness(len(pdf.pages), tuple(problems))
    except pikepdf.PasswordError as error:
        raise Locked from error
    except Exception as error:  # what is broken is refused with other exceptions as well
        raise Damaged(_plain(path, str(error))) from error


def _plain(path: Path, said: str) -> str:
    """Take the file's name, with which it begins, out of what qpdf says."""
    return " ".join(said.replace(str(path.absolute()), "").replace(str(path), "").strip(" :").split())
