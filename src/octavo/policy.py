"""How a publication judges what the rules find: graver, milder, not at all, or with exceptions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from octavo.codes import Severity
from octavo.diagnostics import Diagnostic
from octavo.model import Publication, RuleException, Verdict
from octavo.source import Span

UNUSED = "C018"
_ENTRY = re.compile(r"entry `([^`]+)`")


@dataclass(frozen=True)
class Policy:
    """A publication's judgement: a verdict by code, and exceptions. Empty, it changes nothing."""

    rules: dict[str, Verdict]
    exceptions: tuple[RuleException, ...]

    def judge(self, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        """Give what remains of the diagnostics, each as grave as the publication says."""
        judged = []
        for diagnostic in found:
            verdict = self.rules.get(diagnostic.code)
            if verdict == "off" or any(applies(exception, diagnostic) for exception in self.exceptions):
                continue
            judged.append(replace(diagnostic, graded=Severity(verdict)) if verdict else diagnostic)
        return judged

    def unused(self, found: Iterable[Diagnostic], stages: str) -> Iterator[Diagnostic]:
        """C018: an exception from a rule of these stages (letters of codes) that nothing needs."""
        known = list(found)
        for exception in self.exceptions:
            if exception.rule[0] in stages and not any(applies(exception, it) for it in known):
                yield Diagnostic(
                    UNUSED,
                    f"nothing needs this exception from {exception.rule}",
                    exception.span,
                    hint="remove it, or correct where it points",
                )


def policy_of(publication: Publication) -> Policy:
    """Put together the rules and exceptions of a publication's metadata and of its chapters."""
    inline = [exception for chapter in publication.chapters for exception in chapter.exceptions]
    return Policy(dict(publication.metadata.rules), (*publication.metadata.exceptions, *inline))


NO_POLICY = Policy({}, ())


def applies(exception: RuleException, found: Diagnostic) -> bool:
    """Tell whether an exception is meant for a diagnostic: the same rule, and the same place."""
    if exception.rule != found.code:
        return False
    if exception.covers is not None:
        covers, span = exception.covers, found.span
        is_there = span is not None and span.source is covers.source
        return is_there and span is not None and span.start < covers.end and covers.start < span.end
    return _names(exception.at or "", found)


def _names(at: str, found: Diagnostic) -> bool:
    """Tell whether `at` is the file of a diagnostic, what it speaks of, or words of the text at fault."""
    if at in {found.path, found.span.text if found.span else None} or _speaks_of(at, found.message):
        return True
    return found.span is not None and _has_words(found.span, at.split())


def _speaks_of(at: str, message: str) -> bool:
    """Tell whether a message is about a name; one about an entry is not about its field."""
    entries = _ENTRY.findall(message)
    return at in entries if entries else f"`{at}`" in message or f"`@{at}`" in message


def _has_words(span: Span, words: list[str]) -> bool:
    """Tell whether words stand whole in the lines of a span; a single word, in the span itself."""
    begin, end = span.start, span.end
    if len(words) > 1:
        text = span.source.text
        begin, end = text.rfind("\n", 0, begin) + 1, text.find("\n", end)
        end = end if end >= 0 else len(text)
    pattern = r"\s+".join(re.escape(word) for word in words)
    return re.search(rf"(?<!\w){pattern}(?!\w)", span.source.text[begin:end]) is not None
