"""A quotation from a source that has pages says on which of them it stands."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from octavo.check.sources.entry_words import word_set, words_of
from octavo.diagnostics import Diagnostic
from octavo.locator_words import page_word
from octavo.model import CitedPlace, Entry, Paragraph, Publication

_PAGED = word_set(
    "book mvbook bookinbook collection inbook incollection inproceedings manual proceedings report suppbook"
    " suppcollection techreport thesis phdthesis mastersthesis"
)
_SEVERAL = re.compile(r"\d\W+\d")
_OPENING: Mapping[str, str] = MappingProxyType({"”": "“„", "“": "„", "»": "«", "’": "‘", '"': '"'})
_BETWEEN = " \n.,;:!?…"
_LEAST_WORDS = 4


def check_quoted_pages(publication: Publication) -> Iterator[Diagnostic]:
    """C037: a citation right behind a quotation gives no page, though its source has pages."""
    entries = publication.bibliography.entries
    word = page_word(publication.metadata.lang)
    for chapter in publication.chapters:
        for paragraph in chapter.paragraphs:
            for cited in _firsts(paragraph):
                entry = entries.get(cited.citekey)
                if (
                    entry
                    and _is_paged(entry)
                    and not _suffix(paragraph, cited)
                    and _quotes(paragraph, cited, entry)
                ):
                    yield Diagnostic(
                        "C037",
                        f"nothing says on which page of `{cited.citekey}` this quotation stands",
                        paragraph.span(cited.place),
                        hint=f"add the page: `[@{cited.citekey}, {word} 12]`",
                    )


def _firsts(paragraph: Paragraph) -> Iterator[CitedPlace]:
    """Yield the first source of each bracket: the one whose words they are."""
    seen = set()
    for cited in paragraph.citations:
        if cited.group not in seen:
            seen.add(cited.group)
            yield cited


def _is_paged(entry: Entry) -> bool:
    """Tell whether an entry is of several pages; what has no page numbers at all is not to be asked."""
    pages = entry.fields.get("pages", "")
    if pages:
        return bool(_SEVERAL.search(pages))
    return entry.kind in _PAGED


def _suffix(paragraph: Paragraph, cited: CitedPlace) -> str:
    return paragraph.raw[slice(*cited.suffix)].strip(" ,.{}\n")


def _quotes(paragraph: Paragraph, cited: CitedPlace, entry: Entry) -> bool:
    """Tell whether some words of a source, and not its title, are quoted right before a citation."""
    words = words_of(_quotation(paragraph, cited))
    return len(words) >= _LEAST_WORDS and not set(words) <= set(words_of(_title(entry)))


def _quotation(paragraph: Paragraph, cited: CitedPlace) -> str:
    """Return what stands in quotation marks right before a citation, or in a paragraph that is quoted."""
    quoted = paragraph.plain[: cited.group[0]].rstrip(_BETWEEN)
    marks = _OPENING.get(quoted[-1:], "")
    opening = max((quoted.rfind(mark, 0, len(quoted) - 1) for mark in marks), default=-1)
    if opening >= 0:
        return quoted[opening:]
    is_last = not paragraph.plain[cited.group[1] :].strip(_BETWEEN)
    return quoted if is_last and _is_block_quote(paragraph) else ""


def _title(entry: Entry) -> str:
    return " ".join(entry.fields.get(name, "") for name in ("title", "subtitle", "booktitle"))


def _is_block_quote(paragraph: Paragraph) -> bool:
    source = paragraph.source
    return source.line_text(source.position_at(paragraph.offset_at(0)).line).lstrip().startswith(">")
