"""What programs find in a whole PDF: its structure, its artifacts and the ways between its parts."""

from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest
import weasyprint

from octavo.load import load_publication
from octavo.parse import parse_rendering
from octavo.progress import Silent
from octavo.render import render_publication
from octavo.verify.pdf import verify_pdf
from octavo.write.engine import Engine
from octavo.write.mend.origin import TRIED_VERSION
from octavo.write.pdf import write_pdf

METADATA = 'title: A Made-Up Report\nauthor: [Ada Madeup]\ndate: "2021-09-30"\nlang: en-GB\n'
SENTENCE = "A sentence of this made-up report goes on for a while, so that lines fill and break somewhere. "
TEXT = f"""# First

### A level is skipped

Text with a [слово]{{lang=uk}}, `code`, $x^2$ and [a link](#second).^[A note.]

{SENTENCE * 60}^[On a page.] {SENTENCE * 20}

1. One.

   More.

| A | B |
|---|---|
| 1 | 2 |

# Second {{#second}}

> A saying [@madeup2020].

```
code
```
"""
SOURCES = "@book{madeup2020,\n  author = {Madeup, Ada},\n  title = {A Book},\n  date = {2020},\n}\n"


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Iterator[pikepdf.Pdf]:
    """Write a small book, with which verify is content, and open it."""
    root = tmp_path_factory.mktemp("book")
    (root / "manuscript").mkdir()
    (root / "manuscript" / "metadata.yaml").write_text(METADATA, encoding="utf-8")
    (root / "manuscript" / "1.md").write_text(TEXT, encoding="utf-8")
    (root / "bibliography").mkdir()
    (root / "bibliography" / "sources.bib").write_text(SOURCES, encoding="utf-8")
    publication = load_publication(root).value
    assert publication is not None
    document = parse_rendering(render_publication(publication).value).value
    assert document is not None
    with Engine() as engine:
        artifact = write_pdf(document, engine, Silent()).value
    assert artifact is not None
    assert [found.code for found in verify_pdf(document, artifact) if found.code < "V04"] == []
    with pikepdf.open(artifact.path) as opened:
        yield opened


def elements(pdf: pikepdf.Pdf, tag: str | None = None) -> list[Any]:
    """Give the structure elements, or those of one type, in the order of reading."""

    def walk(element: Any) -> Iterator[Any]:
        yield element
        for kid in element.K:
            if not isinstance(kid, int) and "/S" in kid:
                yield from walk(kid)

    tree: Any = pdf.Root.StructTreeRoot.K[0]
    return [element for element in walk(tree) if tag in (None, str(element.S)[1:])]


def marks(pdf: pikepdf.Pdf) -> dict[tuple[int, int], Any]:
    """Give the element of each marked content, by page and number."""
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    found = {}
    for element in elements(pdf):
        for kid in element.K:
            if isinstance(kid, int):
                found[pages[element.Pg.objgen], kid] = element
            elif kid.get("/Type") == "/MCR":
                found[pages[kid.Pg.objgen], int(kid.MCID)] = element
    return found


def opened_content(pdf: pikepdf.Pdf) -> Iterator[tuple[int, str, Any]]:
    """Yield page, tag and properties of each piece of marked content with properties."""
    for index, page in enumerate(pdf.pages):
        for instruction in pikepdf.parse_content_stream(page):
            if str(instruction.operator) == "BDC":
                tag, properties = instruction.operands
                yield index, str(tag), properties


def test_the_layout_engine_is_the_one_that_was_tried() -> None:
    """The structure depends on a private function of one version; another has to be tried first."""
    assert weasyprint.__version__ == TRIED_VERSION


def test_all_content_is_read_or_an_artifact(pdf: pikepdf.Pdf) -> None:
    """What has a number is in the tree and nowhere else; heads of pages and dots are artifacts."""
    content = list(opened_content(pdf))

    numbered = [(page, int(said.MCID)) for page, _, said in content if "/MCID" in said]
    artifacts = {str(said.Type) for _, tag, said in content if tag == "/Artifact"}
    assert sorted(numbered) == sorted(marks(pdf))
    assert artifacts == {"/Layout", "/Pagination"}


def test_content_knows_its_element(pdf: pikepdf.Pdf) -> None:
    """The tree of ways back leads from content, and from each link, to the element that holds it."""
    numbers: Any = pdf.Root.StructTreeRoot.ParentTree.Nums
    parents = {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}

    for (page, mark), element in marks(pdf).items():
        assert parents[page][mark].objgen == element.objgen
    for link in elements(pdf, "Link"):
        places = [kid.Obj for kid in link.K if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"]
        assert places
        assert {parents[int(place.StructParent)].objgen for place in places} == {link.objgen}


def test_every_link_on_a_page_is_in_the_tree(pdf: pikepdf.Pdf) -> None:
    """No place leads anywhere that is not read out as a link with a description."""
    places = {
        kid.Obj.objgen
        for link in elements(pdf, "Link")
        for kid in link.K
        if not isinstance(kid, int) and kid.get("/Type") == "/OBJR"
    }
    found = [place for page in pdf.pages for place in page.obj.get("/Annots", [])]

    assert {place.objgen for place in found} == places
    assert all(str(place.Contents).strip() for place in found)


def test_notes_follow_the_paragraph_that_calls_them(pdf: pikepdf.Pdf) -> None:
    """Call and note name each other, and the note is the next thing to be read after its paragraph."""
    notes, calls = elements(pdf, "Note"), [one for one in elements(pdf, "Reference") if "/Ref" in one]
    siblings = [kid.objgen for kid in notes[0].P.K]

    assert [str(note.ID) for note in notes] == ["note-1", "note-2", "note-3"]
    assert [note.Ref[0].objgen for note in notes] == [call.objgen for call in calls]
    assert [call.Ref[0].objgen for call in calls] == [note.objgen for note in notes]
    assert all(note.K[0].S == "/Lbl" for note in notes)
    assert [
        siblings.index(note.objgen) - siblings.index(call.P.objgen)
        for note, call in list(zip(notes, calls, strict=True))[:2]
    ] == [1, 1]


def test_a_paragraph_over_pages_is_one(pdf: pikepdf.Pdf) -> None:
    """The long paragraph is a single element, with content on all of its pages."""
    pages: dict[Any, set[int]] = {}
    for (page, _), element in marks(pdf).items():
        pages.setdefault((element.objgen, str(element.S)), set()).add(page)

    assert [tag for (_, tag), found in pages.items() if len(found) > 1] == ["/P"]


def test_headings_skip_no_level(pdf: pikepdf.Pdf) -> None:
    """A third level below a first counts as a second for programs."""
    found = [str(one.S) for one in elements(pdf) if str(one.S).startswith("/H")]

    assert found == ["/H1", "/H3as2", "/H1", "/H1"]
    assert dict(pdf.Root.StructTreeRoot.RoleMap) == {
        "/H3as2": "/H2",
        "/SectionTitle": "/H1",
        "/Title": "/P",
    }


def test_titles_around_the_text_are_headings(pdf: pikepdf.Pdf) -> None:
    """Contents and colophon are found by their titles, which stand before what they name."""
    titles = elements(pdf, "SectionTitle")

    assert [[str(kid.S) for kid in title.P.K] for title in titles] == [
        ["/SectionTitle", "/TOC"],
        ["/SectionTitle", "/L"],
    ]


def test_sources_are_a_list(pdf: pikepdf.Pdf) -> None:
    """The list of sources under its heading is a list without numbers, an item for each source."""
    (heading,) = elements(pdf, "H1")[-1:]
    _, sources = heading.P.K

    assert (str(sources.S), str(sources.A.ListNumbering)) == ("/L", "/None")
    assert [[str(part.S) for part in item.K] for item in sources.K] == [["/LBody"]]


def test_what_groups_holds_no_text(pdf: pikepdf.Pdf) -> None:
    """Sections, captions and the like hold elements, and nothing is left that says nothing."""
    groups = {"/Document", "/Part", "/Sect", "/Div", "/BlockQuote", "/Caption", "/TOC", "/TOCI", "/L", "/LI"}

    assert {str(element.S) for element in marks(pdf).values()} & groups == set()
    assert elements(pdf, "NonStruct") == []


def is_numbered(items: Any) -> bool:
    """Tell whether a list says that its items have numbers."""
    return str(items.A.ListNumbering) == "/Decimal"


def test_meanings_are_tagged(pdf: pikepdf.Pdf) -> None:
    """Contents, code, formulas, lists, heads of tables and other languages say what they are."""
    (formula,), (numbered,) = (
        elements(pdf, "Formula"),
        [one for one in elements(pdf, "L") if is_numbered(one)],
    )

    assert len(elements(pdf, "TOCI")) == 3
    assert [str(code.P.S) for code in elements(pdf, "Code")] == ["/P", "/P"]
    assert str(formula.Alt) == "x^2"
    assert [[str(part.S) for part in item.K] for item in numbered.K] == [["/Lbl", "/LBody"]]
    assert {str(cell.A.Scope) for cell in elements(pdf, "TH")} == {"/Column"}
    assert [str(one.Lang) for one in elements(pdf) if "/Lang" in one] == ["uk"]


def test_names_lead_to_elements(pdf: pikepdf.Pdf) -> None:
    """Every name of an element is in the file's list of names."""
    listed = [str(name) for name in list(pdf.Root.StructTreeRoot.IDTree.Names)[::2]]

    assert sorted(listed) == sorted(str(one.ID) for one in elements(pdf) if "/ID" in one)
    assert listed == sorted(listed)


def test_pictures_are_where_their_boxes_are(pdf: pikepdf.Pdf) -> None:
    """The formula's box lies on its page, as wide and as high as one, and beside the text of its line."""
    (formula,) = elements(pdf, "Formula")
    left, low, right, high = (float(number) for number in formula.A.BBox)
    (place,) = [one for one in elements(pdf, "Link") if one.K[0].Obj.get("/Dest") == "second"][-1:]
    x1, y1, x2, y2 = (float(number) for number in place.K[0].Obj.Rect)

    assert 0 < right - left < 20
    assert min(y1, y2) - 5 < low < high < max(y1, y2) + 5
    assert left < min(x1, x2)
