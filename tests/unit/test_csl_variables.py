"""What a style prints of a source."""

from pathlib import Path

import pytest

from octavo.csl import find_style, style_text
from octavo.csl.variables import StylePrints

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<macro name="who"><names variable="author"><substitute><names variable="editor"/><text variable="publisher"/>
</substitute></names></macro>
<macro name="loop"><text macro="loop"/><text variable="page"/></macro>
<citation><layout><!-- a remark --><text macro="who"/><choose><!-- a remark --><if position="ibid"><text
variable="note"/></if><else-if type="book" match="none" variable="URL"><text variable="title"
text-case="title"/></else-if><else><text macro="loop" text-case="lowercase"/></else></choose></layout>
</citation><bibliography><layout><choose><if type="book"><number variable="volume"/></if></choose></layout>
</bibliography>
</style>"""


@pytest.mark.parametrize(
    ("kind", "given", "expected"),
    [
        (
            "book",
            "author editor publisher volume note page",
            {"author": "", "page": "lowercase", "volume": ""},
        ),
        ("report", "editor publisher title volume", {"editor": "", "title": "title"}),
        ("report", "publisher title URL page", {"publisher": "", "page": "lowercase"}),
    ],
)
def test_style_prints(kind: str, given: str, expected: dict[str, str]) -> None:
    """Conditions are decided, what stands in for a name is printed for want of it, a loop of macros ends."""
    printed = StylePrints(STYLE).prints(kind, given.split())

    assert {name: frozenset([case]) for name, case in expected.items()} == printed


@pytest.mark.parametrize(
    ("name", "kind", "expected"),
    [
        ("chicago-notes-bibliography", "article-journal", {"page", "volume"}),
        ("chicago-notes-bibliography", "book", {"publisher"}),
        ("oscola", "webpage", {"accessed"}),
        ("oscola", "article-journal", {"volume", "page"}),
        ("mhra-notes", "chapter", {"page", "publisher"}),
        ("gost-r-7-0-5-2008", "book", {"publisher", "publisher-place"}),
    ],
)
def test_styles_of_the_world(name: str, kind: str, expected: set[str], tmp_path: Path) -> None:
    """What is asked for in these styles' own guides is found in their files."""
    style = find_style(name, tmp_path)
    assert style is not None
    given = ["author", "title", "container-title", "issued", "URL" if kind == "webpage" else "editor"]
    asked = ["page", "volume", "publisher", "publisher-place", "accessed"]

    printed = StylePrints(style_text(style)).prints(kind, [*given, *asked])

    assert expected == expected & set(printed)
