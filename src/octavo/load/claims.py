"""Load the register of claims: a file of `manuscript/data/` that the metadata names."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from octavo.claim_words import default_statuses
from octavo.diagnostics import Diagnostic, Outcome, nearest
from octavo.load import values, yaml_tree
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Node, Scalar, Sequence, YamlFault, parse_yaml
from octavo.model import (
    Claim,
    ClaimRegister,
    ClaimSource,
    ClaimsSetup,
    ClaimStatus,
    ClaimTheme,
    DataFile,
    Metadata,
)
from octavo.source import SourceFile, Span

_IDENTIFIER = re.compile(r"[^\W\d_][\w.-]*")
_EXAMPLE = "`- {id: C01, statement: …, status: established, sources: [citekey]}`"


def read_setup(node: Node) -> ClaimsSetup:
    """Read `claims` of the metadata: the register's name, or a mapping that names it. Raises ValueFault."""
    if isinstance(node, Scalar):
        return ClaimsSetup(values.read_text(node))
    readers = {"register": values.read_text, "appendix": values.read_switch, "title": values.read_text}
    given = _read_keys(node, readers, ("register",), "write `claims: {register: claims}`")
    return ClaimsSetup(given["register"], given.get("appendix", True), given.get("title"))


def load_claims(metadata: Metadata, data: Mapping[str, DataFile]) -> Outcome[ClaimRegister | None]:
    """Load the register that the metadata names, if it names one; claims that are not sound are left out."""
    setup = metadata.claims
    if setup is None:
        return Outcome(None)
    file = data.get(setup.register)
    if file is None or not file.source.path.endswith(".yaml"):
        return Outcome(None, (_missing(setup.register, metadata, data),))
    try:
        root = parse_yaml(file.source)
    except YamlFault:
        return Outcome(None)  # the file of data has been reported
    return read_register(file.source, root, metadata.lang)


def _missing(name: str, metadata: Metadata, data: Mapping[str, DataFile]) -> Diagnostic:
    near = None if name in data else nearest(name, data)
    hint = f"did you mean `{near}`?" if near else f"write `manuscript/data/{name}.yaml`"
    message = f"there is no register of claims `{name}.yaml` in `manuscript/data/`"
    return Diagnostic("L020", message, metadata.spans.get("claims"), hint=hint)


def read_register(source: SourceFile, root: Node | None, lang: str) -> Outcome[ClaimRegister | None]:
    """Read a register: a list of claims, or a mapping with `claims` and what it declares."""
    reader = _Reader()
    root_keys: dict[str, Any] = {}
    if isinstance(root, yaml_tree.Mapping):
        readers: dict[str, Callable[[Node], Any]] = {
            "claims": lambda node: node,
            "statuses": lambda node: reader.read_all(node, lambda item: _read_status(item, lang)),
            "themes": lambda node: reader.read_all(node, _read_theme),
            "doubt_words": values.read_texts,
        }
        root_keys = reader.read(lambda: _read_keys(root, readers, ("claims",), "write `claims:`")) or {}
    listed = root_keys.get("claims", root)
    if not isinstance(listed, Sequence):
        if not reader.found:
            span = listed.span if listed else None
            reader.add(ValueFault("has no list of claims", span or source.line_span(1), f"write {_EXAMPLE}"))
        return Outcome(None, tuple(reader.found))
    claims = reader.read_all(listed, _read_claim)
    register = ClaimRegister(
        source,
        claims,
        root_keys.get("statuses") or default_statuses(lang),
        root_keys.get("themes", ()),
        root_keys.get("doubt_words", ()),
        _named(listed) - {claim.identifier for claim in claims},
    )
    return Outcome(register, tuple(reader.found))


class _Reader:
    """Reads on after a fault."""

    def __init__(self) -> None:
        self.found: list[Diagnostic] = []

    def add(self, fault: ValueFault) -> None:
        """Report a fault of the register."""
        message = f"the register of claims {fault.message}"
        self.found.append(Diagnostic("L020", message, fault.span, hint=fault.hint))

    def read(self, reading: Callable[[], Any]) -> Any:
        """Give what is read, None when it is not sound."""
        try:
            return reading()
        except ValueFault as fault:
            self.add(fault)
        return None

    def read_all(self, node: Node, read: Callable[[Node], Any]) -> tuple[Any, ...]:
        """Read a list, without the items that are not sound."""
        items = node.items if isinstance(node, Sequence) else (node,)
        given = [self.read(lambda item=item: read(item)) for item in items]  # type: ignore[misc]
        return tuple(item for item in given if item is not None)


def _named(claims: Sequence) -> frozenset[str]:
    """Return the identifiers of all claims, also of those that are not sound."""
    given = (item.find("id") for item in claims.items if isinstance(item, yaml_tree.Mapping))
    return frozenset(node.text for node in given if isinstance(node, Scalar))


def _read_claim(node: Node) -> Claim:
    readers: dict[str, Callable[[Node], Any]] = {
        "id": _read_identifier,
        "statement": values.read_text,
        "status": values.read_text,
        "sources": _read_sources,
        "note": values.read_text,
        "theme": values.read_text,
    }
    given = _read_keys(node, readers, ("id", "statement", "status"), f"write {_EXAMPLE}")
    spans = _value_spans(node)
    return Claim(
        given["id"],
        given["statement"],
        given["status"],
        spans["id"],
        given.get("sources", ()),
        given.get("note"),
        given.get("theme"),
        spans,
    )


def _read_identifier(node: Node) -> str:
    text = values.read_text(node)
    if not _IDENTIFIER.fullmatch(text):
        hint = "begin with a letter, and go on with letters, digits, `-` and `.`: `C07`"
        raise ValueFault(f"has the claim `{text}`, which cannot be an identifier", node.span, hint)
    return text


def _read_sources(node: Node) -> tuple[ClaimSource, ...]:
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(ClaimSource(values.read_text(item).removeprefix("@"), item.span) for item in items)


def _read_status(node: Node, lang: str) -> ClaimStatus:
    readers = {"key": values.read_text, "label": values.read_text, "doubt": values.read_switch}
    given = _read_keys(node, readers, ("key",), "write `- {key: contradicted, label: …, doubt: true}`")
    known = next((status for status in default_statuses(lang) if status.key == given["key"]), None)
    label = known.label if known else given["key"].capitalize()
    doubt = known.wants_doubt if known else False
    return ClaimStatus(given["key"], given.get("label", label), given.get("doubt", doubt))


def _read_theme(node: Node) -> ClaimTheme:
    readers = {"key": values.read_text, "title": values.read_text}
    given = _read_keys(node, readers, ("key", "title"), "write `- {key: money, title: Money}`")
    return ClaimTheme(given["key"], given["title"])


def _read_keys(
    node: Node, readers: Mapping[str, Callable[[Node], Any]], required: tuple[str, ...], example: str
) -> dict[str, Any]:
    if not isinstance(node, yaml_tree.Mapping):
        raise ValueFault("has something other than names and values", node.span, example)
    given = {}
    for key, value in node.pairs:
        if key.text not in readers:
            near = nearest(key.text, readers)
            hint = f"did you mean `{near}`?" if near else example
            raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)
        given[key.text] = readers[key.text](value)
    for name in required:
        if name not in given:
            raise ValueFault(f"lacks `{name}` here", _beginning(node), example)
    return given


def _beginning(node: yaml_tree.Mapping) -> Span:
    return node.pairs[0][0].span if node.pairs else node.span


def _value_spans(node: Node) -> dict[str, Span]:
    pairs = node.pairs if isinstance(node, yaml_tree.Mapping) else ()
    return {key.text: value.span for key, value in pairs}
