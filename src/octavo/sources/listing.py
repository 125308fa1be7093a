"""What is cited where, and what is not: the bibliography beside the chapters."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from octavo.check.citations import WORD
from octavo.markdown.mask import only_templates
from octavo.model import Entry, Publication
from octavo.source import Span


@dataclass(frozen=True)
class SourceUse:
    """A source with the places that cite it, in the order of chapters.

    `entry` is None where a citekey is cited that has no entry. `hints` are the places, in files of
    data and in the Jinja2 of chapters, where a word is the citekey: templates may make citations of it;
    and those where a cited entry takes fields from it (`crossref`, `xdata`).
    """

    citekey: str
    entry: Entry | None
    citations: tuple[Span, ...] = ()
    hints: tuple[Span, ...] = ()

    @property
    def is_unused(self) -> bool:
        """Whether nothing cites it, and no template could."""
        return not self.citations and not self.hints


def list_sources(publication: Publication) -> tuple[SourceUse, ...]:
    """Return all sources in the order of the bibliography, then the citekeys that have no entry."""
    cited: dict[str, list[Span]] = defaultdict(list)
    for chapter in publication.chapters:
        for citation in chapter.citations:
            cited[citation.citekey].append(citation.span)
    entries = publication.bibliography.entries
    hinted: dict[str, list[Span]] = defaultdict(list)
    for citekey, span in _words_of_templates(publication, entries):
        hinted[citekey].append(span)
    needed = publication.bibliography.with_parents([*cited, *hinted])
    for citekey, span in _parents(entries[key] for key in needed):
        hinted[citekey].append(span)
    known = [
        SourceUse(key, entry, tuple(cited[key]), tuple(hinted[key])) for key, entry in list(entries.items())
    ]
    missing = [SourceUse(key, None, tuple(spans)) for key, spans in cited.items() if key not in entries]
    return (*known, *missing)


def _parents(entries: Iterable[Entry]) -> Iterator[tuple[str, Span]]:
    """Yield what entries take fields from, and where they say so."""
    for entry in entries:
        for name in ("crossref", "xdata"):
            for citekey in entry.fields.get(name, "").split(","):
                yield citekey.strip(), entry.place(name)


def _words_of_templates(publication: Publication, entries: Mapping[str, Entry]) -> Iterator[tuple[str, Span]]:
    """Yield the words that are citekeys in files of data and in the Jinja2 of chapters."""
    texts = [(file.source, 0, file.source.text) for file in publication.data.values()]
    texts += [
        (chapter.source, chapter.body_start, only_templates(chapter.source.text, chapter.body_start))
        for chapter in publication.chapters
    ]
    for source, start, text in texts:
        for word in WORD.finditer(text):
            if word[0] in entries:
                yield word[0], source.span(start + word.start(), start + word.end())


def places_texts(spans: tuple[Span, ...]) -> list[str]:
    """Write places for people: each file once, below `manuscript/`, with its lines, as in "10-a.md:3, 7"."""
    lines: dict[str, list[int]] = {}
    for span in spans:
        found = lines.setdefault(span.source.path.removeprefix("manuscript/"), [])
        if span.first.line not in found:
            found.append(span.first.line)
    return [f"{path}:{', '.join(map(str, numbers))}" for path, numbers in lines.items()]


def listing_object(uses: tuple[SourceUse, ...]) -> list[dict[str, Any]]:
    """Describe sources for programs: one object each, lines and columns from 1."""
    return [
        {
            "citekey": use.citekey,
            "type": use.entry.kind if use.entry else None,
            "title": title_of(use.entry) if use.entry else None,
            "entry": _place_object(use.entry.key_span) if use.entry else None,
            "count": len(use.citations),
            "citations": [_place_object(span) for span in use.citations],
            "templates": [_place_object(span) for span in use.hints],
        }
        for use in uses
    ]


def title_of(entry: Entry) -> str:
    """Return the title of an entry without its braces, the short one where there is one, or ""."""
    return re.sub(r"[{}]", "", entry.fields.get("shorttitle") or entry.fields.get("title", ""))


def _place_object(span: Span) -> dict[str, str | int]:
    return {"file": span.source.path, "line": span.first.line, "column": span.first.column}
