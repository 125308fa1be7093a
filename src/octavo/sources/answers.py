"""What comes back from the network: an answer, or the reason why there is none."""

import codecs
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import urlsplit

Reason = Literal[
    "bad-address", "no-name", "refused", "timeout", "certificate", "redirects", "too-large", "cut-off"
]

_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


class WebFault(Exception):
    """No answer: `reason` is for programs, the text is one line for people that begins with the host."""

    def __init__(self, reason: Reason, address: str, told: str) -> None:
        super().__init__(f"{urlsplit(address).hostname or address} {told}")
        self.reason: Reason = reason
        self.address = address


@dataclass(frozen=True, slots=True)
class Redirect:
    """One step on the way to an answer: the status (301, 308: for good) and where it led."""

    status: int
    address: str


@dataclass(frozen=True)
class Answer:
    """What came back: headers by lower-case name, the decoded body, the address after all redirects."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    address: str
    redirects: tuple[Redirect, ...] = ()

    @property
    def media_type(self) -> str:
        """The kind of the body in lower case, such as "text/html"; "" when it was not told."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def charset(self) -> str | None:
        """The coding that the headers name for the body, if Python knows it."""
        named = _CHARSET.search(self.headers.get("content-type", ""))
        try:
            return codecs.lookup(named[1]).name if named else None
        except LookupError:
            return None
