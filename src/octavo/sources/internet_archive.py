"""The Internet Archive: a dated copy of a page that anybody can see.

First its list of copies is asked (`/wayback/available`); when none is of about the right day, it is asked
to make one (Save Page Now); should it refuse, whichever copy is nearest will do.
"""

import json
import re
from dataclasses import dataclass
from datetime import date, timedelta
from urllib.parse import quote

from octavo.model import ArchivedCopy
from octavo.sources.addresses import wire_address
from octavo.sources.web import Answer, Limits, Web, WebFault

LIMITS = Limits(silence=90, total=150, patience=60, pause=4, attempts=3)
"""It needs time to make a copy, and lets a program ask about fifteen times a minute."""
_COPY = re.compile(r"/web/(\d{14})(?:[a-z]{2}_)?/(https?:.+)")
_NEAR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Lookup:
    """What came of asking: a copy, or the reason why there is none in one line."""

    copy: ArchivedCopy | None
    trouble: str | None = None


@dataclass(frozen=True)
class InternetArchive:
    """The service: its two addresses, and the network to reach it by."""

    web: Web
    list_address: str = "https://archive.org/wayback/available"
    save_address: str = "https://web.archive.org/save/"
    copy_address: str = "https://web.archive.org"

    def find_copy(self, address: str, day: date, *, may_save: bool = True) -> Lookup:
        """Find the copy of an address that is nearest to a day, or have one made.

        A copy is near enough when there are not more than thirty days between. Nothing is saved of pages
        that are gone (`may_save`). What goes wrong is told, never raised.
        """
        listed = self._listed(address, day)
        if listed.copy and abs(listed.copy.day - day) <= _NEAR:
            return listed
        if not may_save:
            return (
                listed if listed.copy or listed.trouble else Lookup(None, "the Internet Archive has no copy")
            )
        saved = self._saved(address, day)
        if saved.copy is None and listed.copy:
            return Lookup(listed.copy, saved.trouble)
        return saved

    def _listed(self, address: str, day: date) -> Lookup:
        target = quote(wire_address(address) or address, safe="")
        try:
            answer = self.web.fetch(f"{self.list_address}?url={target}&timestamp={day:%Y%m%d}")
        except WebFault as fault:
            return Lookup(None, str(fault))
        if answer.status != 200:
            return Lookup(None, f"the Internet Archive answers with status {answer.status}")
        try:
            closest = json.loads(answer.body)["archived_snapshots"].get("closest") or {}
        except (ValueError, KeyError, TypeError, AttributeError):
            return Lookup(None, "the Internet Archive sent an answer that is not in its form")
        if closest.get("available") is not True or str(closest.get("status")) != "200":
            return Lookup(None)
        return Lookup(self._copy_in(str(closest.get("url"))))

    def _saved(self, address: str, day: date) -> Lookup:
        try:
            answer = self.web.fetch(self.save_address + (wire_address(address) or address))
        except WebFault as fault:
            return Lookup(None, str(fault))
        places = [answer.headers.get("content-location", ""), answer.address]
        places += [step.address for step in answer.redirects]
        for place in places:
            copy = self._copy_in(place)
            if copy:
                return Lookup(copy)
        if answer.status == 200:
            listed = self._listed(address, day)
            return Lookup(
                listed.copy, None if listed.copy else "the Internet Archive has not finished; ask again later"
            )
        return Lookup(None, _refusal(answer))

    def _copy_in(self, place: str) -> ArchivedCopy | None:
        """Read a copy's address, such as "/web/20240203100000/https://example.org/", and its day."""
        found = _COPY.search(place)
        if not found:
            return None
        digits = found[1]
        try:
            day = date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
        except ValueError:
            return None
        return ArchivedCopy(f"{self.copy_address}/web/{digits}/{found[2]}", day)


def _refusal(answer: Answer) -> str:
    if answer.status == 429:
        return "the Internet Archive is busy; ask again later"
    reason = answer.headers.get("x-archive-wayback-runtime-error", "").partition(":")[2].strip()
    told = f": {reason}" if reason else ""
    return f"the Internet Archive could not save it (status {answer.status}{told})"
