"""What flows through the seven stages: frozen values, nothing that reads or writes."""

from octavo.model.brand import Brand, FontFile, PageSetup, Typeface
from octavo.model.document import Captioned, Document, Heading, Note, Picture, RenderedChapter, Rendering
from octavo.model.edition import Artifact, EditionView
from octavo.model.publication import (
    FORMATS,
    Author,
    Bibliography,
    Chapter,
    Citation,
    CslStyle,
    DataFile,
    Entry,
    Format,
    ImageUse,
    Matter,
    Metadata,
    NoteNumbering,
    Publication,
)

__all__ = [
    "FORMATS",
    "Artifact",
    "Author",
    "Bibliography",
    "Brand",
    "Captioned",
    "Chapter",
    "Citation",
    "CslStyle",
    "DataFile",
    "Document",
    "EditionView",
    "Entry",
    "FontFile",
    "Format",
    "Heading",
    "ImageUse",
    "Matter",
    "Metadata",
    "Note",
    "NoteNumbering",
    "PageSetup",
    "Picture",
    "Publication",
    "RenderedChapter",
    "Rendering",
    "Typeface",
]
