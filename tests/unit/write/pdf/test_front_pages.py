"""Title and imprint pages: as high as their page, unless what they say needs more."""

from dataclasses import replace
from typing import Any

import pytest

from octavo.house import house_templates_path
from octavo.model import Author, PageSetup
from octavo.templating import house_environment, render_file
from octavo.write.surface import surface_values
from tests.support.models import make_brand, make_document, make_metadata, make_publication

LARGE, SMALL = PageSetup(210, 297, 24, 26, 28, 26), PageSetup(148, 210, 22, 22, 26, 20)


def grown(page: PageSetup, **metadata: Any) -> set[str]:
    """Return which pages may go on over the next one."""
    brand = replace(make_brand(), page=page)
    publication = replace(make_publication(metadata=make_metadata(**metadata)), brand=brand)
    values = surface_values(make_document(publication))
    css = render_file(house_environment((house_templates_path(),)), "pdf/front.css.j2", values)
    return {name for name in ("title-page", "imprint-page") if f".{name} {{ height: auto; }}" in css}


@pytest.mark.parametrize(
    ("page", "letters", "expected"),
    [(LARGE, 900, set()), (LARGE, 1900, {"title-page"}), (SMALL, 200, set()), (SMALL, 900, {"title-page"})],
)
def test_a_long_abstract_is_not_cut_off(page: PageSetup, letters: int, expected: set[str]) -> None:
    """What does not fit on the title page goes on; on a small page that is less. It used to be lost."""
    assert grown(page, abstract="word " * (letters // 5)) == expected


def test_a_long_imprint_is_not_cut_off() -> None:
    """Many authors with affiliations may need more than one small page."""
    authors = tuple(Author(f"Ada {number}", "Institute of Made-Up Things " * 4) for number in range(14))

    assert grown(LARGE, authors=authors[:4]) == set()
    assert "imprint-page" in grown(SMALL, authors=authors)
