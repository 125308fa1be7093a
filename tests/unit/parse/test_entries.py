"""Entries as citeproc reads them."""

from octavo.model import Entry, Transliteration
from octavo.parse.entries import entry_text, printed_fields
from octavo.source import SourceFile
from octavo.transforms.title_notes import CLOSE, OPEN

KMU = Transliteration({"uk": "kmu-55"})


def entry(**fields: str) -> Entry:
    """Make an entry with these fields."""
    span = SourceFile("bibliography/a.bib", "@book{a,}").span(0, 1)
    return Entry("a", "book", fields, "@book{a,}", span, span)


def test_an_entry_stays_as_it_stands() -> None:
    """Without a wish, or in another language, the text of the file is handed on."""
    assert entry_text(entry(title="Мости", langid="ukrainian"), Transliteration()) == "@book{a,}"
    assert entry_text(entry(title="Мосты", langid="russian"), KMU) == "@book{a,}"
    assert entry_text(entry(title="Bridges", langid="english"), KMU) == "@book{a,}"


def test_words_are_written_in_latin_letters() -> None:
    """All that is printed is; keywords, by which sections go, are not."""
    cyrillic = entry(
        author="Юрків, Яна and {Спілка мостів}",
        title="{Мости}",
        keywords="мости",
        month="may",
        langid="uk-UA",
    )

    assert entry_text(cyrillic, KMU) == (
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
