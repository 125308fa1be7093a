"""What a reader sees of a page as it was sent: the words of HTML, of plain text, of PDF."""

import codecs
import re
from collections.abc import Iterator

from lxml import etree, html

HTML_TYPES = frozenset({"text/html", "application/xhtml+xml"})
PDF_TYPE = "application/pdf"
_UNSEEN = re.compile(
    r"script|style|noscript|template|nav|svg|iframe|button|select|option|textarea|head|object|canvas|audio|video"
)
_BLOCK = re.compile(
    r"address|article|aside|blockquote|body|br|caption|d[dlt]|details|div|fieldset|figcaption|figure|footer|form"
    r"|h[1-6]|header|hr|li|main|ol|p|pre|section|summary|table|t[dhr]|ul"
)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SPACES = re.compile(r"\s+")
_CHARSET = re.compile(r"(?:charset|encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def page_text(body: bytes, content_type: str) -> str | None:
    """Return the text of a page, one line for each block, or None when it has none that can be read.

    `content_type` is the header as it was sent; its charset comes before the page's own.
    """
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type == PDF_TYPE or body.startswith(b"%PDF-"):
        from octavo.sources.pdf_text import pdf_text  # loads PDFium: only where used

        return folded(pdf_text(body) or "") or None
    if media_type in HTML_TYPES:
        charset = _CHARSET.search(content_type)
        tree = parse_html(body, charset[1] if charset else None)
        return None if tree is None else folded("".join(_texts(tree)))
    return folded(decoded(body, content_type)) if media_type.startswith("text/") else None


def decoded(body: bytes, content_type: str) -> str:
    """Decode a page: as the header says, else as its first bytes or its own words say, else as UTF-8."""
    told = _CHARSET.findall(content_type)
    told += [name for mark, name in _MARKS if body.startswith(mark)]
    told += _CHARSET.findall(body[:2048].decode("latin-1"))
    for name in told:
        if (text := _decoded(body, name)) is not None:
            return text.removeprefix("\ufeff")
    return body.decode("utf-8", "replace")


def _decoded(body: bytes, name: str) -> str | None:
    """Decode a body if there is such a coding for pages; what they call Latin-1 is Windows-1252."""
    try:
        return body.decode("cp1252" if codecs.lookup(name).name == "iso8859-1" else name, "replace")
    except (LookupError, UnicodeError):
        return None


def parse_html(body: bytes, charset: str | None = None) -> html.HtmlElement | None:
    """Parse a page as it comes, however broken; None when there is nothing in it.

    `charset` is the one that its header named, if it named one.
    """
    page = decoded(body, f"charset={charset}" if charset else "")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, no_network=True, huge_tree=True)
    try:
        return html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _texts(element: html.HtmlElement) -> Iterator[str]:
    """Yield the visible text of an element in order, however deep the page is nested."""
    waiting: list[html.HtmlElement | str] = [element]
    while waiting:
        item = waiting.pop()
        if isinstance(item, str):
            yield item
            continue
        if not isinstance(item.tag, str) or _UNSEEN.fullmatch(item.tag):
            continue
        gap = "\n" if _BLOCK.fullmatch(item.tag) else ""
        parts: list[html.HtmlElement | str] = [gap + _one_line(item.text)]
        for child in item:
            parts += [child, _one_line(child.tail)]
        waiting += [*reversed([*parts, gap])]


def _one_line(text: str | None) -> str:
    return _SPACES.sub(" ", text or "")


def folded(text: str) -> str:
    """Fold white space within lines, leave empty lines out, and end what there is with a line end."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)
