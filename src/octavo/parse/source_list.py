"""The list of sources: in one run or in sections, and told by chapter for those who want it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from octavo.ast import Node, div, header, iter_nodes, para, plain_text, words
from octavo.diagnostics import Diagnostic, Related, nearest
from octavo.model import Entry, Publication, SourceRecords, SourceSection
from octavo.parse.short_forms import short_forms

BY_CHAPTER = "sources-by-chapter"
_PREFIX = "ref-"
_SEPARATORS = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True)
class ListedSources:
    """The list as a Div; `entries` are what it prints, in its order."""

    block: Node
    entries: tuple[Node, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def list_sources(
    publication: Publication,
    entries: Sequence[Node],
    chapters: Sequence[list[Node]],
    language: Mapping[str, str],
    records: SourceRecords,
) -> ListedSources:
    """Put the entries that citeproc made into a Div, as the publication wants them.

    `chapters` are the blocks of the text, each chapter's title first; `language` is octavo's words.
    """
    wanted = publication.metadata.bibliography
    title = header(1, words(language["bibliography"]), "bibliography", ["unnumbered"])
    content, listed = [_entries(entries, 1)], list(entries)
    found: list[Diagnostic] = []
    if wanted.sections:
        known = publication.bibliography.entries
        groups, found = _in_sections(wanted.sections, entries, known)
        content = [
            block
            for number, (section, group) in enumerate(groups, start=1)
            for block in (_section_title(section.title, number), _entries(group, number))
        ]
        listed = [entry for _, group in groups for entry in group]
    if wanted.by_chapter:
        content += _by_chapter(chapters, entries, language, short_forms(publication, records, language))
    block = div([title, *content], classes=["bibliography", "back"])
    return ListedSources(block, tuple(listed), tuple(found))


def _entries(entries: Sequence[Node], number: int) -> Node:
    """Wrap entries; Pandoc's Word writer knows the first list of them by its identifier."""
    identifier = "refs" if number == 1 else f"refs-{number}"
    return div(list(entries), identifier, ["references", "csl-bib-body", "hanging-indent"])


def _section_title(title: str, number: int) -> Node:
    return header(2, words(title), f"bibliography-{number}", ["unnumbered"])


def _in_sections(
    sections: Sequence[SourceSection], entries: Sequence[Node], known: Mapping[str, Entry]
) -> tuple[list[tuple[SourceSection, list[Node]]], list[Diagnostic]]:
    groups: dict[str, list[Node]] = {section.title: [] for section in sections}
    found: list[Diagnostic] = []
    rest = next((section for section in sections if section.is_rest), None)
    for node in entries:
        entry = known.get(_citekey(node))
        fitting = [section for section in sections if entry and _belongs(entry, section)]
        fitting = fitting or ([rest] if rest else [])
        if fitting:
            groups[fitting[0].title].append(node)
        if entry and len(fitting) != 1:
            found.append(_misplaced(entry, fitting))
    if not found:
        empty = [section for section in sections if not (groups[section.title] or section.is_rest)]
        found += [_empty(section, known) for section in empty]
    return [(section, groups[section.title]) for section in sections if groups[section.title]], found


def _citekey(node: Node) -> str:
    identifier: str = node["c"][0][0]
    return identifier.removeprefix(_PREFIX)


def _belongs(entry: Entry, section: SourceSection) -> bool:
    return (
        not section.is_rest
        and (not section.keywords or not _keywords(entry).isdisjoint(section.keywords))
        and (not section.types or entry.kind in section.types)
    )


def _keywords(entry: Entry) -> set[str]:
    return set(_SEPARATORS.split(entry.fields.get("keywords", "").lower())) - {""}


def _misplaced(entry: Entry, fitting: Sequence[SourceSection]) -> Diagnostic:
    """P021 or P022: a source that two sections want, or none."""
    if not fitting:
        message = f"`{entry.citekey}` belongs in none of the sections of the bibliography"
        hint = "give it a keyword that a section asks for, or add a section without filters, for the rest"
        return Diagnostic("P022", message, entry.key_span, hint=hint)
    names = " and ".join(f"`{section.title}`" for section in fitting)
    related = tuple(Related("wanted here", section.span) for section in fitting if section.span)
    message = f"`{entry.citekey}` belongs in {len(fitting)} sections of the bibliography: {names}"
    hint = "narrow the sections in `metadata.yaml`, or change the entry's keywords"
    return Diagnostic("P021", message, entry.key_span, hint=hint, related=related)


def _empty(section: SourceSection, known: Mapping[str, Entry]) -> Diagnostic:
    """P023: a section without sources."""
    message = f"no cited source belongs in the section `{section.title}`"
    written = sorted({keyword for entry in known.values() for keyword in _keywords(entry)})
    unknown = [keyword for keyword in section.keywords if keyword not in written]
    near = next(filter(None, (nearest(keyword, written) for keyword in unknown)), None)
    hint = f"did you mean the keyword `{near}`?" if near else "correct its filter, or remove the section"
    return Diagnostic("P023", message, section.span, hint=hint)


def _by_chapter(
    chapters: Sequence[list[Node]],
    listed: Sequence[Node],
    language: Mapping[str, str],
    names: Mapping[str, str],
) -> list[Node]:
    """List the sources of each chapter in short, each linked to its entry."""
    order = [_citekey(node) for node in listed]
    content: list[Node] = []
    for blocks in chapters:
        cited = _cited(blocks)
        items = [[_item(key, names.get(key) or key)] for key in order if key in cited]
        title = next((block for block in blocks if block["t"] == "Header"), None)
        if items and title:
            goal = f"#{title['c'][1][0]}"
            content += [
                div([para([_link(plain_text(title["c"][2]), goal)])], classes=["sources-of-chapter"]),
                {"t": "BulletList", "c": items},
            ]
    heading = header(2, words(language["sources_by_chapter"]), BY_CHAPTER, ["unnumbered"])
    return [heading, *content] if content else []


def _cited(blocks: list[Node]) -> set[str]:
    cites = (node for node in iter_nodes(blocks) if node["t"] == "Cite")
    return {citation["citationId"] for cite in cites for citation in cite["c"][0]}


def _item(citekey: str, name: str) -> Node:
    return {"t": "Plain", "c": [_link(name, f"#{_PREFIX}{citekey}")]}


def _link(text: str, target: str) -> Node:
    return {"t": "Link", "c": [["", [], []], words(text), [target, ""]]}
