"""veraPDF, the reference validator, passes what octavo writes as PDF/A-3a and as PDF/UA-1."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest
from PIL import Image

from octavo.load import load_publication
from octavo.model import SourceRecords
from octavo.parse import parse_rendering
from octavo.progress import Silent
from octavo.render import render_publication
from octavo.verify.pdf.access import find_access_faults
from octavo.verify.pdf.conformance import PROFILES, NoVerdict, Verdict, judge
from octavo.verify.pdf.tree import read_tree
from octavo.write.engine import Engine
from octavo.write.pdf import write_pdf
from tests.support.broken_pdfs import break_pdf
from tests.support.builds import Builder, editions
from tests.support.models import make_chapter, make_document, make_publication
from tests.support.specimens import BRANDS

pytestmark = pytest.mark.slow

SOUND = ("every-construct", "oddities", "analysis", *BRANDS)
RULES = {"3a": 155, "ua1": 106}
BREACHES = {
    "language": ("ua1", "7.2"),
    "title": ("ua1", "7.1"),
    "alternatives": ("ua1", "7.3"),
    "heading": ("ua1", "7.4.2"),
    "tags": ("ua1", "7.1"),
    "note": ("ua1", "7.9"),
    "font": ("3a", "6.2.11.4.1"),
    "flipped": ("3a", "6.2.11.4.1"),
    "relationship": ("3a", "6.8"),
    "claim": ("ua1", "5"),
}
"""What breaks which clause of ISO 14289-1 (`ua1`) or ISO 19005-3 (`3a`)."""

QUICKLY_FOUND: Mapping[str, set[str]] = {
    "every-construct": set(),
    "language": {"V051"},
    "alternatives": {"V053"},
    "claim": {"V054"},
    "relationship": {"V054"},
    "flipped": {"V056"},
}
"""What the checks of every build say of some of these files."""

METADATA = 'title: Odd “things” (and) слово\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: uk\n'
ODDITIES = """# Перша

##### A fifth level below a first

::: {lang=de}
Ein Absatz.^[Eine Anmerkung.]
:::

1. a

   i. b

      - c

2. d [a link that is so long that it must be broken over a line of the page, since no line has room for
   all of its words](https://made-up.example/long)

+---+---+
| A | B |
+===+===+
| - one | x^[Where nobody expects it.] |
| - two | |
+---+---+

| line
|   block

Term

:   Definition.

    Its second paragraph.
"""
PICTURES = {"press.jpg": "CMYK", "grey.jpg": "L", "glass.png": "RGBA", "few.png": "P", "bit.png": "1"}
"""Pictures by file name, and their kinds of colours; the first has those of a printing press."""


def oddities(root: Path) -> Path:
    """Lay out what authors do and nobody expects."""
    figures = root / "manuscript" / "figures"
    figures.mkdir(parents=True)
    for name, mode in PICTURES.items():
        Image.new(mode, (12, 8), 1 if len(mode) == 1 else (10, 200, 30, 40)).save(figures / name)
    images = [f"![{name}](figures/{name}){{alt='Made-up'}}" for name in PICTURES]
    text = "\n\n".join([ODDITIES, *images])
    (root / "manuscript" / "1.md").write_text(text, encoding="utf-8")
    (root / "manuscript" / "metadata.yaml").write_text(METADATA, encoding="utf-8")
    return root


def write(root: Path, engine: Engine) -> Path:
    """Write the PDF of a publication; nobody asks here whether it says what the text says."""
    publication = load_publication(root).value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    artifact = write_pdf(document, engine, Silent()).value
    assert artifact is not None
    return artifact.path


@pytest.fixture(scope="module")
def paths(specimens: Builder, built: Builder, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    """Write all PDFs, the sound and the broken ones, and give them by name."""
    folder = tmp_path_factory.mktemp("pdfs")
    found = {brand: editions(specimens(brand).root)[".pdf"] for brand in BRANDS}
    found["analysis"] = editions(built("analysis").root)[".pdf"]
    shutil.copytree(Path(__file__).parent / "every-construct", folder / "every-construct")
    with Engine() as engine:
        found["every-construct"] = write(folder / "every-construct", engine)
        found["oddities"] = write(oddities(folder / "oddities"), engine)
    return found | break_pdf(found["every-construct"], folder)


@pytest.fixture(scope="module")
def verdicts(paths: Mapping[str, Path]) -> Mapping[tuple[str, str], Verdict]:
    """Ask veraPDF once about all PDFs, and give what it says by name and profile."""
    names = {path: name for name, path in paths.items()}
    try:
        return {(names[verdict.path], verdict.profile): verdict for verdict in judge(list(names))}
    except NoVerdict as reason:
        pytest.skip(str(reason))


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("name", SOUND)
def test_pdf_conforms(verdicts: Mapping[tuple[str, str], Verdict], name: str, profile: str) -> None:
    """No rule is broken, whatever the brand and whatever stands in the manuscript."""
    verdict = verdicts[name, profile]

    assert (verdict.error, [str(rule) for rule in verdict.broken]) == (None, [])
    assert verdict.is_conformant


@pytest.mark.parametrize("name", BREACHES)
def test_gate_sees_what_is_broken(verdicts: Mapping[tuple[str, str], Verdict], name: str) -> None:
    """A file that is broken in one way does not pass, and the clause that it breaks is named."""
    profile, clause = BREACHES[name]

    assert clause in {rule.clause for rule in verdicts[name, profile].broken}


@pytest.mark.parametrize("profile", PROFILES)
def test_gate_refuses_half_a_file(verdicts: Mapping[tuple[str, str], Verdict], profile: str) -> None:
    """A file without its end does not pass."""
    assert not verdicts["truncated", profile].is_conformant


@pytest.mark.parametrize("profile", PROFILES)
def test_gate_knows_all_rules(verdicts: Mapping[tuple[str, str], Verdict], profile: str) -> None:
    """The profiles are whole: a new release of the validator that lost rules would pass too much."""
    assert {verdict.rules for (_, known), verdict in verdicts.items() if known == profile} == {RULES[profile]}


@pytest.mark.parametrize("name", QUICKLY_FOUND)
def test_quick_checks_see_it_too(paths: Mapping[str, Path], name: str) -> None:
    """What every build looks for is found without a validator, and nothing else is said."""
    sources = SourceRecords(({"id": "madeup2020"},))
    document = make_document(make_publication(make_chapter("")), sources=sources)

    found = {fault.code for fault in find_access_faults(document, read_tree(paths[name]))}

    assert found == QUICKLY_FOUND[name]
