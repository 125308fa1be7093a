"""Entries and titles in other languages say so."""

import pytest

from octavo.ast import div, para, plain_text, words
from octavo.languages import language_of
from octavo.model import Entry
from octavo.ooxml import found, named
from octavo.source import SourceFile
from octavo.write.docx.languages import name_scripts, with_languages
from tests.support.word_texts import word


def _entry(**fields: str) -> Entry:
    span = SourceFile("a.bib", "@book{mosty,}").span(0, 1)
    return Entry("mosty", "book", fields, "", span, span)


@pytest.mark.parametrize(
    ("langid", "tag"), [("ukrainian", "uk"), ("uk-UA", "uk-ua"), ("", None), ("{klingon}", None)]
)
def test_names_of_languages_become_tags(langid: str, tag: str | None) -> None:
    """Names are those of biblatex; a tag may stand there as well."""
    assert language_of(_entry(langid=langid)) == tag


@pytest.mark.parametrize(("lang", "is_said"), [("en-GB", True), ("uk", False)])
def test_what_is_foreign_says_so(lang: str, *, is_said: bool) -> None:
    """The entry has its language, and so has its title in a note, unless it is the publication's own."""
    entry = div([para(words("Мости"))], "ref-mosty", ["csl-entry"])
    title = {"t": "Emph", "c": words("Мости без річок")}
    note = para([{"t": "Note", "c": [para([title])]}])
    entries = {"mosty": _entry(langid="ukrainian", title="{Мости} без річок")}
    told = str(with_languages([entry, note], entries, lang))
    assert told.count("['lang', 'uk']") == (2 if is_said else 0)
    assert plain_text(with_languages([note], entries, lang), without=frozenset()) == "Мости без річок"


def test_scripts_of_other_kinds_have_attributes_of_their_own() -> None:
    """Word asks another attribute for text from East Asia, and for text that runs from right to left."""
    tags = ("de", "zh-TW", "he", "ja", "fa-IR", "uk")
    tree = word("".join(f'<w:r><w:rPr><w:lang w:val="{tag}"/></w:rPr></w:r>' for tag in tags))

    name_scripts(tree)

    said = [(item.get(named("w:eastAsia")), item.get(named("w:bidi"))) for item in found(tree, ".//w:lang")]
    assert said == [(None, None), ("zh-TW", None), (None, "he"), ("ja", None), (None, "fa-IR"), (None, None)]
