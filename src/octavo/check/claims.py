"""The register of claims and the text say the same: each claim has its text, its sources, its doubt."""

from collections.abc import Callable, Iterator

from octavo.check.citations import cited_keys, without_entry
from octavo.claim_words import doubt_pattern
from octavo.diagnostics import Diagnostic, Related, nearest
from octavo.markdown import scan
from octavo.markdown.claims import REGISTER_PLACE, ClaimMark, claim_marks
from octavo.markdown.sentences import split_sentences
from octavo.model import Claim, ClaimRegister, ClaimSource, Publication
from octavo.source import SourceFile

_NAME_REGISTER = "name the register in the metadata: `claims: claims`"


def check_marks(publication: Publication) -> Iterator[Diagnostic]:
    """C041 and C043: a passage is marked as a claim that no register has, or as none."""
    register = publication.claims
    if register is None and publication.metadata.claims:
        return
    if register is None:
        yield from _places_without_register(publication)
    known = [claim.identifier for claim in register.claims] if register else []
    broken = register.broken if register else frozenset()
    for mark in _marks(publication):
        if mark.identifier is None:
            hint = "name the claim, as in `[…]{.claim id=C07}`"
            yield Diagnostic("C043", "the mark of a claim names none", mark.span, hint=hint)
        elif mark.identifier not in known and mark.identifier not in broken:
            near = nearest(mark.identifier, known)
            lost = "add it to the register" if register else _NAME_REGISTER
            yield Diagnostic(
                "C041",
                f"no register has the claim `{mark.identifier}`",
                mark.span,
                hint=f"did you mean `{near}`?" if near else lost,
            )


def check_unmarked_claims(publication: Publication) -> Iterator[Diagnostic]:
    """C042: a claim of the register is marked nowhere in the text."""
    marked = {mark.identifier for mark in _marks(publication)}
    for claim in _claims(publication):
        if claim.identifier not in marked:
            yield Diagnostic(
                "C042",
                f"no text is marked as claim `{claim.identifier}`",
                claim.span,
                hint=f"mark the words that state it: `[…]{{.claim id={claim.identifier}}}`, or remove it",
            )


def check_claim_sources(publication: Publication) -> Iterator[Diagnostic]:
    """C044: a source of a claim, or one that its words cite, has no entry."""
    entries = publication.bibliography.entries
    known = entries.keys() | publication.bibliography.broken
    for claim in _claims(publication):
        for source in (*claim.sources, *_cited_in_words(claim)):
            if source.citekey in known:
                continue
            told = f"source `{source.citekey}` of claim `{claim.identifier}` has no entry in the bibliography"
            yield without_entry(Diagnostic("C044", told, source.span), source.citekey, entries)


def _cited_in_words(claim: Claim) -> Iterator[ClaimSource]:
    """Yield the sources that the statement and the note of a claim cite, where the file has them."""
    for name, words in (("statement", claim.statement), ("note", claim.note or "")):
        value = claim.spans.get(name, claim.span)
        for citation in scan(SourceFile(value.source.path, words), 0).citations:
            at = value.text.find(citation.citekey)
            place = value.source.span(value.start + at, value.start + at + len(citation.citekey))
            yield ClaimSource(citation.citekey, place if at >= 0 else value)


def check_sources_without_claim(publication: Publication) -> Iterator[Diagnostic]:
    """C045: the text cites a source that no claim rests on."""
    if publication.claims is None:
        return
    used = {source.citekey for claim in publication.claims.claims for source in claim.sources}
    cited = cited_keys(publication)
    for entry in publication.bibliography.entries.values():
        if entry.citekey in cited and entry.citekey not in used:
            yield Diagnostic(
                "C045",
                f"no claim rests on `{entry.citekey}`, which the text cites",
                entry.key_span,
                hint="name it among the `sources` of a claim; a register that is a selection switches this "
                "off: `rules: {C045: off}`",
            )


def check_register(publication: Publication) -> Iterator[Diagnostic]:
    """C046, C047 and C049: two claims have one identifier; a status or theme is not declared."""
    register = publication.claims
    if register is None:
        return
    first_uses: dict[str, Claim] = {}
    for claim in register.claims:
        first = first_uses.setdefault(claim.identifier, claim)
        if first is not claim:
            yield Diagnostic(
                "C046",
                f"two claims are called `{claim.identifier}`",
                claim.span,
                hint="give one of the two another `id`, and change it where the text marks that claim",
                related=(Related("the first one", first.span),),
            )
        yield from _undeclared(register, claim)


def check_doubts(publication: Publication) -> Iterator[Diagnostic]:
    """C048: the text states flatly what the register doubts."""
    register = publication.claims
    words = doubt_pattern(publication.metadata.lang, register.doubt_words) if register else None
    if register is None or words is None:
        return
    claims = {claim.identifier: claim for claim in register.claims}
    for mark in _marks(publication):
        claim = claims.get(mark.identifier or "")
        status = register.status_of(claim) if claim else None
        if claim and status and status.wants_doubt and not words.search(_around(mark, publication)):
            place = claim.spans.get("status", claim.span)
            yield Diagnostic(
                "C048",
                f"the text states claim `{claim.identifier}` flatly; its status is `{status.key}`",
                mark.span,
                hint="say beside it what speaks against it, or who says it, or correct the status",
                related=(Related("the status is given here", place),),
            )


def _around(mark: ClaimMark, publication: Publication) -> str:
    """Return the sentences in which the mark stands, with one before and one behind them."""
    plain = mark.paragraph.plain
    sentences = split_sentences(plain, publication.metadata.lang)
    begin, end = mark.place
    held = [index for index, place in enumerate(sentences) if place[0] < end and begin < place[1]]
    if not held:
        return plain
    first, last = max(held[0] - 1, 0), min(held[-1] + 1, len(sentences) - 1)
    return plain[sentences[first][0] : sentences[last][1]]


def _undeclared(register: ClaimRegister, claim: Claim) -> Iterator[Diagnostic]:
    statuses = [status.key for status in register.statuses]
    if claim.status not in statuses:
        near = nearest(claim.status, statuses)
        listed = ", ".join(f"`{key}`" for key in statuses)
        yield Diagnostic(
            "C047",
            f"claim `{claim.identifier}` has the status `{claim.status}`, which the register does not know",
            claim.spans.get("status", claim.span),
            hint=f"did you mean `{near}`?"
            if near
            else f"write one of {listed}, or declare it under `statuses:`",
        )
    themes = [theme.key for theme in register.themes]
    if claim.theme and claim.theme not in themes:
        near = nearest(claim.theme, themes)
        yield Diagnostic(
            "C049",
            f"claim `{claim.identifier}` has the theme `{claim.theme}`, which the register does not know",
            claim.spans.get("theme", claim.span),
            hint=f"did you mean `{near}`?"
            if near
            else "declare it under `themes:`, with a `key` and a `title`",
        )


def _places_without_register(publication: Publication) -> Iterator[Diagnostic]:
    for chapter in publication.chapters:
        for place in REGISTER_PLACE.finditer(chapter.source.text, chapter.body_start):
            span = chapter.source.span(place.start(), place.end("opening"))
            yield Diagnostic(
                "C041", "there is no register of claims to stand here", span, hint=_NAME_REGISTER
            )


def _claims(publication: Publication) -> tuple[Claim, ...]:
    return publication.claims.claims if publication.claims else ()


def _marks(publication: Publication) -> Iterator[ClaimMark]:
    for chapter in publication.chapters:
        yield from claim_marks(chapter)


CLAIM_RULES: tuple[Callable[[Publication], Iterator[Diagnostic]], ...] = (
    check_marks,
    check_unmarked_claims,
    check_claim_sources,
    check_sources_without_claim,
    check_register,
    check_doubts,
)
