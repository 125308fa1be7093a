"""The brand's colours as a book may use them: readers choose the ground, by day and by night."""

from collections.abc import Mapping

from octavo.colors import nearest_passing
from octavo.model import Brand

DARK_GROUND = "#2b2b2b"
"""The lightest ground that reading systems give a page at night: what passes here passes on black."""

TEXT_CONTRAST = 4.5
RULE_CONTRAST = 3.0
"""WCAG 2.2, 1.4.3 and 1.4.11."""

_TEXT = ("headings", "links", "primary", "muted")
_RULES = ("secondary", "tertiary")


def dark_shades(brand: Brand) -> Mapping[str, str]:
    """Return the brand's colours for text and rules, by their names, lightened as far as a dark page asks."""
    texts = {name: nearest_passing(brand.colors[name], DARK_GROUND, TEXT_CONTRAST) for name in _TEXT}
    rules = {name: nearest_passing(brand.colors[name], DARK_GROUND, RULE_CONTRAST) for name in _RULES}
    # A rule that is pale on paper would glare at night, so that the brand's grey for small print makes it.
    return {**texts, **rules, "rule": nearest_passing(brand.colors["muted"], DARK_GROUND, RULE_CONTRAST)}
