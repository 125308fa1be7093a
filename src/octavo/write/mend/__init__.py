"""The step after the layout: what the file lacks of PDF/A-3a and PDF/UA-1 is mended before it is written.

WeasyPrint makes the one or the other and tags with the meaning that HTML gives away at once. Here the
file's structure is read as a tree, mended by rules that know what each element was in the HTML, and
written back; what no element holds becomes an artifact; and the metadata say both conformances.
"""

from typing import TYPE_CHECKING, Any

from octavo.write.mend.artifacts import keep_links, mark_artifacts, pages_of
from octavo.write.mend.claims import claim_conformance, join_attachments
from octavo.write.mend.file_tree import read_tree, write_tree
from octavo.write.mend.images import settle_images
from octavo.write.mend.names import sort_names
from octavo.write.mend.origin import remember_origins
from octavo.write.mend.places import place_pictures
from octavo.write.mend.rules import mend_tree
from octavo.write.mend.tree import links_of, marks_of

if TYPE_CHECKING:
    from weasyprint import Document

__all__ = ["VARIANT", "mend", "remember_origins"]

VARIANT = "pdf/a-3a"
"""What WeasyPrint is asked for: the variant from which the way to both conformances is shortest."""


def mend(document: "Document", pdf: Any) -> None:
    """Mend a `pydyf.PDF` before it is written; `remember_origins` must have been called before the layout."""
    tree = read_tree(pdf)
    printed = marks_of(tree)
    mend_tree(tree, pdf.catalog["Lang"].string)
    place_pictures(tree, [page["TrimBox"][3] for page in pages_of(pdf)])
    write_tree(pdf, tree, len(document.pages))
    keep_links(pdf, links_of(tree))
    mark_artifacts(pdf, kept=marks_of(tree), printed=printed)
    settle_images(pdf)
    join_attachments(pdf)
    sort_names(pdf)
    claim_conformance(pdf)
