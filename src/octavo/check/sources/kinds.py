"""Entries speak the language of BibLaTeX: types and fields that Pandoc knows (BibLaTeX manual, chapter 2)."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from octavo.check.citations import cited_entries
from octavo.check.sources.entry_words import word_set
from octavo.diagnostics import Diagnostic, nearest
from octavo.model import Entry, Publication
from octavo.source import Span

_NEARNESS = 0.8
KINDS = word_set(
    "article artwork audio book bookinbook booklet collection commentary dataset electronic image"
    " inbook incollection inproceedings inreference jurisdiction legal legislation letter manual"
    " mastersthesis misc movie music mvbook mvcollection mvproceedings mvreference newsarticle online"
    " patent performance periodical phdthesis proceedings reference report review software standard"
    " suppbook suppcollection suppperiodical techreport thesis unpublished video www xdata"
)
OTHER_KINDS: Mapping[str, str] = MappingProxyType(
    {
        **dict.fromkeys(("webpage", "website", "web", "internet", "blog", "url", "page"), "online"),
        **dict.fromkeys(("newspaper", "magazine", "journal", "paper", "press"), "article"),
        **dict.fromkeys(("conference", "conferencepaper", "inconference", "talk"), "inproceedings"),
        **dict.fromkeys(("chapter", "bookchapter", "inedited"), "incollection"),
        **dict.fromkeys(("film", "broadcast", "podcast"), "movie"),
        **dict.fromkeys(("law", "statute", "act", "bill", "regulation"), "legislation"),
        **dict.fromkeys(("case", "judgment", "judgement", "court"), "jurisdiction"),
        **dict.fromkeys(("treaty", "legadminmaterial"), "legal"),
        **dict.fromkeys(("interview", "speech", "document", "map", "set", "bookreview", "other"), "misc"),
        **dict.fromkeys(("dissertation", "habilitation", "bachelorsthesis", "bathesis"), "thesis"),
    }
)
"""What other tools, and people, call the types that Pandoc knows."""
_FIELDS = word_set(
    "abstract addendum address afterword annotation annotator annote archive archivedate"
    " archiveprefix archiveurl assignee author authortype bookauthor bookpagination booksubtitle"
    " booktitle booktitleaddon chapter collaborator commentator crossref date day doi edition editor"
    " editora editorb editorc editortype editoratype editorbtype editorctype eid email entryset"
    " entrysubtype eprint eprintclass eprinttype eventdate eventtitle eventtitleaddon execute file"
    " foreword gender groups hidden holder howpublished hyphenation ids indexsorttitle indextitle"
    " institution introduction isan isbn ismn isrn issn issue issuesubtitle issuetitle issuetitleaddon"
    " iswc jel journal journalsubtitle journaltitle journaltitleaddon key keyword keywords label"
    " langid langidopts language lccn library location mainsubtitle maintitle maintitleaddon"
    " mainlanguage month mrnumber nameaddon nameaddona note number numpages options orcid organization"
    " origdate origlanguage origlocation origpublisher origtitle owner pages pagetotal pagination part"
    " pdf place pmcid pmid presort primaryclass publisher publicationtype pubmedid pubstate read"
    " related relatedoptions relatedstring relatedtype reprinttitle reviewedauthor reviewedtitle"
    " rights school series shortauthor shorteditor shorthand shorthandintro shortjournal shortseries"
    " shorttitle sortkey sortname sortshorthand sorttitle sortyear sourcemap subtitle tags timestamp"
    " title titleaddon titletranslation transtitle translator translatortype type urldate url urlday"
    " urlmonth urlyear usera userb userc userd usere userf venue verba verbb verbc version volume"
    " volumes xdata xref year zblnumber"
)


def check_kinds(publication: Publication) -> Iterator[Diagnostic]:
    """C020: a cited entry is of a type that Pandoc does not know, and would be set as anything."""
    for entry in cited_entries(publication):
        if entry.kind not in KINDS:
            near = OTHER_KINDS.get(entry.kind) or nearest(entry.kind, sorted(KINDS))
            yield Diagnostic(
                "C020",
                f"entry `{entry.citekey}` is of the unknown type `@{entry.kind}`",
                _kind_span(entry),
                hint=f"did you mean `@{near}`?" if near else "choose a type that is known, or `@misc`",
            )


def check_field_names(publication: Publication) -> Iterator[Diagnostic]:
    """C021: a cited entry has a field that nothing reads, though a known one is much like it."""
    for entry in cited_entries(publication):
        for name in entry.fields:
            near = None if name in _FIELDS else _near_field(name)
            if near:
                yield Diagnostic(
                    "C021",
                    f"entry `{entry.citekey}` has the unknown field `{name}`",
                    _name_span(entry, name),
                    hint=f"did you mean `{near}`?",
                )


@cache
def _near_field(name: str) -> str | None:
    """Return the known field that a name is a slip of: the same letters, or the same beginning and length."""
    near = nearest(name, sorted(_FIELDS), cutoff=_NEARNESS) if name.isalpha() else None
    if near is None or sorted(near) == sorted(name):
        return near
    return near if near[0] == name[0] and abs(len(near) - len(name)) <= 1 else None


def _kind_span(entry: Entry) -> Span:
    start = entry.span.start + max(entry.raw.lower().find(entry.kind), 0)
    return entry.span.source.span(start, start + len(entry.kind))


def _name_span(entry: Entry, name: str) -> Span:
    """Find the name of a field: the word before its value and the equals sign."""
    value = entry.place(name)
    found = re.search(r"([\w-]+)\s*=\s*[{\"]?\s*$", entry.span.source.text[entry.span.start : value.start])
    return entry.span.source.span(*(entry.span.start + place for place in found.span(1))) if found else value
