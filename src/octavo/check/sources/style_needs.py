"""What the chosen citation style prints of a source, and the entry does not say."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from octavo.check.citations import cited_entries
from octavo.csl import style_text
from octavo.csl.variables import StylePrints
from octavo.diagnostics import Diagnostic
from octavo.model import Entry, Publication

_TYPES: Mapping[str, str] = MappingProxyType(
    {
        "article": "article-journal",
        **dict.fromkeys(("book", "collection", "reference", "proceedings", "manual", "commentary"), "book"),
        **dict.fromkeys(("mvbook", "mvcollection", "mvreference", "mvproceedings"), "book"),
        **dict.fromkeys(("inbook", "incollection", "bookinbook", "suppbook", "suppcollection"), "chapter"),
        **dict.fromkeys(("online", "electronic", "www"), "webpage"),
        **dict.fromkeys(("report", "techreport"), "report"),
        **dict.fromkeys(("thesis", "phdthesis", "mastersthesis"), "thesis"),
        "inproceedings": "paper-conference",
        "newsarticle": "article-newspaper",
    }
)
_SUBTYPES = frozenset(("newspaper", "magazine"))
_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "author": ("author",),
        "editor": ("editor",),
        "title": ("title",),
        "container-title": ("journaltitle", "journal", "booktitle", "maintitle"),
        "issued": ("date", "year"),
        "volume": ("volume",),
        "issue": ("number", "issue"),
        "page": ("pages",),
        "publisher": ("publisher", "institution", "school", "organization", "howpublished"),
        "publisher-place": ("location", "address"),
        "URL": ("url",),
        "accessed": ("urldate",),
        "DOI": ("doi",),
    }
)
"""Which fields Pandoc turns into a variable of CSL."""
_EXCUSES = ("pubstate", "crossref", "xdata", "eprint")
"""What excuses the lack of all else: it is not out yet, another entry says it, or it is a preprint."""


@dataclass(frozen=True, slots=True)
class _Want:
    """What may be lacking, the variables one of which would do, and the fields that excuse it."""

    what: str
    variables: tuple[str, ...]
    excuses: tuple[str, ...] = ()


_PAGES = _Want("`pages`", ("page",), ("doi", "eid"))
_PAGES_IN_BOOK = _Want("`pages`", ("page",), ("doi", "eid", "url", "chapter"))
_PUBLISHER = _Want("a `publisher`", ("publisher",))
_PLACE = _Want("a `location`", ("publisher-place",))
_READ_ON = _Want("a `urldate`", ("accessed",))
_WANTS: Mapping[str, tuple[_Want, ...]] = MappingProxyType(
    {
        "article-journal": (_Want("a `volume` or `number`", ("volume", "issue")), _PAGES),
        "book": (_PUBLISHER, _PLACE),
        "chapter": (_PUBLISHER, _PLACE, _PAGES_IN_BOOK),
        "paper-conference": (_PAGES_IN_BOOK,),
    }
)
_PRINTERS_ONLY = "1900"
"""Books from before this year seldom name a publisher."""


def check_style_needs(publication: Publication) -> Iterator[Diagnostic]:
    """C022: a cited entry lacks what the citation style prints of its type."""
    if publication.csl is None:
        return
    style = StylePrints(style_text(publication.csl))
    for entry in cited_entries(publication):
        kind = type_of(entry)
        lacking = _lacking(entry, kind, style)
        if entry.citekey in publication.snapshots:
            lacking = [what for what in lacking if what != _READ_ON.what]
        if lacking:
            yield _lacks(entry, kind, lacking, publication.metadata.csl)


def _lacking(entry: Entry, kind: str, style: StylePrints) -> list[str]:
    """List what is lacking; what stands in for another thing only when that is not there is not asked for."""
    given = variables_of(entry)
    lacking = []
    for want in _wanted(entry, kind):
        printed = [name for name in want.variables if name in style.prints(kind, given | {name})]
        if printed and not given.intersection(want.variables):
            lacking.append(want.what)
            given |= {printed[0]}
    return lacking


def type_of(entry: Entry) -> str:
    """Return the CSL type that Pandoc makes of an entry's type, or "" where it makes another or none."""
    subtype = entry.fields.get("entrysubtype", "").lower()
    if entry.kind == "article" and subtype in _SUBTYPES:
        return f"article-{subtype}"
    return _TYPES.get(entry.kind, "")


def variables_of(entry: Entry) -> frozenset[str]:
    """Return the CSL variables that an entry has."""
    return frozenset(name for name, fields in _FIELDS.items() if any(entry.fields.get(one) for one in fields))


def _wanted(entry: Entry, kind: str) -> Iterator[_Want]:
    if any(entry.fields.get(name) for name in _EXCUSES):
        return
    is_old = (entry.fields.get("date") or entry.fields.get("year") or "9999") < _PRINTERS_ONLY
    for want in _WANTS.get(kind, ()):
        is_excused = any(entry.fields.get(name) for name in want.excuses)
        if not is_excused and not (is_old and want is _PUBLISHER):
            yield want
    if entry.fields.get("url"):
        yield _READ_ON


def _lacks(entry: Entry, kind: str, lacking: list[str], style: str) -> Diagnostic:
    listed = " and ".join(lacking)
    is_news = kind == "article-journal" and lacking != [_PAGES.what]
    press = "; if it is from the press, `entrysubtype = {newspaper}` or `{magazine}`" if is_news else ""
    return Diagnostic(
        "C022",
        f"entry `{entry.citekey}` lacks {listed}, which the style `{style}` prints of a source like this",
        entry.key_span,
        hint=f"add {listed}{press}",
    )
