"""A quotation from a source that has pages says on which of them it stands."""

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from octavo.check.sources.entry_words import word_set
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
                if entry and _is_paged(entry) and not _suffix(paragraph, cited) and _quotes(paragraph, cited):
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


def _quotes(paragraph: Paragraph, cited: CitedPlace) -> bool:
    """Tell whether a quotation of some words ends right before a citation, or is the whole paragraph."""
    before = paragraph.plain[: cited.group[0]]
    quoted = before.rstrip(_BETWEEN)
    if len(before) - len(quoted) > len(_BETWEEN) or not quoted:
        return False
    opening = max(
        (quoted.rfind(mark, 0, len(quoted) - 1) for mark in _OPENING.get(quoted[-1], "")), default=-1
    )
    if opening >= 0:
        return len(quoted[opening:].split()) >= _LEAST_WORDS
    is_last = not paragraph.plain[cited.group[1] :].strip(_BETWEEN)
    return is_last and _is_block_quote(paragraph) and len(quoted.split()) >= _LEAST_WORDS


def _is_block_quote(paragraph: Paragraph) -> bool:
    source = paragraph.source
    return source.line_text(source.position_at(paragraph.offset_at(0)).line).lstrip().startswith(">")
