"""The citation style: it exists, and it sets notes."""

from collections.abc import Iterator

from octavo.csl import style_names
from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Publication

_METADATA = "manuscript/metadata.yaml"


def check_style(publication: Publication) -> Iterator[Diagnostic]:
    """C008 and C009: the CSL style is unknown, or is not a note style."""
    name = publication.metadata.csl
    span = publication.metadata.spans.get("csl")
    file = None if span else _METADATA
    if publication.csl is None:
        near = nearest(name, style_names())
        hint = f"did you mean `{near}`?" if near else "give a style's name, or the path of a `.csl` file"
        yield Diagnostic("C008", f"there is no CSL style `{name}`", span, hint=hint, file=file)
    elif not publication.csl.is_note:
        message = f"CSL style `{name}` sets citations in the text, not as notes"
        hint = "choose a note style, such as `chicago-notes-bibliography`, if you want footnotes"
        yield Diagnostic("C009", message, span, hint=hint, file=file)
