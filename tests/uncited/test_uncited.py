"""How well octavo tells the sentences that want a source, measured against labels given by hand."""

from pathlib import Path
from typing import NamedTuple

import pytest

from octavo.check.statements import find_mark
from octavo.load.yaml_tree import parse_yaml, plain
from octavo.source import SourceFile

HERE = Path(__file__).parent


class Labelled(NamedTuple):
    sentence: str
    wants: bool
    is_held_out: bool


class Measured(NamedTuple):
    precision: float
    recall: float


def read_set(name: str) -> list[Labelled]:
    """Read a set of labelled sentences; every third of a list was held out while the rule was tuned."""
    text = (HERE / f"{name}.yaml").read_text(encoding="utf-8")
    lists = plain(parse_yaml(SourceFile(name, text)))
    return [
        Labelled(sentence, label == "yes", number % 3 == 0)
        for label in ("yes", "no")
        for number, sentence in enumerate(lists[label], 1)
    ]


def measure(sentences: list[Labelled], lang: str) -> Measured:
    """Compare what the rule says with the labels."""
    found = [it.wants for it in sentences if find_mark(it.sentence, lang)]
    return Measured(sum(found) / len(found), sum(found) / sum(it.wants for it in sentences))


def test_the_set_is_what_it_is_said_to_be() -> None:
    """150 different sentences, half in each language, as many with as without need of a source."""
    for lang in ("en", "uk"):
        sentences = read_set(lang)
        assert len({it.sentence for it in sentences}) == 75
        assert sum(it.wants for it in sentences) == 38
        assert sum(it.is_held_out for it in sentences) == 24


@pytest.mark.parametrize(
    ("lang", "name", "floor"),
    [
        ("en", "en", Measured(0.97, 0.97)),
        ("uk", "uk", Measured(0.97, 0.97)),
        ("en", "en-second", Measured(0.95, 0.95)),
        ("uk", "uk-second", Measured(0.95, 0.90)),
        ("en", "en-third", Measured(0.90, 0.85)),
        ("uk", "uk-third", Measured(0.90, 0.85)),
        ("en", "en-last", Measured(0.93, 0.80)),
        ("uk", "uk-last", Measured(0.90, 0.80)),
    ],
)
def test_precision_and_recall(lang: str, name: str, floor: Measured) -> None:
    """The rule agrees with the labels at least as well as it did when it was written."""
    sentences = read_set(name)
    parts = {"tuned on": [it for it in sentences if not it.is_held_out]}
    parts["held out"] = [it for it in sentences if it.is_held_out]
    for part, members in parts.items() if name == lang else [("all", sentences)]:
        measured = measure(members, lang)
        print(f"{name}, {part}: {measured}")  # noqa: T201 - the measurement

        assert measured.precision >= floor.precision
        assert measured.recall >= floor.recall


@pytest.mark.parametrize(
    ("sentence", "mark"),
    [
        ("Der Hafen schlug 2019 mehr um.", "2019"),
        ("Er sagte: „Wir gehen niemals fort.“", "„Wir gehen niemals fort.“"),
        ("Sie kamen am Montag.", None),
        ("Es waren 12 Schiffe.", "12"),
        ("Die S-400 und die G7 sind Namen.", None),
    ],
)
def test_other_languages(sentence: str, mark: str | None) -> None:
    """In a language that octavo has no words of, digits and quotations are found, and nothing else."""
    found = find_mark(sentence, "de-AT")

    assert mark == (sentence[slice(*found.place)] if found else None)
