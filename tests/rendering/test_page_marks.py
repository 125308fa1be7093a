"""The EPUB says where the PDF's pages begin: each mark stands before the first words of its page."""

import zipfile

import pytest
from lxml import etree

from tests.support.builds import Builder, editions
from tests.support.page_marks import marks_of, pages_of

pytestmark = pytest.mark.slow

_FIRST = 7
"""So many letters tell a place; the number of a note may stand behind them on the page, not in the text."""
_RUNNING_HEAD = 90


@pytest.mark.parametrize("name", ["small", "every-construct", "analysis"])
def test_each_page_begins_where_its_mark_stands(built: Builder, name: str) -> None:
    """Marks name all pages, with the folios of the PDF, and the words after each open its page."""
    files = editions(built(name).root)
    pages, marks = pages_of(files[".pdf"]), marks_of(files[".epub"])
    astray = {
        mark.label: (mark.after[:_FIRST], pages[mark.label][:_RUNNING_HEAD])
        for mark in marks
        if mark.after[:_FIRST] not in pages[mark.label][:_RUNNING_HEAD]
    }
    assert astray == {}
    assert sorted(mark.label for mark in marks) == sorted(label for label, text in pages.items() if text)


def test_the_list_of_pages_leads_to_the_marks_in_order(built: Builder) -> None:
    """It goes with the text, names the PDF, and leads to each mark once."""
    path = editions(built("analysis").root)[".epub"]
    with zipfile.ZipFile(path) as archive:
        navigation = etree.fromstring(archive.read("EPUB/nav.xhtml"))
        package = archive.read("EPUB/package.opf").decode()
    links = navigation.findall(".//{*}nav[@role='doc-pagelist']//{*}a")
    marks = {(f"{mark.page}#pdf.page.{mark.label}", mark.label) for mark in marks_of(path)}
    assert [link.text for link in links] == [str(number) for number in range(1, len(links) + 1)]
    assert {(link.get("href"), link.text) for link in links} == marks
    assert '<meta property="pageBreakSource">union-in-instalments.pdf, ' in package
    assert "<dc:source>union-in-instalments.pdf, " in package
