"""Made-up publications, laid out in a folder: small, long, and as long as one likes."""

import hashlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="240" height="120" viewBox="0 0 240 120">
  <rect x="10" y="20" width="220" height="80" fill="#dddddd"/>
  <circle cx="120" cy="60" r="30" fill="#336699"/>
  <text x="120" y="115" font-size="10" text-anchor="middle">A made-up map</text>
</svg>
"""
CHART = """\
description: Sums by year.
height: 160
data: {name: sums}
mark: bar
encoding:
  x: {field: year, type: ordinal}
  y: {field: sum, type: quantitative}
"""
SUMS = "year,sum\n2019,12\n2020,30\n2021,21\n"
THANKS = "---\nmatter: back\n---\n\n# Thanks\n\nTo nobody.^[Not even to them.]\n"
ENTRIES = (
    """@book{{{key},
  author = {{{author}}},
  title = {{{title}}},
  publisher = {{No Press}},
  location = {{Nowhere}},
  date = {{{year}}},
  langid = {{english}},
}}
""",
    """@online{{{key},
  author = {{{author}}},
  title = {{{title}}},
  organization = {{The Daily Fable}},
  date = {{{year}-03-0{digit}}},
  url = {{https://fable.example/{key}}},
  urldate = {{2021-04-05}},
  langid = {{english}},
}}
""",
    """@article{{{key},
  author = {{{author}}},
  title = {{{title}}},
  journaltitle = {{Annals of Nothing}},
  volume = {{{number}}},
  pages = {{1--9}},
  date = {{{year}}},
  langid = {{english}},
}}
""",
)
SNAPSHOT = "bibliography/archive/neisnuiucha2020hazeta"
PAGE = "<p>Міст збудували там, де річки ніколи не було.</p>\n"
LOCK = f"""\
version = 1

[neisnuiucha2020hazeta]
url = "https://hazeta.example/mosty"
fetched = 2021-02-03
content_type = "text/html"
page = "{SNAPSHOT}/page.html"
page_sha256 = "{hashlib.sha256(PAGE.encode()).hexdigest()}"
archive_url = "https://web.archive.org/web/20210203000000/https://hazeta.example/mosty"
archive_date = 2021-02-03
"""
FILLER = (
    "The committee of this invented country met again and moved nothing, as it had done in the year before.",
    "Its minutes, which nobody wrote, speak of loans that were promised, put off and promised once more.",
    "A bridge over a river without a name was to join two towns that no map shows.",
    "Observers who do not exist counted the barges and came to numbers that differ by half.",
    "What was paid for is a question that the ledgers, being fictitious, leave open.",
)


def small_ukrainian(root: Path) -> Path:
    """Lay out one Ukrainian chapter with three sources, one archived, OSCOLA, and no templates of its own."""
    return _lay_out(
        root,
        {
            "manuscript/metadata.yaml": (
                "title: Вигадане дослідження\n"
                "author: Одарка Неіснуюча\n"
                'date: "2021-09-30"\n'
                "lang: uk\n"
                "slug: vyhadane\n"
                "csl: oscola\n"
            ),
            "manuscript/10-vstup.md": (
                "# Вступ\n\n"
                "Про це вже писали [@neisnuiucha2020hazeta].\nІнші заперечують [@vyhadko2019knyha, 12].\n\n"
                "## Подробиці\n\n"
                "Згадаймо ще раз [@neisnuiucha2020hazeta] і звіт [@fiction2021report].\n"
                "Додамо й своє.^[Власне слово автора.]\n"
                "Так само вважає і він [@vyhadko2019knyha, 14].\n"
            ),
            "bibliography/sources.bib": (
                "@book{vyhadko2019knyha,\n  author = {Вигадько, Остап},\n  title = {Книга, якої немає},\n"
                "  publisher = {Нічийне видавництво},\n  location = {Нібимісто},\n  date = {2019},\n"
                "  langid = {ukrainian},\n}\n\n"
                "@online{neisnuiucha2020hazeta,\n  author = {Неіснуюча, Одарка},\n"
                "  title = {Мости без річок},\n  organization = {Вигадана газета},\n  date = {2020-05-01},\n"
                "  url = {https://hazeta.example/mosty},\n  langid = {ukrainian},\n}\n\n"
                "@report{fiction2021report,\n  author = {Fiction, Fay},\n  title = {A Report on Nothing},\n"
                "  institution = {Institute of Invention},\n  type = {techreport},\n  date = {2021},\n"
                "  langid = {english},\n}\n"
            ),
            "bibliography/sources.lock": LOCK,
            f"{SNAPSHOT}/page.html": PAGE,
        },
    )


def book(root: Path, chapters: int, notes: int, *, paragraphs: int = 12) -> Path:
    """Lay out a book of prose: `notes` notes, each with a source, spread over `chapters` chapters.

    A chapter has `paragraphs` paragraphs of five sentences or more, one for each of its notes.
    """
    per_chapter = -(-notes // chapters)
    files = {
        "manuscript/metadata.yaml": (
            "title: A Long Made-Up Book\n"
            "author: [Ada Madeup, Ben Invented]\n"
            'date: "2021-09-30"\n'
            "lang: en-GB\n"
            "slug: made-up-book\n"
        ),
        "bibliography/sources.bib": "\n".join(_entry(number) for number in range(1, -(-notes // 4) + 1)),
    }
    for chapter in range(1, chapters + 1):
        first, last = (chapter - 1) * per_chapter, min(chapter * per_chapter, notes)
        files[f"manuscript/{chapter:03}-chapter.md"] = _prose(chapter, range(first, last), paragraphs)
    return _lay_out(root, files)


def long_book(root: Path) -> Path:
    """Lay out thirty chapters with everything that editions must agree on.

    Notes begin again in each chapter; they stand in headings, captions, cells and lists, some are long;
    there are a chart, a drawing and a photograph, tables, equal headings and links between chapters.
    """
    chapters = {f"manuscript/{number:02}-part.md": _rich_chapter(number) for number in range(1, 31)}
    return _lay_out(
        root,
        {
            "manuscript/metadata.yaml": (
                "title: Everything at Once\n"
                "subtitle: A made-up book that has some of all\n"
                "author:\n  - {name: Ada Madeup, affiliation: Institute of Invention}\n  - Ben Invented\n"
                'date: "2021-09-30"\n'
                "lang: en-GB\n"
                "slug: everything\n"
                "abstract: What can stand in a book, stands in this one.\n"
                "keywords: [bridges, ledgers]\n"
                "publisher: Institute of Invention\n"
                "rights: Nobody’s.\n"
                "csl: oscola\n"
                "notes: per-chapter\n"
            ),
            **chapters,
            "manuscript/99-thanks.md": THANKS,
            "manuscript/data/sums.csv": SUMS,
            "manuscript/figures/sums.vl.yaml": CHART,
            "manuscript/figures/map.svg": DRAWING,
            "manuscript/figures/photo.png": photograph(),
            "bibliography/sources.bib": "\n".join(_entry(number) for number in range(1, 32)),
        },
    )


def photograph() -> bytes:
    """Make a PNG of coloured squares."""
    image = Image.new("RGB", (120, 80), "#f0f0e0")
    for column in range(0, 120, 20):
        for row in range(0, 80, 20):
            image.paste((column * 2, row * 3, 120), (column, row, column + 10, row + 10))
    content = BytesIO()
    image.save(content, "PNG")
    return content.getvalue()


def _lay_out(root: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return root


def _entry(number: int) -> str:
    return ENTRIES[number % 3].format(
        key=_citekey(number),
        author=f"Madeup{_letters(number)}, {'Ada' if number % 2 else 'Ben'}",
        title=f"On the {_letters(number)} of Imaginary Bridges",
        year=1990 + number % 30,
        digit=number % 9 + 1,
        number=number,
    )


def _citekey(number: int) -> str:
    return f"madeup{1990 + number % 30}n{number}"


def _letters(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(number))


def _prose(chapter: int, notes: range, paragraphs: int) -> str:
    lines = [f"# Chapter {chapter} of the Fable {{#chapter-{chapter}-of-the-fable}}"]
    for index in range(max(paragraphs, len(notes))):
        sentences = [FILLER[(chapter + index + turn) % len(FILLER)] for turn in range(5)]
        if index < len(notes):
            citation = f"[@{_citekey(notes[index] // 4 + 1)}, {notes[index] % 90 + 1}]"
            sentences[2] = f"{sentences[2].removesuffix('.')} {citation}."
        lines += ["", " ".join(sentences)]
        if index % 6 == 5:
            lines += ["", f"## The {_letters(index)} Matter"]
    return "\n".join(lines) + "\n"


def _rich_chapter(number: int) -> str:
    first, second = _citekey(number), _citekey(number % 31 + 1)
    words = [FILLER[(number + turn) % 5] for turn in range(5)]
    parts = [
        f"# Part {number}^[A note to the heading of part {number}.] {{#part-{number}}}",
        f"{words[0]}[@{first}, {number}] It went on in [the next part](#part-{number % 30 + 1}).",
        "## Introduction",
        f"{words[1]} [see @{second}; @{first}, 3] {words[2]}^[{' '.join(FILLER * 2)} See @{second}.]",
        f"- One thing.^[A note in a list.]\n- Another “thing” [@{first}].",
        "> Quoted *in part*, and with a `code` word.[^own]",
        f"[^own]: A note of two paragraphs, with *emphasis* and [a link](https://fable.example/{number}).",
        "    Its second paragraph.",
        *(_table(number, second) if number % 3 == 0 else ()),
        *(_figure(number, first, second) if number % 5 == 0 else ()),
        "## Conclusion",
        f"{words[3]} {words[4]} [@{first}, 9]",
    ]
    return "\n\n".join(parts) + "\n"


def _table(number: int, citekey: str) -> tuple[str, ...]:
    rows = f"| 2020^[A note in a cell.] | 30 |\n| 2021 | 21 [@{citekey}] |"
    return (
        f"| Year | Sum |\n|:-----|----:|\n{rows}",
        f": Sums that part {number} invents^[A note to a table’s caption.] {{#tbl:sums-{number}}}",
        f"::: source\nSource: the ledgers of part {number}.\n:::",
        f"See [the table](#tbl:sums-{number}).",
    )


def _figure(number: int, first: str, second: str) -> tuple[str, ...]:
    target = ("figures/sums.vl.yaml", "figures/map.svg", "figures/photo.png")[number // 5 % 3]
    attributes = f'{{#fig:picture-{number} alt="Made-up picture {number}"}}'
    return (
        f"![A picture for part {number} [@{first}]]({target}){attributes}",
        f"::: source\nSource: nobody [@{second}].\n:::",
    )
