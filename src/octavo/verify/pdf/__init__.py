"""The PDF edition, read back: is every note complete, in order and on the page of its call?"""

from octavo.verify.pdf.rules import verify_pdf
from octavo.verify.pdf.view import read_pdf

__all__ = ["read_pdf", "verify_pdf"]
