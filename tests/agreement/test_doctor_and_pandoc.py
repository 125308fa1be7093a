"""What the citation doctor takes for granted of Pandoc is so."""

import json
import re
from pathlib import Path

import pytest

from octavo.check.sources.iso_dates import is_readable
from octavo.check.sources.kinds import KINDS, OTHER_KINDS
from octavo.check.sources.style_needs import type_of, variables_of
from octavo.csl import find_style, style_text
from octavo.csl.variables import StylePrints
from octavo.load.bibliography import Shelf, read_entries
from octavo.pandoc import run_pandoc
from octavo.source import SourceFile

DATES = [
    *(
        "2021",
        "2021-09",
        "2021-09-05",
        "2021-9",
        "2021-9-5",
        "2021/2022",
        "2021-09/2021-10",
        "2021/",
        "/2021",
    ),
    *("2021-09-01/2021-09-05", "2021~", "2021?", "2021%", "2021-21", "2021-13", "2024-02-30", "09.2021"),
    *("05.09.2021", "2021/09/05", "2021-09-05T10:00:00", "n.d.", "[2021]", "2021a", "19uu", "199X", "-0044"),
    *(
        "44",
        "20210905",
        "2021--2022",
        "2021-2022",
        "forthcoming",
        "2021-Sep",
        "September 2021",
        "2021-09-05/..",
    ),
]
FIELDS = {
    "author": "Authormark, Ada",
    "title": "Titlemark of a thing",
    "date": "1987",
    "publisher": "Publishermark",
    "location": "Placemark",
    "volume": "871",
    "number": "653",
    "pages": "4411--4422",
    "url": "https://example.org/addressmark",
    "urldate": "2019-11-23",
}
MARKS = {
    "publisher": "Publishermark",
    "publisher-place": "Placemark",
    "volume": "871|DCCCLXXI",
    "page": "4411",
    "URL": "addressmark",
    "accessed": "2019",
}
KINDS_OF_MARKS = ("article", "book", "incollection", "inproceedings", "online", "report", "thesis")


def csl_json(bib: str, folder: Path) -> dict[str, dict[str, object]]:
    """Return what Pandoc reads, by citekey."""
    output = run_pandoc(["--from=biblatex", "--to=csljson"], text=bib.encode(), folder=folder).output
    return {item["id"]: item for item in json.loads(output)}


def test_dates_are_read_as_octavo_says(tmp_path: Path) -> None:
    """Pandoc drops a date just when octavo says that it cannot be read."""
    bib = "\n".join(f"@book{{k{at}, title={{T}}, date={{{text}}}}}" for at, text in enumerate(DATES))

    read = csl_json(bib, tmp_path)

    assert [text for text in DATES if is_readable(text)] == [
        text for at, text in enumerate(DATES) if "issued" in read[f"k{at}"]
    ]


def test_kinds_are_known_as_octavo_says(tmp_path: Path) -> None:
    """Pandoc gives no type to those that octavo reports, and to `misc`."""
    kinds = sorted(KINDS | set(OTHER_KINDS))
    bib = "\n".join(f"@{kind}{{{kind}, title={{T}}, date={{2021}}}}" for kind in kinds if kind != "xdata")

    read = csl_json(bib, tmp_path)

    assert sorted(KINDS - {"misc", "xdata"}) == sorted(
        kind for kind, item in read.items() if item.get("type")
    )


@pytest.mark.parametrize(
    "name", ["chicago-notes-bibliography", "oscola", "mhra-notes", "apa", "gost-r-7-0-5-2008"]
)
def test_styles_print_what_octavo_says(name: str, tmp_path: Path) -> None:
    """What citeproc prints of a source, in a full note or the list, is what was read from the style."""
    style = find_style(name, tmp_path)
    assert style is not None
    shelf = Shelf()
    fields = ", ".join(f"{key} = {{{value}}}" for key, value in FIELDS.items())
    others = {"article": "journaltitle = {Journalmark}", "incollection": "booktitle = {Bookmark}"}
    others["inproceedings"] = others["incollection"]
    bib = "\n".join(
        f"@{kind}{{{kind}, {', '.join(filter(None, [fields, others.get(kind)]))}}}" for kind in KINDS_OF_MARKS
    )
    read_entries(SourceFile("sources.bib", bib), shelf)
    (tmp_path / "sources.bib").write_text(bib, encoding="utf-8")
    prints = StylePrints(style_text(style))
    for kind, entry in shelf.entries.items():
        arguments = [
            "--to=plain",
            "--wrap=none",
            "--citeproc",
            "--bibliography=sources.bib",
            f"--csl={style.path}",
        ]
        printed = run_pandoc(arguments, text=f"[@{kind}]".encode(), folder=tmp_path).output.decode()

        expected = {variable for variable, mark in MARKS.items() if re.search(mark, printed)}
        said = set(prints.prints(type_of(entry), variables_of(entry))) & set(MARKS)
        assert (kind, expected) == (kind, said)
