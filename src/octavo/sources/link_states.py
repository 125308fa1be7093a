"""What an answer says of a link: is the page there, moved, behind a wall, gone, or another than it was?"""

import hashlib
import re
from dataclasses import dataclass, replace
from typing import Literal
from urllib.parse import urlsplit

from octavo.addresses import address_key
from octavo.model import Snapshot
from octavo.sources.page_text import HTML_TYPES, page_text
from octavo.sources.web import Answer, WebFault

Kind = Literal["ok", "moved", "changed", "paywalled", "dead", "unreachable", "skipped"]
KINDS: tuple[Kind, ...] = ("dead", "unreachable", "paywalled", "changed", "moved", "skipped", "ok")
"""From the gravest to the best."""

CHANGED_BELOW = 0.8
"""A page is another one when less of its snapshot's text is still there: menus and dates always change."""

_FOR_GOOD = frozenset({301, 308})
_WALLS = {
    401: "wants a password",
    402: "wants to be paid",
    403: "lets readers in only, or subscribers",
    451: "is withheld for legal reasons",
}
_SHORT = 1_500
_NOT_FREE = re.compile(rb"\"isAccessibleForFree\"\s*:\s*\"?(?:false|no)\b", re.IGNORECASE)
_SUBSCRIBE = re.compile(
    r"subscri(?:be|ption)|subscribers only|sign in to (?:read|continue)|log ?in to (?:read|continue)|paywall"
    r"|передплат|підпис(?:ка|ник)|подписк|оформите подписку|prenumerat|abonn(?:ement|ieren|enten|és?\b|ez)",
    re.IGNORECASE,
)
_CHALLENGE = re.compile(
    r"are you (?:a )?(?:human|robot)|just a moment|checking your browser|captcha"
    r"|enable javascript and cookies|verify(?:ing)? (?:that )?you are|access denied|ви не робот|вы не робот",
    re.IGNORECASE,
)
_GONE = re.compile(
    r"\b404\b|(?:page|article|site) (?:can ?not|could not|can.t|was not|not) (?:be )?(?:found|exist)"
    r"|^not found|сторінк\w+ не (?:знайден|існує)|страниц\w+ не (?:найден|существует)"
    r"|nie znaleziono|nicht gefunden|introuvable|старонк\w+ не знойдзен",
    re.IGNORECASE,
)
_SIGNS: tuple[tuple[Kind, re.Pattern[str], str], ...] = (
    ("dead", _GONE, "says that it is not found"),
    ("unreachable", _CHALLENGE, "shows programs another page than readers"),
    ("paywalled", _SUBSCRIBE, "shows little to readers who do not subscribe"),
)
_TITLE = re.compile(r"<title[^>]*>(.*?)</title>", re.IGNORECASE | re.DOTALL)
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class LinkState:
    """What is known of a link. `reason` is for people and goes on from the address; "" when all is well.

    `moved_to` is where it leads for good now; `kept` the share of the snapshot's text that is still
    there, from 0 to 1; `status` that of the answer, if there was one.
    """

    kind: Kind
    reason: str = ""
    status: int | None = None
    moved_to: str | None = None
    kept: float | None = None


def state_of_fault(fault: WebFault) -> LinkState:
    """Judge a link that nothing answered for; one whose answer is too large is there."""
    if fault.reason == "too-large":
        return LinkState("ok")
    kind: Kind = "dead" if fault.reason in {"bad-address", "redirects"} else "unreachable"
    return LinkState(kind, str(fault))


def state_of_answer(address: str, answer: Answer, snapshot: Snapshot | None = None) -> LinkState:
    """Judge a link by its answer, and by its snapshot if there is one."""
    state = _state_of_status(answer)
    if state is None and answer.status == 304:
        state = LinkState("ok")
    if state is None:
        text = page_text(answer.body, answer.headers.get("content-type", ""))
        state = _state_of_page(address, answer, text) or _compared(answer, text, snapshot)
    moved_to = _permanent_target(address, answer)
    if moved_to and state.kind == "ok":
        state = replace(state, kind="moved", reason=f"has moved for good to {moved_to}")
    return replace(state, status=answer.status, moved_to=moved_to)


def _state_of_status(answer: Answer) -> LinkState | None:
    status = answer.status
    if status in {404, 410}:
        return LinkState("dead", "is gone" if status == 410 else "is not found")
    if status in _WALLS:
        return LinkState("paywalled", _WALLS[status])
    if status == 429:
        return LinkState("unreachable", "is too busy to answer")
    if status not in {200, 203, 206, 304}:
        return LinkState("unreachable", f"answers with status {status}")
    return None


def _state_of_page(address: str, answer: Answer, text: str | None) -> LinkState | None:
    """Judge a page by what it says, since many say it with status 200."""
    if _is_front_page(answer.address) and not _is_front_page(address):
        return LinkState("dead", "leads to the front page")
    if answer.media_type not in HTML_TYPES:
        return None
    title = _TITLE.search(answer.body[:100_000].decode("utf-8", "replace"))
    words = f"{' '.join(title[1].split())}\n{text or ''}" if title else text or ""
    if len(words) < _SHORT:
        for kind, pattern, reason in _SIGNS:
            if pattern.search(words):
                return LinkState(kind, reason)
    if _NOT_FREE.search(answer.body):
        return LinkState("paywalled", "says itself that it is not free")
    return None


def _is_front_page(address: str) -> bool:
    parts = urlsplit(address)
    return (
        parts.path.strip("/") in {"", "index.html", "index.php", "en", "uk", "ua", "ru"} and not parts.query
    )


def _permanent_target(address: str, answer: Answer) -> str | None:
    """Return where an address leads for good: as far as each redirect says so, and not to itself."""
    target = None
    for step in answer.redirects:
        if step.status not in _FOR_GOOD:
            break
        target = step.address
    return target if target and address_key(target) != address_key(address) else None


def _compared(answer: Answer, text: str | None, snapshot: Snapshot | None) -> LinkState:
    """Compare a page with its snapshot: the texts, or where there is none, every byte."""
    page = snapshot.page if snapshot else None
    if snapshot is None or page is None:
        return LinkState("ok")
    if snapshot.content and text:
        kept = kept_share(snapshot.content, text)
        if kept >= CHANGED_BELOW:
            return LinkState("ok", kept=kept)
        return LinkState("changed", f"keeps {kept:.0%} of what was archived on {page.fetched}", kept=kept)
    if page.text is None and hashlib.sha256(answer.body).hexdigest() != page.file.sha256:
        return LinkState("changed", f"is not the file that was archived on {page.fetched}")
    return LinkState("ok")


def kept_share(old: str, new: str) -> float:
    """Return how much of an old text is still in a new one, 0 to 1: its runs of four words, in any order."""
    before, after = _shingles(old), _shingles(new)
    return len(before & after) / len(before) if before else 1.0


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.casefold())
    if len(words) < _SHINGLE:
        return {tuple(words)} if words else set()
    return {tuple(words[start : start + _SHINGLE]) for start in range(len(words) - _SHINGLE + 1)}
