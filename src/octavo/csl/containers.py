"""Whether a style sets the titles of books in which a chapter stands, or leaves them as it finds them."""

import re

_TEXT = re.compile(r"<text\b[^>]*?/>")


def leaves_containers(style: str) -> bool:
    """Tell whether a CSL style's XML sets titles in title case, and containers not at all.

    OSCOLA is one of these: elsewhere than with Pandoc, which takes the capitals off English titles in
    BibTeX, names of books come to a style with their capitals.
    """
    elements = _TEXT.findall(style)
    is_set = any(_prints("title", element) and 'text-case="title"' in element for element in elements)
    containers = [element for element in elements if _prints("container-title", element)]
    return is_set and not any("text-case=" in element for element in containers)


def _prints(variable: str, element: str) -> bool:
    return f'variable="{variable}"' in element
