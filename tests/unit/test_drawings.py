"""SVG drawings: their size, and that they stand alone."""

import pytest

from octavo.drawings import DrawingFault, Size, measure_drawing

OPEN = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('width="40" height="30"', Size(40, 30)),
        ('height="30px" width="40px"', Size(40, 30)),
        ('stroke-width="1.5" width="40" height="30"', Size(40, 30)),
        ('width="25.4mm" height="1in"', Size(96, 96)),
        ('viewBox="0 0 40 30.5"', Size(40, 30.5)),
        ('width="100%" viewBox="-5 -5 40 30"', Size(40, 30)),
        ('width="40em"', Size(None, None)),
        ("", Size(None, None)),
    ],
)
def test_a_drawing_has_the_size_that_it_says(head: str, expected: Size) -> None:
    """Width and height count in any order and unit of length; else the view box does."""
    assert expected == measure_drawing(f"{OPEN} {head}/>".encode())


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<svg", "the drawing is not SVG: "),
        ("", "the drawing is not SVG: "),
        ("<html/>", "the drawing is not SVG but `html`"),
    ],
)
def test_what_is_no_drawing_is_refused(content: str, message: str) -> None:
    """A file is SVG when it is XML whose root says so."""
    with pytest.raises(DrawingFault) as refusal:
        measure_drawing(content.encode())

    assert refusal.value.message.startswith(message)


@pytest.mark.parametrize(
    ("inside", "address"),
    [
        ('<image href="secret.png"/>', "secret.png"),
        ('<image xlink:href="/etc/secret.png"/>', "/etc/secret.png"),
        ('<use href="other.svg#part"/>', "other.svg#part"),
        ("<style>@import 'far.css';</style>", "far.css"),
        ('<rect fill="url(other.svg#paint)"/>', "other.svg#paint"),
        ('<style>text{src:url("http://far.example/x")}</style>', "http://far.example/x"),
    ],
)
def test_a_drawing_that_reads_elsewhere_is_refused(inside: str, address: str) -> None:
    """Nothing comes into an edition from outside the publication, nor differently into each of the three."""
    with pytest.raises(DrawingFault) as refusal:
        measure_drawing(f"{OPEN}>{inside}</svg>".encode())

    assert f"the drawing reads `{address}` from outside itself" == refusal.value.message


def test_a_drawing_may_use_its_own_parts() -> None:
    """Parts, embedded pictures and links that a reader may follow are a drawing's own."""
    inside = (
        '<use href="#part"/><image href="data:image/png;base64,AA=="/><rect fill="url(#paint)"/>'
        '<a href="https://far.example/"><text>x</text></a><!-- url(x) -->'
    )

    assert Size(None, None) == measure_drawing(f"{OPEN}>{inside}</svg>".encode())
