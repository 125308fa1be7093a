from pathlib import Path

from octavo.load import load_publication
from octavo.sources.listing import SourceUse, list_sources, listing_object
from octavo.terminal.source_table import source_lines, source_row, summary_of
from tests.support.least_publication import write_publication

BIB = """\
@article{one2000a,
  title = {The {NATO} Bridge},
}
@book{two2001b,
  title = {Мост},
}
@misc{three2002c,
  shorttitle = {Three},
  title = {Three and more},
}
@misc{four2003d,
}
"""
CHAPTER = """\
# First

Text [@one2000a; @two2001b, p. 3].

More [@one2000a] and [@one2000a; @gone2009x].
{{ cite('four2003d') }}
"""


def uses_of(root: Path) -> tuple[SourceUse, ...]:
    """List the sources of a made-up publication."""
    files = {
        "manuscript/10-first.md": CHAPTER,
        "manuscript/20-second.md": "# Second\n\nAgain [@one2000a].\n",
        "manuscript/data/rows.yaml": "source: two2001b\n",
        "bibliography/sources.bib": BIB,
    }
    publication = load_publication(write_publication(root, files)).value
    assert publication
    return list_sources(publication)


def test_every_place_is_listed(tmp_path: Path) -> None:
    """Each source has its citations in the order of the text, also those that a template could make."""
    listed = [
        (use.citekey, [span.first.line for span in use.citations], [span.first.line for span in use.hints])
        for use in uses_of(tmp_path)
    ]

    assert listed == [
        ("one2000a", [3, 5, 5, 3], []),
        ("two2001b", [3], [1]),
        ("three2002c", [], []),
        ("four2003d", [], [6]),
        ("gone2009x", [5], []),
    ]


def test_what_a_cited_source_takes_fields_from_is_used(tmp_path: Path) -> None:
    """A volume is listed with the place where its chapter names it, and is not among the unused."""
    bib = "@incollection{one2000a, title={T}, crossref={all2000b}}\n@collection{all2000b, title={U}}\n"
    files = {"manuscript/10-first.md": "# First\n\nText [@one2000a].\n", "bibliography/sources.bib": bib}
    publication = load_publication(write_publication(tmp_path, files)).value
    assert publication

    _, volume = list_sources(publication)

    assert (volume.citations, volume.is_unused) == ((), False)
    assert [span.first.line for span in volume.hints] == [1]


def test_people_read_a_table(tmp_path: Path) -> None:
    """A line has key, count, title and places; a file is named once; what is missing or unused says so."""
    uses = uses_of(tmp_path)

    assert source_lines([source_row(use) for use in uses]) == [
        "one2000a    4  The NATO Bridge  10-first.md:3, 5; 20-second.md:3",
        "two2001b    1  Мост             10-first.md:3; named in data/rows.yaml:1",
        "three2002c  0  Three            nowhere",
        "four2003d   0                   named in 10-first.md:6",
        "gone2009x   1  (no entry)       10-first.md:5",
    ]
    assert summary_of(uses) == "4 sources, cited 5 times; 1 is never cited; 1 citekey has no entry"


def test_long_titles_are_cut(tmp_path: Path) -> None:
    """A title that would push the places off the screen ends in an ellipsis."""
    bib = "@misc{a2000,\n  title = {" + "word " * 30 + "},\n}\n"
    publication = load_publication(write_publication(tmp_path, {"bibliography/a.bib": bib})).value
    assert publication

    assert source_row(list_sources(publication)[0]).title == "word " * 11 + "word…"


def test_nothing_is_listed_of_nothing() -> None:
    """A publication without sources has an empty table."""
    assert (source_lines([]), summary_of([])) == ([], "0 sources, cited 0 times")


def test_programs_read_objects(tmp_path: Path) -> None:
    """A program gets every place with file, line and column, and null for an entry that is missing."""
    *_, four, gone = listing_object(uses_of(tmp_path))

    assert four == {
        "citekey": "four2003d",
        "type": "misc",
        "title": "",
        "entry": {"file": "bibliography/sources.bib", "line": 11, "column": 7},
        "count": 0,
        "citations": [],
        "templates": [{"file": "manuscript/10-first.md", "line": 6, "column": 10}],
    }
    assert (gone["type"], gone["entry"], gone["count"]) == (None, None, 1)
