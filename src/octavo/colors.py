"""The only door to coloraide: contrast between colours, and the nearest colour that has enough of it."""

_STEPS = 200


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio")."""
    from coloraide import Color

    return float(Color(first).contrast(second, method="wcag21"))


def difference(first: str, second: str) -> float:
    """Return how far apart two colours look (CIEDE2000): 0 for one colour, 100 for black and white."""
    from coloraide import Color

    return float(Color(first).delta_e(second, method="2000"))


def nearest_passing(color: str, ground: str, ratio: float) -> str:
    """Return the colour most like `color` that has the contrast `ratio` on `ground`, as `#rrggbb`.

    Hue and chroma stay as far as sRGB has them; the lightness (Oklch) goes up or down, whichever is the
    smaller step. A colour that passes is returned as it is; where no lightness passes, black or white.
    """
    if contrast(color, ground) >= ratio:
        return color
    for step in range(1, _STEPS + 1):
        for shade in (_shade(color, -step / _STEPS), _shade(color, step / _STEPS)):
            if contrast(shade, ground) >= ratio:
                return shade
    return max(("#000000", "#ffffff"), key=lambda end: contrast(end, ground))


def _shade(color: str, change: float) -> str:
    """Return the colour with its lightness changed, 1 being the way from black to white."""
    from coloraide import Color

    shade = Color(color).convert("oklch")
    shade["lightness"] = min(max(shade["lightness"] + change, 0.0), 1.0)
    return str(shade.convert("srgb").fit(method="oklch-chroma").to_string(hex=True))
