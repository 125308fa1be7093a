"""Read the identifiers of people and books from YAML."""

from collections.abc import Callable

from octavo.identifiers import IdentifierFault, parse_doi, parse_isbn, parse_orcid
from octavo.load.values import ValueFault, read_text
from octavo.load.yaml_tree import Node


def read_orcid(node: Node) -> str:
    """Read an ORCID iD; gives the bare iD. Raises ValueFault, as the other readers do."""
    return _read(node, parse_orcid)


def read_doi(node: Node) -> str:
    """Read a DOI, bare or as an address; gives the bare DOI."""
    return _read(node, parse_doi)


def read_isbn(node: Node) -> str:
    """Read an ISBN of ten or thirteen digits; it stays grouped as it was written."""
    return _read(node, parse_isbn)


def _read(node: Node, parse: Callable[[str], str]) -> str:
    text = read_text(node)
    try:
        return parse(text)
    except IdentifierFault as fault:
        raise ValueFault(str(fault), node.span, fault.hint) from fault
