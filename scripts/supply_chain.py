#!/usr/bin/env python3
"""What octavo is made of: a bill of materials, a list of licences, and a look for known vulnerabilities.

`make sbom`, `make licences` and `make audit` run this; CycloneDX for Python and pip-audit do the work. They
live in an environment of their own, `.venv/supply`, so that they are no part of what they describe.
"""

import json
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parent.parent
RUN_LOCK, DEV_LOCK = ROOT / "requirements.lock", ROOT / "requirements-dev.lock"
BUNDLED = ROOT / "scripts" / "bundled.toml"
SBOM = ROOT / "build" / "octavo.cdx.json"
LICENCES = ROOT / "docs" / "licences.md"
NPM_LOCK = ROOT / "scripts" / "ace" / "package-lock.json"

_PIN = re.compile(r"^([\w.-]+)(?:\[[\w,]+\])?==([^\s;\\]+)", re.MULTILINE)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_CLASSIFIER = re.compile(r"^License :: (?:OSI Approved :: )?")
_SPDX = {
    "BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "MIT License": "MIT",
}
_HEAD = """# Licences

What octavo is made of, and under which terms.
octavo itself is under the MIT licence (see LICENSE).
`make licences` writes this page; `make sbom` makes a bill of materials for programs (CycloneDX 1.6).
An edition that octavo writes holds its authors' text and pictures, and subsets of its brand's typefaces.
"""


def normal(name: str) -> str:
    """Return a package's name in the form in which names are compared (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def locked(lock: Path) -> dict[str, tuple[str, tuple[str, ...]]]:
    """Read a lock file: the version and the SHA-256 sums of the files of each package."""
    text = lock.read_text("utf-8")
    pins = list(_PIN.finditer(text))
    ends = [pin.start() for pin in pins[1:]] + [len(text)]
    return {
        normal(pin[1]): (pin[2], tuple(_HASH.findall(text, pin.start(), end)))
        for pin, end in zip(pins, ends, strict=True)
    }


def bundled() -> dict[str, Any]:
    """Read the table of what no package's metadata tell."""
    return tomllib.loads(BUNDLED.read_text("utf-8"))


def bill_of_materials(found: Mapping[str, Any], pins: Mapping[str, Any], more: Mapping[str, Any]) -> Any:
    """Make the bill of what octavo needs to run from that of a whole environment.

    Packages that the lock file does not name are tools and left out; those that it names for other systems
    are there without their metadata.
    """
    installed = {normal(component["name"]): component for component in found["components"]}
    kept = [_component(name, installed.get(name), pins[name], more) for name in sorted(pins)]
    system = [_unpackaged(item) for item in more["system"]]
    references = {component["bom-ref"] for component in kept}
    root = found["metadata"]["component"]["bom-ref"]
    return {
        **found,
        "components": kept + system,
        "dependencies": _dependencies(found["dependencies"], references | {root}),
    }


def _component(
    name: str, installed: Any, pin: tuple[str, tuple[str, ...]], more: Mapping[str, Any]
) -> dict[str, Any]:
    version, sums = pin
    files = {
        "type": "distribution",
        "url": f"pkg:pypi/{name}@{version}",
        "hashes": [{"alg": "SHA-256", "content": content} for content in sums],
    }
    if installed is None:  # the lock file is for all systems, and this package for another one
        installed = {"type": "library", "bom-ref": f"{name}=={version}", "name": name, "scope": "optional"}
        installed |= {"version": version, "purl": f"pkg:pypi/{name}@{version}"}
    component: dict[str, Any] = installed | {
        "externalReferences": [*installed.get("externalReferences", ()), files]
    }
    inside = [_unpackaged(item) for item in more["inside"] if item["package"] == name]
    return component | ({"components": inside} if inside else {})


def _unpackaged(item: Mapping[str, str]) -> dict[str, Any]:
    """Describe what is no Python package: a library of the system, or something inside a package."""
    licences = [{"expression": item["licence"]}]
    return {"type": "library", "name": item["name"], "description": item["use"], "licenses": licences}


def _dependencies(edges: Iterable[Mapping[str, Any]], kept: set[str]) -> list[dict[str, Any]]:
    return [
        {**edge, "dependsOn": [name for name in edge.get("dependsOn", ()) if name in kept]}
        for edge in edges
        if edge["ref"] in kept
    ]


def licence_of(name: str, component: Mapping[str, Any] | None, more: Mapping[str, Any]) -> str:
    """Say in a few words under which licence a package is, as its metadata do."""
    if name in more["licences"]:
        return str(more["licences"][name])
    said = list[str]()
    for entry in (component or {}).get("licenses", ()):
        licence = entry.get("license", {})
        text = entry.get("expression") or licence.get("id") or licence.get("name") or ""
        plain = _CLASSIFIER.sub("", text)
        said.append(_SPDX.get(plain, plain))
    is_exact = [text for text in said if text in set(said) - set(_SPDX.values())]
    return ", ".join(dict.fromkeys(is_exact or said)) or "not stated"


def licences_page(found: Mapping[str, Any], more: Mapping[str, Any]) -> str:
    """Write docs/licences.md: packages to run, what they bring, what the system brings, and tools."""
    installed = {normal(component["name"]): component for component in found["components"]}
    run, dev = locked(RUN_LOCK), locked(DEV_LOCK)
    tools = {name: pin for name, pin in dev.items() if name not in run}

    def rows(pins: Mapping[str, Any]) -> list[str]:
        return [
            f"| {name} | {pins[name][0]} | {licence_of(name, installed.get(name), more)} |"
            for name in sorted(pins)
            if name in installed
        ]

    elsewhere = sorted(name for name in run | dev if name not in installed)
    return "\n".join(
        [
            _HEAD,
            "## Packages that octavo needs to run\n",
            *("| package | version | licence |", "| --- | --- | --- |", *rows(run)),
            "\n## What comes inside packages\n",
            *("| what | inside | licence | says | use |", "| --- | --- | --- | --- | --- |"),
            *(_row(item, "name", "package", "licence", "where", "use") for item in more["inside"]),
            "\n## Libraries of the system\n",
            *("| library | licence | use |", "| --- | --- | --- |"),
            *(_row(item, "name", "licence", "use") for item in more["system"]),
            "\n## Tools for tests and `octavo verify`, never needed to build\n",
            *("| package | version | licence |", "| --- | --- | --- |", *rows(tools)),
            "\n## Ace by DAISY and what it brings along (npm), for tests and `octavo verify`\n",
            *("| licence | packages |", "| --- | --- |", *npm_rows(NPM_LOCK)),
            f"\nThe lock files name these for other systems: {', '.join(elsewhere) or 'none'}.",
            "",
        ]
    )


def npm_rows(lock: Path) -> list[str]:
    """Write a row for each licence in a lock file of npm, with the packages under it."""
    named: dict[str, set[str]] = {}
    for place, package in json.loads(lock.read_text("utf-8"))["packages"].items():
        if place:
            name = f"{place.rpartition('node_modules/')[2]} {package['version']}"
            named.setdefault(package.get("license", "not stated"), set()).add(name)
    largest_first = sorted(named.items(), key=lambda item: (-len(item[1]), item[0]))
    return [f"| {licence} | {', '.join(sorted(names))} |" for licence, names in largest_first]


def _row(item: Mapping[str, str], *keys: str) -> str:
    return f"| {' | '.join(item[key] for key in keys)} |"


def describe_environment() -> dict[str, Any]:
    """Ask CycloneDX what is installed in `.venv`."""
    command = [_tool("cyclonedx-py"), "environment", str(ROOT / ".venv" / "bin" / "python")]
    command += ["--pyproject", str(ROOT / "pyproject.toml"), "--output-reproducible", "--validate"]
    done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # arguments are ours
    described: dict[str, Any] = json.loads(done.stdout)
    return described


def check_bill(bill: str) -> None:
    """Hold a bill to CycloneDX's own schema. Raises ValueError."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    fault = JsonStrictValidator(SchemaVersion.V1_6).validate_str(bill)
    if fault is not None:
        raise ValueError(f"the bill of materials is not CycloneDX: {fault}")


def known_vulnerabilities(answer: Mapping[str, Any]) -> tuple[list[str], int, int]:
    """Read pip-audit's answer: a line for each vulnerability, how many packages were judged, how many not."""
    lines, judged, unanswered = list[str](), 0, 0
    for package in answer["dependencies"]:
        if "skip_reason" in package:
            unanswered += 1
            continue
        judged += 1
        for fault in package["vulns"]:
            cure = (
                f"mended in {', '.join(fault['fix_versions'])}" if fault["fix_versions"] else "not mended yet"
            )
            lines.append(f"{package['name']} {package['version']}: {fault['id']}, {cure}")
    return lines, judged, unanswered


def audit() -> int:
    """Ask about every package of the lock files; 1 when one is known to be vulnerable.

    Where a registry does not tell, that is said, and is no fault of what is asked about.
    """
    return max(_audit_python(), _audit_npm())


def _audit_python() -> int:
    command = [_tool("pip-audit"), "--disable-pip", "--no-deps", "--progress-spinner=off", "--format=json"]
    command += [word for lock in (RUN_LOCK, DEV_LOCK) for word in ("--requirement", str(lock))]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # as above
    try:
        lines, judged, unanswered = known_vulnerabilities(json.loads(done.stdout))
    except ValueError:
        last = done.stderr.strip().splitlines()[-1:] or ["no answer"]
        _say(f"audit: NOT AUDITED: packages of Python: {last[0]}")
        return 0
    for line in lines:
        _say(f"audit: {line}")
    if unanswered:
        _say(f"audit: NOT AUDITED: {unanswered} packages of Python, of which the registry tells nothing")
    _say(f"audit: {judged} packages of Python judged, {len(lines)} known vulnerabilities")
    return 1 if lines else 0


def _audit_npm() -> int:
    """Ask npm about Ace, which is a tool for tests."""
    npm = shutil.which("npm")
    if npm is None:
        _say("audit: NOT AUDITED: packages of npm: there is no npm")
        return 0
    command = [npm, "audit", "--package-lock-only", "--json", "--prefix", str(NPM_LOCK.parent)]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603  # as above
    try:
        lines, judged = npm_vulnerabilities(json.loads(done.stdout))
    except (ValueError, KeyError):
        _say("audit: NOT AUDITED: packages of npm: the registry does not tell")
        return 0
    for line in lines:
        _say(f"audit: {line}")
    _say(f"audit: {judged} packages of npm judged, {len(lines)} known vulnerabilities")
    return 1 if lines else 0


def npm_vulnerabilities(answer: Mapping[str, Any]) -> tuple[list[str], int]:
    """Read npm's answer: a line for each package at fault, and how many were judged.

    Raises KeyError when it is none.
    """
    lines = [
        f"{name} (npm): {fault['severity']}, {'can be mended' if fault['fixAvailable'] else 'not mended yet'}"
        for name, fault in answer["vulnerabilities"].items()
    ]
    return lines, int(answer["metadata"]["dependencies"]["total"])


def write_bill() -> int:
    """Write the bill of materials."""
    bill = json.dumps(bill_of_materials(describe_environment(), locked(RUN_LOCK), bundled()), indent=2) + "\n"
    check_bill(bill)
    SBOM.parent.mkdir(exist_ok=True)
    SBOM.write_text(bill, "utf-8")
    _say(f"sbom: {SBOM.relative_to(ROOT)}: {len(json.loads(bill)['components'])} components")
    return 0


def write_licences() -> int:
    """Write docs/licences.md."""
    LICENCES.write_text(licences_page(describe_environment(), bundled()), "utf-8")
    _say(f"licences: {LICENCES.relative_to(ROOT)} is written")
    return 0


def _tool(name: str) -> str:
    return str(Path(sys.executable).parent / name)


def _say(line: str) -> None:
    sys.stderr.write(f"{line}\n")


if __name__ == "__main__":
    sys.exit({"sbom": write_bill, "licences": write_licences, "audit": audit}[sys.argv[1]]())
