"""Tidying changes how a bibliography looks, never what it says."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from octavo.load.bibliography import Shelf, read_entries
from octavo.source import SourceFile
from octavo.sources.entry_text import take_apart
from octavo.sources.layout import lay_out
from octavo.sources.tidying import Tidied, tidy_file

BLANK = st.text(" \t\n", max_size=3)
KEY = st.from_regex(r"[A-Za-z][a-z0-9]{0,6}([:._-][a-z0-9]{1,3})?", fullmatch=True)
WORDS = st.text("aбΩ1 ,=#@%'~\n-", max_size=12)
NESTED = st.recursive(
    WORDS, lambda inner: st.lists(inner | inner.map("{{{}}}".format), max_size=3).map("".join), max_leaves=4
)
BRACED = NESTED.map("{{{}}}".format)
QUOTED = NESTED.map('"{}"'.format)
PIECE = BRACED | QUOTED | st.sampled_from(["jan", "2020", "un", "UN-x"])
VALUE = st.lists(PIECE, min_size=1, max_size=3).map(" # ".join)
REMARK = st.text("ab%é .,", min_size=1, max_size=20).filter(lambda text: bool(text.strip()))
COMMENT = REMARK.map("% {}\n".format) | NESTED.map("@comment{{{}}}\n".format)
OTHER = st.sampled_from(
    ['@string{un = "United Nations"}\n', "@STRING{ jan = {January} }\n", "@preamble{{x}}\n"]
)


@st.composite
def entries(draw: st.DrawFn) -> str:
    """Make an entry whose parts are right and whose layout is anyone's."""
    names = draw(
        st.lists(KEY.map(lambda key: key.replace(".", "").replace(":", "")), unique_by=str.lower, max_size=4)
    )
    fields = [f"{name}{draw(BLANK)}={draw(BLANK)}{draw(VALUE)}" for name in names]
    body = draw(st.sampled_from([",\n", " , ", ","])).join(fields)
    end = draw(st.sampled_from([",\n}", "}", " }"])) if fields else draw(st.sampled_from(["}", "\n}"]))
    kind = draw(st.sampled_from(["Article", "misc", "BOOK"]))
    return f"@{kind}{{{draw(BLANK)}{draw(KEY)},{draw(BLANK)}{body}{end}"


BIBLIOGRAPHY = st.lists(entries() | COMMENT | OTHER | BLANK, max_size=6).map("\n".join)
ODD = st.lists(
    st.sampled_from(
        ["@", "{", "}", '"', ",", "=", "#", "\\", "%", "\n", "\r", " ", "a", "1", "@a{k,", "x={y}"]
    ),
    max_size=25,
).map("".join)


def tidied(text: str) -> Tidied | None:
    """Tidy a text."""
    return tidy_file(Path("a.bib"), SourceFile("a.bib", text)).value


def reading(text: str) -> tuple[object, ...]:
    """Read all that a text says."""
    shelf = Shelf()
    read_entries(SourceFile("a.bib", text), shelf)
    entries = [(entry.citekey, entry.kind, sorted(entry.fields.items())) for entry in shelf.entries.values()]
    return entries, shelf.strings, shelf.string_blocks, [found.message for found in shelf.diagnostics]


@settings(max_examples=100, deadline=None, derandomize=True)
@given(BIBLIOGRAPHY | ODD, st.sampled_from(["\n", "\r\n"]))
def test_tidying_twice_changes_nothing_more(text: str, line_end: str) -> None:
    """What has been tidied is tidy."""
    first = tidied(text.replace("\n", line_end))
    if first is None:
        return
    second = tidied(first.text)
    assert second

    assert (second.text, second.changed) == (first.text, ())


@settings(max_examples=60, deadline=None, derandomize=True)
@given(BIBLIOGRAPHY | ODD)
def test_tidying_changes_no_meaning(text: str) -> None:
    """Entries, `@string` blocks and complaints are the same before and after."""
    after = tidied(text)

    assert after is None or reading(after.text) == reading(text)


@settings(max_examples=60, deadline=None, derandomize=True)
@given(st.lists(st.tuples(COMMENT, entries()), min_size=1, max_size=4))
def test_comments_stay(parts: list[tuple[str, str]]) -> None:
    """Every comment is there after tidying, in its order."""
    after = tidied("\n".join(f"{comment}{entry}" for comment, entry in parts))
    if after is None:
        return
    place = 0
    for comment, _ in parts:
        place = after.text.index(comment.strip(), place)


@settings(max_examples=100, deadline=None, derandomize=True)
@given(entries())
def test_entries_are_laid_out(text: str) -> None:
    """Every entry of the plain kind is laid out: nothing is left as it was for want of understanding."""
    after = tidied(text)
    if after is None:
        return
    shelf = Shelf()
    read_entries(after.source, shelf)
    (entry,) = shelf.entries.values()
    parts = take_apart(entry.raw)

    assert parts
    assert after.text == f"{lay_out(parts)}\n"
