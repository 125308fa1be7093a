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
_SPACES = re.compile(r"\s+")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)


def page_text(body: bytes, content_type: str) -> str | None:
    """Return the text of a page, one line for each block, or None when it has none that can be read.

    `content_type` is the header as it was sent; its charset comes before the page's own.
    """
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type == PDF_TYPE or body.startswith(b"%PDF-"):
        from octavo.sources.pdf_text import pdf_text  # loads PDFium: only where used

        return pdf_text(body)
    charset = _charset_of(content_type)
    if media_type in HTML_TYPES:
        tree = parse_html(body, charset)
        return None if tree is None else folded("".join(_texts(tree)))
    if media_type.startswith("text/"):
        return folded(body.decode(charset or "utf-8", "replace"))
    return None


def parse_html(body: bytes, charset: str | None = None) -> html.HtmlElement | None:
    """Parse a page as it comes, however broken; None when there is nothing in it."""
    parser = html.HTMLParser(encoding=charset or _own_charset(body), remove_comments=True, no_network=True)
    try:
        return html.document_fromstring(body, parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _own_charset(body: bytes) -> str | None:
    """Take UTF-8 for what a page says nothing of: the parser would take Latin-1."""
    if body.startswith(codecs.BOM_UTF8):
        return "utf-8"
    return None if _CHARSET.search(body[:2048].decode("latin-1")) else "utf-8"


def _charset_of(content_type: str) -> str | None:
    found = _CHARSET.search(content_type)
    try:
        return codecs.lookup(found[1]).name if found else None
    except LookupError:
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
