"""Where on a page is what a validator names by the number of its object?"""

from pathlib import Path

import pikepdf
import pytest

from octavo.verify.pdf.places import places_of

CONTENT = (
    b"BT /F 12 Tf 72 700 Td /Figure <</MCID 0>> BDC (2019 2020) Tj EMC "
    b"0 -20 Td /Caption <</MCID 1>> BDC (The bridge) Tj EMC ET"
)


@pytest.fixture
def drawn(tmp_path: Path) -> tuple[Path, str]:
    """Write a page with a figure that has labels within and a caption beside it; name the figure."""
    path = tmp_path / "made-up.pdf"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page().obj
        font = pikepdf.Dictionary(
            Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
        )
        page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F=font))
        page.Contents = pdf.make_stream(CONTENT)
        division = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Div, Pg=page))
        figure = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Figure, P=division, K=0))
        caption = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.Caption, P=division, K=1))
        division.K = pikepdf.Array([figure, caption])
        pdf.Root.StructTreeRoot = pdf.make_indirect(pikepdf.Dictionary(K=division))
        pdf.save(path)
    with pikepdf.open(path) as pdf:
        number = pdf.Root.StructTreeRoot.K.K[0].objgen[0]
    return path, str(number)


def test_a_picture_is_known_by_its_caption(drawn: tuple[Path, str]) -> None:
    """Labels within a drawing may stand anywhere in the text; the caption beside it comes first."""
    path, figure = drawn

    assert places_of(path, figure) == [(0, ["The bridge", "2019 2020"])]


def test_content_and_pages_are_found(drawn: tuple[Path, str]) -> None:
    """Marked content has its words, a page alone has none."""
    assert places_of(drawn[0], "mark:0:1", "page:0") == [(0, ["The bridge"]), (0, [])]


def test_what_is_nowhere_has_no_place(drawn: tuple[Path, str], tmp_path: Path) -> None:
    """Neither an object that is not there nor a file that is no PDF brings anything down."""
    garbage = tmp_path / "garbage.pdf"
    garbage.write_bytes(b"%PDF-1.7 made up")

    assert places_of(drawn[0], "9999") == [(None, [])]
    assert places_of(garbage, "1") == [(None, [])]
