"""What sites let programs fetch: robots.txt (RFC 9309), asked for once for each site."""

from dataclasses import dataclass, field
from threading import Lock
from urllib.parse import urlsplit, urlunsplit
from urllib.robotparser import RobotFileParser

from octavo.sources.addresses import wire_address
from octavo.sources.web import Web, WebFault

NAME = "octavo"
_LONGEST_PAUSE = 30.0


@dataclass
class Robots:
    """The rules of the sites that were asked; it may be shared between threads."""

    web: Web
    _rules: dict[str, RobotFileParser | WebFault] = field(default_factory=dict, init=False)
    _lock: Lock = field(default_factory=Lock, init=False)

    def allows(self, address: str) -> bool:
        """Tell whether a site lets octavo fetch an address, after the pause that it asks for.

        A site without robots.txt (status 4xx) lets everything; one that fails at it (5xx) lets nothing
        (RFC 9309, 2.3.1). Raises WebFault when the site does not answer.
        """
        wired = wire_address(address)
        if wired is None:
            raise WebFault("bad-address", address, "is not a web address")
        parts = urlsplit(wired)
        rules = self._known(urlunsplit((parts.scheme, parts.netloc, "", "", "")))
        if not rules.can_fetch(NAME, wired):
            return False
        delay = rules.crawl_delay(NAME)
        if delay:
            self.web.clock.wait(min(float(delay), _LONGEST_PAUSE))
        return True

    def _known(self, site: str) -> RobotFileParser:
        """Return the rules of a site, or raise the fault that it answered with when it was first asked."""
        with self._lock:
            rules = self._rules.get(site)
        if rules is None:
            try:
                rules = self._ask(site)
            except WebFault as fault:
                rules = fault
            with self._lock:
                self._rules[site] = rules
        if isinstance(rules, WebFault):
            raise rules
        return rules

    def _ask(self, site: str) -> RobotFileParser:
        answer = self.web.fetch(f"{site}/robots.txt")
        rules = RobotFileParser()
        text = answer.body[:500_000].decode("utf-8", "replace") if answer.status == 200 else ""
        if answer.status >= 500 or answer.status == 429:
            text = "User-agent: *\nDisallow: /"
        rules.parse(text.splitlines())
        return rules
