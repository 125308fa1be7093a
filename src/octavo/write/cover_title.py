"""The size of the title on the cover, which is drawn for the PDF and the EPUB and set as text in the DOCX."""

from collections.abc import Mapping
from types import MappingProxyType

_LARGEST: Mapping[str, float] = MappingProxyType({"fan": 9.4, "band": 10.2, "plain": 8.4})
"""The size of a short title in each arrangement of the cover."""

_SHORT, _LONG = 40, 90
_WIDTH, _LETTER_EM = 76, 0.56
"""The room for a word, in units, and how wide its letters are on average."""


def title_units(title: str, layout: str) -> float:
    """Return the size of the cover's title in units, hundredths of the cover's width.

    It is as large as the title's length allows, and as its longest word, which must not be broken.
    """
    by_length = 1 if len(title) <= _SHORT else 0.7 if len(title) <= _LONG else 0.56
    longest = max(map(len, title.split()), default=1)
    return round(min(_LARGEST[layout] * by_length, _WIDTH / (_LETTER_EM * longest)), 2)
