"""What follows a citekey: words for places in a source that the document's language knows."""

import re
from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.locator_words import is_foreign, own_word
from octavo.model import Publication
from octavo.source import Span

_LOCATOR = re.compile(r"[\s,{]*(?P<word>[^\W\d_]+\.?|§+|¶+)\s*(?=\d|[ivxlc]+\b)")


def check_locators(publication: Publication) -> Iterator[Diagnostic]:
    """C035: a citation names a page or the like in a word that the document's language does not know."""
    lang = publication.metadata.lang.lower().split("-")[0]
    for chapter in publication.chapters:
        for paragraph in chapter.paragraphs:
            for cited in paragraph.citations:
                found = _LOCATOR.match(paragraph.raw, *cited.suffix)
                if found and is_foreign(found["word"], lang):
                    yield _foreign(found["word"], lang, paragraph.span(found.span("word")))


def _foreign(word: str, lang: str, span: Span) -> Diagnostic:
    own = own_word(word, lang)
    return Diagnostic(
        "C035",
        f"`{word}` does not name a page or the like where the language is `{lang}`",
        span,
        hint=f"write `{own}`" if own else "write the number alone for a page, or a word of this language",
    )
