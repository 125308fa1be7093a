"""Notes in Ukrainian, Russian and Belarusian have words and dates of their language."""

import json
from pathlib import Path

import pytest
from lxml import etree

from octavo.ast import plain_text
from octavo.csl.terms import MONTH, MONTHS, with_own_terms
from octavo.pandoc import run_pandoc
from octavo.transforms.months import bend_months

STYLE = """<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
<info><title>Made up</title><id>made-up</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout>
<names variable="author"><name et-al-min="2" et-al-use-first="1"/></names>
<date variable="issued" form="text" prefix=" | "/>
<names variable="editor" prefix=" | "><label form="verb-short" suffix=" "/><name/></names>
</layout></citation>
</style>"""
SOURCE = {
    "id": "madeup",
    "type": "book",
    "author": [{"family": "Перша"}, {"family": "Друга"}],
    "editor": [{"family": "Третя"}],
}


@pytest.mark.parametrize(
    ("lang", "parts", "note"),
    [
        ("uk", [2022, 8, 1], "Перша та ін. | 1 серпня 2022 | за ред. Третя"),
        ("uk", [2022, 8], "Перша та ін. | серпень 2022 | за ред. Третя"),
        ("ru", [2022, 8, 21], "Перша и др. | 21 августа 2022 г. | под ред. Третя"),
        ("be", [2022, 8, 1], "Перша і інш. | 1 жніўня 2022 | пад рэд. Третя"),
        ("pl", [2022, 8, 1], "Перша et al. | 1 sierpnia 2022 | red. Третя"),
    ],
)
def test_notes_speak_the_language(tmp_path: Path, lang: str, parts: list[int], note: str) -> None:
    """Months bend behind a day; languages that CSL serves well stay as they are."""
    (tmp_path / "style.csl").write_text(with_own_terms(STYLE), encoding="utf-8")
    source = SOURCE | {"issued": {"date-parts": [parts]}}
    (tmp_path / "sources.json").write_text(json.dumps([source]), encoding="utf-8")
    arguments = ["--citeproc", "--csl=style.csl", "--bibliography=sources.json", f"--metadata=lang:{lang}"]

    run = run_pandoc([*arguments, "--from=markdown", "--to=json"], text=b"[@madeup]", folder=tmp_path)
    blocks = json.loads(run.output)["blocks"]
    bend_months(blocks)

    assert plain_text(blocks, without=frozenset()).startswith(note)


def test_a_day_may_have_a_stop() -> None:
    """Styles of some countries write "1. August"; a year is no day."""
    dates = [f"1.\u00a0{MONTH}серпень", f"2022 {MONTH}серпень"]
    blocks = [{"t": "Para", "c": [{"t": "Str", "c": text}]} for text in dates]

    bend_months(blocks)

    assert [plain_text(block) for block in blocks] == ["1. серпня", "2022 серпень"]


def test_a_style_keeps_its_own_words() -> None:
    """A locale that the style has for a language is not given twice."""
    own = STYLE.replace("</info>", '</info><locale xml:lang="uk-UA"><terms/></locale>')

    languages = [
        locale.get("{http://www.w3.org/XML/1998/namespace}lang")
        for locale in etree.fromstring(with_own_terms(own).encode()).iter("{*}locale")
    ]

    assert sorted(map(str, languages)) == ["be", "ru", "uk-UA"]


def test_a_year_has_twelve_months_in_two_forms() -> None:
    """Each month has its name alone and behind a day."""
    assert all(len(names) == 12 for names in MONTHS.values())
    assert all(len(name.split()) == 2 for names in MONTHS.values() for name in names)
