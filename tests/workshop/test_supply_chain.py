import json
from pathlib import Path
from typing import Any

import pytest

from octavo.pandoc import pandoc_version
from scripts import supply_chain
from scripts.supply_chain import (
    bill_of_materials,
    bundled,
    known_vulnerabilities,
    licence_of,
    locked,
    npm_rows,
    npm_vulnerabilities,
)

FOUND: dict[str, Any] = {
    "metadata": {"component": {"bom-ref": "root"}},
    "components": [
        {
            "bom-ref": "Paper==1",
            "name": "Paper_Mill",
            "version": "1",
            "licenses": [{"license": {"id": "MIT"}}],
        },
        {"bom-ref": "tool==2", "name": "tool", "version": "2"},
    ],
    "dependencies": [{"ref": "root", "dependsOn": ["Paper==1", "tool==2"]}, {"ref": "tool==2"}],
}
OSI = "License :: OSI Approved ::"
MORE = {
    "inside": [{"package": "paper-mill", "name": "Ink", "licence": "OFL-1.1", "use": "colours"}],
    "system": [{"name": "Water", "licence": "MIT", "use": "flows"}],
    "licences": {},
}
LOCK = """paper-mill==1 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
elsewhere==3 ; sys_platform == 'win32' \\
    --hash=sha256:{b}
""".format(a="a" * 64, b="b" * 64)


def test_the_page_of_licences_tells_the_locked_versions() -> None:
    """Every package of the lock files stands in docs/licences.md, with its version (`make licences`)."""
    page = supply_chain.LICENCES.read_text("utf-8")
    pins = locked(supply_chain.DEV_LOCK) | locked(supply_chain.RUN_LOCK)
    untold = [
        name
        for name, (version, _) in pins.items()
        if f"| {name} | {version} |" not in page and name not in page.rpartition("for other systems: ")[2]
    ]
    assert untold == []
    assert "not stated" not in page


def test_the_page_of_licences_tells_what_ace_brings() -> None:
    """Every package of npm's lock file stands there, under a licence that it states."""
    page, rows = supply_chain.LICENCES.read_text("utf-8"), npm_rows(supply_chain.NPM_LOCK)
    assert [row for row in rows if row not in page] == []
    assert sum(row.count(", ") + 1 for row in rows) > 100


def test_answers_of_npm_are_read() -> None:
    """A package at fault is a line; an answer that is an error is none."""
    fault = {"severity": "high", "fixAvailable": True}
    answer = {"vulnerabilities": {"paper": fault}, "metadata": {"dependencies": {"total": 9}}}
    assert npm_vulnerabilities(answer) == (["paper (npm): high, can be mended"], 9)
    with pytest.raises(KeyError):
        npm_vulnerabilities({"message": "405 Method Not Allowed"})


def test_every_locked_file_has_its_sum() -> None:
    """No package can be installed whose content was not seen when it was locked."""
    for lock in (
        supply_chain.RUN_LOCK,
        supply_chain.DEV_LOCK,
        supply_chain.ROOT / "requirements-supply.lock",
    ):
        assert [name for name, (_, sums) in locked(lock).items() if not sums] == []


def test_what_is_said_of_pandoc_is_true() -> None:
    """The licence of Pandoc stands in the file that the page names, in the package that it names."""
    import pypandoc

    pandoc = next(item for item in bundled()["inside"] if item["name"] == "Pandoc")
    text = (Path(pypandoc.__file__).parent.parent / pandoc["where"]).read_text("utf-8")
    assert "GPL" in text
    assert "version 2 or later" in text
    assert pandoc_version()


def test_the_bill_names_what_runs_and_nothing_else(tmp_path: Path) -> None:
    """Tools stay out; what is for other systems, inside packages and of the system is named, with sums."""
    lock = tmp_path / "some.lock"
    lock.write_text(LOCK)
    bill = bill_of_materials(FOUND, locked(lock), MORE)
    assert [component["name"] for component in bill["components"]] == ["elsewhere", "Paper_Mill", "Water"]
    elsewhere, paper, _ = bill["components"]
    assert elsewhere["scope"] == "optional"
    assert [inner["name"] for inner in paper["components"]] == ["Ink"]
    sums = [entry["content"][0] for entry in paper["externalReferences"][-1]["hashes"]]
    assert sums == ["a", "b"]
    assert bill["dependencies"] == [{"ref": "root", "dependsOn": ["Paper==1"]}]


@pytest.mark.parametrize(
    ("licences", "said"),
    [
        ([{"expression": "MIT OR Apache-2.0"}], "MIT OR Apache-2.0"),
        ([{"license": {"id": "BSD-3-Clause"}}, {"license": {"name": f"{OSI} BSD License"}}], "BSD-3-Clause"),
        ([{"license": {"name": f"{OSI} Apache Software License"}}], "Apache-2.0"),
        ([], "not stated"),
    ],
)
def test_licences_in_few_words(licences: list[Any], said: str) -> None:
    """The exact name comes before the vague one of a classifier; silence is told."""
    assert licence_of("paper", {"licenses": licences}, MORE) == said


def test_vulnerabilities_and_silence_are_told_apart() -> None:
    """A package of which nothing is known is not a package without vulnerabilities."""
    answer = {
        "dependencies": [
            {"name": "old", "version": "1", "vulns": [{"id": "CVE-1", "fix_versions": ["2"]}]},
            {"name": "good", "version": "1", "vulns": []},
            {"name": "unknown", "skip_reason": "not found"},
        ]
    }
    assert known_vulnerabilities(json.loads(json.dumps(answer))) == (["old 1: CVE-1, mended in 2"], 2, 1)
