"""Templates of one's own, as docs/templates.md tells to make them."""

import re
import zipfile
from pathlib import Path

import pytest
from jinja2 import meta, nodes

from octavo.house import house_templates_path
from octavo.templating import house_environment
from octavo.terminal.templates import template_names, template_text
from tests.support.brand_views import read_pages
from tests.support.builds import REPOSITORY, editions, octavo
from tests.support.least_publication import write_publication

PAGE = (REPOSITORY / "docs" / "templates.md").read_text(encoding="utf-8")


def test_every_template_is_documented() -> None:
    """The page names each file of the house style, and none that is not there."""
    named = set(re.findall(r"^\| (`[^|]+`) \| [^|]+ \|$", PAGE, re.MULTILINE))
    listed = {name for cell in named for name in re.findall(r"`([\w/.-]+\.j2)`", cell)}

    assert listed == {name for name in template_names() if name.endswith(".j2")}


def test_every_value_is_documented() -> None:
    """Each name that a template takes from outside stands on the page."""
    environment = house_environment((house_templates_path(),))
    used: set[str] = set()
    for template in template_names():
        if template.endswith(".j2"):
            tree = environment.parse(template_text(template))
            own = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "store"}
            used |= meta.find_undeclared_variables(tree) - own

    assert sorted(name for name in used if f"`{name}`" not in PAGE) == []


@pytest.mark.slow
def test_the_example_is_true(tmp_path: Path) -> None:
    """The page's own template replaces the house style's in the PDF and the EPUB; nothing else is copied."""
    example = re.search(r"```jinja\n(.*?)```", PAGE, re.DOTALL)
    assert example
    root = write_publication(tmp_path / "own", {})
    assert octavo("templates", "copy", "parts/colophon.html.j2", root).returncode == 0
    (root / "templates" / "parts" / "colophon.html.j2").write_text(example[1], encoding="utf-8")

    done = octavo("build", root, "--report", "json")

    assert (done.stdout, done.returncode) == ("[]\n", 0)
    paths = editions(root)
    with zipfile.ZipFile(paths[".epub"]) as archive:
        pages = [archive.read(name).decode() for name in archive.namelist() if name.endswith(".xhtml")]
    assert any("Thank you for reading." in page for page in pages)
    assert "Thank you for reading." in read_pages(paths[".pdf"])[-1].text


@pytest.mark.slow
def test_the_fault_of_the_page_is_reported_so(tmp_path: Path) -> None:
    """The report that the page shows is the one that its mistake gets, on one line of one's own template."""
    shown = re.search(r"```\n(error\[W003\].*?)```", PAGE, re.DOTALL)
    assert shown
    wrong = "{## A comment. ##}\n<p>{{ words.colophon }}</p>\n<p>{{ metadata.titel }}</p>\n"
    root = write_publication(tmp_path / "own", {"templates/parts/colophon.html.j2": wrong})

    done = octavo("build", root, "--format", "pdf")

    assert done.returncode == 1
    assert shown[1] in done.stderr
