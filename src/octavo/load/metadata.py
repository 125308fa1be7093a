"""Load `manuscript/metadata.yaml`: what the publication is (design: "metadata.yaml")."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from octavo.diagnostics import Diagnostic, Outcome, nearest
from octavo.load import values
from octavo.load.allowed import read_allowances
from octavo.load.claims import read_setup
from octavo.load.identifiers import read_doi, read_isbn, read_orcid
from octavo.load.rules import read_exceptions, read_rules
from octavo.load.source_list import read_source_list
from octavo.load.transliteration import read_transliteration
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence, YamlFault, parse_yaml, plain
from octavo.model import FORMATS, LISTS, Author, Metadata
from octavo.source import SourceFile, Span

PLACEHOLDER_TITLE = "Untitled"
REQUIRED = ("title", "author", "lang")
AUTHOR_KEYS = ("name", "affiliation", "orcid", "email", "note")


@dataclass
class Findings:
    """What was read so far: valid values, places, and what is wrong."""

    values: dict[str, Any] = field(default_factory=dict)
    spans: dict[str, Span] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def read_metadata(source: SourceFile) -> Outcome[Metadata]:
    """Validate the publication's metadata; what is not valid is left out and reported.

    A value that later stages cannot do without is replaced: they do not run when there is an error.
    """
    try:
        root = parse_yaml(source)
    except YamlFault as fault:
        return Outcome(make_metadata({}, {}), (fault.diagnostic("L002", "the metadata"),))
    if not isinstance(root, Mapping):
        return Outcome(make_metadata({}, {}), (_not_a_mapping(source, root),))
    found = Findings()
    for key, node in root.pairs:
        _read_pair(found, key, node)
    found.diagnostics += _missing(source, root)
    return Outcome(make_metadata(found.values, found.spans), tuple(found.diagnostics))


def make_metadata(found: dict[str, Any], spans: dict[str, Span]) -> Metadata:
    """Make metadata from valid values, with what octavo takes when a key is absent."""
    given = dict(found)
    title = given.setdefault("title", PLACEHOLDER_TITLE)
    given.setdefault("slug", values.slug_from(title))
    given.setdefault("lang", "en")
    given.setdefault("date", None)
    given["authors"] = given.pop("author", ())
    return Metadata(**given, spans=spans)


def read_authors(node: Node) -> tuple[Author, ...]:
    """Read `author`: a name, a mapping, or a list of these. Raises ValueFault."""
    items = node.items if isinstance(node, Sequence) else (node,)
    if not items:
        raise ValueFault("is empty", node.span, "name at least one author")
    return tuple(_read_author(item) for item in items)


def _read_author(node: Node) -> Author:
    if isinstance(node, Scalar):
        return Author(values.read_text(node))
    if isinstance(node, Sequence):
        raise ValueFault("has a list within the list", node.span, "write one author per list item")
    given = {}
    for key, value in node.pairs:
        if key.text not in AUTHOR_KEYS:
            near = nearest(key.text, AUTHOR_KEYS)
            hint = f"did you mean `{near}`?" if near else f"an author has {_listed(AUTHOR_KEYS)}"
            raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)
        read = read_orcid if key.text == "orcid" else values.read_text
        given[key.text] = read(value)
    if "name" not in given:
        raise ValueFault("has an author without `name`", node.span, "add `name:` to this author")
    return Author(**given)


def _read_extra(node: Node) -> dict[str, Any]:
    if not isinstance(node, Mapping):
        raise ValueFault("is not a mapping", node.span, "write names and values, one a line, indented")
    free: dict[str, Any] = plain(node)
    return free


READERS: dict[str, Callable[[Node], Any]] = {
    "title": values.read_text,
    "subtitle": values.read_text,
    "author": read_authors,
    "date": values.read_date,
    "lang": values.read_lang,
    "slug": values.read_slug,
    "edition": values.read_text,
    "abstract": values.read_paragraphs,
    "keywords": values.read_texts,
    "publisher": values.read_text,
    "series": values.read_text,
    "identifier": values.read_text,
    "rights": values.read_text,
    "csl": values.read_text,
    "isbn": read_isbn,
    "doi": read_doi,
    "contact": values.read_text,
    "formats": lambda node: values.read_subset(node, FORMATS),
    "notes": lambda node: values.read_choice(node, ("continuous", "per-chapter")),
    "number_sections": values.read_switch,
    "lists": lambda node: values.read_subset(node, LISTS),
    "bibliography": read_source_list,
    "transliteration": read_transliteration,
    "reference_language": lambda node: values.read_choice(node, ("publication", "source")),
    "rules": read_rules,
    "exceptions": read_exceptions,
    "claims": read_setup,
    "allow": read_allowances,
    "extra": _read_extra,
}


def _read_pair(found: Findings, key: Scalar, node: Node) -> None:
    reader = READERS.get(key.text)
    if reader is None:
        found.diagnostics.append(_unknown_key(key))
        return
    found.spans[key.text] = node.span if node.span.text else key.span
    if isinstance(node, Scalar) and node.is_null and key.text not in REQUIRED:
        return
    try:
        found.values[key.text] = reader(node)
    except ValueFault as fault:
        span = fault.span if fault.span.text else key.span
        found.diagnostics.append(Diagnostic("L004", f"`{key.text}` {fault.message}", span, hint=fault.hint))


def _unknown_key(key: Scalar) -> Diagnostic:
    near = nearest(key.text, READERS)
    hint = f"did you mean `{near}`?" if near else "put variables of your own under `extra:`"
    return Diagnostic("L003", f"the metadata has no key `{key.text}`", key.span, hint=hint)


def _missing(source: SourceFile, root: Mapping) -> list[Diagnostic]:
    absent = [key for key in REQUIRED if root.find(key) is None]
    examples = {"title": "title: A Title", "author": "author: [A Name]", "lang": "lang: en-GB"}
    return [
        Diagnostic(
            "L004",
            f"`{key}` is missing from the metadata",
            file=source.path,
            hint=f"add a line such as `{examples[key]}`",
        )
        for key in absent
    ]


def _not_a_mapping(source: SourceFile, root: Node | None) -> Diagnostic:
    message = "the metadata is empty" if root is None else "the metadata is not a list of keys and values"
    hint = "write a line such as `title: A Title`"
    return Diagnostic("L002", message, root.span if root else None, hint=hint, file=source.path)


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"`{word}`" for word in words)
