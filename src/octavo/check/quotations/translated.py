"""Which language a quotation is in, which its source is in, and whether the text says who translated it."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from octavo.check.quotations.quoted import Quotation
from octavo.languages import primary, tag_of
from octavo.model import Entry

_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_LETTERS = tuple(
    (tag, re.compile(letters))
    for tag, letters in (("be", "ў"), ("uk", "[їєґ]"), ("ru", "[ыъэё]"), ("uk", "і"))
)
_WORDS = re.compile(r"[^\W\d_]+")
_SMALL_WORDS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        tag: frozenset(words.split())
        for tag, words in {
            "en": "the of and to in a that is was were with for by from this are not on as at it its had has",
            "de": "der die das und in den dem des nicht von mit ein eine ist war für auf im zu als auch sich",
            "fr": "le la les des du et est une un que qui dans pour par sur au aux ne pas en de à l d",
            "es": "el la los las que de y en una un por para con del se no su al lo es",
            "it": "il la che di e della dei una un non per con gli le nel si del è da",
            "pl": "w i z na nie się że do jest przez oraz dla od po jako to za o",
            "pt": "o a os as que de e em uma um não para com do da dos das por se é",
            "nl": "de het een van en in dat niet voor op te is zijn met aan door ook",
            "cs": "a v na se že je z do pro o jako za by není ve s",
        }.items()
    }
)
_KEY = re.compile(r"@\{?[\w:.#$%&+?<>~/-]+")
_TELLING = re.compile(
    r"translat|our rendering|переклад|перекл\.|пер\. (?:з|авт)|перевод|перев\.|пераклад|tłum|przekład|übers"
    r"|tradu|traduz",
    re.IGNORECASE,
)


def source_language(entry: Entry) -> str | None:
    """Return the language of a source, None where it is not said, or where the source is a translation."""
    if "translator" in entry.fields or "origlanguage" in entry.fields:
        return None
    names = re.split("[,_]", entry.fields.get("langid") or entry.fields.get("language", ""))
    tag = tag_of(names[0])
    return primary(tag) if tag else None


def quoted_language(quotation: Quotation) -> str | None:
    """Return the language that a quotation is evidently in, None when in doubt."""
    text = quotation.text.lower()
    if len(_CYRILLIC.findall(text)) * 3 > len(text):
        return next((tag for tag, letters in _LETTERS if letters.search(text)), None)
    words = _WORDS.findall(text)
    counts = {tag: sum(word in known for word in words) for tag, known in _SMALL_WORDS.items()}
    best, second = sorted(counts, key=lambda tag: -counts[tag])[:2]
    return best if counts[best] >= 2 and counts[best] > counts[second] else None


def is_marked_translated(quotation: Quotation) -> bool:
    """Tell whether a quotation has the class `translated`, or words beside it say so."""
    begin, end = quotation.place
    for span in quotation.paragraph.spans:
        is_over = span.whole[0] <= end and begin <= span.whole[1]
        if "translated" in span.classes and is_over:
            return True
    return bool(_TELLING.search(_KEY.sub("", quotation.about)))
