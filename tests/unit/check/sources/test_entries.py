"""What the rules on entries find and let pass; tests/diagnostics has the reports in full."""

from datetime import date
from pathlib import Path

import pytest

from octavo.check.sources import SOURCE_RULES
from octavo.csl import find_style
from octavo.load.bibliography import Shelf, read_entries
from octavo.model import Bibliography, Citation
from octavo.source import SourceFile
from tests.support.models import make_chapter, make_metadata, make_publication

BOOK = {
    "author": "{Doe, Jane}",
    "title": "{A Book of Many Things}",
    "publisher": "{P}",
    "date": "{2020}",
    "langid": "{english}",
}


def found(bib: str, csl: str = "chicago-notes-bibliography", **metadata: object) -> list[str]:
    """Apply all rules to entries that are all cited; give `CODE text-at-fault`."""
    shelf = Shelf()
    read_entries(SourceFile("bibliography/sources.bib", bib), shelf)
    assert shelf.diagnostics == []
    span = SourceFile("manuscript/10.md", "x").span(0, 1)
    chapter = make_chapter("# A\n", citations=tuple(Citation(key, span) for key in shelf.entries))
    publication = make_publication(
        chapter,
        metadata=make_metadata(csl=csl, **metadata),
        bibliography=Bibliography(shelf.entries),
        csl=find_style(csl, Path()),
    )
    return [f"{one.code} {one.span.text}" for rule in SOURCE_RULES for one in rule(publication) if one.span]


def entry(kind: str = "book", *others: str, **fields: str) -> str:
    """Write an entry: that of a book, with other fields, or with "" without one of its own."""
    known = {**BOOK, **{name: f"{{{value}}}" for name, value in fields.items()}}
    written = [f"{name} = {value}" for name, value in known.items() if value != "{}"]
    return f"@{kind}{{key, {', '.join([*written, *others])}}}\n"


def test_a_good_entry_is_good() -> None:
    """A book with all that is usual."""
    assert found(entry()) == []


@pytest.mark.parametrize("kind", ["legislation", "movie", "dataset", "phdthesis", "misc", "Book"])
def test_known_kinds(kind: str) -> None:
    """Types that Pandoc turns into types of CSL, in any letter case, and the one for all else."""
    assert found(entry(kind)) == []


@pytest.mark.parametrize(("kind", "expected"), [("bok", "bok"), ("conference", "conference"), ("foo", "foo")])
def test_unknown_kinds(kind: str, expected: str) -> None:
    """Pandoc sets them as sources of no kind."""
    assert [f"C020 {expected}"] == found(entry(kind))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("auhtor = {X}", ["C021 auhtor"]),
        ("uathor = {X}", ["C021 uathor"]),
        ("tilte = {X}", ["C021 tilte"]),
        ("mynote = {X}", []),
        ("bdsk-url-1 = {X}", []),
        ("keywords = {X}", []),
    ],
)
def test_names_of_fields(field: str, expected: list[str]) -> None:
    """A slip is told from a name that its author made up."""
    assert expected == found(entry("book", field))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        (("date", "2021-09-05"), []),
        (("date", "2021-09/2021-10"), []),
        (("date", "1850~"), []),
        (("date", "2021-21"), []),
        (("date", "2021-09-05T10:00:00"), []),
        (("date", "September 2021"), ["C023 September 2021"]),
        (("date", "2021-9-5"), ["C023 2021-9-5"]),
        (("date", "5.9.2021"), ["C023 5.9.2021"]),
        (("urldate", "n.d."), ["C023 n.d."]),
        (("date", "2021-13"), ["C024 2021-13"]),
        (("date", "2023-02-29"), ["C024 2023-02-29"]),
        (("date", "2020-02-29"), []),
        (("date", "2021-04-31/2021-05"), ["C024 2021-04-31/2021-05"]),
        (("date", "2023"), ["C025 2023"]),
        (("date", "2022"), []),
        (("date", "2021/2019"), ["C025 2021/2019"]),
        (("urldate", "2019-12-31"), ["C025 2019-12-31"]),
        (("urldate", "2020-01-01"), []),
        (("urldate", "2022-02-01"), ["C025 2022-02-01"]),
    ],
)
def test_dates(field: tuple[str, str], expected: list[str]) -> None:
    """Dates that citeproc reads, that a calendar has, and that come before the edition's."""
    assert expected == found(entry("book", **dict([field])), date=date(2022, 1, 31))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("year = {2020}, month = sep", []),
        ("year = 2020, month = 9", []),
        (r"year = {{\noopsort{1986a}}1986}", []),
        ("year = {2020}, month = {sep}", ["C055 sep"]),
        ("year = {2020}, month = sept", ["C055 sept"]),
        ("year = {2020a}", ["C023 2020a"]),
    ],
)
def test_years_and_months(fields: str, expected: list[str]) -> None:
    """BibTeX's own fields are read as Pandoc reads them."""
    assert expected == found(entry("book", fields, date=""))


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("doi = {10.1234/ab_cd(2)}", []),
        ("doi = {https://doi.org/10.1234/abcd}", []),
        ("doi = {DOI 10.1234/abcd}", ["C026 DOI 10.1234/abcd"]),
        ("doi = {10.1234/abcd.}", ["C026 10.1234/abcd."]),
        (r"doi = {10.1234/ab\_cd}", [r"C026 10.1234/ab\_cd"]),
        ("doi = {abcd}", ["C026 abcd"]),
        ("isbn = {978-3-16-148410-0 (hardback), 0-8044-2957-X}", []),
        ("isbn = {978-3-16-148410-0, 0-8044-2957-1}", ["C039 978-3-16-148410-0, 0-8044-2957-1"]),
        ("issn = {0378-5955 and 2434-561X}", []),
        ("orcid = {0000-0002-1825-0098}", ["C039 0000-0002-1825-0098"]),
        ("url = {https://example.org/a b}", ["C027 https://example.org/a b"]),
        ("url = {https://example.org/?a=1&gclid=x}", ["C028 gclid=x"]),
    ],
)
def test_identifiers_and_addresses(field: str, expected: list[str]) -> None:
    """What becomes a link leads somewhere, and digits are right."""
    assert expected == found(entry("book", field))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Doe, Jane and Roe, Richard and others", []),
        ("{SMITH and Sons} and {Ministry of Things}", []),
        ("NATO", []),
        ("{J.} Doe, Jr. and McDonald, Ronald", []),
        ("Doe, Jr., Jane", []),
        ("García Márquez, Gabriel José", []),
        ("Thomas of Celano", []),
        ("DOE, JANE", ["C030 DOE, JANE"]),
        ("JANE DOE", ["C030 JANE DOE"]),
        ("Doe, Jane et al.", ["C030 Doe, Jane et al."]),
        ("Doe, Jane and et al.", ["C030 et al."]),
        ("others and Doe, Jane", ["C030 others"]),
        ("Jane Doe; Richard Roe", ["C030 Jane Doe; Richard Roe"]),
        ("Jane Doe, Richard Roe, Peter Poe", ["C030 Jane Doe, Richard Roe, Peter Poe"]),
        ("Doe, Jane (ed.)", ["C030 Doe, Jane (ed.)"]),
        ("World Health Organization", ["C031 World Health Organization"]),
        ("Кабінет Міністрів України", ["C031 Кабінет Міністрів України"]),
        ("Doe, Jane and Institute of Things", ["C031 Institute of Things"]),
        ("Ministry of Things and Use", ["C031 Ministry of Things and Use"]),
        ("Ministry of Things and Use of Nowhere", ["C031 Ministry of Things and Use of Nowhere"]),
        ("Ministry of Things and Jane Doe and others", ["C031 Ministry of Things"]),
    ],
)
def test_names(name: str, expected: list[str]) -> None:
    """Persons and bodies in all usual forms pass; what BibTeX would part wrongly does not."""
    assert expected == found(entry(author=name))


def test_an_author_who_publishes_is_a_body() -> None:
    """A name that the entry has for its institution is not a person's; in braces it is whole already."""
    assert found(entry(author="Example Bank", institution="{Example Bank}")) == ["C031 Example Bank"]
    assert found(entry(author="{Example Bank}", institution="Example Bank")) == []


@pytest.mark.parametrize(
    ("title", "langid", "expected"),
    [
        ("The Price of Things", "", []),
        ("Ціна речей", "ukrainian", []),
        ("Ціна речей", "english", ["C032 english"]),
        ("The price of things in the east", "german", ["C032 german"]),
        ("Le prix des choses dans la vie", "", ["C032 Le prix des choses dans la vie"]),
        ("{Le prix des choses dans la vie}", "", []),
        ("Die Ordnung der Dinge und das Geld", "", ["C032 Die Ordnung der Dinge und das Geld"]),
        ("Die Another Day", "", []),
        ("São Paulo Diaries", "", []),
        ("NATO AND THE PRICE OF LARGE THINGS", "", ["C033 NATO AND THE PRICE OF LARGE THINGS"]),
        ("ZAPAD 2021 Brief", "", []),
    ],
)
def test_titles(title: str, langid: str, expected: list[str]) -> None:
    """Only what is evident is said of a title's language."""
    assert expected == found(entry(title=title, langid=langid))


@pytest.mark.parametrize(
    ("langid", "expected"),
    [
        ("british", []),
        ("Ukrainian", []),
        ("uk", []),
        ("sr-Latn", []),
        ("belarusian", []),
        ("ukranian", ["C056 ukranian"]),
        ("ua", ["C056 ua"]),
        ("norwegian", ["C056 norwegian"]),
        ("українська", ["C056 українська"]),
    ],
)
def test_names_of_languages(langid: str, expected: list[str]) -> None:
    """BibLaTeX's names that Pandoc knows, and tags."""
    assert expected == found(entry(langid=langid, title="A Book"))


@pytest.mark.parametrize(
    ("csl", "title", "expected"),
    [
        ("apa", "The price of things in Belarus and Ukraine", ["C034"]),
        ("apa", "The price of things in {Belarus}: Moscow asks", []),
        ("apa", "The Price of Things in Belarus", []),
        ("chicago-notes-bibliography", "The price of things in Belarus", []),
    ],
)
def test_names_in_titles(csl: str, title: str, expected: list[str]) -> None:
    """A name is told from the words of a title in title case, and only some styles take its capital."""
    assert expected == [one.partition(" ")[0] for one in found(entry(title=title), csl)]


@pytest.mark.parametrize(
    ("csl", "kind", "fields", "expected"),
    [
        ("chicago-notes-bibliography", "article", {"journaltitle": "J"}, True),
        (
            "chicago-notes-bibliography",
            "article",
            {"journaltitle": "J", "volume": "1", "doi": "10.1234/a"},
            False,
        ),
        ("chicago-notes-bibliography", "article", {"journaltitle": "J", "entrysubtype": "newspaper"}, False),
        ("chicago-notes-bibliography", "article", {"journaltitle": "J", "pubstate": "forthcoming"}, False),
        ("chicago-notes-bibliography", "book", {"publisher": ""}, True),
        ("chicago-notes-bibliography", "book", {"publisher": "", "date": "1850", "location": "L"}, False),
        ("chicago-notes-bibliography", "online", {"url": "https://example.org/a"}, False),
        ("oscola", "online", {"url": "https://example.org/a"}, True),
        ("oscola", "online", {"url": "https://example.org/a", "urldate": "2021"}, False),
        ("gost-r-7-0-5-2008", "book", {}, True),
        ("gost-r-7-0-5-2008", "book", {"location": "L"}, False),
    ],
)
def test_what_styles_need(csl: str, kind: str, fields: dict[str, str], *, expected: bool) -> None:
    """Each style asks for what it prints of each type, and nothing else."""
    assert (["C022 key"] if expected else []) == found(entry(kind, **fields), csl)


FIRST = entry(
    author="Doe, Jane", title="The Price of Many Things", doi="10.1234/a", url="https://example.org/a"
)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"doi": "https://doi.org/10.1234/A"}, True),
        ({"title": "Price of {M}any Things: a Remark", "author": "J. Doe"}, True),
        ({"title": "The Prize of Many Things", "author": "Jane Doe and Richard Roe"}, True),
        ({"title": "The Price of Many Things", "url": "http://www.example.org/a/", "author": ""}, True),
        ({"title": "The Price of Many Things", "author": "Jane Doe", "edition": "2", "date": "2021"}, False),
        ({"title": "The Price of Many Things", "author": "Jane Doe", "doi": "10.1234/b"}, False),
        ({"title": "The Price of Many Rings", "author": "Jane Doe"}, False),
        ({"title": "Something Else Altogether", "url": "https://example.org/a"}, False),
        ({"title": "The Price of Many Things", "author": "Roe, Richard"}, False),
    ],
)
def test_one_source_under_two_keys(fields: dict[str, str], *, expected: bool) -> None:
    """Twins are found in any dress; parts, editions and strangers are none."""
    second = entry(**fields).replace("{key,", "{other,")

    assert expected == any(one.startswith("C029") for one in found(FIRST + second))


def test_many_twins_are_found_once_each() -> None:
    """Each of them is told of once, beside the first."""
    twins = [FIRST.replace("{key,", f"{{key{number},") for number in range(4)]

    assert [f"C029 {value}" for value in ["10.1234/a"] * 3] == found("".join(twins))
