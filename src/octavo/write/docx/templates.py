"""The templates of the Word edition: WordprocessingML with Jinja2 in it."""

import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

from octavo.model import Document
from octavo.ooxml import NAMESPACES, Element, parse
from octavo.templating import TemplateFault, render_file
from octavo.write.cover import house_style

_WRAPPER = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items()).encode()

_TAG = re.compile(r"mismatch: (?:\w+:)?(\w+) line")
_OPENED = re.compile(r"<w:(\w+)[^>]*$")
_PLACE = re.compile(r",? line \d+(?:, column \d+)?")
"""Where in the text that is not kept; its template has other lines."""

_SNIPPET = 24


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
            message = f"what it gives is not well-formed XML: {_PLACE.sub('', error.msg)}"
            raise TemplateFault(message, _path(name), self._line(name, content, error)) from error

    def _line(self, name: str, content: bytes, error: etree.XMLSyntaxError) -> int | None:
        """Return the line of a template that gave what is wrong, if the template has it in one line only."""
        row, column = error.position
        wrong = "".join(content.decode().splitlines()[row - 1 : row])[:column]
        tags = _TAG.findall(error.msg) + _OPENED.findall(wrong)[-1:]
        written = self._environment.loader.get_source(self._environment, _path(name))[0].splitlines()
        for searched in filter(None, [*(f"<w:{tag}" for tag in tags), wrong[-_SNIPPET:]]):
            lines = [number for number, line in enumerate(written, start=1) if searched in line]
            if len(lines) == 1:
                return lines[0]
        return None


def renderer(document: Document, values: Mapping[str, Any]) -> Render:
    """Return what renders the templates of the house style for a document."""
    return Render(house_style(document), values)


def _path(name: str) -> str:
    return f"docx/{name}.j2"
