"""The Word edition: real styles, real footnotes, a cover, headers and footers."""

from octavo.diagnostics import Outcome, has_errors
from octavo.model import Artifact, Document
from octavo.ooxml import packed
from octavo.templating import TemplateFault
from octavo.write.complaints import failure_diagnostic
from octavo.write.docx.book import word_parts

__all__ = ["write_docx"]


def write_docx(document: Document) -> Outcome[Artifact | None]:
    """Write the Word edition to `<slug>.docx` in the publication's work folder.

    The same document gives the same bytes. Raises PandocError.
    """
    publication = document.publication
    try:
        parts = word_parts(document)
    except TemplateFault as fault:
        return Outcome(None, (failure_diagnostic(fault, publication),))
    if has_errors(parts.diagnostics):
        return Outcome(None, parts.diagnostics)
    path = publication.work_path / f"{publication.metadata.slug}.docx"
    path.write_bytes(packed(parts.value, publication.zip_time))
    return Outcome(Artifact("docx", path), parts.diagnostics)
