"""What becomes of each quotation beside its source: a verdict, with the difference if there is one."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

from octavo.check.quotations.comparison import Difference, SourceText, compare
from octavo.check.quotations.quoted import Quotation, iter_quotations
from octavo.check.quotations.translated import is_marked_translated, quoted_language, source_language
from octavo.model import Publication, Snapshot

_ORDER: tuple[str, ...] = ("exact", "near", "scattered", "missing")
Verdict = Literal["exact", "near", "scattered", "missing", "translated", "untranslated", "unknown"]


@dataclass(frozen=True)
class Judged:
    """A quotation with its verdict.

    `snapshot` is the source that it was compared with; `difference` that of a near one. "untranslated" is
    in the publication's language, though its source is in another, and nothing says who translated it.
    "unknown" has a source whose text is not archived.
    """

    quotation: Quotation
    verdict: Verdict
    snapshot: Snapshot | None = None
    difference: Difference | None = None


def judge_quotations(publication: Publication) -> Iterator[Judged]:
    """Judge every quotation that has a source, in the order of the text."""
    text_of = cache(lambda key: SourceText(publication.snapshots[key].content))
    for chapter in publication.chapters:
        for quotation in iter_quotations(chapter, publication.metadata.lang):
            yield _judge(quotation, publication, text_of)


def _judge(quotation: Quotation, publication: Publication, text_of: Callable[[str], SourceText]) -> Judged:
    """Judge a quotation; one that any of its sources has word for word is exact."""
    if is_marked_translated(quotation):
        return Judged(quotation, "translated")
    snapshots = publication.snapshots
    archived = [snapshots[key] for key in quotation.citekeys if key in snapshots and snapshots[key].content]
    matches = [(snapshot, compare(quotation.text, text_of(snapshot.citekey))) for snapshot in archived]
    best = min(matches, key=lambda pair: _ORDER.index(pair[1].kind), default=None)
    if (best is None or best[1].kind != "exact") and _is_translated(quotation, publication):
        return Judged(quotation, "untranslated")
    if best is None or (best[1].kind == "missing" and len(archived) < len(quotation.citekeys)):
        return Judged(quotation, "unknown")
    snapshot, match = best
    return Judged(quotation, match.kind, snapshot, match.difference)


def _is_translated(quotation: Quotation, publication: Publication) -> bool:
    """Tell whether a quotation is in the text's language, and each of its sources in another."""
    entries = publication.bibliography.entries
    language = publication.metadata.lang.partition("-")[0].lower()
    languages = [source_language(entries[key]) if key in entries else None for key in quotation.citekeys]
    return all(known and known != language for known in languages) and quoted_language(quotation) == language
