import re
from dataclasses import replace

import pytest

from octavo.check.contrast import check_contrast
from octavo.colors import contrast
from octavo.load.brand import house_brand
from octavo.model import Brand, CoverSetup
from octavo.source import SourceFile
from tests.support.models import make_chapter, make_publication


def messages(brand: Brand) -> list[str]:
    """Give what is said of a brand's colours."""
    publication = replace(make_publication(make_chapter("# A\n\nB.\n")), brand=brand)
    return [found.message for found in check_contrast(publication)]


def colored(**colors: str) -> Brand:
    """Make the house brand with other colours."""
    house = house_brand()
    return replace(house, colors={**house.colors, **colors})


def test_the_house_can_be_read() -> None:
    """The house brand has enough contrast everywhere."""
    assert messages(house_brand()) == []


@pytest.mark.parametrize(
    ("role", "color", "what"),
    [
        ("foreground", "#888888", "the text"),
        ("headings", "#88aacc", "headings"),
        ("links", "#ff8800", "links and numbers of notes"),
        ("muted", "#aaaaaa", "running heads, sources of figures and axes of charts"),
        ("primary", "#80c0c0", "labels of figures and tables"),
    ],
)
def test_pale_type_is_told(role: str, color: str, what: str) -> None:
    """Each role of type has its measure, and the message says both colours and both ratios."""
    found = messages(colored(**{role: color}))

    start = f"{what}, `{role}` (`{color}`) on `background` (`#ffffff`): contrast "
    assert any(message.startswith(start) for message in found)
    assert all(message.endswith("less than 4.5") for message in found)


def test_heads_of_banded_tables() -> None:
    """White type on a pale band is told only where tables have bands."""
    pale = colored(primary="#777777", headings="#222222", links="#222222")

    assert [message for message in messages(pale) if "heads of tables" in message] == []
    banded = messages(replace(pale, tables="banded"))
    assert [message for message in banded if message.startswith("the heads of tables")] != []


def test_covers() -> None:
    """Type on the cover needs the contrast of text, its accent that of graphics."""
    cover = CoverSetup("plain", "#205090", "#4070b0", "#306090")

    assert [message.split(",")[0] for message in messages(replace(house_brand(), cover=cover))] == [
        "the type of the cover",
        "the accent of the cover",
    ]


def test_series_of_charts() -> None:
    """Chart colours differ from paper, and from the next series by lightness and not by hue alone."""
    brand = replace(house_brand(), chart_colors=("#205090", "#c05a20", "#e8e8e8"))

    assert [message.split(", `")[0] for message in messages(brand)] == ["colour 3 of charts"]
    alike = replace(brand, chart_colors=("#a5125d", "#00635d"))
    assert [message.split(", `")[0] for message in messages(alike)] == ["colours 1 and 2 of charts"]


def test_series_of_one_colour_are_told_wherever_they_stand() -> None:
    """The same colour twice is no key to a chart; what only is as light as another far from it may be."""
    brand = replace(house_brand(), chart_colors=("#a5125d", "#c08a1e", "#a5125d", "#9a7200", "#00635d"))
    publication = replace(make_publication(make_chapter("# A\n\nB.\n")), brand=brand)
    (found,) = check_contrast(publication)

    assert found.message.startswith("colours 1 and 3 of charts, `#a5125d` and `#a5125d`: contrast 1.00")
    assert found.hint
    near = re.search(r"#[0-9a-f]{6}", found.hint)
    assert near
    assert contrast(near[0], "#a5125d") >= 1.2


def test_labels_and_sources_are_judged_in_boxes_too() -> None:
    """A figure may stand in a box, whose ground is darker than the paper."""
    told = [message.split(",")[0] for message in messages(colored(light="#d4d4d4", headings="#101010"))]

    assert "sources of figures in boxes" in told
    pale = messages(colored(primary="#767676", light="#eeeeee", headings="#101010", links="#101010"))
    assert any(message.startswith("labels of figures and tables in boxes") for message in pale)


def test_the_colour_to_change_is_the_one_that_was_chosen() -> None:
    """Where a publication chose only the ground, its line is shown, and the hint is another ground."""
    house = colored(light="#b0b0b0")
    line = SourceFile("templates/_brand.yml", 'light: "#b0b0b0"')
    brand = replace(house, spans={"light": line.span(7, 16)})
    publication = replace(make_publication(make_chapter("# A\n\nB.\n")), brand=brand)
    found = list(check_contrast(publication))

    assert [each.span and each.span.text for each in found] == ['"#b0b0b0"'] * len(found)
    assert [each.message.split(",")[0] for each in found] == [
        "titles of boxes",
        "links in boxes",
        "labels of figures and tables in boxes",
        "sources of figures in boxes",
    ]
    for each in found:
        near = re.search(r"`(#\w{6})` for `light`", each.hint or "")
        assert near
        assert messages(replace(brand, colors={**brand.colors, "light": near[1]}))[:1] != [each.message]


def test_paper_is_not_to_blame_for_what_it_shows_through() -> None:
    """White type in a pale sign asks for a darker sign, though the brand says `background`, too."""
    text = "background secondary"
    source = SourceFile("templates/_brand.yml", text)
    spans = {"background": source.span(0, 10), "secondary": source.span(11, 20)}
    brand = replace(colored(secondary="#e07a1f", links="#333333"), spans=spans)

    found = check_contrast(replace(make_publication(make_chapter("# A\n\nB.\n")), brand=brand))

    (sign,) = [one for one in found if one.message.startswith("the sign of cautions")]
    assert sign.span == spans["secondary"]
    assert sign.hint
    assert sign.hint.endswith("for `secondary`")
