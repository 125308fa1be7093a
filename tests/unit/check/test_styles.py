"""Weights and slopes that a typeface lacks."""

from dataclasses import replace
from pathlib import Path

import pytest

from octavo.check.styles import check_type_styles
from octavo.model import FontFile, Typeface
from octavo.source import SourceFile
from tests.support.models import make_brand, make_chapter, make_publication

UPRIGHT, ITALIC = (False, True)


def face(family: str, weight: int, *files: tuple[int, int, bool]) -> Typeface:
    """Make a typeface whose files show these weights and slopes."""
    fonts = tuple(
        FontFile(Path(f"{low}-{high}-{is_italic}.ttf"), (low, high), is_italic)
        for low, high, is_italic in files
    )
    return Typeface(family, fonts, 10.0, weight, 1.4)


WHOLE = face("Whole", 400, (400, 400, UPRIGHT), (700, 700, UPRIGHT), (400, 400, ITALIC))


@pytest.mark.parametrize(
    ("body", "lacks"),
    [
        (WHOLE, []),
        (face("Vary", 350, (100, 900, UPRIGHT), (100, 900, ITALIC)), []),
        (face("Near", 300, (400, 400, UPRIGHT), (600, 600, UPRIGHT), (400, 400, ITALIC)), []),
        (face("One", 400, (400, 400, UPRIGHT)), ["italic", "weight 700"]),
        (
            face("Thin", 100, (400, 400, UPRIGHT), (700, 700, UPRIGHT), (400, 400, ITALIC)),
            ["weight 100", "italic of weight 100"],
        ),
        (face("Unknown", 400), []),
    ],
    ids=lambda value: value.family if isinstance(value, Typeface) else "",
)
def test_what_the_text_lacks_is_told(body: Typeface, lacks: list[str]) -> None:
    """Upright, italic and bold are needed; a near weight on the same side of bold passes."""
    brand = replace(make_brand(), body=body, headings=WHOLE, monospace=WHOLE)
    found = check_type_styles(replace(make_publication(make_chapter("# A\n")), brand=brand))

    assert [each.message for each in found] == [
        f"the typeface `{body.family}` has no {lack}" for lack in lacks
    ]


def test_one_family_is_told_once_and_at_its_name() -> None:
    """Headings in the text's typeface lack the same files; the place is where the brand names the family."""
    one = face("One", 700, (700, 700, UPRIGHT), (400, 400, ITALIC))
    span = SourceFile("templates/_brand.yml", "base: {family: One}").span(15, 18)
    brand = replace(make_brand(), body=replace(one, weight=400), headings=one, monospace=WHOLE)
    brand = replace(brand, spans={"typography.base": span})
    (found,) = check_type_styles(replace(make_publication(make_chapter("# A\n")), brand=brand))

    assert (found.message, found.span) == ("the typeface `One` has no weight 400", span)
