"""What hides or deceives in a text: C013 in files and values, C061 in the names of files."""

from pathlib import Path

import pytest

from octavo.characters import is_fit, unfit_characters
from tests.support.diagnose import diagnose
from tests.support.least_publication import METADATA, write_publication


@pytest.mark.parametrize(
    "text",
    [
        "plain text, “quotes”, soft\u00adhyphen",
        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645",  # Persian needs a non-joiner
        "\u05e9\u05dc\u05d5\u05dd 1\u200f",  # Hebrew may need a mark of direction
        "\U0001f469\u200d\U0001f680",  # a woman and a rocket are an astronaut
        "1\ufe0f\u20e3 \u2764\ufe0f",  # keycap, red heart
        "\u0915\u094d\u200d\u0937",  # Hindi
    ],
)
def test_what_scripts_need_is_fit(text: str) -> None:
    """Joiners, marks and selectors are fine where their script or picture needs them."""
    assert is_fit(text)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("a\u202eb", "direction"),
        ("a\u2066b", "direction"),
        ("a\u200fb", "direction"),
        ("a\u200bb", "invisible"),
        ("a\u200db", "invisible"),
        ("a\u2060b", "invisible"),
        ("a\ufe0fb", "invisible"),
        ("a\u3164b", "invisible"),
        ("a\U000e0041b", "invisible"),
        ("a\U000e0100b", "invisible"),
        ("a\u2028b", "invisible"),
        ("a\x1bb", "control"),
        ("a\x85b", "control"),
        ("a\ue000b", "meaningless"),
        ("a\uffffb", "meaningless"),
        ("a\U0001ffffb", "meaningless"),
    ],
)
def test_what_hides_is_unfit(text: str, kind: str) -> None:
    """Beside plain letters nobody needs them, and nobody sees them; each is told at its place."""
    assert [(unfit.offset, unfit.kind) for unfit in unfit_characters(text)] == [(1, kind)]


def test_names_of_files_deceive(tmp_path: Path) -> None:
    """C061: a name that shows another name than it has."""
    root = write_publication(tmp_path / "a", {"manuscript/figures/map\u202egnp.svg": "<svg/>"})
    (found,) = [it for it in diagnose(root) if it.code == "C061"]
    assert "U+202E" in found.message


def test_codes_in_values_are_found(tmp_path: Path) -> None:
    """C013: YAML writes a character as a code, so that the file does not have it; readers would."""
    metadata = METADATA.replace("title: A Sample", 'title: "A \\u202eSample"')
    data = {"manuscript/data/loans.yaml": 'bank: "A\\u200bB"\n', "manuscript/metadata.yaml": metadata}
    found = [it for it in diagnose(write_publication(tmp_path / "a", data)) if it.code == "C013"]
    assert [it.path for it in found] == ["manuscript/data/loans.yaml", "manuscript/metadata.yaml"]
