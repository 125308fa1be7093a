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
    known = {item.name for found in scans for item in found.identifiers if is_label(item.name)}
    printed = any(_PRINTED.search(chapter.body) for chapter in publication.chapters)
    for found in scans:
        for span in found.references:
            if span.text not in known and not printed:
                near = nearest(span.text, sorted(known))
                kind = LABEL_KINDS[span.text.partition(":")[0]]
                yield Diagnostic(
                    "C017",
                    f"no {kind} has the label `{span.text}`",
                    span,
                    hint=f"did you mean `@{near}`?"
                    if near
                    else f"give the {kind} the label `{{#{span.text}}}`",
                )
