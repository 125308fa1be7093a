"""What a structure element was in the HTML: WeasyPrint forgets it, and the rules of mending need it.

This replaces a private function, so it is done for the one version that it was tried with. In any other
the tags stay as WeasyPrint sets them, and the stage verify finds the notes missing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

TRIED_VERSION = "70.0"


@dataclass(frozen=True)
class Origin:
    """The box that an element was made from.

    `name` is the HTML element, with its pseudo-element if it is one (`a::after`), which has no attributes
    of its own. `text` is all text of the HTML element; `list_style` is the CSS of its markers.
    """

    name: str
    attributes: Mapping[str, str] = field(default_factory=dict)
    text: str = ""
    list_style: str = ""
    is_leader: bool = False

    @property
    def classes(self) -> frozenset[str]:
        """The classes of the HTML element."""
        return frozenset(self.attributes.get("class", "").split())

    @property
    def language(self) -> str | None:
        """The language that the HTML element says it is in."""
        return self.attributes.get("lang")


def remember_origins(weasyprint: ModuleType) -> bool:
    """Let structure elements keep where they come from, in this process; tell whether that was possible."""
    if weasyprint.__version__ != TRIED_VERSION:
        return False
    from weasyprint.pdf import tags

    original = tags._build_box_tree  # noqa: SLF001  # see above

    def build_box_tree(box: Any, *arguments: Any) -> Iterator[Any]:
        """Build the elements of a box (WeasyPrint's contract for it), which calls this for each inner box."""
        for element in original(box, *arguments):
            if not hasattr(element, "box"):  # the boxes of page, html and body hand on what is in them
                element.box = getattr(box, "_box", box)  # a box that is placed absolutely has a stand-in
            yield element

    tags._build_box_tree = build_box_tree  # noqa: SLF001
    return True


def origin_of(element: Any) -> Origin | None:
    """Return what an element of the file was made from; None for bare text."""
    box = getattr(element, "box", None)
    if box is None or box.element is None:
        return None
    name = box.element_tag
    if "::" in name:
        return Origin(name, is_leader=box.is_leader)
    style = box.style["list_style_type"]
    return Origin(
        name,
        box.element.attrib,
        " ".join("".join(box.element.itertext()).split()) if name == "a" else "",
        style if isinstance(style, str) else "",
    )
