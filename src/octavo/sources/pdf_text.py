"""The words of a PDF, page after page."""

import pypdfium2

_BROKEN_WORD = "\ufffe"
"""What PDFium gives for a hyphen at which a line is broken within a word."""


def pdf_text(content: bytes) -> str | None:
    """Return the text of a PDF, words that lines part put together, or None when it cannot be read.

    PDFium serves one caller at a time.
    """
    try:
        pdf = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return None
    with pdf:
        pages = []
        for page in pdf:
            text = page.get_textpage()
            pages.append(text.get_text_range())
            text.close()
            page.close()
    return "\n".join(pages).replace(f"{_BROKEN_WORD}\r\n", "").replace(_BROKEN_WORD, "")
