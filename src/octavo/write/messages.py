"""What the parent and the engine's child process say to each other: jobs, and what became of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from octavo.write.page_starts import PageStart

ORIGIN = "https://octavo.invalid/"
"""Where all files of a job seem to lie: no path of the machine can be named, or get into the output."""


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that travels in a PDF: its name, its text, what it is, and the moment that is said to be its."""

    name: str
    content: str
    description: str
    moment: datetime


@dataclass(frozen=True)
class Job:
    """Something to lay out.

    `html` and `css` are texts; whatever they name is looked up in `files`, by its address below the
    virtual origin (`fonts/Body.ttf`), and nowhere else. `width_px` is the width of the picture when a
    picture of the first page is wanted instead of a PDF. `has_roman_front` says that the stylesheet counts
    the pages before the first chapter in roman numbers. `attachments` go into the PDF beside its pages.
    """

    html: str
    css: str
    files: Mapping[str, Path]
    output_path: Path
    width_px: int | None = None
    has_roman_front: bool = False
    attachments: tuple[AttachedFile, ...] = ()


@dataclass(frozen=True)
class Loaded:
    """The engine is ready; `libraries` are the versions of the C libraries that it has, None for none."""

    libraries: Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Printed:
    """What became of a job: the number of pages, what the engine logged, addresses that were refused."""

    pages: int
    complaints: tuple[str, ...] = ()
    refused: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """The engine is at page `page`; `total` is known from the second round of layout on."""

    page: int
    total: int | None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """The pages of a PDF are laid out and about to be written: where each of them begins."""

    starts: tuple[PageStart, ...]


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class LayoutFailed(Exception):
    """The engine gave a job up; `message` is its own, `refusal` the error's number when the disk is full."""

    message: str
    refusal: int | None = None


@dataclass(unsafe_hash=True)  # Python sets traces on exceptions: they cannot be frozen
class EngineDied(Exception):
    """The child ended without an answer.

    `exit_code` is negative for a signal; `last_words` is the last line of its standard error. It was ended
    because it had said nothing for `silent_seconds`, if that is not None.
    """

    exit_code: int | None
    last_words: str
    silent_seconds: float | None = None


Answer = Loaded | Step | LaidOut | Printed | LayoutFailed
