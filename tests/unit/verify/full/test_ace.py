"""What Ace reports becomes faults in an author's words."""

import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from octavo.codes import Severity
from octavo.verify.full import ace
from octavo.verify.full.running import Ended
from octavo.verify.full.validator import Fault, GaveUp, NotChecked


def finding(rule: str, impact: str, html: str = "") -> Mapping[str, Any]:
    """One place at which a rule does not hold, as Ace writes it."""
    result = {
        "dct:description": f"{rule} fails\nmore of it",
        "earl:pointer": {"css": ["p > a"]},
        "html": html,
    }
    return {"earl:test": {"dct:title": rule, "earl:impact": impact}, "earl:result": result}


def report(*found: Mapping[str, Any]) -> Mapping[str, Any]:
    """A report about a book of one page."""
    return {"assertions": [{"earl:testSubject": {"url": "01-first.xhtml"}, "assertions": list(found)}]}


@pytest.fixture
def reports(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Stand in for Ace: `report.json` in this folder is what it writes; give the path of a book."""

    def run(command: list[str], **_: object) -> Ended:
        folder = Path(command[command.index("--outdir") + 1])
        folder.mkdir()
        if (tmp_path / "report.json").exists():
            (tmp_path / "report.json").rename(folder / "report.json")
        return Ended(0, b"", "first\nlast words")

    monkeypatch.setattr(ace, "run", run)
    monkeypatch.setattr(ace, "_program", lambda: "ace-cli")
    monkeypatch.setattr(ace, "_browser", lambda: "chromium")
    path = tmp_path / "book.epub"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
    return path


def write(path: Path, content: Mapping[str, Any]) -> None:
    """Lay down what Ace will write."""
    path.with_name("report.json").write_text(json.dumps(content), encoding="utf-8")


def test_each_rule_is_told_once_for_a_page(reports: Path) -> None:
    """With the first place, the words by which its author finds it, and how often it was found."""
    html = '<p xmlns="http://www.w3.org/1999/xhtml">Some <img src="media/01-dot.png" alt=""/> words</p>'
    write(
        reports,
        report(
            finding("image-alt", "critical", html), finding("image-alt", "critical"), finding("new", "minor")
        ),
    )
    answer = ace.examine(reports)
    assert answer.extent == "1 pages"
    assert answer.faults == (
        Fault(
            "V064",
            "Ace image-alt",
            "a picture has no words in its place, and who listens learns nothing of it",
            'describe it: `![Caption](figures/name.svg){alt="What it shows"}`',
            said="image-alt fails",
            place="`01-first.xhtml`, `p > a`",
            near=("media/01-dot.png", "Some words"),
            severity=Severity.ERROR,
            times=2,
        ),
        Fault(
            "V064",
            "Ace new",
            "something on this page cannot be read or reached by everybody",
            "if the publication has its own `templates/epub/`, look there; else please report it",
            said="new fails",
            place="`01-first.xhtml`, `p > a`",
            severity=Severity.WARNING,
        ),
    )


def test_a_book_without_barriers_has_no_faults(reports: Path) -> None:
    """Ace ends with 0 in both cases: only the report tells."""
    write(reports, report())
    assert ace.examine(reports).faults == ()


def test_no_report_is_no_pass(reports: Path) -> None:
    """When Ace crashes nobody knows what it would have said."""
    with pytest.raises(GaveUp, match="Ace wrote no report last words"):
        ace.examine(reports)


def test_a_book_with_a_script_is_not_opened(reports: Path) -> None:
    """Ace would run it, in a browser without a sandbox."""
    with zipfile.ZipFile(reports, "a") as archive:
        archive.writestr("a.xhtml", "<html><script>alert(1)</script></html>")
    write(reports, report())
    with pytest.raises(NotChecked, match=r"`a\.xhtml` has the element `script`"):
        ace.examine(reports)
    assert reports.with_name("report.json").exists()


def test_without_ace_nothing_is_checked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The reason and the cure are told."""
    monkeypatch.setattr("sys.prefix", str(tmp_path))
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NotChecked, match="Ace by DAISY is not installed") as caught:
        ace.examine(tmp_path / "book.epub")
    assert "npm install" in caught.value.cure
