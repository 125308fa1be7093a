"""What editions were made with."""

from importlib.metadata import Distribution, PackageNotFoundError, distribution, version
from pathlib import Path

import pytest

from octavo.publish import tools


def test_packages_are_those_that_octavo_requires() -> None:
    """Packages of packages and of extras are told with their versions, what only tests need is not."""
    found = tools.package_versions()
    assert found["weasyprint"] == version("weasyprint")
    assert {"pydyf", "tinycss2", "brotli", "fontpkg-spectral", "pypdfium2"} <= set(found)
    assert {"octavo", "pytest", "hypothesis", "ruff"} & set(found) == set()


def test_packages_are_known_where_octavo_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    """`make` uses octavo from its folder: what it requires stands in pyproject.toml then."""

    def missing(name: str) -> Distribution:
        if name == "octavo":
            raise PackageNotFoundError
        return distribution(name)

    expected = tools.package_versions()
    monkeypatch.setattr(tools, "distribution", missing)
    tools.package_versions.cache_clear()
    in_place = tools.package_versions()
    tools.package_versions.cache_clear()
    assert in_place == expected


def test_a_library_that_is_not_there_is_nothing() -> None:
    """Each tool has its name, whether it is there or not."""
    found = tools.tool_versions({"pango": "1.50.12", "harfbuzz-subset": None})
    assert (found["pango"], found["harfbuzz-subset"], found["fontconfig"]) == ("1.50.12", None, None)
    assert {"octavo", "python", "pandoc", "zlib", "platform"} <= set(found)


def test_the_house_style_is_part_of_the_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A changed template changes the checksum, a hidden file does not."""
    (tmp_path / "page.j2").write_text("one", encoding="utf-8")
    monkeypatch.setattr(tools, "house_templates_path", lambda: tmp_path)
    tools.code_digest.cache_clear()
    first = tools.code_digest()
    (tmp_path / ".hidden").write_text("x", encoding="utf-8")
    tools.code_digest.cache_clear()
    second = tools.code_digest()
    (tmp_path / "page.j2").write_text("two", encoding="utf-8")
    tools.code_digest.cache_clear()
    third = tools.code_digest()
    tools.code_digest.cache_clear()
    assert first == second != third


def test_the_lock_is_the_one_beside_the_publication(tmp_path: Path) -> None:
    """Where nothing is pinned there is nothing to tell."""
    nothing = tools.lock_digest(tmp_path)
    (tmp_path / "requirements.lock").write_bytes(b"made-up==1\n")
    assert nothing is None
    assert tools.lock_digest(tmp_path)
