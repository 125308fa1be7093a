"""The reference document: Pandoc's own, dressed in the brand's styles, theme and page."""

from pathlib import Path

from octavo.ooxml import (
    DOCUMENT,
    NUMBERING,
    STYLES,
    Element,
    element,
    found,
    packed,
    parse,
    read_parts,
    serialized,
)
from octavo.pandoc import run_pandoc
from octavo.write.docx.look import Measures
from octavo.write.docx.templates import Render

_THEME = "word/theme/theme1.xml"


def write_reference(path: Path, render: Render, page: Measures) -> None:
    """Write the reference document.

    Pandoc takes from it the styles, the theme, the numbering of lists and the size of pictures, which
    hangs on the page.

    Raises PandocError and TemplateFault.
    """
    written = run_pandoc(["--print-default-data-file=reference.docx"], folder=path.parent)
    parts = read_parts(written.output)
    parts[STYLES] = render.part("styles.xml")
    parts[_THEME] = render.part("theme1.xml")
    parts[NUMBERING] = render.part("numbering.xml")
    parts[DOCUMENT] = _with_page(parts[DOCUMENT], page)
    path.write_bytes(packed(parts))


def _with_page(content: bytes, page: Measures) -> bytes:
    tree = parse(content)
    (section,) = found(tree, "w:body/w:sectPr")
    section.extend(page_elements(page))
    return serialized(tree)


def page_elements(page: Measures) -> list[Element]:
    """Return `w:pgSz` and `w:pgMar`."""
    half = str(round(page.top / 2))
    size = element("w:pgSz", w=str(page.page_width), h=str(page.page_height))
    margins = element(
        "w:pgMar",
        top=str(page.top),
        right=str(page.right),
        bottom=str(page.bottom),
        left=str(page.left),
        header=half,
        footer=str(round(page.bottom / 2)),
        gutter="0",
    )
    return [size, margins]
