import re
from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from octavo.check.quotations import check_quotations
from octavo.check.quotations.comparison import INSERTION, SourceText, compare
from octavo.check.quotations.quoted import iter_quotations
from octavo.load.manuscript import read_chapter
from octavo.model import Bibliography, Chapter, Entry, Page, Publication, Snapshot, StoredFile
from octavo.source import SourceFile
from tests.support.models import make_bibliography, make_metadata, make_publication

SAID = (
    "The committee of this invented country met again, and moved nothing – as it had done in the year "
    "before. Its minutes, which nobody wrote, speak of loans that were promised: 1,5 million in 2019, 20% "
    "more in 2020. "
    "“A bridge”, said the chair, “is to join two towns that no map shows.” Every-\nbody agreed."
)
SOURCE = SourceText(SAID)


def chapter_of(text: str) -> Chapter:
    """Read a chapter as its author wrote it."""
    return read_chapter(SourceFile("manuscript/10-first.md", text)).value


def publication_of(text: str, *, lang: str = "en", archived: str | None = SAID, **fields: str) -> Publication:
    """Make a publication of one chapter and the sources `board` and `other`, the first of them archived."""
    entries: dict[str, Entry] = {}
    for key, entry in make_bibliography("board", "other").entries.items():
        entries[key] = Entry(key, "online", {**entry.fields, **fields}, entry.raw, entry.span, entry.key_span)
    stored = StoredFile("bibliography/archive/board/text.txt", "")
    page = Page(date(2024, 2, 3), "text/html", stored, stored)
    return make_publication(
        chapter_of(text),
        metadata=make_metadata(lang=lang),
        bibliography=Bibliography(entries),
        snapshots={"board": Snapshot("board", "", page, content=archived)} if archived else {},
    )


def found_in(text: str, **values: str) -> list[tuple[str, str]]:
    """Give the codes that a text gets, each with the text at fault."""
    found = check_quotations(publication_of(text, **values))
    return [(one.code, one.span.text if one.span else "") for one in found]


@pytest.mark.parametrize(
    "quotation",
    [
        "the committee of this invented country met again and moved nothing",
        "As it had done in the year before; its minutes",
        "loans that were promised: 1.5 million",
        "'A bridge,' said the chair, 'is to join two towns'",
        "*A bridge*, said the chair, “is to join two towns that no map shows. Everybody agreed",
        "The committee … moved nothing ... Everybody agreed.",
        "… of this invented country met again …",
        f"{INSERTION}  he committee of this {INSERTION} country met",
        f"Its minutes {INSERTION} speak of loans",
        "invented country met again, and moved nothing - as it had",
        "20 % more in 2020",
    ],
)
def test_what_counts_as_exact(quotation: str) -> None:
    """Case, marks, hyphens and spaces are not compared; gaps stand for what is not there, in its order."""
    assert compare(quotation, SOURCE).kind == "exact"


@pytest.mark.parametrize(
    ("quotation", "quoted", "printed"),
    [
        ("The committee of this imaginary country met again", "imaginary", "invented"),
        ("The committee of this country met again and moved", "", "invented"),
        ("The committee of this fine invented country met again", "fine", ""),
        ("Every committee of this invented country met again", "Every", "The"),
        ("speak of loans that were promised: 15 million", "15", "1,5"),
        ("The committee of this invented country met today", "today", "again"),
        ("Its minutes … speak of credits that were promised in 2019", "credits", "loans"),
        ("loans that were promised: 1,5 million in 2018, 20% more", "2018", "2019"),
    ],
)
def test_near_quotations(quotation: str, quoted: str, printed: str) -> None:
    """A quotation with other words is near, and its first difference is shown with both."""
    match = compare(quotation, SOURCE)

    assert match.kind == "near"
    assert match.difference
    assert (match.difference.quoted, match.difference.printed) == (quoted, printed)
    assert quoted in quotation[slice(*match.difference.place)]


@pytest.mark.parametrize(
    "said",
    ["to some people.2 Three weeks", "to some people[12]. Three weeks", "to some people.³ Three weeks"],
)
def test_calls_of_notes(said: str) -> None:
    """What a source has of notes is no part of its words, unless it is quoted."""
    source = SourceText(f"They gave passports {said} later it was asked of CO2 and vol.2 of the book[1]")

    assert compare("gave passports to some people. Three weeks later", source).kind == "exact"
    assert compare("it was asked of CO2 and vol.2 of the book", source).kind == "exact"
    assert compare("gave passports to most people. Three weeks later", source).difference is not None


@pytest.mark.parametrize(
    ("quotation", "kind"),
    [
        ("the river froze in that winter and nobody crossed it", "missing"),
        ("the year of the map is the committee", "missing"),
        ("Everybody agreed … The committee of this invented country met", "scattered"),
        (f"The committee {INSERTION} everybody agreed", "scattered"),
    ],
)
def test_what_is_not_there(quotation: str, kind: str) -> None:
    """Words that a source has here and there make no quotation; parts in another order are told apart."""
    assert compare(quotation, SOURCE).kind == kind


@given(
    st.integers(0, 45),
    st.integers(4, 12),
    st.sampled_from(["upper", "lower", "title"]),
    st.sampled_from(" \n-–,"),
)
def test_any_stretch_is_found(start: int, count: int, case: str, gap: str) -> None:
    """Whatever stretch of a source is quoted, in whatever dress, is exact; with one word more it is not."""
    words = re.sub(r"-\n", "", SAID).split()[start : start + count]
    assume(len(words) >= 4)
    quotation = gap.join(getattr(word, case)() for word in words)

    assert compare(quotation, SOURCE).kind == "exact"
    assert compare(f"{' '.join(words)} zyx", SOURCE).kind == "near"


def test_many_gaps_take_no_time() -> None:
    """A quotation of common words with many gaps, which is not there, is looked for once, not for ever."""
    source = SourceText("the cat and the dog of the house " * 2_000)

    assert compare("the … and … the … of … the … and … the … of … the … horse", source).kind == "missing"
    assert compare("the … and … the … of … the … and … the … of … the … house", source).kind == "exact"


@given(st.text(), st.text())
def test_any_texts(quotation: str, said: str) -> None:
    """No quotation and no source is too odd to be compared, and differences lie within the quotation."""
    match = compare(quotation, SourceText(said))

    if match.difference:
        begin, end = match.difference.place
        assert 0 <= begin <= end <= len(quotation)


@pytest.mark.parametrize(
    ("text", "quotations"),
    [
        ("He wrote “one two three four”.[@a] Then [@b].", [("one two three four", ("a",))]),
        ("“One two three four.” [@a] «П’ять слів тут має бути» [@b; @c, 3].",
         [("One two three four.", ("a",)), ("П’ять слів тут має бути", ("b", "c"))]),
        ("As @a [p. 3] says, “one two three four”. Others [@b] differ.", [("one two three four", ("a",))]),
        ("“One two three four”, says @a [p. 3].", [("One two three four", ("a",))]),
        ("“One two three four.” @b denies it [3], as does @c. So.[@d]", [("One two three four.", ("d",))]),
        ("“One two three four”. Some more text. And the note.[@a]", [("One two three four", ("a",))]),
        ("He said “one two three four”.^[See @a, 3, and @b.]", [("one two three four", ("a", "b"))]),
        ("He said “one two three four”.[^n]\n\n[^n]: See @a.", [("one two three four", ("a",))]),
        ("He said “one two three four”.[@a][@b]", [("one two three four", ("a", "b"))]),
        ("The word “reform of all” is old.[@a]", []),
        ("He said “one two three four”. No note.", []),
        ("# “One two three four” [@a]", [("One two three four", ("a",))]),
        ("Old. @a says “one two three four”. New.", [("one two three four", ("a",))]),
        ("So.[^n]\n\n[^n]: It says “one two three four” [@a].", [("one two three four", ("a",))]),
        ("So [@b].^[It says “one two three four”, [@a, 3].] And so.", [("one two three four", ("a",))]),
        ("| A | B |\n|---|---|\n| “one two three four” [@a] | x |\n| “five six seven eight” | |\n| z [@b] ||",
         [("one two three four", ("a",))]),
        ("> One two three\n> four.[@a]", [("One two three\nfour.", ("a",))]),
        ("> One two three four.\n>\n> Five six seven eight.[@a]",
         [("One two three four.", ("a",)), ("Five six seven eight.", ("a",))]),
        ("As it says:[@a]\n\n> One two three four.", [("One two three four.", ("a",))]),
        ("As it says.[@a]\n\n> One two three four.", []),
        ("> One two three four.\n> — A. Nobody [@a]", [("One two three four.", ("a",))]),
        ("> He said: “one two three four five”.[@a]", [("one two three four five", ("a",))]),
        ("‘One doesn’t two three four’.[@a]", [("One doesn’t two three four", ("a",))]),
        ('"One two three four", he said.[@a]', [("One two three four", ("a",))]),
        ("„Один два три чотири“.[@a]", [("Один два три чотири", ("a",))]),
    ],
)  # fmt: skip
def test_quotations_and_their_sources(text: str, quotations: list[tuple[str, tuple[str, ...]]]) -> None:
    """A quotation is from the source behind it, or named in its sentence, or at its paragraph's end."""
    found = iter_quotations(chapter_of(text), "en")

    assert [(quotation.text.rstrip(), quotation.citekeys) for quotation in found] == quotations


def test_quotations_in_notes_know_their_place() -> None:
    """A quotation in a note within the text is pointed at where it stands in the file."""
    text = "So *said* [he](#a).^[It says “one two three four” [@a].]"

    (quotation,) = iter_quotations(chapter_of(text), "en")

    assert quotation.paragraph.span(quotation.place).text == "one two three four"


def test_what_templates_print_in_a_quotation_may_be_anything() -> None:
    """Words of a quotation that come from data are not known yet: they stand for any."""
    text = "It says “{{ data.sums.first }} million in 2019, {{ data.sums.second }}% more” [@board]."

    assert [found.code for found in check_quotations(publication_of(text))] == []


def test_editors_words() -> None:
    """Brackets in a quotation are its editor's words or gaps; those of spans and citations are not."""
    (quotation,) = iter_quotations(chapter_of("“[T]he [*old*] one, […] and [two]{.x} three four”.[@a]"), "en")

    assert quotation.text.split() == [INSERTION, "he", INSERTION, "one,", "…", "and", "two", "three", "four"]


def test_quotations_beside_what_was_archived() -> None:
    """What differs is told at the words that differ; what is not there at the whole quotation."""
    assert found_in("It says “the committee of this invented country met again”.[@board]") == []
    assert found_in("It says “the committee of this new country met again”.[@board]") == [("C051", "new")]
    assert found_in("> The committee of this new country\n> met again.[@board]") == [("C051", "new")]
    assert found_in("It says “the river froze in that winter”.[@board]") == [
        ("C050", "the river froze in that winter")
    ]


def test_sources_that_are_not_archived_are_silent() -> None:
    """Of several sources one that is not archived may have said it; a source without a text has none."""
    text = "It says “the river froze in that winter”."

    assert found_in(f"{text}[@other]") == []
    assert found_in(f"{text}[@board; @other]") == []
    assert found_in(f"{text}[@board]", archived="") == []
    assert found_in("It says “the committee of this new country met again”.[@board; @other]") == [
        ("C051", "new")
    ]


@pytest.mark.parametrize(
    ("text", "lang", "langid", "codes"),
    [
        ("“The prices of gas rose by a third in that year”.[@other]", "en-GB", "ukrainian", ["C052"]),
        ("“The prices of gas rose by a third in that year”.[@other]", "en-GB", "uk-UA", ["C052"]),
        ("“Die Preise für das Gas stiegen in dem Jahr”.[@other]", "de", "english", ["C052"]),
        ("«Ціни на газ за рік зросли на третину».[@other]", "uk", "russian", ["C052"]),
        ("«Ціни на газ за рік зросли на третину».[@other]", "uk", "ukrainian", []),
        ("«Ціни на газ за рік зросли на третину».[@other]", "en", "ukrainian", []),
        ("“The prices of gas rose by a third in that year”.[@other]", "en", "", []),
        ("“The prices of gas rose by a third”.[@other, our translation]", "en", "ukrainian", []),
        ("«Ціни на газ за рік зросли».^[@other, переклад автора.]", "uk", "english", []),
        ("[“The prices of gas rose by a third”]{.translated}.[@other]", "en", "ukrainian", []),
        ("“[The prices of gas rose by a third]{.translated}”.[@other]", "en", "ukrainian", []),
    ],
)
def test_translations_are_marked(text: str, lang: str, langid: str, codes: list[str]) -> None:
    """A quotation in the text's language from a source in another says that it is translated."""
    assert [code for code, _ in found_in(text, lang=lang, langid=langid)] == codes


def test_sources_read_in_translation() -> None:
    """Who has the source in a translation has a translator to name, and quotes that."""
    text = "“The prices of gas rose by a third in that year”.[@other]"

    assert found_in(text, langid="ukrainian", translator="Madeup, Ada") == []


def test_long_differences_are_cut() -> None:
    """A message stays one line, and its code marks stay its own."""
    archived = f"The committee of this ` {'indescribable ' * 5}` invented country met again."

    (found,) = check_quotations(
        publication_of("“The committee of this invented country met again”.[@board]", archived=archived)
    )

    assert found.message.count("`") == 4
    assert len(found.message) < 160
