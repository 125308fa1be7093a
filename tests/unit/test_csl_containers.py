"""Books in which a chapter stands."""

import pytest

from octavo.csl.containers import leaves_containers

TITLE = '<text variable="title" text-case="title"/>'
BOOK = '<text variable="container-title" font-style="italic" />'


@pytest.mark.parametrize(
    ("style", "expected"),
    [
        (TITLE + BOOK, True),
        (TITLE + BOOK + BOOK.replace(" />", ' text-case="title"/>'), False),
        ('<text variable="title" text-case="sentence"/>' + BOOK, False),
        (BOOK, False),
    ],
)
def test_styles_that_set_titles_alone(style: str, expected: bool) -> None:  # noqa: FBT001
    """These are in title case, and have nothing to say of containers."""
    assert leaves_containers(style) is expected
