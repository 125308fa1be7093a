"""What flows through the seven stages: frozen values, nothing that reads or writes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Literal

from octavo.source import SourceFile, Span

Format = Literal["pdf", "epub", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "epub", "docx")
Matter = Literal["front", "main", "back"]
NoteNumbering = Literal["continuous", "per-chapter"]


# --- load ---------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a body that signs the publication."""

    name: str
    affiliation: str | None = None
    orcid: str | None = None
    email: str | None = None


@dataclass(frozen=True)
class Metadata:
    """What the publication is: `manuscript/metadata.yaml`, validated.

    `lang` is a BCP 47 tag, `date` the edition's date, `csl` the name or path of a CSL style.
    `spans` maps a key to the place of its value, for diagnostics of later stages.
    """

    title: str
    authors: tuple[Author, ...]
    date: date | None
    lang: str
    slug: str
    subtitle: str | None = None
    edition: str | None = None
    abstract: str | None = None
    keywords: tuple[str, ...] = ()
    publisher: str | None = None
    series: str | None = None
    identifier: str | None = None
    rights: str | None = None
    csl: str = "chicago-notes-bibliography"
    formats: tuple[Format, ...] = FORMATS
    notes: NoteNumbering = "continuous"
    extra: Mapping[str, Any] = field(default_factory=dict)
    spans: Mapping[str, Span] = field(default_factory=dict, compare=False)


@dataclass(frozen=True, slots=True)
class Citation:
    """One citekey in a chapter; `span` covers the key itself, without its `@`."""

    citekey: str
    span: Span


@dataclass(frozen=True, slots=True)
class ImageUse:
    """One image in a chapter: `![caption](target){attributes}`.

    `span` covers the target; `alt` is what a reader who cannot see it is told (the `alt` attribute,
    else the text in the brackets) and is "" when there is none.
    """

    target: str
    alt: str
    span: Span


@dataclass(frozen=True)
class Chapter:
    """A chapter as its author wrote it.

    `source` is the whole file; `body_start` is the offset where the text begins after the chapter's
    own metadata block, 0 without one.
    """

    source: SourceFile
    body_start: int
    running_head: str | None
    authors: tuple[Author, ...]
    matter: Matter
    citations: tuple[Citation, ...]
    images: tuple[ImageUse, ...]

    @property
    def body(self) -> str:
        """The chapter's text without its metadata block."""
        return self.source.text[self.body_start :]


@dataclass(frozen=True)
class Entry:
    """An entry of the bibliography that could be read.

    `kind` is the entry type in lower case (`article`); `fields` has lower-case names and values
    without their outer braces; `raw` is the entry as it stands in the file; `key_span` covers the
    citekey and `span` the whole entry.
    """

    citekey: str
    kind: str
    fields: Mapping[str, str]
    raw: str
    span: Span
    key_span: Span


@dataclass(frozen=True)
class Bibliography:
    """All entries by citekey, and the `@string` blocks that they may need, as they stand.

    `broken` holds the citekeys of entries that could not be read: nobody misses them twice.
    """

    entries: Mapping[str, Entry]
    strings: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class CslStyle:
    """A CSL style: `is_note` tells whether it sets citations as notes (class "note")."""

    name: str
    path: Path
    is_note: bool


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file of `manuscript/data/`: its name in templates, its parsed value, its text."""

    name: str
    value: Any
    source: SourceFile


@dataclass(frozen=True, slots=True)
class FontFile:
    """One font file; `weights` is the lowest and highest CSS weight that it can show."""

    path: Path
    weights: tuple[int, int]
    is_italic: bool


@dataclass(frozen=True, slots=True)
class Typeface:
    """A family of fonts that the brand uses in one role."""

    family: str
    files: tuple[FontFile, ...]
    size_pt: float
    weight: int
    line_height: float


@dataclass(frozen=True, slots=True)
class PageSetup:
    """The page of the PDF and of the DOCX, in millimetres."""

    width_mm: float
    height_mm: float
    margin_top_mm: float
    margin_right_mm: float
    margin_bottom_mm: float
    margin_left_mm: float


@dataclass(frozen=True)
class Brand:
    """The house style, resolved: every colour is `#rrggbb`, every typeface has its files.

    `colors` has at least foreground, background, primary, secondary, tertiary, light, dark, muted
    and rule; `chart_colors` are the series colours of charts in order.
    """

    name: str
    colors: Mapping[str, str]
    chart_colors: tuple[str, ...]
    body: Typeface
    headings: Typeface
    monospace: Typeface
    page: PageSetup
    figures: Literal["lining", "oldstyle"] = "lining"
    embed_fonts: bool = True
    logo: Path | None = None
    logo_alt: str = ""

    @property
    def typefaces(self) -> tuple[Typeface, ...]:
        """The typefaces of all roles."""
        return (self.body, self.headings, self.monospace)


@dataclass(frozen=True)
class Publication:
    """A publication as it lies in its folder, read once.

    `files` are the paths (relative to `root`, forward slashes) of all regular files under
    `manuscript/` whose real place is inside the publication; `outside` are those whose real place
    is not. `charts` are the chart descriptions among `files` (`*.vl.yaml`, `*.vl.json`) by path.
    `csl` is None when the style is unknown. `edition_date` is the date of the metadata or else of
    the last commit, never the clock's. `templates_path` is the publication's own `templates/`, if
    it has one. `work_path` is where the stages leave what they make on the way.
    """

    root: Path
    metadata: Metadata
    chapters: tuple[Chapter, ...]
    bibliography: Bibliography
    csl: CslStyle | None
    brand: Brand
    data: Mapping[str, DataFile]
    files: frozenset[str]
    outside: frozenset[str]
    edition_date: date
    commit: str | None
    templates_path: Path | None
    work_path: Path
    charts: Mapping[str, DataFile] = field(default_factory=dict)


# --- render -------------------------------------------------------------------------------------


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


# --- parse --------------------------------------------------------------------------------------


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


# --- write, verify, publish ---------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Artifact:
    """An edition that was written into `work_path` and waits to be verified and published.

    `pages` is known of paged editions only; `seconds` is how long the writing took.
    """

    format: Format
    path: Path
    pages: int | None = None
    seconds: float = 0.0


@dataclass(frozen=True)
class EditionView:
    """What one edition says when it is read back, in the terms of `Document`.

    `notes` are (label, text) pairs in order, `headings` (level, text) pairs, `figures` and
    `tables` the captions with their labels, `references` the bibliography's entries. Texts have
    their white space folded and soft hyphens removed.
    """

    headings: tuple[tuple[int, str], ...]
    notes: tuple[tuple[str, str], ...]
    figures: tuple[str, ...]
    tables: tuple[str, ...]
    references: tuple[str, ...]
