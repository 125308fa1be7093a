"""The shape of chapters: each begins with its title, and no two places have one identifier."""

from collections.abc import Iterator

from octavo.diagnostics import Diagnostic, Related
from octavo.markdown import MAX_BRACKETS, Identifier, scan
from octavo.markdown.claims import claim_marks
from octavo.model import Publication


def check_titles(publication: Publication) -> Iterator[Diagnostic]:
    """C011: a chapter does not begin with a heading of level 1."""
    for chapter in publication.chapters:
        found = scan(chapter.source, chapter.body_start)
        if found.opening_level == 1:
            continue
        level = found.opening_level
        begins = f"begins with a heading of level {level}" if level else "begins without a title"
        yield Diagnostic(
            "C011",
            f"the chapter {begins if found.opening else 'is empty'}",
            found.opening,
            hint="begin with a line such as `# Title of the Chapter`",
            file=None if found.opening else chapter.source.path,
        )


def check_identifiers(publication: Publication) -> Iterator[Diagnostic]:
    """C012: the same explicit identifier twice in the manuscript."""
    first_uses: dict[str, Identifier] = {}
    for chapter in publication.chapters:
        claims = {mark.span.start for mark in claim_marks(chapter)}
        for identifier in scan(chapter.source, chapter.body_start).identifiers:
            if identifier.span.start in claims:
                continue  # a claim may have several passages
            first = first_uses.setdefault(identifier.name, identifier)
            if first is not identifier:
                yield Diagnostic(
                    "C012",
                    f"identifier `{identifier.name}` is used twice",
                    identifier.span,
                    hint="rename one of the two, and the links that mean it",
                    related=(Related("first used here", first.span),),
                )


def check_brackets(publication: Publication) -> Iterator[Diagnostic]:
    """C014: more open brackets than Pandoc reads in reasonable time."""
    for chapter in publication.chapters:
        for span in scan(chapter.source, chapter.body_start).crowds:
            yield Diagnostic(
                "C014",
                f"this bracket stands within {MAX_BRACKETS} open ones",
                span,
                hint="close the brackets before it, or write `\\[` for those that open nothing",
            )
