"""Files that people break by hand: octavo reports, and never falls over."""

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.load.bibliography import Shelf, read_entries
from octavo.load.manuscript import read_chapter
from octavo.load.metadata import read_metadata
from octavo.load.tables import read_table
from octavo.source import SourceFile

ENTRIES = (
    "@book{doe2020,\n  title = {A {Title}},\n  author = {Doe, Ada},\n  year = 2020,\n}\n\n"
    '@string{press = "A Press"}\n\n'
    '@article{roe2021, title = "B", journal = press # { and more}, date = {2021-01-02}}\n'
)
METADATA = "title: A Sample\nauthor:\n  - name: Ada Sample\nlang: en-GB\nextra:\n  count: 3\n"
TABLE = 'year,price\n2020,"1,5"\n2021,2\n'
marks = st.text(alphabet="{}@,=\"'#\\\n:-[]&*!|>%()ab \t\x00é", max_size=3)


@st.composite
def broken(draw: st.DrawFn, text: str) -> str:
    """A text with some stretches replaced by marks."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        text = text[:start] + draw(marks) + text[start + draw(st.integers(0, 4)) :]
    return text


@settings(max_examples=80, deadline=None, derandomize=True)
@given(broken(ENTRIES))
def test_any_bibliography_can_be_read(text: str) -> None:
    """Every entry that is kept stands in the file as its `raw`, at its place."""
    source = SourceFile("bibliography/sources.bib", text)
    shelf = Shelf()
    read_entries(source, shelf)
    entries = list(shelf.entries.values())
    assert [entry.raw for entry in entries] == [entry.span.text for entry in entries]
    assert [entry.citekey for entry in entries] == [entry.key_span.text for entry in entries]


@settings(max_examples=80, deadline=None, derandomize=True)
@given(broken(METADATA))
def test_any_metadata_can_be_read(text: str) -> None:
    """Metadata always comes out; what is not valid is a diagnostic that names a place or a file."""
    read = read_metadata(SourceFile("manuscript/metadata.yaml", text))
    assert read.value.title
    assert [found for found in read.diagnostics if found.path != "manuscript/metadata.yaml"] == []


@settings(max_examples=60, deadline=None, derandomize=True)
@given(broken("---\n" + METADATA + "---\n# Title\n\nText [@doe2020].\n"))
def test_any_chapter_can_be_read(text: str) -> None:
    """A chapter always comes out, and its text begins inside the file."""
    chapter = read_chapter(SourceFile("manuscript/10-first.md", text)).value
    assert 0 <= chapter.body_start <= len(text)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(broken(TABLE), st.sampled_from(("prices.csv", "prices.yaml")))
def test_any_table_can_be_read(text: str, name: str) -> None:
    """A file of data always comes out under its name, so that its name is not missed as well."""
    table = read_table(SourceFile(f"manuscript/data/{name}", text)).value
    assert table is not None
    assert table.name == "prices"
