from typing import Any

import pytest

from octavo.sources.bibtex_text import plain_value, title_value
from octavo.sources.citekeys import make_citekey
from octavo.sources.drafting import Draft, date_value, draft_entry
from octavo.sources.languages import langid_of
from octavo.sources.names import name_of, name_value, names_value
from octavo.sources.page_dates import date_parts
from octavo.sources.references import Reference, identities, isbn_13, read_reference


@pytest.mark.parametrize(
    ("item", "kind", "fields"),
    [
        (
            {"type": "report", "publisher": "World Bank", "genre": "Working paper", "number": 12},
            "report",
            {"institution": "{World Bank}", "type": "Working paper", "number": "12"},
        ),
        (
            {"type": "chapter", "container-title": "The Book", "editor": [{"family": "E", "given": "F"}]},
            "incollection",
            {"editor": "E, F", "booktitle": "The Book"},
        ),
        (
            {"type": "webpage", "container-title": "Site", "publisher": "House"},
            "online",
            {"organization": "{Site}"},
        ),
        (
            {"type": "thesis", "publisher": "Uni", "genre": "PhD thesis"},
            "thesis",
            {"institution": "{Uni}", "type": "PhD thesis"},
        ),
        (
            {"type": "paper-conference", "container-title": "Proc", "event-title": "Meeting"},
            "inproceedings",
            {"booktitle": "Proc", "eventtitle": "Meeting"},
        ),
        (
            {"type": "article-magazine", "container-title": ["Mag"], "issue": "3"},
            "article",
            {"journaltitle": "{Mag}", "number": "3", "entrysubtype": "magazine"},
        ),
        (
            {"type": "legal_case", "container-title": "Reports", "volume": 2, "authority": "Court"},
            "jurisdiction",
            {"journaltitle": "{Reports}", "volume": "2", "institution": "{Court}"},
        ),
        (
            {"type": "unheard of", "URL": "https://a.example/x?utm_source=y"},
            "online",
            {"url": "https://a.example/x"},
        ),
        ({"type": "unheard of"}, "misc", {}),
        (
            {"type": "book", "URL": "http://dx.doi.org/10.5555/x", "DOI": "https://doi.org/10.5555/x"},
            "book",
            {"doi": "10.5555/x"},
        ),
        ({"type": "book", "URL": "javascript:x", "author": "nobody", "issued": 3, "volume": {}}, "book", {}),
        (
            {"type": "book", "page": "pp. 3 – 9, 12-14", "edition": "2"},
            "book",
            {"pages": "pp. 3--9, 12--14", "edition": "2"},
        ),
        (
            {"type": "book", "note": "50% true", "keyword": "a, b", "abstract": "x"},
            "book",
            {"keywords": "a, b", "annotation": "50\\% true"},
        ),
    ],
)
def test_records_become_entries(item: dict[str, Any], kind: str, fields: dict[str, str]) -> None:
    """Each kind of source has its type, and its own names for what it is part of; what is odd is left out."""
    draft = draft_entry({"title": "Ein Titel", "language": "de", **item})

    assert draft == Draft(kind, {"title": "Ein Titel", "langid": "german", **fields})


@pytest.mark.parametrize(
    ("given", "written"),
    [
        ({"date-parts": [[2021, 9, 1]]}, "2021-09-01"),
        ({"date-parts": [["2021", "9"]]}, "2021-09"),
        ({"date-parts": [[2021], [2022]]}, "2021/2022"),
        ({"date-parts": [[None]]}, ""),
        ({"date-parts": []}, ""),
        ({"raw": "2021-09-01"}, "2021-09-01"),
        ({"literal": "last year"}, ""),
        (None, ""),
    ],
)
def test_dates_are_written(given: object, written: str) -> None:
    """Dates are written in ISO 8601, as exact as they are."""
    assert date_value(given) == written


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2021-09-10T23:30:00+03:00", [2021, 9, 10]),
        ("2021/09/10/", [2021, 9, 10]),
        ("2021-09", [2021, 9]),
        ("2021", [2021]),
        ("20210910", [2021, 9, 10]),
        ("10.09.2021", [2021, 9, 10]),
        ("September 10, 2021", [2021, 9, 10]),
        ("10 Sept. 2021", [2021, 9, 10]),
        ("Sep 2021", [2021, 9]),
        ("2021-13-45", [2021]),
        ("c2021.", [2021]),
        ("12345", None),
        ("soon", None),
        ("", None),
    ],
)
def test_dates_are_read(text: str, parts: list[int] | None) -> None:
    """Dates are read as people and machines write them; what cannot be is only a year, or nothing."""
    assert date_parts(text).get("date-parts", [None])[0] == parts


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Jane Doe", "Doe, Jane"),
        ("By Jane Q. Doe", "Doe, Jane Q."),
        ("Doe, Jane", "Doe, Jane"),
        ("Ludwig van Beethoven", "van Beethoven, Ludwig"),
        ("Іван Приклад", "Приклад, Іван"),
        ("BBC News", "{BBC News}"),
        ("The Bridge", "{The Bridge}"),
        ("Міністерство оборони", "{Міністерство оборони}"),
        ("Plato", "{Plato}"),
        ("Office of Bridges, Rivers and Roads", "{Office of Bridges, Rivers and Roads}"),
        ("", ""),
    ],
)
def test_names_in_one_piece_are_taken_apart(text: str, value: str) -> None:
    """People get their parts, bodies get braces."""
    assert name_value(name_of(text)) == value


def test_names_are_joined() -> None:
    """Names are joined by "and"; what has no name is left out, and what would split is guarded."""
    names = [{"family": "A and B", "given": "C"}, {}, "x", {"name": "D &amp; E"}, {"family": "Solo"}]

    assert names_value(names) == "{A and B}, C and {D \\& E} and Solo"
    assert names_value(None) == ""


@pytest.mark.parametrize(
    ("language", "title", "langid"),
    [
        ("en-GB", "A bridge", "english"),
        ("eng", "A bridge", "english"),
        ("English", "A bridge", "english"),
        ("uk_UA", "Міст", "ukrainian"),
        ("be", "Мост", "be"),
        ("en", "Мост открыт", "russian"),
        ("en", "Міст відкрито", "ukrainian"),
        ("", "Мост адкрыты ў Брэсце", "be"),
        ("", "Мост", None),
        ("ru", "A bridge", None),
        ("", "A bridge", None),
        ("x-unknown", "A bridge", None),
    ],
)
def test_languages_are_named(language: str, title: str, langid: str | None) -> None:
    """A language is named as BibTeX names it; the letters of the title have the last word."""
    assert langid_of(language, title) == langid


@pytest.mark.parametrize(
    ("title", "value"),
    [
        ("Bridges of NATO in Kyiv were closed", "Bridges of {NATO} in {Kyiv} were closed"),
        ("Bridges in New York were closed: Minsk", "Bridges in {New York} were closed: Minsk"),
        ("The Bridges of NATO", "The Bridges of {NATO}"),
        ("THE BRIDGES OF NATO", "THE BRIDGES OF NATO"),
        (
            "H<sub>2</sub>O &amp; <b>CO<sub>2</b>",
            "{H}\\textsubscript{2}{O} \\& \\textbf{{CO}\\textsubscript{2}}",
        ),
        ('a < b and <span class="nocase">c</span> of <mml:math>d</mml:math>', "a < b and c of d"),
        ("A 5% share_of {x}", "A 5\\% share\\_of \\{x\\}"),
    ],
)
def test_titles_keep_their_capitals(title: str, value: str) -> None:
    """Braces keep the capitals of names where a title is a sentence, and odd capitals everywhere."""
    assert title_value(title, keeps_capitals=True) == value


def test_titles_of_other_languages_get_no_braces() -> None:
    """BibTeX changes no capitals of other languages."""
    assert title_value("Die Brücke von <i>Brest</i>", keeps_capitals=False) == "Die Brücke von \\emph{Brest}"
    assert plain_value("a~b^c\\d") == "a\\textasciitilde{}b\\textasciicircum{}c\\textbackslash{}d"


@pytest.mark.parametrize(
    ("fields", "key"),
    [
        (
            {"author": "van Beethoven, Ludwig and X, Y", "title": "On the bridges", "date": "2021-09"},
            "vanbeethoven2021bridges",
        ),
        ({"author": "{World Bank}", "title": "{Annual} report", "date": "2021"}, "worldbank2021annual"),
        ({"author": "{Smith and Sons}, Bo", "title": "A", "date": "2021"}, "smithandsons2021a"),
        ({"journaltitle": "{The Example Times}", "title": "Мост открыт"}, "exampletimesndmost"),
        ({"author": "Žižek, S.", "title": "\\emph{Über} alles", "date": "1999/2000"}, "zizek1999alles"),
        ({"title": "!!!"}, "anonnd"),
    ],
)
def test_citekeys_say_who_when_and_what(fields: dict[str, str], key: str) -> None:
    """A citekey is made of letters and digits that everyone can type."""
    assert make_citekey(Draft("book", fields), ()) == key


def test_citekeys_are_unique() -> None:
    """A citekey that is taken, in any letter case, gets a letter more."""
    draft = Draft("book", {"author": "Doe, J.", "title": "Bridges", "date": "2021"})
    taken = ["Doe2021bridges", "doe2021bridgesb"]

    assert make_citekey(draft, taken) == "doe2021bridgesc"
    assert (
        make_citekey(draft, [f"doe2021bridges{end}" for end in ["", *"abcdefghijklmnopqrstuvwxyz"]])
        == "doe2021bridgesbb"
    )


@pytest.mark.parametrize(
    ("given", "reference"),
    [
        ("10.5555/a.b(c)", Reference("doi", "10.5555/a.b(c)")),
        (" DOI: 10.5555/a ", Reference("doi", "10.5555/a")),
        ("http://dx.doi.org/10.5555/a", Reference("doi", "10.5555/a")),
        ("https://doi.org/10.48550/arXiv.2101.00001v3", Reference("arxiv", "2101.00001")),
        ("arXiv:2101.00001v2", Reference("arxiv", "2101.00001")),
        ("https://arxiv.org/pdf/hep-th/9901001", Reference("arxiv", "hep-th/9901001")),
        ("978-1-4028-9462-6", Reference("isbn", "9781402894626")),
        ("isbn 080442957x", Reference("isbn", "080442957X")),
        ("https://a.example/10.5555/a", Reference("url", "https://a.example/10.5555/a")),
    ],
)
def test_references_are_told_apart(given: str, reference: Reference) -> None:
    """A DOI, an ISBN, an arXiv identifier and an address are told apart however they are written."""
    assert read_reference(given) == reference


def test_sources_are_known_by_what_they_have() -> None:
    """Two ways to write one identifier are one."""
    fields = {
        "doi": "https://doi.org/10.5555/A",
        "isbn": "0-8044-2957-X",
        "url": "https://arxiv.org/abs/2101.00001v1",
    }

    assert list(identities(fields)) == [
        ("doi", "10.5555/a"),
        ("isbn", "9780804429573"),
        ("arxiv", "2101.00001"),
    ]
    assert list(identities({"eprint": "arXiv:2101.00001v2"})) == [("arxiv", "2101.00001")]
    assert list(identities({"url": "http://www.a.example/b/"})) == list(
        identities({"url": "https://a.example/b"})
    )
    assert (isbn_13("0306406152"), isbn_13("12")) == ("9780306406157", "12")


def test_particles_are_written_as_bibtex_reads_them() -> None:
    """A particle of a name may have what BibTeX takes for its own: left as it is, it would break the file."""
    name = {"family": "Doe", "given": "Jane", "non-dropping-particle": "o{\\}&", "dropping-particle": "van"}

    value = draft_entry({"title": "T", "author": [name]}).fields["author"]

    assert value == r"van o\{\textbackslash{}\}\& Doe, Jane"
