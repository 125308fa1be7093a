"""Labels: each cross-reference names one that is there, on something of its kind."""

import re
from collections.abc import Iterator

from octavo.diagnostics import Diagnostic, nearest
from octavo.elements import LABEL_KINDS, is_label
from octavo.markdown import scan
from octavo.model import Publication

_PRINTED = re.compile(r"\{#[^}\s]*\{[{%]")
"""A label that a template makes, in part or whole."""


def check_labels(publication: Publication) -> Iterator[Diagnostic]:
    """C017: a cross-reference to a label that nothing has.

    Labels that templates print are known only once they have; the stage parse sees to those.
    """
    scans = [scan(chapter.source, chapter.body_start) for chapter in publication.chapters]
    names = {item.name for found in scans for item in found.identifiers}
    known = {name for name in names if is_label(name)}
    printed = any(_PRINTED.search(chapter.body) for chapter in publication.chapters)
    for found in scans:
        for span in found.references:
            if span.text not in known and not printed:
                kind = LABEL_KINDS[span.text.partition(":")[0]]
                message = f"no {kind} has the label `{span.text}`"
                yield Diagnostic("C017", message, span, hint=_hint(span.text, kind, known, names - known))


def _hint(label: str, kind: str, known: set[str], others: set[str]) -> str:
    """Say which label was meant: one whose name is the same behind another word, or one that is like it."""
    word, _, name = label.partition(":")
    misnamed = next((other for other in sorted(others) if other.partition(":")[2] == name), None)
    if misnamed:
        return f"`{{#{misnamed}}}` is there; the label of a thing of this kind begins with `{word}:`"
    near = nearest(label, sorted(known))
    return f"did you mean `@{near}`?" if near else f"give the {kind} the label `{{#{label}}}`"
