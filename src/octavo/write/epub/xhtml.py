"""XHTML as EPUB wants it: names in their namespaces, text that parses as XML (EPUB 3.3, section 6.1).

Text arrives here as HTML, from Pandoc and from the house style's templates. Reading it as HTML and
writing it as XML means that nobody who designs a template can make a book that is not well-formed.
"""

from collections.abc import Iterable, Iterator, Mapping

from lxml import etree, html
from lxml.etree import _Element

XHTML = "http://www.w3.org/1999/xhtml"
OPS = "http://www.idpf.org/2007/ops"
XML = "http://www.w3.org/XML/1998/namespace"
MATHML = "http://www.w3.org/1998/Math/MathML"
_ISLANDS = {"math": MATHML, "svg": "http://www.w3.org/2000/svg"}

EPUB_TYPE = f"{{{OPS}}}type"
XML_LANG = f"{{{XML}}}lang"


def from_html(text: str) -> list[_Element]:
    """Read a piece of HTML and return its elements as XHTML."""
    root = html.fragment_fromstring(text, create_parent="div")
    return list(to_xhtml(root))


def to_xhtml(element: _Element, namespace: str = XHTML) -> _Element:
    """Return a copy of an HTML element with its children, in the namespaces of XHTML, MathML and SVG.

    `epub:type` and `xml:lang` become real names of their namespaces, and `lang` comes with its twin.
    The tail stays behind.
    """
    name = str(element.tag)
    own = _ISLANDS.get(name, namespace)
    copy = _new(own, name, _attributes(element))
    copy.text = element.text
    for child in element:
        if isinstance(child.tag, str):
            twin = to_xhtml(child, own)
            copy.append(twin)
            twin.tail = child.tail
        else:
            _append_text(copy, child.tail)
    return copy


def make(tag: str, attributes: Mapping[str, str] | None = None, text: str | None = None) -> _Element:
    """Make an XHTML element."""
    element = _new(XHTML, tag, dict(attributes or {}))
    element.text = text
    return element


def replace(old: _Element, new: _Element) -> None:
    """Put `new` in the place of `old`; the text after it stays where it is."""
    new.tail, old.tail = old.tail, None
    parent = old.getparent()
    if parent is not None:
        parent.replace(old, new)


def find_all(root: _Element, tag: str) -> Iterator[_Element]:
    """Iterate over the XHTML elements of that name below `root`, in the order of the text."""
    return root.iter(f"{{{XHTML}}}{tag}")


def classes_of(element: _Element) -> list[str]:
    """Return the element's classes."""
    return (element.get("class") or "").split()


def text_of(element: _Element) -> str:
    """Return the element's text as it stands."""
    return "".join(str(text) for text in element.itertext())


def to_text(elements: Iterable[_Element]) -> str:
    """Write elements as XML; the namespaces are declared by the page that they go into."""
    parent = _new(XHTML, "div", {})
    parent.extend(elements)
    text = etree.tostring(parent, encoding="unicode")
    return text[text.index(">") + 1 : text.rindex("<")].strip()


def _new(namespace: str, name: str, attributes: dict[str, str]) -> _Element:
    prefixes = {None: namespace, "epub": OPS}
    return etree.Element(f"{{{namespace}}}{name}", attributes, nsmap=prefixes)  # type: ignore[arg-type]  # None is one


def _attributes(element: _Element) -> dict[str, str]:
    attributes = {}
    for name, value in element.attrib.items():
        key, text = str(name), str(value)
        if key == "epub:type":
            attributes[EPUB_TYPE] = text
        elif key not in {"xmlns", "xml:lang"} and not key.startswith("xmlns:"):
            attributes[key] = text
            if key == "lang":
                attributes[XML_LANG] = text
    return attributes


def _append_text(parent: _Element, text: str | None) -> None:
    if not text:
        return
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
