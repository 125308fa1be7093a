"""Sources by the rules of their own languages."""

import pytest

from octavo.ast import Node, plain_text, words
from octavo.model import Bibliography, Entry, Publication, Transliteration
from octavo.parse.reference_languages import languages_of_sources, with_own_locators
from octavo.source import SourceFile
from tests.support.models import make_metadata, make_publication
from tests.support.trees import cite, paragraph


def publication(**metadata: object) -> Publication:
    """Make an English publication with a source in each of some languages."""
    span = SourceFile("a.bib", "@book{a}").span(0, 1)
    named = {"a": "ukrainian", "b": "uk-UA", "c": "american", "d": "ru", "e": "belarusian", "g": "ga"}
    entries = {
        key: Entry(key, "book", {"langid": langid} if langid else {}, "", span, span)
        for key, langid in named.items()
    }
    return make_publication(metadata=make_metadata(**metadata), bibliography=Bibliography(entries))


def test_it_is_asked_for() -> None:
    """By default all sources are set by the publication's language."""
    assert languages_of_sources(publication()) == {}


def test_languages() -> None:
    """Each language has one tag; that of the publication, and one that has no terms, need none."""
    found = languages_of_sources(publication(reference_language="source"))

    assert found == {"a": "uk", "b": "uk", "d": "ru", "e": "be"}


def test_latin_letters_go_with_the_publication() -> None:
    """Words of another script would not fit to a source that is written in Latin letters."""
    written = Transliteration({"uk": "kmu-55"})

    found = languages_of_sources(publication(reference_language="source", transliteration=written))

    assert found == {"d": "ru", "e": "be"}


def cited(suffix: str) -> Node:
    """Make a citation with a suffix, as Pandoc reads it."""
    node = cite("a", 1)
    node["c"][0][0]["citationSuffix"] = words(suffix)
    return node


@pytest.mark.parametrize(
    ("lang", "tag", "suffix", "expected"),
    [
        ("en-GB", "uk-UA", ", p.\u00a03", ", с. 3"),
        ("en-GB", "uk-UA", ", pp. 3-5", ", с. 3-5"),
        ("en-GB", "uk", ", chap. 2", ", розд. 2"),
        ("uk", "en-US", ", с. 3", ", p. 3"),
        ("uk", "en-US", ", 3", ", 3"),
        ("en", "de", ", see p. 3", ", see p. 3"),
        ("en", "de", "", ""),
    ],
)
def test_locators(lang: str, tag: str, suffix: str, expected: str) -> None:
    """The first word, if it is one for a place in a source, is in the language that citeproc will know."""
    tree = [paragraph(cited(suffix))]

    (changed,) = with_own_locators(tree, {"a"}, lang, tag)

    assert plain_text(changed["c"][0]["c"][0][0]["citationSuffix"]) == expected
    assert with_own_locators(tree, {"b"}, lang, tag) == tree
