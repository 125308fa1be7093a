"""What documentation says of the code is true of the code."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

from octavo.check.contrast import check_contrast
from octavo.load.brand import read_brand
from octavo.load.brand_keys import OCTAVO_KEYS
from octavo.report.explain import diagnostics_page
from octavo.source import SourceFile
from tests.support.models import make_chapter, make_publication

ROOT = Path(__file__).parents[1]


def text_of(name: str) -> str:
    """Read a file of the repository."""
    return (ROOT / name).read_text(encoding="utf-8")


def test_all_codes_are_documented() -> None:
    """`docs/diagnostics.md` is what `make docs` writes."""
    assert diagnostics_page() == text_of("docs/diagnostics.md")


def test_the_layers_are_those_that_are_enforced() -> None:
    """`docs/architecture.md` draws the layers of pyproject.toml, in their order."""
    (contract,) = tomllib.loads(text_of("pyproject.toml"))["tool"]["importlinter"]["contracts"]
    drawn = re.search(r"^```\n(cli\n.*?)^```", text_of("docs/architecture.md"), re.DOTALL | re.MULTILINE)

    assert drawn
    assert [set(layer.split(" | ")) for layer in contract["layers"]] == [
        set(line.split(" | ")) for line in drawn[1].splitlines()
    ]


def test_every_folder_of_tests_is_described() -> None:
    """`CONTRIBUTING.md` says what each folder of tests has."""
    folders = {path.name for path in (ROOT / "tests").iterdir() if path.is_dir()}
    described = set(re.findall(r"^\| `tests/(\w+)/`", text_of("CONTRIBUTING.md"), re.MULTILINE))

    assert folders - described <= {"support", "__pycache__"}
    assert described <= folders


def test_modules_that_documentation_names_are_there() -> None:
    """A path in backticks in `docs/architecture.md` is a path in `src/octavo/`, `templates/` or the root."""
    named = re.findall(r"`([a-z_]+(?:/[a-z_]+)*(?:/|\.py))`", text_of("docs/architecture.md"))
    roots = [
        ROOT,
        ROOT / "src" / "octavo",
        *(path for path in (ROOT / "src" / "octavo").iterdir() if path.is_dir()),
    ]

    assert named
    assert [name for name in named if not any((root / name).exists() for root in roots)] == []


def test_the_brand_of_the_documentation_is_valid(tmp_path: Path) -> None:
    """The example in docs/brand.md loads without a word of complaint, and can be read."""
    text = text_of("docs/brand.md")
    example = text.partition("```yaml\n")[2].partition("```")[0]
    templates = tmp_path / "templates"
    templates.mkdir()
    for name in ("logo.svg", "logo-white.svg", "mark.svg"):
        (templates / name).write_text("<svg/>", encoding="utf-8")
    brand = read_brand(SourceFile("templates/_brand.yml", example), templates, tmp_path)

    assert brand.diagnostics == ()
    assert brand.value is not None
    publication = replace(make_publication(make_chapter("# A\n\nB.\n")), brand=brand.value)
    assert list(check_contrast(publication)) == []


def test_every_setting_of_the_brand_is_documented() -> None:
    """docs/brand.md names each of octavo's own settings."""
    text = text_of("docs/brand.md")
    settings = [key for key in OCTAVO_KEYS if key != "logo-alt"]

    assert [key for key in settings if not re.search(rf"[`.]{key}\b", text)] == []
