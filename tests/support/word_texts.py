"""Pieces of WordprocessingML, written short, and Word documents of a few parts."""

from collections.abc import Mapping
from pathlib import Path

from octavo.ooxml import NAMESPACES, Element, packed, parse

_WRAPPER = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())

CALL = '<w:r><w:footnoteReference w:id="{}"/></w:r>'
STYLES = ("Heading1", "BodyText", "ImageCaption", "TableCaption", "Bibliography", "FootnoteText", "Table")


LANGUAGE = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
)
TITLE = '<properties xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>A Sample</dc:title></properties>'
TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{}</Types>'


def word(content: str, root: str = "w:body") -> Element:
    """Parse WordprocessingML that stands in `root`."""
    return parse(f"<{root}{_WRAPPER}>{content}</{root}>".encode())


def p(style: str | None, text: str = "", more: str = "", properties: str = "") -> str:
    """Write a paragraph: its style, its text, then `more` runs."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r>{more}</w:p>"


def row(*cells: str, properties: str = "") -> str:
    """Write a row of a table, each cell with one paragraph."""
    written = "".join(f"<w:tc>{p('Compact', cell)}</w:tc>" for cell in cells)
    return f"<w:tr>{properties}{written}</w:tr>"


def note(identifier: int, *paragraphs: str) -> str:
    """Write a note."""
    texts = "".join(p("FootnoteText", text) for text in paragraphs)
    return f'<w:footnote w:id="{identifier}">{texts}</w:footnote>'


def save_word(
    path: Path, body: str, notes: str = "", *, settings: str = "", parts: Mapping[str, str] | None = None
) -> Path:
    """Save a Word document of this body and these notes; `parts` adds others or replaces them."""
    styles = LANGUAGE + "".join(f'<w:style w:type="paragraph" w:styleId="{name}"/>' for name in STYLES)
    texts = {
        "[Content_Types].xml": TYPES.format(""),
        "docProps/core.xml": TITLE,
        "word/document.xml": f"<w:document{_WRAPPER}><w:body>{body}</w:body></w:document>",
        "word/footnotes.xml": f"<w:footnotes{_WRAPPER}>{notes}</w:footnotes>",
        "word/styles.xml": f"<w:styles{_WRAPPER}>{styles}</w:styles>",
        "word/settings.xml": f"<w:settings{_WRAPPER}>{settings}</w:settings>",
        **(parts or {}),
    }
    path.write_bytes(packed({name: text.encode() for name, text in texts.items()}))
    return path
