"""The cover: its logo, and the size of its title."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from octavo.house import house_templates_path
from octavo.model import CoverSetup
from octavo.templating import house_environment, render_file
from octavo.write.cover import cover_logo, cover_values, logo_files
from octavo.write.docx.look import template_values
from octavo.write.surface import surface_values
from tests.support.models import make_brand, make_document, make_metadata, make_publication

LIGHT, DARK = Path("logo-light.svg"), Path("logo-dark.svg")


@pytest.mark.parametrize(
    ("ground", "dark_logo", "expected"),
    [("#14505c", DARK, DARK), ("#14505c", None, LIGHT), ("#f3f0ea", DARK, LIGHT)],
)
def test_cover_has_the_logo_for_its_ground(ground: str, dark_logo: Path | None, expected: Path) -> None:
    """The logo for dark ground stands on dark ground, if there is one; the other everywhere else."""
    brand = replace(make_brand(), logo=LIGHT, logo_dark=dark_logo, cover=CoverSetup(background=ground))

    assert cover_logo(brand) == expected


def test_logos_of_one_name_are_told_apart() -> None:
    """Logos that lie in folders of their own may have one file name; each keeps its place."""
    light, dark, small = (Path(f"{folder}/logo.svg") for folder in ("light", "dark", "small"))
    brand = replace(make_brand(), logo=light, logo_dark=dark, logo_small=small)
    brand = replace(brand, cover=CoverSetup(background="#14505c"))
    publication = replace(make_publication(), brand=brand)
    files, values = logo_files(brand), cover_values(publication, 200.0, 300.0)

    assert (files[values["logo"]], files[values["head_logo"]]) == (dark, small)


def css_of(title: str, **setup: str) -> str:
    """Render the cover's stylesheet for a title on a page that is 200 mm wide, so that a unit is 2 mm."""
    brand = replace(make_brand(), cover=CoverSetup(**setup))  # type: ignore[arg-type]
    publication = replace(make_publication(metadata=make_metadata(title=title)), brand=brand)
    values = {**surface_values(make_document(publication)), **cover_values(publication, 200.0, 300.0)}
    return render_file(house_environment((house_templates_path(),)), "cover.css.j2", values)


def title_size(title: str, layout: str) -> float:
    """Return the size of the cover's title in units."""
    found = re.search(r"\.cover \.cover-title \{[^}]*font-size: ([\d.]+)mm", css_of(title, layout=layout))
    assert found is not None
    return float(found[1]) / 2


@pytest.mark.parametrize("layout", ["fan", "band", "plain"])
def test_title_is_as_large_as_it_can_be(layout: str) -> None:
    """A long title is smaller than a short one, and the longest word always fits between the margins."""
    short, long = title_size("A Title", layout), title_size("A title " * 8, layout)
    word = "Donaudampfschifffahrtsgesellschaft"

    assert short > long > title_size("A title " * 14, layout)
    assert title_size(f"Die {word}", layout) * 0.56 * len(word) <= 76.5


@pytest.mark.parametrize("layout", ["fan", "band", "plain"])
def test_cover_has_the_colours_of_the_brand(layout: str) -> None:
    """Ground and type have the colours that the brand names for the cover, not others of the brand."""
    css = css_of("A Title", layout=layout, background="#0a0b0c", foreground="#fafbfc")

    assert "background: #0a0b0c" in css
    assert "color: #fafbfc" in css


@pytest.mark.parametrize("title", ["A Title", "A title " * 8, "Die Donaudampfschifffahrtsgesellschaft"])
def test_word_sets_the_title_as_large(title: str) -> None:
    """The Word edition's cover has the title in the same share of its width as the drawn one."""
    brand = replace(make_brand(), cover=CoverSetup(layout="band"))
    document = make_document(replace(make_publication(metadata=make_metadata(title=title)), brand=brand))
    values = template_values(document)
    styles = render_file(house_environment((house_templates_path(),)), "docx/styles.xml.j2", values)
    found = re.search(r'w:styleId="CoverTitle">.*?<w:sz w:val="(\d+)"', styles)

    assert found is not None
    assert int(found[1]) / 2 / values["cover"]["unit"] == pytest.approx(title_size(title, "band"), abs=0.1)
