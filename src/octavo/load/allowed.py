"""Read what a publication allows that octavo refuses: `allow` of the metadata."""

import re

from octavo.diagnostics import nearest
from octavo.load import values
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node, Sequence
from octavo.model import Allowance
from octavo.transforms.html_elements import ALLOWABLE, FORBIDDEN

KINDS = ("html", "remote-image")
_KEYS = (*KINDS, "at", "reason")
_EXAMPLE = "`- {html: kbd, at: 20-chapter.md, reason: names of keys}`"
_FOLDER = "manuscript/"
_WEB = re.compile(r"https?://[^\s/@\\]+/[^\s<>|\"{}\[\]^`\\#]*", re.IGNORECASE)


def read_allowances(node: Node) -> tuple[Allowance, ...]:
    """Read a list of allowances, each with a name, a place and a reason. Raises ValueFault."""
    items = node.items if isinstance(node, Sequence) else (node,)
    return tuple(_read_allowance(item) for item in items)


def _read_allowance(node: Node) -> Allowance:
    if not isinstance(node, Mapping):
        raise ValueFault("has an item without keys", node.span, f"write {_EXAMPLE}")
    given: dict[str, str] = {}
    for key, value in node.pairs:
        if key.text not in _KEYS:
            near = nearest(key.text, _KEYS)
            hint = f"did you mean `{near}`?" if near else f"write {_EXAMPLE}"
            raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)
        given[key.text] = values.read_text(value)
    kinds = [kind for kind in KINDS if kind in given]
    if len(kinds) != 1:
        raise ValueFault("names not one thing in an item", node.span, f"write {_EXAMPLE}")
    for name in ("at", "reason"):
        if name not in given:
            raise ValueFault(f"has an item without `{name}`", node.span, f"write {_EXAMPLE}")
    (kind,) = kinds
    span = next(value.span for key, value in node.pairs if key.text == kind)
    at = given["at"] if given["at"].startswith(_FOLDER) else f"{_FOLDER}{given['at']}"
    if kind == "html":
        return Allowance("html", _element(given[kind], node), at, given["reason"], span)
    return Allowance("remote-image", _address(given[kind], node), at, given["reason"], span)


def _element(name: str, node: Node) -> str:
    if name in ALLOWABLE:
        return name
    if name in FORBIDDEN:
        hint = "say it in Markdown, or make a picture of it: what acts or fetches has no place in a text"
        raise ValueFault(f"names `{name}`, which no publication can allow", node.span, hint)
    near = nearest(name.strip("<>/").lower(), ALLOWABLE)
    known = ", ".join(f"`{it}`" for it in ALLOWABLE)
    hint = f"did you mean `{near}`?" if near else f"an item can name {known}"
    raise ValueFault(f"names `{name}`, which is no element that a line of text can have", node.span, hint)


def _address(address: str, node: Node) -> str:
    if not _WEB.fullmatch(address):
        hint = (
            "write the whole address of the image, with `https://`, and `%20` and the like for odd characters"
        )
        raise ValueFault(f"names `{address}`, which is no address on the web", node.span, hint)
    return address
