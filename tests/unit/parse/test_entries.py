"""Entries as citeproc reads them."""

import pytest

from octavo.model import Entry, Transliteration
from octavo.parse.entries import BOOKS, entry_text, printed_fields
from octavo.source import SourceFile
from octavo.transforms.title_notes import CLOSE, OPEN

KMU = Transliteration({"uk": "kmu-55"})


def entry(kind: str = "book", **fields: str) -> Entry:
    """Make an entry with these fields."""
    span = SourceFile("bibliography/a.bib", "@book{a,}").span(0, 1)
    return Entry("a", kind, fields, "@book{a,}", span, span)


def test_an_entry_stays_as_it_stands() -> None:
    """Without a wish, or in another language, the text of the file is handed on."""
    assert entry_text(entry(title="Мости", langid="ukrainian"), Transliteration(), "en-GB") == "@book{a,}"
    assert entry_text(entry(title="Мосты", langid="russian"), KMU, "en-GB") == "@book{a,}"
    assert entry_text(entry(title="Bridges", langid="english"), KMU, "en-GB") == "@book{a,}"


def test_words_are_written_in_latin_letters() -> None:
    """All that is printed is; keywords, by which sections go, are not."""
    cyrillic = entry(
        author="Юрків, Яна and {Спілка мостів}",
        title="{Мости}",
        keywords="мости",
        month="may",
        langid="uk-UA",
    )

    assert entry_text(cyrillic, KMU, "en-GB") == (
        "@book{a,\n  author = {Yurkiv, Yana and {Spilka mostiv}},\n  title = {{Mosty}},\n"
        "  keywords = {мости},\n  month = may,\n  langid = {uk-UA},\n}"
    )


def test_what_stands_beside_a_title() -> None:
    """The title in its own letters, if wanted, and its translation; a short title has neither."""
    titled = entry(title="Мости", subtitle="Огляд", titletranslation="Bridges", langid="ukrainian")

    plain = printed_fields(titled, Transliteration())
    both = printed_fields(titled, Transliteration({"uk": "kmu-55"}, keeps_original=True))

    assert (plain["title"], plain["subtitle"]) == ("Мости", f"Огляд{OPEN}Bridges{CLOSE}")
    assert plain["shorttitle"] == "Мости"
    assert (both["title"], both["shorttitle"]) == ("Mosty", "Mosty")
    assert both["subtitle"] == f"Ohliad{OPEN}Мости: Огляд; Bridges{CLOSE}"


def test_a_short_title_of_ones_own_stays() -> None:
    """A translation replaces nothing."""
    titled = entry(title="Мости", shorttitle="М.", titletranslation="Bridges")

    assert printed_fields(titled, Transliteration())["shorttitle"] == "М."


def test_belarusian_is_named_as_pandoc_knows_it() -> None:
    """Pandoc knows no `belarusian`, and would set such titles as English ones."""
    assert printed_fields(entry(langid="belarusian"), Transliteration())["langid"] == "be"


def test_a_doi_has_no_address() -> None:
    """Styles put the address before it themselves; what is no DOI is left as it is."""
    addressed = entry(doi="https://doi.org/10.1234/made.up")

    assert "doi = {10.1234/made.up}," in entry_text(addressed, Transliteration(), "en-GB")
    assert entry_text(entry(doi="in preparation"), Transliteration(), "en-GB") == "@book{a,}"
    assert entry_text(entry(doi="http://a.example/x"), Transliteration(), "en-GB") == "@book{a,}"


@pytest.mark.parametrize(
    ("kind", "given", "lang", "word"),
    [
        ("phdthesis", "", "uk", "дисертація"),
        ("mastersthesis", "", "pl-PL", "praca magisterska"),
        ("thesis", "candthesis", "ru", "кандидатская диссертация"),
        ("report", "techreport", "be", "тэхнічная справаздача"),
        ("thesis", "Habilitationsschrift", "de", "Habilitationsschrift"),
        ("phdthesis", "", "en-GB", ""),
    ],
)
def test_a_thesis_is_called_so_in_the_language(kind: str, given: str, lang: str, word: str) -> None:
    """BibTeX's own words are not printed; an author's words, and what Pandoc can say, stay."""
    thesis = entry(kind, title="T", **({"type": given} if given else {}))

    text = entry_text(thesis, Transliteration(), lang)

    assert (f"type = {{{word}}}," in text) == (word not in {"", given})


@pytest.mark.parametrize(
    ("given", "lang", "word"),
    [("inpress", "uk", "у друці"), ("Forthcoming", "de-AT", "erscheint demnächst"), ("soon", "uk", "soon")],
)
def test_what_is_not_printed_yet_says_so_in_the_language(given: str, lang: str, word: str) -> None:
    """BibTeX's words for the state of a source are not printed; an author's are."""
    text = entry_text(entry(pubstate=given, doi="https://doi.org/10.1234/a"), Transliteration(), lang)

    assert f"pubstate = {{{word}}}," in text


def test_names_of_cases_and_acts_keep_their_capitals() -> None:
    """English titles are lowered, and not all styles raise them again; beside them braces are not wanted."""
    case = entry("jurisdiction", title="Example v Sample", titletranslation="T")

    text = entry_text(case, Transliteration(), "en-GB")

    assert f"title = {{{{Example v Sample}}{OPEN}T{CLOSE}}}," in text
    assert "shorttitle = {{Example v Sample}}," in text


def test_names_of_books_keep_their_capitals_where_the_style_leaves_them() -> None:
    """A chapter's own title is set by the style; the book that it stands in is printed as it comes."""
    chapter = entry("incollection", title="The River", booktitle="Handbook of Rivers")

    text = entry_text(chapter, Transliteration(), "en-GB", BOOKS)

    assert text == "@incollection{a,\n  title = {The River},\n  booktitle = {{Handbook of Rivers}},\n}"


@pytest.mark.parametrize(
    ("title", "lang", "written"),
    [
        ('The "Big" One', "en-GB", "The ``Big'' One"),
        ("Про «Міст»", "uk", "Про ``Міст''"),
        ("Про «Міст»", "en-GB", "Про «Міст»"),
        ('K\\"oln and 5" pipes', "en-GB", 'K\\"oln and 5" pipes'),
        ("«Міст, «Ріка»", "uk", "«Міст, ``Ріка''"),
    ],
)
def test_quotations_in_titles_are_told(title: str, lang: str, written: str) -> None:
    """Citeproc gives them the marks of a quotation, or of one within another; what has no pair stays."""
    mended = entry_text(entry(title=title, doi="https://doi.org/10.1234/a"), Transliteration(), lang)

    assert f"  title = {{{written}}},\n" in mended
