from dataclasses import replace

from octavo.check.letters import check_letters
from octavo.model import Bibliography, Citation, DataFile, Entry, Publication, Typeface
from octavo.source import SourceFile
from tests.support.models import make_brand, make_chapter, make_metadata, make_publication

LATIN = frozenset(range(0x20, 0x250))


def publication_of(text: str, body: frozenset[int], headings: frozenset[int]) -> Publication:
    """Make a publication whose typefaces have these letters."""
    plain = Typeface("Plain", (), 10, 400, 1.4, body)
    rich = Typeface("Rich", (), 10, 700, 1.2, headings)
    brand = replace(make_brand(), body=plain, headings=rich)
    return replace(make_publication(make_chapter(text)), brand=brand)


def test_lent_letters_are_told() -> None:
    """Characters that another typeface lends are listed once, with the first place and how many there are."""
    publication = publication_of("# A\n\nЎ → Ў, as typed.\n", LATIN, LATIN | {0x40E, 0x2192})
    (found,) = check_letters(publication)

    assert (found.code, found.message) == (
        "C015",
        "the typeface `Plain` lacks `Ў` (U+040E), `→` (U+2192); `Rich` stands in, in 3 places",
    )
    assert found.span
    assert (found.span.first.line, found.span.first.column) == (3, 1)


def test_nothing_is_said_of_what_no_glyph_shows() -> None:
    """Spaces that keep words together, soft hyphens and breaks need no glyph."""
    text = "# A\n\nWord\u00a0word, soft\u00adly\u200b.\n"

    assert list(check_letters(publication_of(text, frozenset(range(0x20, 0x7F)), LATIN))) == []


def test_unknown_letters_are_not_judged() -> None:
    """Nothing is said when a typeface's letters are unknown, or when no typeface has the character."""
    assert list(check_letters(publication_of("# A\n\nЎ.\n", frozenset(), LATIN))) == []
    assert list(check_letters(publication_of("# A\n\n漢.\n", LATIN, LATIN))) == []


def test_headings_are_judged_by_their_own_typeface() -> None:
    """A letter that only the text's typeface has is told of headings, and only there."""
    publication = publication_of("# Ў\n\nЎ Ў.\n", LATIN | {0x40E}, LATIN)
    (found,) = check_letters(publication)

    assert found.message == "the typeface `Rich` lacks `Ў` (U+040E); `Plain` stands in, in 1 place"
    assert found.span
    assert (found.span.first.line, found.span.first.column) == (1, 3)


def test_code_is_judged_by_the_monospace_typeface() -> None:
    """A sign in code is no fault of the text's typeface, and the other way round."""
    text = "# A\n\nRun `a → b`, then:\n\n```\n→ Ў\n```\n\nThe river Ў.\n"
    publication = publication_of(text, LATIN | {0x40E}, LATIN)
    code = Typeface("Plain Code", (), 9, 400, 1.4, LATIN | {0x2192})
    (found,) = check_letters(replace(publication, brand=replace(publication.brand, monospace=code)))

    assert (found.message, found.hint) == (
        "the typeface `Plain Code` lacks `Ў` (U+040E); `Plain` stands in, in 1 place",
        "choose a typeface for `typography.monospace` that has them, or write them otherwise",
    )
    assert found.span
    assert found.span.first.line == 6


def test_titles_and_tables_are_judged_by_the_typeface_of_headings() -> None:
    """Titles and rows of tables are set in the headings' typeface; the first place is the metadata's."""
    publication = publication_of("# A\n\n| Ў | B |\n|---|---|\n| c | Ґ |\n", LATIN | {0x40E, 0x490}, LATIN)
    source = SourceFile("manuscript/metadata.yaml", "title: The river Ґ\n")
    metadata = make_metadata(spans={"title": source.span(7, 18)})
    (found,) = check_letters(replace(publication, metadata=metadata))

    assert (
        found.message
        == "the typeface `Rich` lacks `Ў` (U+040E), `Ґ` (U+0490); `Plain` stands in, in 3 places"
    )
    assert found.span
    assert (found.span.source.path, found.span.first.line) == ("manuscript/10-first.md", 3)


def test_only_what_is_printed_of_cited_entries_is_judged() -> None:
    """An abstract in the bibliography is never set, nor is an entry that nobody cites."""
    raw = "@book{ada, title = {Ў}, abstract = {→}}\n@book{ben, title = {Ґ}}\n"
    source = SourceFile("bibliography/sources.bib", raw)
    whole, other = source.span(0, raw.index("\n")), source.span(raw.index("\n") + 1, len(raw))
    ada = Entry("ada", "book", {"title": "Ў", "abstract": "→"}, whole.text, whole, source.span(6, 9))
    ben = Entry("ben", "book", {"title": "Ґ"}, other.text, other, other)
    chapter = make_chapter("# A\n\nB.\n", citations=(Citation("ada", source.span(6, 9)),))
    publication = replace(
        publication_of("# A\n", LATIN, LATIN | {0x40E, 0x490, 0x2192}),
        chapters=(chapter,),
        bibliography=Bibliography({"ada": ada, "ben": ben}),
    )
    (found,) = check_letters(publication)

    assert found.message == "the typeface `Plain` lacks `Ў` (U+040E); `Rich` stands in, in 1 place"


ELSEWHERE = """# A

![The river → the sea.](river.svg){#fig:river}

::: source
Drawn → here.
:::

| B | C |
|---|---|
| d | e |

: Mills → bridges

:::: {.method title="How → why"}
Counted.

::: other
By hand →.
:::
::::

::: other
The text Ў.
:::
"""


def test_captions_boxes_and_sources_are_judged_by_the_typeface_of_headings() -> None:
    """They are set in it; what stands outside of them is set in the typeface of the text, and only there."""
    body, heads = LATIN | {0x40E}, LATIN | {0x2192}
    assert list(check_letters(publication_of(ELSEWHERE, body, heads))) == []

    found = list(check_letters(publication_of(ELSEWHERE, heads, body)))
    assert [(each.message, each.span.first.line if each.span else 0) for each in found] == [
        ("the typeface `Plain` lacks `Ў` (U+040E); `Rich` stands in, in 1 place", 24),
        ("the typeface `Rich` lacks `→` (U+2192); `Plain` stands in, in 5 places", 3),
    ]


def test_charts_and_their_data_are_judged_by_the_typeface_of_headings() -> None:
    """Titles of axes and the values that a chart shows are told; remarks and unused data are not."""
    chart = SourceFile("manuscript/river.vl.yaml", "# →\ndata: {name: rain}\ntitle: Ў\n")
    rain, snow = (SourceFile(f"manuscript/data/{name}.yaml", "- Ґ\n") for name in ("rain", "snow"))
    publication = replace(
        publication_of("# A\n", LATIN | {0x40E, 0x490, 0x2192}, LATIN),
        charts={chart.path: DataFile("river", {"data": {"name": "rain"}, "title": "Ў"}, chart)},
        data={name: DataFile(name, ["Ґ"], source) for name, source in (("rain", rain), ("snow", snow))},
    )
    (found,) = check_letters(publication)

    assert (
        found.message
        == "the typeface `Rich` lacks `Ў` (U+040E), `Ґ` (U+0490); `Plain` stands in, in 2 places"
    )


def test_one_typeface_for_all_is_judged_by_all() -> None:
    """Where headings have the text's typeface, titles count as text; no place counts twice."""
    publication = publication_of("# Ў\n\n| Ў |\n|---|\n", LATIN, LATIN)
    face = replace(publication.brand.monospace, letters=LATIN | {0x40E}, family="Plain Code")
    brand = replace(publication.brand, headings=publication.brand.body, monospace=face)
    source = SourceFile("manuscript/metadata.yaml", "title: Ў\n")
    metadata = make_metadata(spans={"title": source.span(7, 8)})
    (found,) = check_letters(replace(publication, brand=brand, metadata=metadata))

    assert found.message == "the typeface `Plain` lacks `Ў` (U+040E); `Plain Code` stands in, in 3 places"
