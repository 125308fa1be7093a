import json
from pathlib import Path

import pytest

from octavo.sources.foreign import UnreadableExport, read_export
from octavo.sources.importing import Import, sort_import
from octavo.sources.layout import lay_out
from octavo.sources.shelf import open_shelf
from tests.support.least_publication import write_publication

BIB = """@article{doe2020,
  author = {Doe, Jane},
  title  = {Bridges of Nowhere at Night},
  date   = {2020},
  doi    = {10.5555/a},
}
"""
RIS = """Provider: Nobody
TY  - JOUR
ID  - roe2021
AU  - Roe, John, Jr.
A1  - World Bank
TI  - A bridge opens
  in Kyiv today
T2  - Journal of Bridges
PY  - 2021
DA  - 2021/09/10/
VL  - 3
IS  - 4
SP  - 1
EP  - 10
DO  - 10.5555/B
KW  - bridges
KW  - rivers
N1  - read it
AB  - long
LA  - en
ER  -
TY  - BOOK
AU  - Roe, John
T1  - Die Brücke
T2  - Die Reihe
SN  - 978-1-4028-9462-6
PB  - Verlag
CY  - Bern
Y1  - 1999///
TY  - ELEC
TI  - A page
PB  - Site
UR  - https://a.example/x
Y2  - 2022/01/02/
ER  -
"""
ENDNOTE = """<?xml version="1.0" encoding="UTF-8"?><xml><records>
<record><ref-type name="Journal Article">17</ref-type><contributors><authors>
<author><style face="bold">Roe, John</style></author><author>World Bank,</author></authors></contributors>
<titles><title><style face="normal">A bridge opens</style><style face="italic"> today</style></title></titles>
<periodical><full-title>Journal of Bridges</full-title></periodical><pages>1-10</pages><volume>3</volume>
<number>4</number><dates><year>2021</year><pub-dates><date>September 10</date></pub-dates></dates>
<electronic-resource-num>10.5555/B</electronic-resource-num><language>English</language></record>
<record><label>site2020</label><ref-type name="Web Page">12</ref-type><titles><title>A page</title></titles>
<dates><year>2020</year></dates><urls><related-urls><url>https://a.example/x</url></related-urls></urls>
<publisher>Site</publisher></record></records></xml>"""
ZOTERO = """@comment{x}
@string{un = "United Nations"}
@Article{roeBridge2021,
  title = {A {{Bridge}} Opens},
  author = {Roe, John},
  year = 2021, month = sep,
  journal = {Journal of Bridges},
  publisher = un # { Press},
  abstract = {Long.},
  keywords = {bridges},
  file = {/home/x.pdf:application/pdf},
  urldate = {2022-01-02},
  langid = {english},
  annotation = {Read it.}
}
"""


def entries_of(path: Path) -> list[str]:
    """Return the sources of a file as entries; those without a citekey as `?`."""
    return [lay_out(draft.entry_text(key or "?")) for key, draft in read_export(path).sources]


def written(path: Path, text: str) -> Path:
    """Write a file."""
    path.write_text(text, encoding="utf-8")
    return path


def test_ris_is_read(tmp_path: Path) -> None:
    """Days, dates of access, bodies, series and words of a database's export are all there."""
    article, book, page = entries_of(written(tmp_path / "a.ris", RIS))

    assert (
        article
        == """\
@article{roe2021,
  author       = {Roe, Jr., John and {World Bank}},
  title        = {A bridge opens in {Kyiv} today},
  journaltitle = {{Journal of Bridges}},
  number       = {4},
  volume       = {3},
  pages        = {1--10},
  date         = {2021-09-10},
  doi          = {10.5555/B},
  langid       = {english},
  keywords     = {bridges, rivers},
  annotation   = {read it},
}"""
    )
    assert [line for line in book.split("\n") if "series" in line or "isbn" in line or "date" in line] == [
        "  series    = {Die Reihe},",
        "  date      = {1999},",
        "  isbn      = {978-1-4028-9462-6},",
    ]
    assert page.endswith("url          = {https://a.example/x},\n  urldate      = {2022-01-02},\n}")


def test_endnote_is_read(tmp_path: Path) -> None:
    """DOIs, addresses, days and bodies of EndNote's export are all there, and a label that is a citekey."""
    article, page = entries_of(written(tmp_path / "a.xml", ENDNOTE))

    assert (
        article
        == """\
@article{?,
  author       = {Roe, John and {World Bank}},
  title        = {A bridge opens today},
  journaltitle = {{Journal of Bridges}},
  number       = {4},
  volume       = {3},
  pages        = {1--10},
  date         = {2021-09-10},
  doi          = {10.5555/B},
  langid       = {english},
}"""
    )
    assert page.split("\n") == [
        "@online{site2020,",
        "  title        = {A page},",
        "  organization = {{Site}},",
        "  date         = {2020},",
        "  url          = {https://a.example/x},",
        "}",
    ]


def test_bibtex_is_read(tmp_path: Path) -> None:
    """Values stay as they are; what belongs to the other program goes, and old names become new ones."""
    (entry,) = entries_of(written(tmp_path / "a.bib", ZOTERO))

    assert (
        entry
        == """\
@article{roeBridge2021,
  author       = {Roe, John},
  title        = {A {{Bridge}} Opens},
  journaltitle = {Journal of Bridges},
  publisher    = {United Nations Press},
  date         = {2021-09},
  urldate      = {2022-01-02},
  langid       = {english},
  keywords     = {bridges},
  annotation   = {Read it.},
}"""
    )


def test_csl_json_is_read(tmp_path: Path) -> None:
    """Citekeys stay that chapters can cite; numbers and addresses are none."""
    ids: list[dict[str, object]] = [
        {"id": "roe2021"},
        {"id": "http://a.example/1"},
        {"id": 17},
        {"id": "x y", "citation-key": "doe2020"},
        {},
    ]
    items = [{"title": "T", "type": "book"} | item for item in ids]

    keys = [key for key, _ in read_export(written(tmp_path / "a.json", json.dumps(items))).sources]

    assert keys == ["roe2021", "", "", "doe2020", ""]
    assert entries_of(written(tmp_path / "b.json", '{"title": "T", "type": "book"}')) == [
        "@book{?,\n  title = {T},\n}"
    ]
    assert entries_of(written(tmp_path / "c.json", '{"items": [7, {"title": "T"}]}')) == [
        "@misc{?,\n  title = {T},\n}"
    ]


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b"hello", "is neither RIS nor CSL JSON nor BibTeX nor EndNote's XML"),
        (b"\xff\xfe", "is not UTF-8; export it again with the encoding UTF-8"),
        (b"[1,", "is no JSON that octavo can read: "),
        (b"[" * 100_000, "is no JSON that octavo can read: "),
        (b"<xml><a>", "is no XML that octavo can read: it is broken at line 1"),
        (b"", "is neither RIS"),
    ],
)
def test_other_files_are_told(tmp_path: Path, content: bytes, told: str) -> None:
    """A file that cannot be read is told with the reason."""
    path = tmp_path / "a"
    path.write_bytes(content)

    with pytest.raises(UnreadableExport) as caught:
        read_export(path)

    assert str(caught.value).startswith(told)


def brought(root: Path, export: str) -> Import:
    """Sort the sources of a file beside those that are there."""
    shelf = open_shelf(write_publication(root, {"bibliography/sources.bib": BIB})).value
    assert shelf
    return sort_import(read_export(written(root / "export", export)), shelf)


def test_what_is_there_is_not_brought_in(tmp_path: Path) -> None:
    """A source is the same by its DOI, or by title, year and author; also within the file."""
    export = (
        "@misc{one, title = {Other}, doi = {10.5555/A}}\n"
        "@misc{two, title = {{Bridges} of nowhere at night}, year = {2020}, author = {Doe, Jane}}\n"
        "@misc{three, title = {New}, url = {https://a.example/b}}\n"
        "@misc{four, title = {New again}, url = {http://www.a.example/b/}}\n"
        "@misc{five, year = {2020}}\n"
    )

    found = brought(tmp_path, export)

    assert [key for key, _ in found.new] == ["three"]
    assert found.there == (("one", "doe2020"), ("two", "doe2020"), ("four", "three"))
    assert found.untitled == 1


def test_citekeys_stay_unless_they_are_taken(tmp_path: Path) -> None:
    """The citekey of the other program stays; one that another source has is made anew, and that is told."""
    found = brought(
        tmp_path, "@misc{Doe2020, title = {Rivers}, author = {Roe, J.}, date = {2021}}\n@misc{b, title = {C}}"
    )

    assert [key for key, _ in found.new] == ["roe2021rivers", "b"]
    assert found.renamed == (("Doe2020", "roe2021rivers"),)


def test_broken_entries_are_told(tmp_path: Path) -> None:
    """What cannot be read is told, and the rest comes in."""
    export = read_export(written(tmp_path / "a.bib", "@misc{a, title = {A}\n@misc{b, title = {B}}\n"))

    assert [key for key, _ in export.sources] == ["b"]
    assert [(found.code, found.path) for found in export.diagnostics] == [("L008", "a.bib")]


def test_days_of_older_programs(tmp_path: Path) -> None:
    """`day` goes into the date with its month, and a remark on when a page was read into `urldate`."""
    path = tmp_path / "export.bib"
    path.write_text("@misc{a, title={T}, year=2021, month=mar, day=3, note={Accessed: 2022-02-01}}\n")

    assert entries_of(path) == [
        "@misc{a,\n  title   = {T},\n  date    = {2021-03-03},\n  urldate = {2022-02-01},\n}"
    ]
