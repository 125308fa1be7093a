"""Where links may lead: to the web, to a mailbox, to a telephone, or to a place in the publication.

Readers have none of the author's files, and an address such as `javascript:` or `file:` would act on
their machine.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import unquote

from octavo.ast import Node, iter_nodes
from octavo.diagnostics import Diagnostic
from octavo.model import Publication
from octavo.source import Span

_FIT = re.compile(r"#|https?://[^/]|mailto:|tel:", re.IGNORECASE)


def address_findings(
    publication: Publication, chapters: Sequence[list[Node]], references: list[Node]
) -> list[Diagnostic]:
    """P009: a link that leads elsewhere, in the text or in what citeproc made of an entry."""
    targets = dict.fromkeys(chain(_unfit_targets(chapters), _unfit_targets(references)))
    return [_finding(target, publication) for target in targets]


def _unfit_targets(tree: Sequence[list[Node] | Node]) -> Iterator[str]:
    for node in iter_nodes(tree):
        if node["t"] == "Link" and not _FIT.match(node["c"][2][0]):
            yield node["c"][2][0]


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
