"""YAML without surprises, with places."""

import pytest

from octavo.load.yaml_tree import Mapping, YamlFault, parse_yaml, plain
from octavo.source import SourceFile


def source_of(text: str) -> SourceFile:
    """Make a source of a text."""
    return SourceFile("sample.yaml", text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1984", 1984),
        ("'1984'", "1984"),
        ("-2.50", -2.5),
        ("1e3", 1000.0),
        ("true", True),
        ("no", "no"),
        ("NULL", None),
        ("007", "007"),
        ("1_000", "1_000"),
        ("12:30:45", "12:30:45"),
        ("2021-09-10", "2021-09-10"),
        (".nan", ".nan"),
        ("0x1F", "0x1F"),
    ],
)
def test_scalars(text: str, value: object) -> None:
    """Numbers and booleans are what YAML 1.2 says; all that could surprise stays text."""
    actual = plain(parse_yaml(source_of(f"x: {text}\n")))
    assert repr({"x": value}) == repr(actual)


def test_places_in_a_part_of_a_file() -> None:
    """Spans point into the whole file even when a part of it was parsed."""
    source = source_of("---\r\nmatter: front\r\n---\r\ntext")
    tree = parse_yaml(source, 5, 20)
    assert isinstance(tree, Mapping)
    assert [(key.span.text, value.span.text) for key, value in tree.pairs] == [("matter", "front")]


@pytest.mark.parametrize(
    ("text", "message", "place"),
    [
        ("a: &x 1\nb: *x\n", "anchors and aliases (`&` and `*`) are not allowed", "&x 1"),
        ("a: !!python/name:os 1\n", "tags (`!`) are not allowed", "!!python/name:os 1"),
        ("a: 1\na: 2\n", "key `a` is given twice", "a"),
        ("a:\n\t- b\n", "a tab stands where spaces must", "\t"),
        ("a: 1\n---\nb: 2\n", "a second document begins here", "---"),
        ("? [a]\n: 1\n", "a key must be a word or phrase", "[a]"),
        ("[" * 200 + "]" * 200, "more than 60 levels of nesting", "["),
    ],
)
def test_refused(text: str, message: str, place: str) -> None:
    """What makes a text mean something else than it says is refused where it stands."""
    with pytest.raises(YamlFault) as caught:
        parse_yaml(source_of(text))
    assert (message, place) == (caught.value.message, caught.value.span.text)


def test_deep_nesting_does_not_exhaust_the_stack() -> None:
    """A hundred thousand brackets are a fault like any other."""
    with pytest.raises(YamlFault):
        parse_yaml(source_of("[" * 100_000))
