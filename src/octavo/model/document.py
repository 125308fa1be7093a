"""The text on its way through render and parse."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from octavo.model.publication import Chapter, Publication


@dataclass(frozen=True, slots=True)
class RenderedChapter:
    """A chapter after Jinja2: Markdown as Pandoc reads it.

    `citekeys` and `images` (their targets) are what the rendered text cites and shows.
    """

    chapter: Chapter
    markdown: str
    citekeys: frozenset[str]
    images: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that the text uses.

    `path` is its file, relative to the publication; `file_name` is the name under which the write
    stage lays `content` into `build/work/media/`; for SVG there is the same picture as PNG, for what
    cannot show SVG: `raster_name` and `raster`. `width` and `height` are CSS pixels, None if unknown.
    """

    path: str
    file_name: str
    content: bytes = field(repr=False)
    raster_name: str | None = None
    raster: bytes | None = field(default=None, repr=False)
    width: float | None = None
    height: float | None = None


@dataclass(frozen=True)
class Rendering:
    """What Pandoc will read: chapters in order, and the pictures they use, by path."""

    publication: Publication
    chapters: tuple[RenderedChapter, ...]
    pictures: Mapping[str, Picture]


@dataclass(frozen=True, slots=True)
class Note:
    """A note: `number` counts through the publication from 1, `label` is what readers see.

    `chapter` is the index of its chapter from 0; `text` is its plain text.
    """

    number: int
    label: str
    chapter: int
    text: str


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading: level from 1 (a chapter's title), identifier, plain text, chapter index from 0."""

    level: int
    identifier: str
    text: str
    chapter: int


@dataclass(frozen=True, slots=True)
class Captioned:
    """A figure or a table with its number, identifier and the plain text of its caption."""

    kind: Literal["figure", "table"]
    number: int
    identifier: str
    text: str


@dataclass(frozen=True, slots=True)
class Equation:
    """A formula on lines of its own that has a label: its number, identifier and TeX."""

    number: int
    identifier: str
    tex: str


@dataclass(frozen=True)
class SourceRecords:
    """The cited sources as programs read them, in the order of citekeys.

    `items` are CSL JSON (https://citeproc-js.readthedocs.io/en/latest/csl-json/markup.html) with the
    citekey as `id`, `bibtex` is the text of a `.bib` file. Neither says what only its owner should
    read: notes of one's own, or paths of the machine.
    """

    items: tuple[Mapping[str, Any], ...] = ()
    bibtex: str = ""

    @property
    def csl_json(self) -> str:
        """The items as the text of a file."""
        return json.dumps(self.items, ensure_ascii=False, indent=2) + "\n"


@dataclass(frozen=True)
class Document:
    """The whole text, parsed once: every edition is written from this and says the same.

    `ast` is a Pandoc document as `pandoc -t json` prints it, with these promises:

    - its blocks are one Div per chapter (class `chapter` and the chapter's matter, identifier
      `chapter-1`, `chapter-2` …), then a Div of class `bibliography` if anything is cited;
    - the first block of each of these is a Header of level 1; identifiers are unique;
    - notes stand as Pandoc `Note` elements, in the order of `notes`, and none holds another;
    - a Figure or Table has an identifier, and its caption begins with a Span of class
      `caption-label` (say "Figure 1.") and a space; it lies in a Div of class `figure-block` or
      `table-block` that also holds the Div of class `source` which follows it, if one does;
    - a box is a Div of one of the classes in `octavo.elements`, and its first block is a Div of class
      `box-title` that holds one Para, unless its author wants no title;
    - a labelled formula lies alone in a Div of class `equation` with its identifier, whose one Para holds
      the Math, a space and a Span of class `equation-number` ("(3)");
    - a cross-reference is a Link of class `cross-reference` to `#` and the identifier of what it names,
      with the attribute `kind` (figure, table, section, equation); its text is complete ("Figure 2").
      One that wants the page named, where pages are, has the class `with-page` too;
    - the number of a heading is a Span of class `header-section-number` at its beginning, and a space;
    - image targets are `media/` and the file name of one of `pictures`, which are keyed by that target;
    - there is no raw content.
    """

    publication: Publication
    ast: Mapping[str, Any]
    headings: tuple[Heading, ...]
    notes: tuple[Note, ...]
    captions: tuple[Captioned, ...]
    references: tuple[str, ...]
    pictures: Mapping[str, Picture]
    words: Mapping[str, str]
    equations: tuple[Equation, ...] = ()
    sources: SourceRecords = SourceRecords()
