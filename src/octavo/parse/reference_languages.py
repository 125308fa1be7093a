"""Which sources are set in another language than the publication's, and their locators in that language."""

import copy
import re
from collections.abc import Collection, Mapping

from octavo.ast import Node, iter_nodes
from octavo.languages import language_of, primary
from octavo.locator_words import own_word
from octavo.model import Publication

_CODES = (
    "af ar be bg ca cs cy da de el en es et eu fa fi fr he hr hu id is it ja km ko la lt lv mn nb nl nn pl "
    "pt ro ru sk sl sr sv th tr uk vi zh"
)
_LOCALES = frozenset(_CODES.split())
"""Languages that CSL (its locales), or octavo, has terms for; in any other citeproc would write English."""
_WORD = re.compile(r"^(?P<word>[^\W\d_]+\.?|§+|¶+)(?P<rest>[\u00a0 ]?[\divxlc].*)?$")


def languages_of_sources(publication: Publication) -> dict[str, str]:
    """Return the language (a BCP 47 tag) of each source that is to be set by the rules of another one.

    Those in Latin letters instead of their own are set by the publication's rules.
    """
    metadata = publication.metadata
    if metadata.reference_language == "publication":
        return {}
    kept = {primary(metadata.lang), *metadata.transliteration.schemes}
    found = {}
    for citekey, entry in publication.bibliography.entries.items():
        tag = language_of(entry) or ""
        if primary(tag) in _LOCALES - kept:
            found[citekey] = tag
    return _one_tag_each(found)


def _one_tag_each(found: Mapping[str, str]) -> dict[str, str]:
    """Let sources of one language share its first tag: `en-GB` and `en-US` would want two runs."""
    tags: dict[str, str] = {}
    for tag in found.values():
        tags.setdefault(primary(tag), tag)
    return {citekey: tags[primary(tag)] for citekey, tag in found.items()}


def with_own_locators(blocks: list[Node], foreign: Collection[str], lang: str, tag: str) -> list[Node]:
    """Return the text with the words for pages and the like in the language `tag` where these are cited.

    citeproc knows only the words of the language that it runs in.
    """
    changed = copy.deepcopy(blocks)
    for node in iter_nodes(changed):
        if node["t"] == "Cite":
            for citation in node["c"][0]:
                if citation["citationId"] in foreign:
                    _translate(citation["citationSuffix"], primary(lang), primary(tag))
    return changed


def _translate(suffix: list[Node], lang: str, language: str) -> None:
    """Translate the first word of a suffix, in place, if it is one for a place in a source."""
    for node in suffix:
        if node["t"] == "Str" and node["c"].strip(","):
            text = node["c"].lstrip(",")
            found = _WORD.match(text)
            word = own_word(found["word"], language) if found and _is_known(found["word"], lang) else None
            if found and word:
                node["c"] = node["c"][: len(node["c"]) - len(text)] + word + (found["rest"] or "")
            return


def _is_known(word: str, lang: str) -> bool:
    """Tell whether a word means a place in a source in a language."""
    return own_word(word, lang) is not None
