"""Styles of type: each typeface has the weights and the slope in which it is set."""

from collections.abc import Iterator

from octavo.diagnostics import Diagnostic
from octavo.model import Brand, Publication, Typeface

_BOLD = 600
_NEAR = 200
"""Two weights that are nearer to each other, and on one side of bold, pass for one."""

_FILE = "templates/_brand.yml"


def check_type_styles(publication: Publication) -> Iterator[Diagnostic]:
    """C060: a typeface lacks a weight or the italic, and the PDF would draw what looks like it."""
    brand = publication.brand
    told: set[tuple[str, str]] = set()
    for role, face, lack in _lacks(brand):
        if (face.family, lack) in told:
            continue
        told.add((face.family, lack))
        span = brand.spans.get(f"typography.{role}")
        yield Diagnostic(
            "C060",
            f"the typeface `{face.family}` has no {lack}",
            span,
            hint=f"add its file, or choose another typeface for `typography.{role}`",
            file=None if span else _FILE,
        )


def _lacks(brand: Brand) -> Iterator[tuple[str, Typeface, str]]:
    """Yield what is missing, with the role in which the text needs it first."""
    body, headings, code = brand.body, brand.headings, brand.monospace
    wanted = (
        ("base", body, body.weight, False),
        ("base", body, body.weight, True),
        ("base", body, 700, False),
        ("headings", headings, headings.weight, False),
        ("headings", headings, 400, True),
        ("monospace", code, code.weight, False),
    )
    for role, face, weight, is_italic in wanted:
        files = [file for file in face.files if file.is_italic == is_italic]
        if face.files and not files:
            yield role, face, "italic" if is_italic else "upright font"
        elif files and not any(_passes(file.weights, weight) for file in files):
            yield role, face, f"{'italic of ' if is_italic else ''}weight {weight}"


def _passes(weights: tuple[int, int], wanted: int) -> bool:
    """Tell whether a font from its lowest to its highest weight shows what is wanted, or nearly."""
    near = min(max(wanted, weights[0]), weights[1])
    return abs(near - wanted) < _NEAR and (near >= _BOLD) == (wanted >= _BOLD)
