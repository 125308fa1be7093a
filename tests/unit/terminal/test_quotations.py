import hashlib
import json
from pathlib import Path

from typer.testing import CliRunner, Result

from octavo.cli import app
from tests.support.least_publication import write_publication

SAID = "The committee of this invented country met again and moved nothing."
TEXT = """# First

“The committee of this invented country”.[@board] “The committee of this new country met”.[@board]
“Nobody has ever seen the river”.[@board]

“Nobody has ever seen the river”.[@other] “[Nobody ever saw the river]{.translated}”.[@other]
"""


def run(root: Path, *options: str) -> Result:
    """List the quotations of a made-up publication."""
    entry = "@online{{{0}, title = {{On {0}}}, url = {{https://a.example/{0}}}}}\n"
    digest = hashlib.sha256(SAID.encode()).hexdigest()
    path = "bibliography/archive/board/text.txt"
    lock = (
        f'[board]\nurl = "https://a.example/board"\nfetched = 2024-02-03\ncontent_type = "text/plain"\n'
        f'page = "{path}"\npage_sha256 = "{digest}"\ntext = "{path}"\ntext_sha256 = "{digest}"\n'
    )
    files = {
        "bibliography/sources.bib": entry.format("board") + entry.format("other"),
        "bibliography/sources.lock": lock,
        path: SAID,
        "manuscript/10-first.md": TEXT,
    }
    write_publication(root, files)
    return CliRunner().invoke(app, ["sources", "quotations", str(root), *options])


def test_quotations_as_lines(tmp_path: Path) -> None:
    """What wants care comes first; each line has verdict, place, sources and words, the last one counts."""
    assert run(tmp_path).stdout.splitlines() == [
        "not found     10-first.md:4  board  “Nobody has ever seen the river”",
        "near          10-first.md:3  board  “The committee of this new country met”",
        "not archived  10-first.md:6  other  “Nobody has ever seen the river”",
        "translated    10-first.md:6  other  “Nobody ever saw the river”",
        "exact         10-first.md:3  board  “The committee of this invented country”",
        "5 quotations: 1 exact, 1 translated, 1 not archived, 1 near, 1 not found",
    ]


def test_quotations_for_programs(tmp_path: Path) -> None:
    """An object has the verdict, the words, where they stand, and how they differ."""
    found = json.loads(run(tmp_path, "--report", "json").stdout)

    assert [one["verdict"] for one in found] == ["exact", "near", "missing", "unknown", "translated"]
    assert found[1] == {
        "verdict": "near",
        "text": "The committee of this new country met",
        "citekeys": ["board"],
        "source": "board",
        "quoted": "new",
        "printed": "invented",
        "file": "manuscript/10-first.md",
        "line": 3,
        "column": 52,
    }


def test_publications_without_quotations(tmp_path: Path) -> None:
    """Nothing is counted as nothing; a folder without a publication ends with status 1."""
    write_publication(tmp_path / "least", {})

    assert (
        CliRunner().invoke(app, ["sources", "quotations", str(tmp_path / "least")]).stdout == "0 quotations\n"
    )
    assert CliRunner().invoke(app, ["sources", "quotations", str(tmp_path)]).exit_code == 1
