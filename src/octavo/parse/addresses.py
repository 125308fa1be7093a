"""Where links may lead: to the web, to a mailbox, to a telephone, or to a place in the publication.

Readers have none of the author's files, and an address such as `javascript:` or `file:` would act on
their machine.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import unquote

from octavo.ast import Node, iter_nodes
from octavo.characters import is_fit
from octavo.diagnostics import Diagnostic
from octavo.model import Publication
from octavo.source import Span

_WEB = re.compile(r"https?://", re.IGNORECASE)
_FIT = re.compile(r"#|https?://[^/]|mailto:|tel:", re.IGNORECASE)


def address_findings(
    publication: Publication, chapters: Sequence[list[Node]], references: list[Node]
) -> list[Diagnostic]:
    """P009 and P025: a link that leads elsewhere, in the text or in what citeproc made of an entry."""
    targets = dict.fromkeys(chain(_targets(chapters), _targets(references)))
    unfit = [_finding(target, publication) for target in targets if not _FIT.match(target)]
    return unfit + [_deceiving(target, publication) for target in targets if _deceives(target)]


def _targets(tree: Sequence[list[Node] | Node]) -> Iterator[str]:
    return (node["c"][2][0] for node in iter_nodes(tree) if node["t"] == "Link")


def _deceives(target: str) -> bool:
    """Tell whether readers of an address take another host for that to which browsers go.

    A name before the host looks like one (RFC 3986, 3.2.1), and browsers take a backslash for a slash
    (WHATWG URL, "special authority slashes state").
    """
    if not _WEB.match(target):
        return False
    authority = re.split(r"[/?#]", target.partition("//")[2], maxsplit=1)[0]
    return "@" in unquote(authority) or "\\" in unquote(authority) or not is_fit(unquote(target))


def _deceiving(target: str, publication: Publication) -> Diagnostic:
    span = _find_place(target, publication)
    return Diagnostic(
        "P025",
        f"the address `{target}` leads elsewhere than it seems to",
        span,
        hint="write it without a name before its host, a backslash or a character that nobody sees",
        file=None if span else "manuscript",
    )


def _finding(target: str, publication: Publication) -> Diagnostic:
    span = _find_place(target, publication)
    hint = "give an address that begins with `https://`, `mailto:` or `tel:`, or `#` and an identifier"
    return Diagnostic(
        "P009",
        f"a link leads to `{target}`, where no reader can follow" if target else "a link has no address",
        span,
        hint=f"write `https://{target}`" if target.startswith("www.") else hint,
        file=None if span else "manuscript",
    )


def _find_place(target: str, publication: Publication) -> Span | None:
    """Find a target in the chapters, else in the entries; Pandoc may have escaped what the author wrote."""
    bodies = (
        chapter.source.span(chapter.body_start, len(chapter.source.text)) for chapter in publication.chapters
    )
    entries = (entry.span for entry in publication.bibliography.entries.values())
    stretches = (*bodies, *entries)
    for written in (target, unquote(target)) if target else ("]()",):
        for stretch in stretches:
            start = stretch.source.text.find(written, stretch.start, stretch.end)
            if start >= 0:
                return stretch.source.span(start, start + len(written))
    return None
