"""Words set apart: Pandoc makes them italic or bold by hand, here they get styles of characters.

A run can have one style only, so what is set apart in two ways, or is a link as well, gets a style that
rests on the other: "Hyperlink Emphasis".
"""

from collections.abc import Iterable
from copy import deepcopy

from octavo.ooxml import Element, element, found, named, value

_PLAIN = "DefaultParagraphFont"
_BUILT_IN = ("Strong", "Emphasis")
_NAMES = {
    "b": "Strong",
    "i": "Emphasis",
    "smallCaps": "Small Capitals",
    "strike": "Struck Out",
    "u": "Underlined",
    "highlight": "Marked",
    "vertAlign": "",
}
_ALIGNMENTS = {"superscript": "Superscript", "subscript": "Subscript"}
_COMPANIONS = {"b": "bCs", "i": "iCs"}


def style_characters(trees: Iterable[Element], styles: Element) -> None:
    """Turn what runs in `trees` are given by hand into styles of characters, which `styles` then has."""
    for tree in trees:
        for look in found(tree, ".//w:r/w:rPr"):
            traits = [trait for name in _NAMES for trait in found(look, f"w:{name}")]
            if traits:
                _restyle(look, traits, styles)


def _restyle(look: Element, traits: list[Element], styles: Element) -> None:
    base = value(look, "w:rStyle")
    words = [_ALIGNMENTS.get(trait.get(named("w:val"), ""), _NAMES[_local(trait)]) for trait in traits]
    identifier = "".join([base or "", *words]).replace(" ", "")
    if not found(styles, f"w:style[@w:styleId='{identifier}']"):
        styles.append(_style(identifier, words, base, traits, styles))
    companions = (
        item for trait in traits for item in found(look, f"w:{_COMPANIONS.get(_local(trait), '_')}")
    )
    for old in (*found(look, "w:rStyle"), *traits, *companions):
        look.remove(old)
    look.insert(0, element("w:rStyle", val=identifier))


def _style(
    identifier: str, words: list[str], base: str | None, traits: list[Element], styles: Element
) -> Element:
    """Make a style of characters that has these traits beside those of the style on which it rests."""
    name = " ".join([*filter(None, [_name_of(base, styles)]), *words])
    looks = [item for trait in traits for item in _with_companion(trait)]
    made = element(
        "w:style",
        [
            element("w:name", val=name),
            element("w:basedOn", val=base or _PLAIN),
            element("w:uiPriority", val="7"),
            element("w:qFormat"),
            element("w:rPr", looks),
        ],
        type="character",
        styleId=identifier,
    )
    if name not in _BUILT_IN:
        made.set(named("w:customStyle"), "1")
    return made


def _name_of(identifier: str | None, styles: Element) -> str | None:
    known = found(styles, f"w:style[@w:styleId='{identifier}']")
    return value(known[0], "w:name") if known else identifier


def _with_companion(trait: Element) -> list[Element]:
    """Return a trait, and the same for scripts that run from right to left, if there is such a one.

    What is marked gets a ground in a colour of the theme: styles cannot hold Word's own markers.
    """
    if _local(trait) == "highlight":
        return [element("w:shd", val="clear", color="auto", fill="auto", themeFill="background2")]
    companion = _COMPANIONS.get(_local(trait))
    return [deepcopy(trait), *([element(f"w:{companion}")] if companion else [])]


def _local(item: Element) -> str:
    return str(item.tag).rpartition("}")[2]
