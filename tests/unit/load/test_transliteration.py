"""By which schemes Cyrillic sources are written, as the metadata say it."""

import pytest

from octavo.load.transliteration import read_transliteration
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, parse_yaml
from octavo.model import Transliteration
from octavo.source import SourceFile


def read(text: str) -> Transliteration:
    """Read `transliteration` of a metadata file."""
    root = parse_yaml(SourceFile("manuscript/metadata.yaml", f"transliteration: {text}\n"))
    assert isinstance(root, Mapping)
    return read_transliteration(root.pairs[0][1])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("iso-9", Transliteration({"uk": "iso-9", "ru": "iso-9", "be": "iso-9"})),
        ("kmu-55", Transliteration({"uk": "kmu-55"})),
        (
            "{uk: kmu-55, ru: ala-lc, original: true}",
            Transliteration({"uk": "kmu-55", "ru": "ala-lc"}, keeps_original=True),
        ),
    ],
)
def test_schemes(text: str, expected: Transliteration) -> None:
    """One scheme goes for all languages that it knows; languages may have one each."""
    assert read(text) == expected


@pytest.mark.parametrize(
    ("text", "fault", "hint"),
    [
        (
            "iso9",
            "is `iso9`, not `iso-9`, `ala-lc`, `bgn-pcgn`, `kmu-55` or `scholarly`",
            "did you mean `iso-9`?",
        ),
        (
            "{ru: kmu-55}",
            "has `kmu-55`, which does not know `ru`",
            "write one of `iso-9`, `ala-lc`, `bgn-pcgn`",
        ),
        ("{orignal: true}", "has the unknown key `orignal`", "did you mean `original`?"),
        ("{pl: iso-9}", "has the unknown key `pl`", "write a language, `uk`, `ru` or `be`, or `original`"),
    ],
)
def test_slips(text: str, fault: str, hint: str) -> None:
    """What cannot be meant is told, with what could be."""
    with pytest.raises(ValueFault) as raised:
        read(text)

    assert raised.value.message == fault
    assert raised.value.hint.startswith(hint)
