"""What a validator is, and what it answers."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from octavo.codes import Severity
from octavo.model import Format


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong with a file.

    `code` is octavo's; `rule` names the rule for experts, as in "PDF/UA-1 7.3-1" or "RSC-012"; `message`
    says in an author's words what is wrong (lower case, no full stop, without the rule and the place), and
    `hint` what to do. `said` is what the validator itself says of it. `place` is where in the edition it
    is, as people say it: "page 12", "`text/chapter-2.xhtml`, line 14", "`word/document.xml`". `near` are
    words of the text at that place, the best first, by which it is found in the manuscript: a picture's
    file name or its alternative text, a heading, words of the paragraph. `times` is how often it was found.
    """

    code: str
    rule: str
    message: str
    hint: str
    said: str = ""
    place: str = ""
    near: tuple[str, ...] = ()
    severity: Severity = Severity.ERROR
    times: int = 1


@dataclass(frozen=True, slots=True)
class Answer:
    """What a validator has found, and how much it looked at, as in "261 rules"; "" when it does not say."""

    faults: tuple[Fault, ...] = ()
    extent: str = ""


class NotChecked(Exception):
    """The validator cannot be asked: it or what it needs is not installed.

    The message says what is missing, as in "there is no `java`"; `cure` is what to install.
    """

    def __init__(self, reason: str, cure: str) -> None:
        super().__init__(reason)
        self.cure = cure


class GaveUp(Exception):
    """The validator is there, and crashed or did not end; the message says how."""


class Unreadable(Exception):
    """The file cannot be judged at all, because of what it is: the message says why, as in "it is empty".

    `cure` is what to do about it.
    """

    def __init__(self, reason: str, cure: str = "make the file anew, or fetch it again") -> None:
        super().__init__(reason)
        self.cure = cure


@dataclass(frozen=True, slots=True)
class Validator:
    """One way to look at a file of one format.

    `name` is its own, such as "EPUBCheck"; `promise` is what holds when it finds no fault, such as
    "EPUB 3.3". `examine` looks at the file at a path and raises NotChecked, GaveUp or Unreadable; it
    neither prints nor writes. With `is_sheltered` it is called in a child process with limits of time and
    memory: for what reads the file with Python. What only starts a program of its own sets limits itself
    (see `running.py`).
    """

    name: str
    format: Format
    promise: str
    examine: Callable[[Path], Answer]
    is_sheltered: bool = False
