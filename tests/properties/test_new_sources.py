"""Whatever services and programs send, what is written can be read, and a second time is the same source."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.load.bibliography import Shelf, read_entries
from octavo.load.bibtex import is_key
from octavo.source import SourceFile
from octavo.sources.citekeys import make_citekey
from octavo.sources.drafting import draft_entry
from octavo.sources.layout import lay_out
from octavo.sources.page import page_record, read_tags
from octavo.sources.page_text import parse_html
from octavo.sources.references import identities
from octavo.sources.ris import read_ris

ODD = st.text(max_size=20) | st.text('ab {}\\"#%@,=&;<>/~^_$\n\t', max_size=20)
NAME = st.fixed_dictionaries({}, optional=dict.fromkeys(("family", "given", "literal", "suffix"), ODD))
NUMBERS = st.lists(st.lists(st.integers(-1, 3000) | ODD | st.none(), max_size=4), max_size=3)
TEXTS = (
    *(
        "title",
        "subtitle",
        "container-title",
        "collection-title",
        "publisher",
        "publisher-place",
        "title-short",
    ),
    *("volume", "issue", "number", "page", "edition", "genre", "keyword", "note", "language", "event"),
    *("DOI", "ISBN", "URL", "eprint", "eprinttype", "eprintclass"),
)
MEMBERS: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(TEXTS, ODD | st.lists(ODD, max_size=2) | st.integers() | st.none()),
    "type": st.sampled_from(["book", "article-journal", "webpage", "report", "thesis", "chapter", "x"]) | ODD,
    "author": st.lists(NAME | ODD, max_size=3) | ODD,
    "editor": st.lists(NAME, max_size=2),
    "issued": st.fixed_dictionaries({"date-parts": NUMBERS}) | ODD,
    "accessed": st.fixed_dictionaries({"raw": ODD}),
}
ITEMS = st.fixed_dictionaries({}, optional=MEMBERS)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(ITEMS)
def test_any_record_becomes_an_entry_that_can_be_read(item: dict[str, Any]) -> None:
    """A record of any content is one whole entry, with the fields that were meant and a citekey to cite."""
    draft = draft_entry(item)
    key = make_citekey(draft, ())
    shelf = Shelf()

    read_entries(SourceFile("a.bib", lay_out(draft.entry_text(key)) + "\n"), shelf)

    assert shelf.diagnostics == []
    (entry,) = shelf.entries.values()
    assert is_key(key)
    assert (entry.citekey, entry.kind) == (key, draft.kind)
    assert entry.fields == {name: " ".join(value.split()) for name, value in draft.fields.items()}
    assert list(identities(entry.fields)) == list(identities(draft.fields))


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.text("TYAUTIERPSN - JOUR\nabc,12/", max_size=80).map("TY  - JOUR\n{}".format) | ODD)
def test_any_text_is_read_as_ris(text: str) -> None:
    """No text breaks the reader of RIS."""
    for item in read_ris(text):
        draft_entry(item)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    st.lists(
        st.sampled_from(["title", "dc.date", "og:title", "citation_doi", "author", "og:site_name"]),
        max_size=4,
    ),
    st.recursive(
        ODD | st.none() | st.integers(),
        lambda inner: (
            st.lists(inner, max_size=2)
            | st.dictionaries(
                st.sampled_from(["@type", "@graph", "author", "name", "headline", "publisher"]), inner
            )
        ),
        max_leaves=8,
    ),
    ODD,
)
def test_any_page_has_a_record(tags: list[str], linked: object, text: str) -> None:
    """No page breaks the reader of pages, whatever its tags and its data say."""
    import html
    import json

    quoted = html.escape(text)
    head = "".join(f'<meta name="{tag}" content="{quoted}">' for tag in tags)
    script = f'<script type="application/ld+json">{json.dumps(linked)}</script>'
    tree = parse_html(f"<html><head>{head}{script}</head></html>".encode("utf-8", "replace"))
    if tree is not None:
        draft_entry(page_record(read_tags(tree, "https://a.example/b"), "https://a.example/b"))
