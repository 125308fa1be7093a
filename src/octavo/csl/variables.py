"""What a CSL style prints of a source of some type (CSL specification 1.0.2, "Rendering Elements")."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from lxml import etree

_NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
_KIN = {"page-first": "page"}
"""Variables that citeproc makes of another."""


@dataclass
class _Walk:
    """One way through a layout: the source's type, what is known of it, and what was printed so far."""

    kind: str
    given: frozenset[str]
    is_note: bool
    printed: dict[str, set[str]] = field(default_factory=dict)
    open_macros: set[str] = field(default_factory=set)

    def print(self, names: str | None, case: str) -> None:
        for name in (names or "").split():
            if name in self.given:
                self.printed.setdefault(name, set()).add(case)


class StylePrints:
    """Tells which variables a style prints in a full note or in the list of references."""

    def __init__(self, style: str) -> None:
        """Read a style's XML."""
        root = etree.fromstring(
            style.encode(), etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True)
        )
        self._macros = {str(macro.get("name")): macro for macro in root.iter(f"{_NAMESPACE}macro")}
        self._layouts = [
            (layout, part == "citation")
            for part in ("citation", "bibliography")
            for layout in root.iterfind(f"{_NAMESPACE}{part}/{_NAMESPACE}layout")
        ]
        self._known: dict[tuple[str, frozenset[str]], Mapping[str, frozenset[str]]] = {}

    def prints(self, kind: str, given: Iterable[str]) -> Mapping[str, frozenset[str]]:
        """Return the variables among `given` that are printed for a type, each with its text cases.

        The case is that of `text-case`, or "" for text that stays as it is.
        """
        key = (kind, _with_kin(given))
        if key not in self._known:
            printed: dict[str, set[str]] = {}
            for layout, is_note in self._layouts:
                walk = _Walk(kind, key[1], is_note, printed)
                self._children(layout, walk, "")
            self._known[key] = {_KIN.get(name, name): frozenset(cases) for name, cases in printed.items()}
        return self._known[key]

    def _children(self, element: etree._Element, walk: _Walk, case: str) -> None:
        for child in element:
            self._element(child, walk, case)

    def _element(self, element: etree._Element, walk: _Walk, case: str) -> None:
        name = str(element.tag).removeprefix(_NAMESPACE)
        if name == "choose":
            branch = next((one for one in element if _holds(one, walk)), None)
            if branch is not None:
                self._children(branch, walk, case)
        elif name == "names":
            self._names(element, walk, case)
        elif name in {"text", "number", "date"}:
            case = element.get("text-case") or case
            walk.print(element.get("variable"), case)
            self._macro(element.get("macro"), walk, case)
        elif name == "group":
            self._children(element, walk, case)

    def _names(self, element: etree._Element, walk: _Walk, case: str) -> None:
        variables = (element.get("variable") or "").split()
        walk.print(element.get("variable"), case)
        substitute = element.find(f"{_NAMESPACE}substitute")
        if substitute is not None and not walk.given.intersection(variables):
            for child in substitute:
                before = {name: len(cases) for name, cases in walk.printed.items()}
                self._element(child, walk, case)
                if before != {name: len(cases) for name, cases in walk.printed.items()}:
                    break

    def _macro(self, name: str | None, walk: _Walk, case: str) -> None:
        if name in self._macros and name not in walk.open_macros:
            walk.open_macros.add(name)
            self._children(self._macros[name], walk, case)
            walk.open_macros.discard(name)


def _with_kin(given: Iterable[str]) -> frozenset[str]:
    known = set(given)
    return frozenset(known | {made for made, variable in _KIN.items() if variable in known})


def _holds(branch: etree._Element, walk: _Walk) -> bool:
    """Tell whether a branch of a choice is taken (CSL specification 1.0.2, "Choose")."""
    tests = [
        _test(str(name), value, walk)
        for name, values in branch.attrib.items()
        if name != "match"
        for value in str(values).split()
    ]
    match = branch.get("match", "all")
    if match == "any":
        return any(tests)
    return not any(tests) if match == "none" else all(tests)


def _test(name: str, value: str, walk: _Walk) -> bool:
    if name == "type":
        return value == walk.kind
    if name in {"variable", "is-numeric"}:
        return value in walk.given
    return name == "position" and value == "first" and walk.is_note
