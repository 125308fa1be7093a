"""The metadata's contract, key by key."""

from datetime import date

import pytest

from octavo.load.metadata import READERS, read_metadata
from octavo.load.values import slug_from
from octavo.model import (
    Allowance,
    Author,
    ClaimsSetup,
    Metadata,
    RuleException,
    SourceList,
    SourceSection,
    Transliteration,
)
from octavo.source import SourceFile

NOWHERE = SourceFile("", "").span(0, 0)
LEAST = "title: A Sample\nauthor: Ada Sample\nlang: en\n"


def read(text: str) -> tuple[Metadata, list[str]]:
    """Read metadata; give what was wrong as `CODE message`."""
    outcome = read_metadata(SourceFile("manuscript/metadata.yaml", text))
    return outcome.value, [f"{found.code} {found.message}" for found in outcome.diagnostics]


def test_least() -> None:
    """Three keys suffice; the rest has defaults."""
    expected = Metadata(
        title="A Sample", authors=(Author("Ada Sample"),), date=None, lang="en", slug="a-sample"
    )
    assert (expected, []) == read(LEAST)


def test_everything() -> None:
    """Every key of the contract is read, and remembers its place."""
    text = (
        "title: 1984\nsubtitle: no\nauthor:\n  - name: Ada Sample\n    affiliation: Sample Institute\n"
        "    orcid: https://orcid.org/0000-0002-1825-0097\n    email: ada@example.org\n"
        "    note: Counts cars.\n"
        "  - Bo Sample\n"
        "date: 2026-11-24\nlang: uk-Latn-UA\nslug: nineteen.84\nedition: 2\n"
        "abstract: |\n  Two\n  lines.\n\n  And more.\n"
        "keywords: [gas, no]\npublisher: P\nseries: S\nidentifier: urn:isbn:0\nrights: R\ncsl: oscola\n"
        "isbn: ISBN 978-3-16-148410-0\ndoi: https://doi.org/10.1234/ab\ncontact: mail@example.org\n"
        "formats: [docx, pdf]\nnotes: per-chapter\nnumber_sections: true\nlists: [tables, figures]\n"
        "bibliography: {sections: [{title: All}], by_chapter: true}\ntransliteration: kmu-55\n"
        "reference_language: source\n"
        "rules: {C002: off, C016: error}\n"
        "exceptions:\n  - {rule: C003, at: doe1921, reason: nobody signed it}\n"
        "claims: claims\n"
        "allow:\n  - {html: kbd, at: 10-first.md, reason: names of keys}\n"
        "  - {remote-image: 'https://example.org/map.png', at: manuscript/10-first.md, reason: theirs}\n"
        "extra:\n  count: 3\n  day: 2021-01-01\n"
    )
    metadata, found = read(text)
    ada = Author("Ada Sample", "Sample Institute", "0000-0002-1825-0097", "ada@example.org", "Counts cars.")
    expected = Metadata(
        title="1984",
        subtitle="no",
        authors=(ada, Author("Bo Sample")),
        date=date(2026, 11, 24),
        lang="uk-Latn-UA",
        slug="nineteen.84",
        edition="2",
        abstract="Two lines.\n\nAnd more.",
        keywords=("gas", "no"),
        publisher="P",
        series="S",
        identifier="urn:isbn:0",
        rights="R",
        csl="oscola",
        isbn="978-3-16-148410-0",
        doi="10.1234/ab",
        contact="mail@example.org",
        formats=("pdf", "docx"),
        notes="per-chapter",
        number_sections=True,
        lists=("figures", "tables"),
        bibliography=SourceList((SourceSection("All"),), by_chapter=True),
        transliteration=Transliteration({"uk": "kmu-55"}),
        reference_language="source",
        rules={"C002": "off", "C016": "error"},
        exceptions=(RuleException("C003", "nobody signed it", NOWHERE, at="doe1921"),),
        claims=ClaimsSetup("claims"),
        allow=(
            Allowance("html", "kbd", "manuscript/10-first.md", "names of keys", NOWHERE),
            Allowance(
                "remote-image", "https://example.org/map.png", "manuscript/10-first.md", "theirs", NOWHERE
            ),
        ),
        extra={"count": 3, "day": "2021-01-01"},
    )
    assert (expected, []) == (metadata, found)
    assert list(READERS) == sorted(metadata.spans, key=list(READERS).index)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("date: 2026-2-3", "L004 `date` is `2026-2-3`, not a date"),
        ("date: 2023-02-29", "L004 `date` is `2023-02-29`, a day that does not exist"),
        ("keywords: {a: b}", "L004 `keywords` is not a list"),
        ("isbn: 978-3-16-148410-1", "L004 `isbn` is `978-3-16-148410-1`, an ISBN with a wrong digit"),
        ("isbn: 12345", "L004 `isbn` is `12345`, not an ISBN"),
        ("isbn: 0-306-40615-3", "L004 `isbn` is `0-306-40615-3`, an ISBN with a wrong digit"),
        ("doi: bridge", "L004 `doi` is `bridge`, not a DOI"),
        ("number_sections: maybe", "L004 `number_sections` is `maybe`, not `true` or `false`"),
        ("lists: [notes]", "L004 `lists` is `notes`, not `figures` or `tables`"),
        ("rules: off", "L004 `rules` is not a list of codes and verdicts"),
        ("rules: {C0002: off}", "L004 `rules` names `C0002`, which is no code"),
        ("rules: {C001: off}", "L004 `rules` names C001, which is no matter of judgement"),
        ("rules: {C002: maybe}", "L004 `rules` is `maybe`, not `error`, `warning` or `off`"),
        ("exceptions: [C002]", "L004 `exceptions` has an exception without keys"),
        ("exceptions: [{rule: C002, at: a}]", "L004 `exceptions` has an exception without `reason`"),
        ("exceptions: [{rule: C002, on: a}]", "L004 `exceptions` has the unknown key `on`"),
        ("allow: kbd", "L004 `allow` has an item without keys"),
        ("allow: [{html: kbd, at: a.md}]", "L004 `allow` has an item without `reason`"),
        ("allow: [{at: a.md, reason: b}]", "L004 `allow` names not one thing in an item"),
        ("allow: [{htm: kbd, at: a.md, reason: b}]", "L004 `allow` has the unknown key `htm`"),
        (
            "allow: [{html: script, at: a.md, reason: b}]",
            "L004 `allow` names `script`, which no publication can allow",
        ),
        (
            "allow: [{html: blink, at: a.md, reason: b}]",
            "L004 `allow` names `blink`, which is no element that a line of text can have",
        ),
        (
            "allow: [{remote-image: 'file:///etc/passwd', at: a.md, reason: b}]",
            "L004 `allow` names `file:///etc/passwd`, which is no address on the web",
        ),
        ("formats: []", "L004 `formats` is empty"),
        ("slug: ../up", "L004 `slug` is `../up`, not a file name that is safe everywhere"),
        ("slug: Ab", "L004 `slug` is `Ab`, not a file name that is safe everywhere"),
        ("abstract: [a]", "L004 `abstract` is not text"),
        ("extra: 5", "L004 `extra` is not a mapping"),
        ("Title: B", "L003 the metadata has no key `Title`"),
    ],
)
def test_wrong_values(line: str, message: str) -> None:
    """A value that its key cannot have is an error of its own; the rest is read."""
    metadata, found = read(f"{LEAST}{line}\n")
    assert ("A Sample", [message]) == (metadata.title, found)


@pytest.mark.parametrize(
    ("author", "message"),
    [
        ("[]", "is empty"),
        ("", "has no value"),
        ("[{affiliation: X}]", "has an author without `name`"),
        ("[{name: X, orchid: Y}]", "has the unknown key `orchid`"),
        ("[{name: X, orcid: 1}]", "has the ORCID iD `1` in the wrong form"),
        ("[[X]]", "has a list within the list"),
    ],
)
def test_wrong_authors(author: str, message: str) -> None:
    """Authors are names, or mappings with a name."""
    _, found = read(f"title: A Sample\nauthor: {author}\nlang: en\n")
    assert [f"L004 `author` {message}"] == found


@pytest.mark.parametrize("text", ["", "- a\n", "just text\n", "# only a comment\n"])
def test_no_mapping(text: str) -> None:
    """Metadata that is no mapping is one fault, not three missing keys."""
    assert [found.split()[0] for found in read(text)[1]] == ["L002"]


@pytest.mark.parametrize(
    ("lang", "is_tag"),
    [
        ("uk", True),
        ("no", True),
        ("en-GB", True),
        ("sr-Cyrl-RS", True),
        ("de-CH-1996", True),
        ("es-419", True),
        ("english", False),
        ("e", False),
        ("en_GB", False),
        ("en-", False),
        ("українська", False),
    ],
)
def test_language_tags(*, lang: str, is_tag: bool) -> None:
    """A language is a well-formed tag of BCP 47; whether it is registered is not asked, but it is no word."""
    _, found = read(f"title: A\nauthor: B\nlang: {lang}\n")
    assert is_tag == (not found)


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("A Union in Instalments", "a-union-in-instalments"),
        ("Аналіз ринку: об'єкт №5", "analiz-rynku-obiekt-no5"),
        ("Щедрий Їжак й ґанок", "shchedryi-izhak-i-ganok"),
        ("Straße & Łódź, naïve café", "strasse-lodz-naive-cafe"),
        ("東京", "publication"),
        ("word " * 40, "-".join(["word"] * 16)),
        ("x" * 200, "x" * 80),
    ],
)
def test_slug(title: str, slug: str) -> None:
    """A slug is ASCII, whole words, and never longer than 80 characters or empty."""
    assert slug == slug_from(title)


@pytest.mark.parametrize(("lang", "meant"), [("ua", "uk"), ("BY", "be"), ("eng", "en"), ("cz-CZ", "cs")])
def test_the_letters_of_a_country_are_no_language(lang: str, meant: str) -> None:
    """`ua` is well-formed and would silently make an English book of a Ukrainian one."""
    written = SourceFile("manuscript/metadata.yaml", LEAST.replace("lang: en", f"lang: {lang}"))

    (found,) = read_metadata(written).diagnostics

    assert (found.code, found.hint) == ("L004", f"did you mean `{meant}`?")
