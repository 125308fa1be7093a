"""The list of sources, in sections and by chapter."""

from octavo.ast import Node, classes_of, div, header, iter_nodes, plain_text, words
from octavo.model import (
    Bibliography,
    Entry,
    Publication,
    SourceList,
    SourceRecords,
    SourceSection,
)
from octavo.parse.short_forms import short_forms
from octavo.parse.source_list import list_sources
from octavo.source import SourceFile
from octavo.words import words_for
from tests.support.models import make_metadata, make_publication
from tests.support.trees import cite, paragraph

LANGUAGE = words_for("en")


def entry(citekey: str, kind: str = "book", **fields: str) -> Entry:
    """Make an entry."""
    span = SourceFile("bibliography/a.bib", f"@{kind}{{{citekey}}}").span(0, 1)
    return Entry(citekey, kind, fields, "", span, span)


def publication(wanted: SourceList, *entries: Entry) -> Publication:
    """Make a publication with these entries."""
    known = {item.citekey: item for item in entries}
    return make_publication(
        metadata=make_metadata(bibliography=wanted), bibliography=Bibliography(known), csl=None
    )


def printed(*citekeys: str) -> list[Node]:
    """Make entries as citeproc prints them."""
    return [div([paragraph(f"On {key}.")], f"ref-{key}", ["csl-entry"]) for key in citekeys]


def told(block: Node) -> list[str]:
    """Tell titles as `# …` and entries by their text."""
    lines = []
    for node in iter_nodes(block):
        if node["t"] == "Header":
            lines.append(f"{'#' * node['c'][0]} {plain_text(node['c'][2])}")
        elif "csl-entry" in classes_of(node):
            lines.append(plain_text(node))
    return lines


SECTIONS = SourceList(
    (
        SourceSection("Papers", keywords=("official",)),
        SourceSection("Press", types=("article", "online")),
        SourceSection("Rest"),
    )
)


def test_one_list() -> None:
    """Without sections, entries stand as citeproc sorted them."""
    listed = list_sources(publication(SourceList()), printed("b", "a"), [], LANGUAGE, SourceRecords())

    assert told(listed.block) == ["# Bibliography", "On b.", "On a."]


def test_sections() -> None:
    """Each entry stands in the section that wants it, in citeproc's order; the rest in the last."""
    known = [entry("a", keywords="x; Official"), entry("b", "online"), entry("c"), entry("d", "article")]

    listed = list_sources(
        publication(SECTIONS, *known), printed("d", "c", "b", "a"), [], LANGUAGE, SourceRecords()
    )

    lines = ["# Bibliography", "## Papers", "On a.", "## Press", "On d.", "On b.", "## Rest", "On c."]
    assert told(listed.block) == lines
    assert [plain_text(node) for node in listed.entries] == ["On a.", "On d.", "On b.", "On c."]
    assert listed.diagnostics == ()


def test_nothing_is_listed_twice_or_left_out_unsaid() -> None:
    """P021, P022: what two sections want, or none, is told."""
    wanted = SourceList(SECTIONS.sections[:2])
    known = [entry("a", "article", keywords="official"), entry("b")]

    found = list_sources(
        publication(wanted, *known), printed("a", "b"), [], LANGUAGE, SourceRecords()
    ).diagnostics

    assert [(item.code, item.message) for item in found] == [
        ("P021", "`a` belongs in 2 sections of the bibliography: `Papers` and `Press`"),
        ("P022", "`b` belongs in none of the sections of the bibliography"),
    ]


def test_an_empty_section_is_left_out() -> None:
    """P023 tells of it, with the keyword that was meant; a section for the rest may be empty."""
    wanted = SourceList((SourceSection("Papers", keywords=("oficial",)), SourceSection("Rest")))

    listed = list_sources(
        publication(wanted, entry("a", keywords="official")), printed("a"), [], LANGUAGE, SourceRecords()
    )

    assert told(listed.block) == ["# Bibliography", "## Rest", "On a."]
    assert [(item.code, item.hint) for item in listed.diagnostics] == [
        ("P023", "did you mean the keyword `official`?")
    ]


def test_sources_by_chapter() -> None:
    """Each chapter that cites lists its sources in short, in the order of the list, linked to entries."""
    chapters = [
        [header(1, words("One"), "one"), paragraph(cite("b", 1), cite("a", 1), cite("b", 2))],
        [header(1, words("Two"), "two"), paragraph("none")],
        [header(1, words("Three"), "three"), paragraph(cite("a", 3))],
    ]
    records = SourceRecords(({"id": "a", "title": "A"}, {"id": "b", "title": "B"}))

    listed = list_sources(
        publication(SourceList(by_chapter=True)), printed("a", "b"), chapters, LANGUAGE, records
    )

    links = [node["c"] for node in iter_nodes(listed.block) if node["t"] == "Link"]
    assert [(plain_text(link[1]), link[2][0]) for link in links] == [
        ("One", "#one"),
        ("A", "#ref-a"),
        ("B", "#ref-b"),
        ("Three", "#three"),
        ("A", "#ref-a"),
    ]
    assert told(listed.block)[-1] == "## Sources by chapter"


def test_sources_of_a_chapter_stand_in_the_order_of_the_style() -> None:
    """Sections part the list; without their titles their order would be no order."""
    sections = (SourceSection("Papers", keywords=("official",)), SourceSection("Rest"))
    chapters = [[header(1, words("One"), "one"), paragraph(cite("a", 1), cite("b", 1))]]
    records = SourceRecords(({"id": "a", "title": "A"}, {"id": "b", "title": "B"}))
    known = (entry("a"), entry("b", keywords="official"))

    listed = list_sources(
        publication(SourceList(sections, by_chapter=True), *known),
        printed("a", "b"),
        chapters,
        LANGUAGE,
        records,
    )

    links = [plain_text(node["c"][1]) for node in iter_nodes(listed.block) if node["t"] == "Link"]
    assert links == ["One", "A", "B"]


def test_short_forms() -> None:
    """Names, title and year; many names are the first one's; titles are as their author wrote them."""
    people = [{"family": name, "given": "X."} for name in ("Roe", "Doe", "Moe", "Foe")]
    records = SourceRecords(
        (
            {"id": "a", "author": people[:2], "title": "the a", "issued": {"date-parts": [[2020, 1]]}},
            {"id": "b", "editor": people, "title": "Plain <i>b</i>"},
            {"id": "c", "author": [{"literal": "Office"}], "title-short": "C"},
            {"id": "d"},
            {"id": "e", "author": [*people[:2], {"literal": "others"}], "title": "e"},
        )
    )
    known = [
        entry("a", title="The {A}: More", shorttitle='The "{A}"'),
        entry("b", title="Plain \\emph{b}"),
        entry("c"),
    ]

    forms = short_forms(publication(SourceList(), *known), records, LANGUAGE)

    assert forms == {
        "a": "Roe, Doe, The “A” (2020)",
        "b": "Roe et al., Plain b",
        "c": "Office, C",
        "d": "",
        "e": "Roe et al., e",
    }
