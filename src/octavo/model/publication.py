"""A publication as it was read from its folder."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Literal

from octavo.model.brand import Brand
from octavo.model.claims import ClaimRegister, ClaimsSetup
from octavo.model.prose import Paragraph
from octavo.model.snapshot import Snapshot
from octavo.model.source_list import SourceList, Transliteration
from octavo.source import SourceFile, Span

Format = Literal["pdf", "epub", "docx"]
FORMATS: tuple[Format, ...] = ("pdf", "epub", "docx")
Matter = Literal["front", "main", "back"]
NoteNumbering = Literal["continuous", "per-chapter"]
ReferenceLanguage = Literal["publication", "source"]
ZipTime = tuple[int, int, int, int, int, int]
_ZIP_FIRST = datetime(1980, 1, 1, tzinfo=UTC)
_ZIP_LAST = datetime(2107, 12, 31, 23, 59, 58, tzinfo=UTC)
DateOrigin = Literal["metadata", "SOURCE_DATE_EPOCH", "commit", "nothing"]
ListKind = Literal["figures", "tables"]
LISTS: tuple[ListKind, ...] = ("figures", "tables")


@dataclass(frozen=True, slots=True)
class Author:
    """A person or a body that signs the publication; `note` is a sentence or two about them."""

    name: str
    affiliation: str | None = None
    orcid: str | None = None
    email: str | None = None
    note: str | None = None


Verdict = Literal["error", "warning", "off"]
VERDICTS: tuple[Verdict, ...] = ("error", "warning", "off")


@dataclass(frozen=True, slots=True)
class RuleException:
    """Something that a rule (a code such as C040) would find and that is right all the same.

    It holds where `at` says (a citekey, the path of a file, words of the text at fault), or for the
    paragraph `covers`. `span` is where the exception is made.
    """

    rule: str
    reason: str
    span: Span = field(compare=False)
    at: str | None = None
    covers: Span | None = None


@dataclass(frozen=True, slots=True)
class Allowance:
    """Something that octavo refuses and that a publication allows, by name, in one chapter, for a reason.

    `name` is an HTML element (`html`) or the address of an image on the web (`remote-image`); `at` is the
    path of the chapter; `span` is where it is allowed.
    """

    kind: Literal["html", "remote-image"]
    name: str
    at: str
    reason: str
    span: Span = field(compare=False)


@dataclass(frozen=True)
class Metadata:
    """What the publication is: `manuscript/metadata.yaml`, validated.

    `lang` is a BCP 47 tag, `date` the edition's date, `csl` the name or path of a CSL style. `doi` is
    bare (`10.…`), `isbn` as its author grouped it. `lists` are the lists of figures and tables that
    follow the contents; `bibliography` is how the sources are listed, `transliteration` in which letters
    Cyrillic ones are written, `reference_language` by which language's rules each is set. `rules` says by
    code how grave what a rule finds is in this publication.
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
    isbn: str | None = None
    doi: str | None = None
    contact: str | None = None
    csl: str = "chicago-notes-bibliography"
    formats: tuple[Format, ...] = FORMATS
    notes: NoteNumbering = "continuous"
    number_sections: bool = False
    lists: tuple[ListKind, ...] = ()
    bibliography: SourceList = field(default_factory=SourceList)
    transliteration: Transliteration = field(default_factory=Transliteration)
    reference_language: ReferenceLanguage = "publication"
    rules: Mapping[str, Verdict] = field(default_factory=dict)
    exceptions: tuple[RuleException, ...] = ()
    claims: ClaimsSetup | None = None
    allow: tuple[Allowance, ...] = ()
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
    else the text in the brackets) and is "" when there is none. It `is_decorative` when its author says so,
    by an empty `alt` behind empty brackets.
    """

    target: str
    alt: str
    span: Span
    is_decorative: bool = False


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
    paragraphs: tuple[Paragraph, ...] = ()
    exceptions: tuple[RuleException, ...] = ()

    @property
    def body(self) -> str:
        """The chapter's text without its metadata block."""
        return self.source.text[self.body_start :]


@dataclass(frozen=True)
class Entry:
    """An entry of the bibliography that could be read.

    `kind` is the entry type in lower case (`article`); `fields` has lower-case names and values
    without their outer braces; `raw` is the entry as it stands in the file; `key_span` covers the
    citekey and `span` the whole entry; `field_spans` has the place of each field's value, without its
    outer braces or quotes.
    """

    citekey: str
    kind: str
    fields: Mapping[str, str]
    raw: str
    span: Span
    key_span: Span
    field_spans: Mapping[str, Span] = field(default_factory=dict, compare=False)

    def place(self, *names: str) -> Span:
        """Give the place of the first of these fields that the entry has, else that of its citekey."""
        return next((self.field_spans[name] for name in names if name in self.field_spans), self.key_span)


_PARENTS = ("crossref", "xdata")


@dataclass(frozen=True)
class Bibliography:
    """All entries by citekey, and the `@string` blocks that they may need, as they stand.

    `broken` holds the citekeys of entries that could not be read: nobody misses them twice.
    """

    entries: Mapping[str, Entry]
    strings: tuple[str, ...] = ()
    broken: frozenset[str] = frozenset()

    def with_parents(self, citekeys: Iterable[str]) -> list[str]:
        """Return those of the citekeys that have entries, and the entries that these take fields from.

        These are named by `crossref` and `xdata` (biblatex manual, section 2.4.1). In the order of
        citekeys, each once.
        """
        waiting, known = [*citekeys], set()
        while waiting:
            entry = self.entries.get(waiting.pop())
            if entry is not None and entry.citekey not in known:
                known.add(entry.citekey)
                given = (entry.fields.get(name, "") for name in _PARENTS)
                waiting += [key.strip() for value in given for key in value.split(",")]
        return sorted(known)


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


@dataclass(frozen=True)
class Publication:
    """A publication as it lies in its folder, read once.

    `files` are the paths (relative to `root`, forward slashes) of all regular files under
    `manuscript/` whose real place is inside the publication; `outside` are those whose real place
    is not. `charts` are the chart descriptions among `files` (`*.vl.yaml`, `*.vl.json`) by path.
    `csl` is None when the style is unknown. `edition_date` is the date of the metadata, or else
    of `SOURCE_DATE_EPOCH`, or else of the last commit, as `date_origin` tells, never the clock's; `epoch` is
    the moment that `SOURCE_DATE_EPOCH` gives. `templates_path` is the publication's own `templates/`, if
    it has one. `work_path` is where the stages leave what they make on the way. `snapshots` are the
    archived web sources by citekey, those whose entry still has the address that was archived.
    `claims` is the register of claims that the metadata names. `remote_images` has, by the path of a chapter
    and the address of an image on the web that it may show, the path of the copy that is shown.

    `revision` is the commit that the folder is at, `uncommitted` what the publication is made of and that
    commit does not have so; `commit` is the one to print, None when there is anything uncommitted. `inputs`
    are the paths (relative to `root`) of the files that were read so far, and of the templates.
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
    snapshots: Mapping[str, Snapshot] = field(default_factory=dict)
    claims: ClaimRegister | None = None
    date_origin: DateOrigin = "metadata"
    epoch: datetime | None = None
    revision: str | None = None
    uncommitted: tuple[str, ...] = ()
    inputs: frozenset[str] = frozenset()
    remote_images: Mapping[tuple[str, str], str] = field(default_factory=dict)

    @property
    def moment(self) -> datetime:
        """When the editions say that they were made, to programs: never the clock's (UTC)."""
        return self.epoch or datetime.combine(self.edition_date, time(), UTC)

    @property
    def moment_text(self) -> str:
        """The moment as metadata write it, as in "2021-09-30T00:00:00Z" (RFC 3339)."""
        return self.moment.isoformat(timespec="seconds").replace("+00:00", "Z")

    @property
    def zip_time(self) -> ZipTime:
        """The moment as a zip archive's members have it: from 1980 to 2107, in steps of two seconds."""
        moment = min(max(self.moment, _ZIP_FIRST), _ZIP_LAST)
        return (moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second // 2 * 2)
