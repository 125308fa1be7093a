"""The only door to coloraide: contrast between colours, and the nearest colour that has enough of it."""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    from coloraide import Color

    return float(Color(first).contrast(second, method="wcag21"))
