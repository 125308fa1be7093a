"""The templates of the Word edition: WordprocessingML with Jinja2 in it."""

from collections.abc import Mapping
from typing import Any

from lxml import etree

from octavo.model import Document
from octavo.ooxml import NAMESPACES, Element, parse
from octavo.templating import TemplateFault, render_file
from octavo.write.cover import house_style

_WRAPPER = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items()).encode()


class Render:
    """Renders templates of `docx/` by name, with values that may still grow.

    What comes out is well-formed; TemplateFault says when it is not, as when Jinja2 fails.
    """

    def __init__(self, environment: Any, values: Mapping[str, Any]) -> None:
        self._environment = environment
        self._values = values

    def part(self, name: str) -> bytes:
        """Return a whole part."""
        content = self._rendered(name)
        self._parsed(content, name)
        return content

    def fragment(self, name: str) -> list[Element]:
        """Return the elements of a template that gives several."""
        return list(self._parsed(b"<octavo%s>%s</octavo>" % (_WRAPPER, self._rendered(name)), name))

    def _rendered(self, name: str) -> bytes:
        return render_file(self._environment, _path(name), self._values).encode()

    def _parsed(self, content: bytes, name: str) -> Element:
        try:
            return parse(content)
        except etree.XMLSyntaxError as error:
            message = f"what it gives is not well-formed XML: {error.msg}"
            raise TemplateFault(message, _path(name), None) from error


def renderer(document: Document, values: Mapping[str, Any]) -> Render:
    """Return what renders the templates of the house style for a document."""
    return Render(house_style(document), values)


def _path(name: str) -> str:
    return f"docx/{name}.j2"
