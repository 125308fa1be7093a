"""Entries as they stand in the file."""

import pytest

from octavo.load.bibliography import Shelf, read_entries
from octavo.load.bibtex import bare_value, is_key, is_value
from octavo.source import SourceFile


def shelf_of(text: str) -> Shelf:
    """Read one file."""
    shelf = Shelf()
    read_entries(SourceFile("bibliography/sources.bib", text), shelf)
    return shelf


def test_entry_stands_as_written() -> None:
    """An entry keeps its text to the letter, and knows where it and its key are."""
    raw = '@Book{ doe2020 ,\r\n  Title = {A {Title}},\r\n  note = "x, {"}y{"}",\r\n}'
    shelf = shelf_of(f"% a remark\r\n{raw}\r\n")
    entry = shelf.entries["doe2020"]
    assert (raw, raw) == (entry.raw, entry.span.text)
    assert (
        entry.key_span.text,
        entry.kind,
        entry.fields,
    ) == ("doe2020", "book", {"title": "A {Title}", "note": 'x, {"}y{"}'})


def test_strings() -> None:
    """Names of `@string` are put in, in any letter case and joined by `#` with all their blanks."""
    text = (
        '@string{press = "A Press"}\n@book{a, publisher = PRESS, title = {On } # press # { 5}, month = jan}\n'
    )
    shelf = shelf_of(text)
    assert shelf.entries["a"].fields == {"publisher": "A Press", "title": "On A Press 5", "month": "jan"}
    assert shelf.string_blocks == ['@string{press = "A Press"}']


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("@book{a, title = {x\n}\n@book{b, title = {y}}\n", ["b"]),
        ("@book{a, title}\n@book{b, title = {y}}\n", ["b"]),
        ("@book{a, title = {x} year = {2020}}\n@book{b, title = {y}}\n", ["b"]),
        ("@book{a, title = {x}},\n year = {2020}}\n@book{b, title = {y}}\n", ["b"]),
        ("@book{a b, title = {x}}\n@book{b, title = {y}}\n", ["b"]),
        ("@book{b, title = {y}}\n@book{a, title = {x}", ["b"]),
        ("@book{, title = {x}}\n@book{b, title = {y}}\n", ["b"]),
    ],
)
def test_a_broken_entry_costs_itself_only(text: str, kept: list[str]) -> None:
    """One error for the broken entry; the others are read."""
    shelf = shelf_of(text)
    assert (kept, ["L008"]) == (list(shelf.entries), [found.code for found in shelf.diagnostics])


def test_text_between_entries_is_a_remark() -> None:
    """Free text between entries is no fault."""
    shelf = shelf_of("@book{a, title = {x}}\n\nNext come books.\n\n@book{b, title = {y}}\n")
    assert (list(shelf.entries), shelf.diagnostics) == (["a", "b"], [])


@pytest.mark.parametrize(
    ("value", "bare"),
    [
        ("{a {b} c}", "a {b} c"),
        ('"a {"}b{"} c"', 'a {"}b{"} c'),
        ("{a} and {b}", "{a} and {b}"),
        ("2020", "2020"),
        ("{a\n   b}", "a b"),
        (r"{50\% \} x}", r"50\% \} x"),
        ("{a # b}", "a # b"),
        ("{}", ""),
    ],
)
def test_bare_value(value: str, bare: str) -> None:
    """Only the outer pair goes; white space is folded; nothing is decoded."""
    assert bare == bare_value(value, {})


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("{a}", True),
        ("2020", True),
        ("a # {b}", True),
        ("{a}\n b = {c}", False),
        ('"a" "b"', False),
        ("", False),
    ],
)
def test_is_value(*, value: str, expected: bool) -> None:
    """Two values in a row are none: a comma is missing."""
    assert expected == is_value(value)


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("doe2020", True),
        ("a:b/c", True),
        ("ключ", True),
        ("a--b", False),
        ("a b", False),
        ("-a", False),
        ("a.", False),
    ],
)
def test_is_key(*, key: str, expected: bool) -> None:
    """A citekey is what `@key` can hold without braces."""
    assert expected == is_key(key)


def test_fields_know_their_places() -> None:
    """A field's place covers its value as it stands in the file, without its outer braces or quotes."""
    entry = shelf_of(
        '@book{a,\n  Title = {A {Title}, so},\n  note = "x, {"}y",\n year = 2020,\n  month = jan # { 5}\n}'
    ).entries["a"]

    assert {name: span.text for name, span in entry.field_spans.items()} == {
        "title": "A {Title}, so",
        "note": 'x, {"}y',
        "year": "2020",
        "month": "jan # { 5}",
    }
    assert (entry.place("date", "year").text, entry.place("url").text) == ("2020", "a")


def test_strings_that_double_each_other_are_told() -> None:
    """A few lines of `@string` could fill the memory; what comes to too much is told and left out."""
    lines = [
        '@string{a0 = "xxxxxxxx"}',
        *(f"@string{{a{i} = {' # '.join([f'a{i - 1}'] * 8)}}}" for i in range(1, 8)),
    ]

    shelf = shelf_of("\n".join([*lines, "@book{b, title = a7}"]))

    assert [found.code for found in shelf.diagnostics] == ["L008"]
    assert max(map(len, shelf.strings.values())) <= 100_000


def test_a_word_with_a_sign_in_a_value_is_no_field() -> None:
    """What looks like a field within another's braces does not take that field's place."""
    entry = shelf_of("@book{a,\n  title = {On note = 5},\n  note = {so},\n}").entries["a"]

    assert entry.field_spans["note"].text == "so"
