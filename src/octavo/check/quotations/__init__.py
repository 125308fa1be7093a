"""Quotations are what their sources said, as far as these are archived; translated ones say that they are."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from octavo.check.quotations.comparison import Difference
from octavo.check.quotations.judging import Judged, judge_quotations
from octavo.diagnostics import Diagnostic
from octavo.model import Publication, Snapshot

__all__ = ["Judged", "check_quotations", "judge_quotations"]

_SHOWN = 60


def check_quotations(publication: Publication) -> Iterator[Diagnostic]:
    """C050, C051, C052: each quotation beside what was archived of its source."""
    for judged in judge_quotations(publication):
        tell = _TELLERS.get(judged.verdict)
        if tell:
            yield tell(judged, publication)


def _untranslated(judged: Judged, publication: Publication) -> Diagnostic:
    key = judged.quotation.citekeys[0]
    fields = publication.bibliography.entries[key].fields
    return Diagnostic(
        "C052",
        f"nothing says that this quotation is translated, and `{key}` is in "
        f"`{fields.get('langid') or fields.get('language')}`",
        judged.quotation.paragraph.span(judged.quotation.place),
        hint="mark it as in `[“…”]{.translated}`, or say in the note who translated it",
    )


def _near(judged: Judged, _: Publication) -> Diagnostic:
    begin, end = judged.quotation.place
    key = judged.snapshot.citekey if judged.snapshot else ""
    message = f"the parts of this quotation stand far apart in `{key}`, or in another order"
    if judged.difference:
        message = _told(judged.difference, key)
        begin, end = begin + judged.difference.place[0], begin + judged.difference.place[1]
    return Diagnostic(
        "C051",
        message,
        judged.quotation.paragraph.span((begin, end)),
        hint="quote it as it stands, or mark what you changed: `…` where words are left out, `[word]`",
        notes=_where(judged.snapshot),
    )


def _missing(judged: Judged, _: Publication) -> Diagnostic:
    key = judged.snapshot.citekey if judged.snapshot else ""
    return Diagnostic(
        "C050",
        f"this quotation is not in what was archived of `{key}`",
        judged.quotation.paragraph.span(judged.quotation.place),
        hint="compare it with the source, or put the citation of its source right behind it",
        notes=_where(judged.snapshot),
    )


def _told(difference: Difference, key: str) -> str:
    quoted, printed = _short(difference.quoted), _short(difference.printed)
    if not quoted:
        return f"this quotation leaves out `{printed}`, which `{key}` says here"
    if not printed:
        return f"this quotation has `{quoted}`, which `{key}` does not say here"
    return f"this quotation has `{quoted}`, where `{key}` says `{printed}`"


def _short(text: str) -> str:
    bare = text.replace("`", "'")
    return bare if len(bare) <= _SHOWN else f"{bare[: _SHOWN - 1].rstrip()}…"


def _where(snapshot: Snapshot | None) -> tuple[str, ...]:
    page = snapshot.page if snapshot else None
    return (f"what was archived is in `{page.text.path}`",) if page and page.text else ()


_TELLERS: Mapping[str, Callable[[Judged, Publication], Diagnostic]] = MappingProxyType(
    {"near": _near, "scattered": _near, "missing": _missing, "untranslated": _untranslated}
)
