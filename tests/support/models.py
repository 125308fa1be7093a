"""Values of the model, made up in memory: no folder, no Pandoc."""

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from octavo.ast import Node
from octavo.model import (
    Author,
    Bibliography,
    Brand,
    Chapter,
    CslStyle,
    DataFile,
    Document,
    Entry,
    Metadata,
    PageSetup,
    Picture,
    Publication,
    RenderedChapter,
    Rendering,
    Typeface,
)
from octavo.source import SourceFile
from octavo.words import words_for

COLORS = {
    "foreground": "#111111",
    "background": "#ffffff",
    "primary": "#222222",
    "secondary": "#333333",
    "tertiary": "#444444",
    "light": "#eeeeee",
    "dark": "#000000",
    "muted": "#555555",
    "rule": "#aaaaaa",
    "headings": "#222222",
    "links": "#222222",
}


def make_brand() -> Brand:
    """Make a brand in greys whose typefaces have no files."""
    face = Typeface("Made-Up Sans", (), 10.0, 400, 1.4)
    page = PageSetup(210, 297, 20, 20, 20, 20)
    return Brand("Made-up Brand", COLORS, ("#123456", "#654321"), face, face, face, page)


def make_metadata(**values: Any) -> Metadata:
    """Make metadata; `values` replace the made-up ones."""
    known: dict[str, Any] = {
        "title": "A Made-Up Report",
        "authors": (Author("Ada Madeup"), Author("Ben Invented")),
        "date": date(2021, 9, 30),
        "lang": "en-GB",
        "slug": "made-up",
    }
    return Metadata(**{**known, **values})


def make_chapter(text: str, path: str = "manuscript/10-first.md", **values: Any) -> Chapter:
    """Make a chapter of a text; a metadata block at its head is left out of the body."""
    body_start = text.index("---\n", 4) + 4 if text.startswith("---\n") else 0
    known: dict[str, Any] = {
        "source": SourceFile(path, text),
        "body_start": body_start,
        "running_head": None,
        "authors": (),
        "matter": "main",
        "citations": (),
        "images": (),
    }
    return Chapter(**{**known, **values})


def make_bibliography(*citekeys: str) -> Bibliography:
    """Make a bibliography with one book for each citekey, in one file."""
    raws = [f"@book{{{citekey},\n  title = {{On {citekey}}},\n}}" for citekey in citekeys]
    source = SourceFile("bibliography/sources.bib", "\n\n".join(raws))
    entries = {}
    for citekey, raw in zip(citekeys, raws, strict=True):
        start = source.text.index(raw)
        key_start = start + len("@book{")
        key_span = source.span(key_start, key_start + len(citekey))
        fields = {"title": f"On {citekey}"}
        entries[citekey] = Entry(citekey, "book", fields, raw, source.span(start, start + len(raw)), key_span)
    return Bibliography(entries)


def make_table(name: str, value: Any, text: str = "") -> DataFile:
    """Make a data file."""
    return DataFile(name, value, SourceFile(f"manuscript/data/{name}.yaml", text))


def make_publication(*chapters: Chapter, **values: Any) -> Publication:
    """Make a publication of chapters; `values` replace the made-up ones."""
    known: dict[str, Any] = {
        "root": Path("made-up-folder"),
        "metadata": make_metadata(),
        "chapters": chapters,
        "bibliography": Bibliography({}),
        "csl": CslStyle("made-up", Path("made-up.csl"), is_note=True),
        "brand": make_brand(),
        "data": {},
        "files": frozenset(),
        "outside": frozenset(),
        "edition_date": date(2021, 9, 30),
        "commit": None,
        "templates_path": None,
        "work_path": Path("made-up-folder/build/work"),
    }
    return Publication(**{**known, **values})


def make_rendering(
    publication: Publication,
    *,
    markdown: Sequence[str] | None = None,
    citekeys: frozenset[str] = frozenset(),
    pictures: Mapping[str, Picture] | None = None,
) -> Rendering:
    """Make a rendering whose chapters say what they said before, or what `markdown` says."""
    texts = markdown or [chapter.body for chapter in publication.chapters]
    chapters = tuple(
        RenderedChapter(chapter, text, citekeys, ())
        for chapter, text in zip(publication.chapters, texts, strict=True)
    )
    return Rendering(publication, chapters, pictures or {})


def make_document(publication: Publication, blocks: Sequence[Node] = (), **values: Any) -> Document:
    """Make a document that holds `blocks`; what it lists is as `values` say, else nothing."""
    known: dict[str, Any] = {
        "publication": publication,
        "ast": {"pandoc-api-version": [1, 23, 1, 1], "meta": {}, "blocks": list(blocks)},
        "headings": (),
        "notes": (),
        "captions": (),
        "references": (),
        "pictures": {},
        "words": words_for(publication.metadata.lang),
    }
    return Document(**{**known, **values})
