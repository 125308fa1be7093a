"""What each rule lets pass: the cases of tests/diagnostics show what it does not."""

from pathlib import Path

import pytest

from octavo.check import RULES, check_publication
from octavo.load import load_publication
from tests.support.least_publication import write_publication

BOOK = "@book{doe2020, author={Doe}, title={A}, publisher={P}, date={2020}}\n"


def faults(root: Path, files: dict[str, str]) -> list[str]:
    """Say what is wrong with a publication, as `CODE text-at-fault`."""
    loaded = load_publication(write_publication(root, files))
    assert loaded.value is not None
    found = (*loaded.diagnostics, *check_publication(loaded.value))
    return [f"{one.code} {one.span.text if one.span else one.file}" for one in found]


def test_least_publication_is_clean(tmp_path: Path) -> None:
    """A title, an author, a language and a chapter suffice."""
    assert faults(tmp_path, {}) == []


def test_rules_are_named_for_what_they_check() -> None:
    """Each rule is a function of its own, and each is applied once."""
    names = [rule.__name__ for rule in RULES]
    assert sorted(set(names)) == sorted(names)
    assert [name for name in names if not name.startswith("check_")] == []


@pytest.mark.parametrize(
    ("chapter", "bibliography", "expected"),
    [
        ("[@doe2020, p. 3] and @doe2020.", BOOK, []),
        ("me@doe2021.org `@code` \\@text", "", []),
        ('{{ "[@doe2020]" }}', BOOK, []),
        ("{## @doe2020 ##}", BOOK, ["C002 doe2020"]),
        ("xdoe2020 doe2020x", BOOK, ["C002 doe2020"]),
        ("[@doe2020]", "@book{doe2020, title = {x\n", ["L008 doe2020"]),
        ("[@rule2020]", "@legislation{rule2020, title={A}, date={2020}}\n", []),
        ("[@film2020]", "@movie{film2020, title={A}, date={2020}}\n", ["C003 film2020"]),
        ("[@kid2020]", "@inbook{kid2020, crossref={mum2020}}\n", []),
        ("[@kid2020]", "@inbook{kid2020, crossref={doe2020}}\n" + BOOK, []),
        ("[@rynok2020]", BOOK.replace("doe2020", "rynok2020").replace("{A}", "{Ринок}, langid={uk}"), []),
        ("[@doe2020]", BOOK.replace("date={2020}", "date={}"), ["C003 doe2020"]),
    ],
)
def test_citations_and_entries(chapter: str, bibliography: str, expected: list[str], tmp_path: Path) -> None:
    """Citations and entries meet; what is code, address or remark is no citation."""
    files = {"manuscript/10-first.md": f"# First\n\n{chapter}\n", "bibliography/sources.bib": bibliography}
    assert expected == faults(tmp_path, files)


def test_data_cites(tmp_path: Path) -> None:
    """A citekey that stands as a word in a file of data counts as cited."""
    data = {"bibliography/sources.bib": BOOK, "manuscript/data/loans.csv": "year,source\n2020,doe2020\n"}
    assert faults(tmp_path, data) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{ metadata.title }} {{ data.gas }} {{ extra.count }}", []),
        ("{% set x = 1 %}{{ x }} {{ range(3) }} {{ namespace }}", []),
        ("{% for a, b in data.gas %}{{ loop.index }}{{ a }}{{ b }}{% endfor %}", []),
        ("{% macro row(cell) %}{{ cell }}{{ caller() }}{% endmacro %}{{ row(1) }}", []),
        ("{% if oil is defined %}{{ data.oil | default(1) }}{% endif %}", []),
        ("{% raw %}{{ nothing }}{% endraw %} {## {{ nothing }} ##}", []),
        ("`{{ nothing }}`", ["C010 nothing"]),
        ("nothing {{ nothing }}, {{ nothing }}", ["C010 nothing", "C010 nothing"]),
        ('{{ data["oil"] }} {{ data.gas.nothing }}', ["C010 oil"]),
        ("{{ metadata.name }}", ["C010 name"]),
        ("{%\n if\n nothing %}{% endif %}", ["C010 nothing"]),
    ],
)
def test_names(text: str, expected: list[str], tmp_path: Path) -> None:
    """Names are known from the publication, from Jinja2, and from the chapter itself."""
    files = {
        "manuscript/10-first.md": f"---\nmatter: main\n---\n\n# First\n\n{text}\n",
        "manuscript/data/gas.yaml": "[[1, 2]]\n",
        "manuscript/metadata.yaml": "title: A\nauthor: B\nlang: en\nextra: {count: 3}\n",
    }
    assert expected == faults(tmp_path, files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@sec:first [@fig:f, left; -@tbl:t] @eq:e", []),
        ("`@fig:g` \\@fig:g me@fig:g.example", []),
        ("[see @fig:g]{.page}", ["C017 fig:g"]),
        ("@sec:second", ["C017 sec:second"]),
        ("@fig:g {% for x in [1] %}[x]{#fig:{{ x }}}{% endfor %}", []),
    ],
)
def test_labels(text: str, expected: list[str], tmp_path: Path) -> None:
    """A label is looked for in all chapters; where templates make labels, nobody knows yet."""
    second = f"# Second\n\n{text}\n\n![x](f.svg){{#fig:f}}\n"
    files = {
        "manuscript/10-first.md": "# First {#sec:first}\n\n: Caption {#tbl:t}\n\n$$ x $$ {#eq:e}\n",
        "manuscript/20-second.md": second,
        "manuscript/f.svg": "<svg/>",
    }
    assert expected == faults(tmp_path, files)


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("figures/a.svg", []),
        ("../figures/a.svg", []),
        ("<figures/a b.svg>", []),
        ("figures/a%20b.svg", []),
        ("figures/price.vl.yaml", []),
        ("data:image/png;base64,AAAA", ["C006 data:image/png;base64,AAAA"]),
        ("//example.org/a.svg", ["C006 //example.org/a.svg"]),
        ("../../../a.svg", ["C006 ../../../a.svg"]),
        ("~/a.svg", ["C006 ~/a.svg"]),
        ("figures/A.svg", ["C005 figures/A.svg"]),
    ],
)
def test_images(target: str, expected: list[str], tmp_path: Path) -> None:
    """An image is looked for beside its chapter, then in `manuscript/`, and nowhere else."""
    files = {
        "manuscript/10-part/10-first.md": f"# First\n\n![A caption]({target})\n",
        "manuscript/figures/a.svg": "<svg/>",
        "manuscript/figures/a b.svg": "<svg/>",
        "manuscript/figures/price.vl.yaml": "mark: bar\n",
    }
    assert expected == faults(tmp_path, files)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Title\n=====\n\nText.", []),
        ("{% set x = 1 %}\n<!-- a remark -->\n\n# Title", []),
        ("[link]: https://example.org\n\n# Title", []),
        ("Title\n-----", ["C011 Title"]),
        ("    # code", ["C011 # code"]),
        ("```\n# code\n```", ["C011 ```"]),
        ("#Title", ["C011 #Title"]),
        ("- # Title", ["C011 - # Title"]),
    ],
)
def test_titles(text: str, expected: list[str], tmp_path: Path) -> None:
    """A chapter begins with a heading of level 1, in either way to write one."""
    assert expected == faults(tmp_path, {"manuscript/10-first.md": f"{text}\n"})


def test_identifiers(tmp_path: Path) -> None:
    """Identifiers count wherever they stand, but not in code."""
    text = (
        "# First {#a}\n\n[text]{#b .c} and `{#a}`\n\n```{#d}\n{#a}\n```\n\n"
        '::: {#e}\n![x](f.svg){#f}\n:::\n\n<span id="g">x</span>\n\n: Caption {#b}\n'
    )
    files = {"manuscript/10-first.md": text, "manuscript/f.svg": "<svg/>"}
    assert faults(tmp_path, files) == ["C012 b"]
