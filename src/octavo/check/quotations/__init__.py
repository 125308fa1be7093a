"""Quotations are what their sources said, as far as these are archived; translated ones say that they are."""

from collections.abc import Callable, Iterator
from functools import cache

from octavo.check.quotations.comparison import Difference, Match, SourceText, compare
from octavo.check.quotations.quoted import Quotation, iter_quotations
from octavo.check.quotations.translated import is_marked_translated, quoted_language, source_language
from octavo.diagnostics import Diagnostic
from octavo.model import Publication, Snapshot

__all__ = ["check_quotations"]

_SHOWN = 60


def check_quotations(publication: Publication) -> Iterator[Diagnostic]:
    """C050, C051, C052: each quotation beside what was archived of its source."""
    text_of = cache(lambda key: SourceText(publication.snapshots[key].content))
    for chapter in publication.chapters:
        for quotation in iter_quotations(chapter, publication.metadata.lang):
            if not is_marked_translated(quotation):
                yield from _judge(quotation, publication, text_of)


def _judge(
    quotation: Quotation, publication: Publication, text_of: Callable[[str], SourceText]
) -> Iterator[Diagnostic]:
    """Report at most one thing of a quotation; one that any of its sources has word for word is well."""
    snapshots = publication.snapshots
    archived = [snapshots[key] for key in quotation.citekeys if key in snapshots and snapshots[key].content]
    matches = [(snapshot, compare(quotation.text, text_of(snapshot.citekey))) for snapshot in archived]
    if any(match.kind == "exact" for _, match in matches):
        return
    if _is_translated(quotation, publication):
        yield _untranslated(quotation, publication)
    elif near := next((pair for pair in matches if pair[1].kind in {"near", "scattered"}), None):
        yield _near(quotation, *near)
    elif archived and len(archived) == len(quotation.citekeys):
        yield _missing(quotation, archived[0])


def _is_translated(quotation: Quotation, publication: Publication) -> bool:
    """Tell whether a quotation is in the text's language, and each of its sources in another."""
    entries = publication.bibliography.entries
    language = publication.metadata.lang.partition("-")[0].lower()
    languages = [source_language(entries[key]) if key in entries else None for key in quotation.citekeys]
    return all(known and known != language for known in languages) and quoted_language(quotation) == language


def _untranslated(quotation: Quotation, publication: Publication) -> Diagnostic:
    key = quotation.citekeys[0]
    fields = publication.bibliography.entries[key].fields
    return Diagnostic(
        "C052",
        f"nothing says that this quotation is translated, and `{key}` is in "
        f"`{fields.get('langid') or fields.get('language')}`",
        quotation.paragraph.span(quotation.place),
        hint="mark it as in `[“…”]{.translated}`, or say in the note who translated it",
    )


def _near(quotation: Quotation, snapshot: Snapshot, match: Match) -> Diagnostic:
    if match.difference is None:
        message = f"the parts of this quotation stand far apart in `{snapshot.citekey}`, or in another order"
        place = quotation.place
    else:
        message = _told(match.difference, snapshot.citekey)
        start = quotation.place[0]
        place = (start + match.difference.place[0], start + match.difference.place[1])
    return Diagnostic(
        "C051",
        message,
        quotation.paragraph.span(place),
        hint="quote it as it stands, or mark what you changed: `…` where words are left out, `[word]`",
        notes=_where(snapshot),
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


def _missing(quotation: Quotation, snapshot: Snapshot) -> Diagnostic:
    return Diagnostic(
        "C050",
        f"this quotation is not in what was archived of `{snapshot.citekey}`",
        quotation.paragraph.span(quotation.place),
        hint="compare it with the source, or put the citation of its source right behind it",
        notes=_where(snapshot),
    )


def _where(snapshot: Snapshot) -> tuple[str, ...]:
    page = snapshot.page
    return (f"what was archived is in `{page.text.path}`",) if page and page.text else ()
