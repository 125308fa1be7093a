"""The register of claims as data: each claim with its sources, and where the text states it."""

from collections.abc import Iterator, Sequence
from typing import Any

from octavo.ast import Node, classes_of, iter_nodes, plain_text
from octavo.model import Claim, ClaimRegister, Document
from octavo.transforms.claims import ENTRY, Passage, claim_of, iter_passages

_LEAVES = frozenset({"Para", "Plain", "Header"})


def claim_record(document: Document) -> dict[str, Any] | None:
    """Return what `claims.json` says; None where the publication has no register.

    Notes are named by the labels that readers see. A source is the CSL JSON of its entry.
    """
    publication = document.publication
    register = publication.claims
    if register is None:
        return None
    labels = _note_labels(document)
    passages = [*iter_passages(document.ast["blocks"])]
    notes = _notes_of_passages(document.ast["blocks"], passages)
    own_notes = _notes_of_entries(document.ast["blocks"])
    claims = [
        {
            **_told(register, claim, document),
            "notes": [labels[id(note)] for note in own_notes.get(claim.identifier, [])],
            "text": [
                _place(document, passage, [labels[id(note)] for note in notes[id(passage.node)]])
                for passage in passages
                if passage.claim == claim.identifier
            ],
        }
        for claim in register.claims
    ]
    return {
        "title": publication.metadata.title,
        "date": publication.edition_date.isoformat(),
        "lang": publication.metadata.lang,
        "claims": claims,
    }


def _told(register: ClaimRegister, claim: Claim, document: Document) -> dict[str, Any]:
    items = {item["id"]: item for item in document.sources.items}
    status = register.status_of(claim)
    theme = next((theme for theme in register.themes if theme.key == claim.theme), None)
    return {
        "id": claim.identifier,
        "statement": claim.statement,
        "status": {"key": claim.status, "label": status.label if status else claim.status},
        "theme": {"key": theme.key, "title": theme.title} if theme else None,
        "note": claim.note,
        "sources": [items.get(key.citekey, {"id": key.citekey}) for key in claim.sources],
    }


def _place(document: Document, passage: Passage, notes: Sequence[str]) -> dict[str, Any]:
    heading = next((it for it in document.headings if it.identifier == passage.heading), None)
    titles = {it.chapter: it.text for it in document.headings if it.level == 1}
    return {
        "chapter": titles.get(heading.chapter, "") if heading else "",
        "heading": heading.text if heading else "",
        "identifier": passage.identifier,
        "words": plain_text(passage.node),
        "notes": list(notes),
    }


def _note_labels(document: Document) -> dict[int, str]:
    nodes = [node for node in iter_nodes(document.ast["blocks"]) if node["t"] == "Note"]
    return {id(node): note.label for node, note in zip(nodes, document.notes, strict=False)}


def _notes_of_passages(blocks: Sequence[Node], passages: Sequence[Passage]) -> dict[int, list[Node]]:
    """Return the notes in each passage; without any, the next of its paragraph, or else the last before."""
    wanted = {id(passage.node) for passage in passages}
    found: dict[int, list[Node]] = {key: [] for key in wanted}
    for leaf in _leaves(list(blocks)):
        nodes = [*iter_nodes(leaf)]
        for index, node in enumerate(nodes):
            if id(node) in wanted:
                behind = index + len([*iter_nodes(node)])
                inside = _notes(nodes[index:behind])
                found[id(node)] = inside or _notes(nodes[behind:])[:1] or _notes(nodes[:index])[-1:]
    return found


def _notes_of_entries(blocks: Sequence[Node]) -> dict[str, list[Node]]:
    """Return the notes between the name of a claim in the register and the next name or heading."""
    found: dict[str, list[Node]] = {}
    current: list[Node] = []
    for node in iter_nodes(list(blocks)):
        if node["t"] == "Header":
            current = []
        elif node["t"] == "Span" and ENTRY in classes_of(node):
            current = found.setdefault(claim_of(node) or "", [])
        elif node["t"] == "Note":
            current.append(node)
    return found


def _notes(nodes: Sequence[Node]) -> list[Node]:
    return [node for node in nodes if node["t"] == "Note"]


def _leaves(tree: Any) -> Iterator[Node]:
    """Yield the paragraphs and headings of the text, without those of its notes."""
    if isinstance(tree, list):
        for item in tree:
            yield from _leaves(item)
    elif isinstance(tree, dict):
        if tree.get("t") in _LEAVES:
            yield tree
        else:
            yield from _leaves(list(tree.values()))
