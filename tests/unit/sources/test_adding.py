from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.sources.adding import Addition, Librarian, contact_of, draft_addition
from octavo.sources.layout import lay_out
from octavo.sources.references import UnknownReference, read_reference
from octavo.sources.services import LookupFault, Services
from octavo.sources.shelf import BibliographyShelf, open_shelf
from octavo.sources.web import Clock, Web
from tests.support.least_publication import write_publication
from tests.support.source_services import (
    ARXIV,
    BARE,
    CROSSREF,
    GOOGLE,
    NEWS,
    NO_ARXIV,
    OPEN_LIBRARY,
    SCHOLARLY,
)
from tests.support.web_server import BUSY, DOWN, WALL, FakeTime, Reply, Server, moved, serve

BIB = """\
@article{sample2020river,
  title = {The River},
  doi   = {10.1234/River},
  url   = {https://news.example/river/},
}

@book{sample2019book,
  title = {A Book},
  isbn  = {978-1-4028-9462-6},
}
"""
TODAY = date(2022, 5, 6)


@pytest.fixture
def shelf(tmp_path: Path) -> BibliographyShelf:
    """Give a bibliography with two sources."""
    opened = open_shelf(write_publication(tmp_path, {"bibliography/sources.bib": BIB})).value
    assert opened
    return opened


@pytest.fixture
def server() -> Iterator[Server]:
    """Give a server on which each test puts what it needs."""
    with serve({}) as server:
        yield server


@pytest.fixture
def librarian(server: Server) -> Iterator[Librarian]:
    """Give someone who asks that server in the services' places."""
    time = FakeTime()
    services = Services(
        f"{server.address}/doi/",
        f"{server.address}/arxiv",
        f"{server.address}/library",
        f"{server.address}/google",
    )
    with Web(clock=Clock(time.now, time.wait), proxies={}) as web:
        yield Librarian(web, TODAY, services)


def add(shelf: BibliographyShelf, librarian: Librarian, reference: str) -> Addition:
    """Draft a new entry."""
    return draft_addition(shelf, read_reference(reference), librarian)


def entry_of(addition: Addition) -> str:
    """Return a new entry as it would be written."""
    assert addition.draft
    return lay_out(addition.draft.entry_text(addition.citekey))


def refusal_of(shelf: BibliographyShelf, librarian: Librarian, reference: str) -> str:
    """Return what is told when a source cannot be looked up."""
    with pytest.raises(LookupFault) as caught:
        add(shelf, librarian, reference)
    return f"{caught.value}; {caught.value.cure}"


def test_a_doi_becomes_an_entry(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """The agency's record, behind a redirect, gives a clean entry: bodies and places braced, markup kept."""
    server.routes |= {"/doi/10.5555/bridge": moved("/crossref"), "/crossref": Reply(json=CROSSREF)}

    addition = add(shelf, librarian, "https://doi.org/10.5555/bridge")

    assert (
        entry_of(addition)
        == """\
@article{example2021bridge,
  author       = {Example, Ann and {World Bank}},
  title        = {A \\emph{bridge} opens \\& closes in {Kyiv}},
  journaltitle = {{Journal of Bridges}},
  number       = {4},
  volume       = {3},
  pages        = {1--10},
  date         = {2021-09-10},
  doi          = {10.5555/bridge},
  langid       = {english},
}"""
    )
    assert addition.doubts == ()
    assert server.requests[0].headers["accept"] == "application/vnd.citationstyles.csl+json"


def test_busy_services_are_asked_again(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """A service that asks for patience gets it."""
    server.routes |= {"/doi/10.5555/bridge": [BUSY, DOWN, Reply(json=CROSSREF)]}

    assert add(shelf, librarian, "doi:10.5555/bridge").citekey == "example2021bridge"


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (Reply(404), "nobody has registered the DOI `10.5555/x`; copy it again from the source"),
        (WALL, "127.0.0.1 sent a page for people where a description was asked for; try again later"),
        (
            Reply(body=b"{"),
            "127.0.0.1 sent something unreadable where a description was asked for; try again later",
        ),
        (BUSY, "127.0.0.1 asks for more patience than octavo has (429); try again later"),
        (Reply(500), "127.0.0.1 has a fault of its own (500); try again later"),
        (
            Reply(403),
            "127.0.0.1 does not let octavo in (403); write the entry by hand: docs/sources.md shows how",
        ),
        (Reply(406), "127.0.0.1 has no description in the form that octavo reads (406); check what you gave"),
        (Reply(json={}), "the record of the DOI `10.5555/x` has no title; write the entry by hand"),
        (Reply(json=[1]), "the record of the DOI `10.5555/x` has no title; write the entry by hand"),
        (
            Reply(body=bytes(99), cut_off=5),
            "127.0.0.1 broke off before its answer was complete; try again later",
        ),
    ],
)
def test_refusals_are_told(
    shelf: BibliographyShelf, librarian: Librarian, server: Server, reply: Reply, told: str
) -> None:
    """Whatever a service does instead of answering is told in one line with what to do."""
    server.routes |= {"/doi/10.5555/x": reply}

    assert refusal_of(shelf, librarian, "10.5555/x") == told


def test_a_preprint_becomes_an_entry(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """A paper of arXiv has its identifier and the day of access; that it was published since is told."""
    server.routes |= {"/arxiv": Reply(text=ARXIV)}

    addition = add(shelf, librarian, "https://arxiv.org/abs/2101.00001v2")

    assert (
        entry_of(addition)
        == """\
@online{example2021bridges,
  author      = {Example, Ann and {The Bridge Collaboration}},
  title       = {Bridges of Nowhere},
  date        = {2021-01-01},
  eprint      = {2101.00001},
  eprinttype  = {arxiv},
  eprintclass = {physics.soc-ph},
  url         = {https://arxiv.org/abs/2101.00001},
  urldate     = {2022-05-06},
  langid      = {english},
}"""
    )
    assert addition.doubts == (
        "it has since been published as 10.5555/bridge: `octavo sources add 10.5555/bridge` takes that",
    )
    assert server.targets == ["/arxiv?id_list=2101.00001&max_results=1"]


def test_unknown_preprints_are_told(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """An empty feed, and a page in a feed's place, are told."""
    server.routes |= {"/arxiv": [Reply(text=NO_ARXIV), WALL]}

    assert refusal_of(shelf, librarian, "arXiv:2101.99999").startswith("arXiv has no paper `2101.99999`")
    assert "sent a page for people" in refusal_of(shelf, librarian, "hep-th/9901001")


def test_a_book_becomes_an_entry(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """An ISBN gives a book: its year, not the day on which shops had it."""
    server.routes |= {"/library": Reply(json=OPEN_LIBRARY)}

    assert (
        entry_of(add(shelf, librarian, "ISBN 978-0-306-40615-7"))
        == """\
@book{example2009bridge,
  author    = {Example, Ann},
  title     = {The bridge: a history},
  publisher = {Nowhere Press},
  location  = {Nowhere},
  date      = {2009},
  isbn      = {9780306406157},
  langid    = {english},
}"""
    )


def test_the_second_library_is_asked(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """What the first library does not know, or cannot say, the second is asked for."""
    server.routes |= {"/library": [Reply(json={}), Reply(500)], "/google": Reply(json=GOOGLE)}

    first, second = (add(shelf, librarian, "0306406152") for _ in range(2))

    assert first == second
    assert entry_of(first).startswith("@book{pryklad2003mist,")


def test_unknown_books_are_told(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """A book that nobody knows is told apart from libraries that do not answer."""
    nothing = Reply(json={"totalItems": 0})
    server.routes |= {
        "/library": [Reply(json={}), DOWN, DOWN, DOWN, Reply(500)],
        "/google": [nothing, nothing, Reply(500)],
    }

    unknown, half, none = (refusal_of(shelf, librarian, "9780306406157") for _ in range(3))

    assert unknown.startswith("neither Open Library nor Google Books knows the ISBN `9780306406157`; write")
    assert (
        half == "127.0.0.1 has a fault of its own (503); Google Books does not know the ISBN; try again later"
    )
    assert (
        none
        == "127.0.0.1 has a fault of its own (500); Google Books could not be asked either; try again later"
    )


def test_a_news_page_becomes_an_entry(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """What a page says to machines gives an article: its own address, the day where it was."""
    server.routes |= {"/p": Reply(text=NEWS)}

    addition = add(shelf, librarian, f"{server.address}/p?utm_source=x")

    assert (
        entry_of(addition)
        == f"""\
@article{{example2021bridge,
  author       = {{Example, Ann and {{Example News Agency}}}},
  title        = {{Bridge opens in {{Kyiv}}}},
  journaltitle = {{{{The Example Times}}}},
  entrysubtype = {{newspaper}},
  date         = {{2021-09-10}},
  url          = {{{server.address}/2021/bridge}},
  urldate      = {{2022-05-06}},
  langid       = {{english}},
}}"""
    )


def test_what_a_page_does_not_say_is_told(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """A bare page gives its host's name, and what is missing is told; its letters tell the language."""
    server.routes |= {"/p": Reply(text=BARE)}

    addition = add(shelf, librarian, f"{server.address}/p")

    assert (
        entry_of(addition)
        == f"""\
@online{{1270012022zaiava,
  title        = {{Заява про міст}},
  organization = {{{{127.0.0.1}}}},
  date         = {{2022-03-01}},
  url          = {{{server.address}/p}},
  urldate      = {{2022-05-06}},
  langid       = {{ukrainian}},
}}"""
    )
    assert addition.doubts == (
        "the page does not name who runs it: `127.0.0.1` stands for that",
        "no author is known: the note begins with the title",
    )


def test_the_address_stays_as_it_was_given(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """An address in other letters is sent in ASCII and written as it was given; a new one is taken."""
    quoted = "/%D0%BC%D1%96%D1%81%D1%82"
    server.routes |= {quoted: Reply(text=BARE), "/old": moved(quoted, 301)}

    straight, moving = (add(shelf, librarian, server.address + path) for path in ("/міст#x", "/old"))

    assert f"url          = {{{server.address}/міст#x}}" in entry_of(straight)
    assert f"url          = {{{server.address}{quoted}}}" in entry_of(moving)


def test_a_front_page_is_no_source(shelf: BibliographyShelf, librarian: Librarian, server: Server) -> None:
    """A page that is gone, and for which the site shows its front page, gives no entry."""
    server.routes |= {"/gone": moved("/"), "/": Reply(text=BARE)}

    told = f"{server.address}/gone leads to the front page of 127.0.0.1; check the address"
    assert refusal_of(shelf, librarian, f"{server.address}/gone") == told


def test_a_page_of_a_doi_gives_the_doi(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """Where a page names its DOI, the agency's record is taken; without one, the page's own tags."""
    server.routes |= {
        "/p": Reply(text=SCHOLARLY.format(doi="10.5555/bridge")),
        "/q": Reply(text=SCHOLARLY.format(doi="10.5555/none")),
        "/doi/10.5555/bridge": Reply(json=CROSSREF),
    }

    first, second = add(shelf, librarian, f"{server.address}/p"), add(shelf, librarian, f"{server.address}/q")

    assert "World Bank" in entry_of(first)
    assert (
        entry_of(second)
        == """\
@article{example2021bridge,
  author       = {Example, Ann and Sample, Bo},
  title        = {A bridge},
  journaltitle = {{Journal of Bridges}},
  pages        = {1--10},
  date         = {2021-09-10},
  doi          = {10.5555/none},
}"""
    )


@pytest.mark.parametrize(
    ("reply", "told"),
    [
        (WALL, "the page at 127.0.0.1 lets only people pass"),
        (Reply(text="<html><body>hello</body></html>"), "the page at 127.0.0.1 does not say its title"),
        (
            Reply(body=b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
            "{address} is a PDF, and says nothing",
        ),
        (Reply(json={}), "{address} is no page but application/json, and says nothing"),
        (Reply(410), "127.0.0.1 had this page once, and has removed it (410)"),
    ],
)
def test_pages_that_say_too_little_are_told(
    shelf: BibliographyShelf, librarian: Librarian, server: Server, reply: Reply, told: str
) -> None:
    """A page without a title gives no entry."""
    server.routes |= {"/p": reply}
    address = f"{server.address}/p"

    assert refusal_of(shelf, librarian, address).startswith(told.format(address=address))


@pytest.mark.parametrize(
    "reference",
    ["10.1234/RIVER", "http://www.news.example/river?utm_source=x", "1402894627", "978 1402894626"],
)
def test_what_is_there_is_not_looked_up(
    shelf: BibliographyShelf, librarian: Librarian, server: Server, reference: str
) -> None:
    """A source that is there, however it is named, is told by its citekey; nobody is asked."""
    addition = add(shelf, librarian, reference)

    assert (addition.citekey[:10], addition.draft, server.requests) == (
        "sample20" + addition.citekey[8:10],
        None,
        [],
    )


def test_what_turns_out_to_be_there_is_told(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """A page whose DOI is there already is the same source."""
    server.routes |= {
        "/p": Reply(text=SCHOLARLY.format(doi="10.1234/river")),
        "/doi/10.1234/river": Reply(json=CROSSREF),
    }

    assert add(shelf, librarian, f"{server.address}/p") == Addition("sample2020river", None)


def test_entries_are_written_at_the_end(
    shelf: BibliographyShelf, librarian: Librarian, server: Server
) -> None:
    """A new entry follows the last one after a blank line, and is there from then on."""
    server.routes |= {"/doi/10.5555/bridge": Reply(json=CROSSREF)}
    addition = add(shelf, librarian, "10.5555/bridge")
    assert addition.draft

    shelf.put([(addition.citekey, addition.draft)])

    text = shelf.path.read_text(encoding="utf-8")
    assert text == f"{BIB}\n{entry_of(addition)}\n"
    again = open_shelf(shelf.path.parents[1]).value
    assert again
    assert add(again, librarian, "10.5555/BRIDGE") == Addition("example2021bridge", None)


def test_new_entries_have_a_file(tmp_path: Path) -> None:
    """Entries go to sources.bib, else to the last file there is, else to a new one."""
    none = open_shelf(write_publication(tmp_path / "none", {})).value
    other = open_shelf(
        write_publication(tmp_path / "other", {"bibliography/a.bib": "", "bibliography/b.bib": ""})
    ).value
    usual = open_shelf(
        write_publication(tmp_path / "usual", {"bibliography/sources.bib": "", "bibliography/z.bib": ""})
    ).value

    assert [opened and opened.path.name for opened in (none, other, usual)] == [
        "sources.bib",
        "b.bib",
        "sources.bib",
    ]


def test_broken_bibliographies_take_nothing(tmp_path: Path) -> None:
    """Where an entry is broken, a new one could be lost in it: the bibliography is not opened."""
    opened = open_shelf(write_publication(tmp_path, {"bibliography/a.bib": "@misc{x, title={A}\n"}))

    assert (opened.value, [found.code for found in opened.diagnostics]) == (None, ["L008"])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ("bridge", "`bridge` is no DOI, ISBN, arXiv identifier or web address"),
        (
            "a.example/x",
            "`a.example/x` is no DOI, ISBN, arXiv identifier or web address; did you mean `https://a.example/x`?",
        ),
        ("9780306406158", "`9780306406158` is an ISBN with a wrong digit; copy the number again"),
        ("10.5555", "`10.5555` is not a DOI; write it as `10.1234/abcd` or `https://doi.org/10.1234/abcd`"),
    ],
)
def test_other_names_are_told(given: str, told: str) -> None:
    """What is none of the four is told, with what might have been meant."""
    with pytest.raises(UnknownReference) as caught:
        read_reference(given)

    assert str(caught.value) == told


def test_services_can_reach_those_who_ask(tmp_path: Path) -> None:
    """The contact is the publication's own, else the first email of an author."""
    author = "title: A\nauthor:\n  - name: Ann\n  - {name: Bo, email: bo@example.org}\nlang: en\n"
    contacts = []
    for name, text in (
        ("a", author),
        ("b", f"{author}contact: us@example.org\n"),
        ("c", "title: A\nauthor: B\nlang: en\n"),
    ):
        publication = load_publication(
            write_publication(tmp_path / name, {"manuscript/metadata.yaml": text})
        ).value
        assert publication
        contacts.append(contact_of(publication.metadata))

    assert contacts == ["bo@example.org", "us@example.org", None]
