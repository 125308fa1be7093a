"""Archived copies behind the addresses that notes print."""

from dataclasses import replace
from datetime import date

import pytest

from octavo.ast import Node, iter_nodes, plain_text
from octavo.model import ArchivedCopy, Bibliography, Snapshot
from octavo.parse.archived import has_copies, mark_addresses, tell_copies
from tests.support.models import make_bibliography, make_metadata, make_publication
from tests.support.trees import cite, link, note, paragraph, string

BARE, ANGLED = "\ue002", "\ue003"
COPY = ArchivedCopy("https://archive.example/2021/https://fable.example/a", date(2021, 2, 3))
URL = '<text variable="URL"/>'
VISIT = '<group prefix="("><date variable="accessed"/></group>'
EITHER = f'<choose><if type="book">{URL}</if><else>{URL}</else></choose>'
STYLE = '<style xmlns="http://purl.org/net/xbiblio/csl"><macro name="access">{}</macro></style>'


def snapshot(url: str, copy: ArchivedCopy | None = COPY) -> Snapshot:
    """Make a snapshot of an address."""
    return Snapshot("made-up", url, copy=copy)


def told(*inlines: Node | str, lang: str = "en-GB", **copies: ArchivedCopy | None) -> Node:
    """Give a paragraph after the copies are told in it."""
    copies = copies or {"a": COPY}
    publication = make_publication(
        metadata=make_metadata(lang=lang),
        snapshots={key: snapshot(f"https://fable.example/{key}", copy) for key, copy in copies.items()},
    )
    block = paragraph(*inlines)
    tell_copies([block], publication)
    return block


@pytest.mark.parametrize(
    ("access", "expected"),
    [
        (URL, f'<text variable="URL" suffix="{BARE}"/>'),
        (
            '<text prefix="&lt;" suffix="&gt;, " variable="URL"/>',
            f'<text prefix="&lt;" suffix="&gt;{ANGLED}, " variable="URL"/>',
        ),
        (f'<group suffix=".">{URL}{VISIT}</group>', f'<group suffix="{BARE}.">{URL}{VISIT}</group>'),
        (f"<group>{EITHER}{VISIT}</group>", f'<group suffix="{BARE}">{EITHER}{VISIT}</group>'),
        (
            '<if variable="URL"><text variable="title"/></if>',
            '<if variable="URL"><text variable="title"/></if>',
        ),
    ],
)
def test_a_style_marks_where_an_address_ends(access: str, expected: str) -> None:
    """The mark stands behind the address and the day of the visit, before the stop that follows, once."""
    assert mark_addresses(STYLE.format(access)) == STYLE.format(expected)


@pytest.mark.parametrize(
    ("lang", "mark", "expected"),
    [
        ("en-GB", BARE, f"https://fable.example/a, archived 3 February 2021, {COPY.url}."),
        ("en-US", ANGLED, f"https://fable.example/a, archived February 3, 2021 <{COPY.url}>."),
        ("uk", BARE, f"https://fable.example/a, архівовано 3 лютого 2021 р., {COPY.url}."),
        ("de", ANGLED, f"https://fable.example/a, archiviert am 3. Februar 2021 <{COPY.url}>."),
    ],
)
def test_a_copy_is_told_in_the_language_of_the_text(lang: str, mark: str, expected: str) -> None:
    """Word and day are those of the publication; angle brackets stand where the style has them."""
    block = told(link("https://fable.example/a", "https://fable.example/a"), string(f"{mark}."), lang=lang)

    assert plain_text(block) == " ".join(expected.split())


def test_a_source_in_its_own_language_tells_in_that() -> None:
    """Where sources are set by their own languages' rules, so is what is told of their copies."""
    known = make_bibliography("a").entries["a"]
    ukrainian = replace(known, fields={"langid": "ukrainian"})
    publication = make_publication(
        metadata=make_metadata(lang="en-GB", reference_language="source"),
        bibliography=Bibliography({"a": ukrainian}),
        snapshots={"a": snapshot("https://fable.example/a")},
    )
    block = paragraph(link("https://fable.example/a", "a"), string(f"{BARE}."))

    tell_copies([block], publication)

    assert plain_text(block).startswith("a, архівовано 3 лютого 2021 р.,")


def test_a_copy_is_a_link() -> None:
    """Readers get from the note to the copy."""
    block = told(link("https://fable.example/a", "there"), string(f"{BARE}."))

    assert [node["c"][2][0] for node in iter_nodes(block) if node["t"] == "Link"] == [
        "https://fable.example/a",
        COPY.url,
    ]


@pytest.mark.parametrize("printed", [f"https://fable.example/a{BARE}", f"<https://fable.example/a>{ANGLED}"])
def test_a_copy_has_a_link_of_its_own(printed: str) -> None:
    """Citeproc takes the mark behind an address into its link; the link to the copy stands beside it."""
    block = told(link("https://fable.example/a", printed), string("."))

    links = [node["c"][2][0] for node in block["c"] if node["t"] == "Link"]

    assert links == ["https://fable.example/a", COPY.url]
    assert plain_text(block).replace("<", "").replace(">", "") == (
        f"https://fable.example/a, archived 3 February 2021, {COPY.url}."
        if BARE in printed
        else f"https://fable.example/a, archived 3 February 2021 {COPY.url}."
    )


def test_each_source_has_its_own_copy() -> None:
    """In a note with several sources each mark speaks of the address before it, and of no other."""
    other = ArchivedCopy("https://archive.example/c", date(2020, 1, 1))
    sources = [
        string("A"),
        link("https://fable.example/a", "a"),
        string(f"{BARE};"),
        link("https://fable.example/b", "b"),
        string(f"{BARE};{BARE};"),
        link("https://fable.example/c", "c"),
        string(f"{ANGLED}.{BARE}"),
    ]

    block = told(cite("a", 1, note(*sources)), a=COPY, b=None, c=other)

    inside = next(node for node in iter_nodes(block) if node["t"] == "Note")
    assert plain_text(inside["c"]) == (
        f"Aa, archived 3 February 2021, {COPY.url};b;;c, archived 1 January 2020 <{other.url}>."
    )


def test_no_mark_is_left_and_no_stop_is_doubled() -> None:
    """Where nothing is archived the note is what the style prints: citeproc would have dropped one stop."""
    assert plain_text(told(string(f"accessed 3 Feb.{BARE}."))) == "accessed 3 Feb."
    assert plain_text(told(string(f"5{BARE},"), "6")) == "5,6"


def test_only_public_copies_count() -> None:
    """A snapshot that lies in the publication alone gives readers nothing to follow."""
    assert not has_copies(make_publication(snapshots={"a": snapshot("https://fable.example/a", None)}))
    assert has_copies(make_publication(snapshots={"a": snapshot("https://fable.example/a")}))
