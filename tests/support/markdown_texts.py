"""Hypothesis strategies for Markdown that is full of `@` signs, most of which cite nothing."""

from hypothesis import strategies as st

_WORDS = ("gas", "Über", "місто", "x1", "1999", "it's", "a/b", "half-way", "U.S.", "5 %", "(so)", "&", "…")
_KEYS = ("doe2020", "a", "_under", "x:y", "a.b", "a/b", "a--b", "a:", "ключ2021", "a_b", "foo-bar", "a~b?c")
_LABELS = ("fig:map", "tbl:a_b", "sec:x.y", "eq:e1")
_NOTHING = (
    "`code @no`",
    "``two `@no` ticks``",
    r"\@no",
    r"\\",
    "me@no.org",
    "first.last@no.org",
    "<me@no.org>",
    "<https://no.org/@no>",
    "https://example.org/a@no",
    "$a@no$",
    "$$x @no$$",
    "costs $5",
    '<span title="@no">',
    "</span>",
    "<!-- @no -->",
    '[text](https://example.org/@no "title @no")',
    "[text](<a b@no>)",
    '![picture](figures/a@no.png "@no"){alt="@no" #fig:a}',
    '[text]{.class key="@no"}',
    r"\emph{@no}",
    "@",
    "@ no",
    "a @",
    "2 * 3",
    "[",
    "2 < 3",
    "--",
    "{no}",
)

keys = st.sampled_from((*_KEYS, *_LABELS))
words = st.sampled_from(_WORDS)
nothings = st.sampled_from(_NOTHING)
texts = st.builds(" ".join, st.lists(words, min_size=1, max_size=3))
bare_citations = st.one_of(
    keys.map("@{}".format), keys.map("-@{}".format), keys.map("@{{{}}}".format), keys.map("@{} [p. 3]".format)
)
bracketed_citations = st.one_of(
    st.builds("[@{}]".format, keys),
    st.builds("[-@{}, p. 3]".format, keys),
    st.builds("[see @{}, pp. 3--5; also @{}, *{}*]".format, keys, keys, words),
    st.builds("[see `@no` @{}; -@{{{}}} {}]".format, keys, keys, words),
)
atoms = st.one_of(texts, nothings, bare_citations, bracketed_citations)


def _nested(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.builds(" ".join, st.lists(inner, min_size=1, max_size=3))
    return st.one_of(
        st.builds("*so {} so*".format, group),
        st.builds("**so {}**".format, group),
        st.builds("~~{}~~".format, group),
        st.builds("^[{} note]".format, group),
        st.builds('"{}"'.format, group),
        st.builds("({})".format, group),
    )


tame = st.one_of(texts, bare_citations, bracketed_citations, st.sampled_from(_NOTHING[:4]))
links = st.builds("[{} text](https://example.org/@no)".format, tame)
inlines = st.one_of(atoms, links, st.recursive(tame, _nested, max_leaves=4))
glue = st.sampled_from((" ", " ", " ", "\n", ", ", "", ". "))


@st.composite
def lines(draw: st.DrawFn) -> str:
    """Text for one paragraph; it begins and ends with a word."""
    pieces = draw(st.lists(st.tuples(inlines, glue), min_size=1, max_size=6))
    text = (
        "".join(piece + join for piece, join in pieces)
        .strip()
        .replace("][", "] [")
        .replace("[p. 3](", "[p. 3] (")
        .replace("\n@", "\nso @")
    )
    return f"So {text} end"


one_line = lines().map(lambda text: text.replace("\n", " "))


def _indent(text: str, indent: str) -> str:
    return text.replace("\n", f"\n{indent}")


@st.composite
def blocks(draw: st.DrawFn) -> str:
    """One block of Markdown."""
    text = draw(lines())
    line = draw(one_line)
    kind = draw(st.integers(0, 17))
    return (
        text,
        text,
        text,
        f'# {line} {{#id key="@no"}}',
        f"{line}\n======",
        f"- {_indent(text, '  ')}\n- {_indent(line, '  ')}",
        f"- {line}\n\n    {_indent(text, '    ')}\n\n        code @no\n\n- {line}",
        f"1. {line}\n\n   {_indent(text, '   ')}\n\n   - {line}\n     - {line}\n2. {line}",
        f"> {_indent(text, '> ')}\n>\n>     code @no\n>\n> {line}",
        f"```\n{text}\n\n@no\n```",
        f'~~~ {{.python key="@no"}}\n{text}\n~~~',
        f"    code @no\n\n    @no {line}",
        f'::: {{.box key="@no"}}\n{text}\n:::',
        f"<!-- {text.replace('-->', '')}\n\n@no -->",
        f"| a | b |\n|---|---|\n| {_cell(line)} | `@no` {_cell(line)} |",
        f"Term\n\n:   {_indent(text, '    ')}\n\n        code @no",
        f'<div title="@no">\n\n{text}\n\n</div>',
        f"<pre>\n@no {line}\n</pre>",
    )[kind]


def _cell(line: str) -> str:
    return line.replace("|", "")


documents = st.lists(blocks(), min_size=1, max_size=12).map("\n\n".join)
