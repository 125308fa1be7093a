"""Read how the sources are listed: `bibliography` of the metadata."""

from octavo.diagnostics import nearest
from octavo.load import values
from octavo.load.values import ValueFault
from octavo.load.yaml_tree import Mapping, Node, Scalar, Sequence
from octavo.model import SourceList, SourceSection

KEYS = ("sections", "by_chapter")
SECTION_KEYS = ("title", "keywords", "types")
_TYPES = (
    "article artwork audio book bookinbook booklet collection commentary conference dataset electronic "
    "image inbook incollection inproceedings inreference jurisdiction legal legislation letter manual "
    "mastersthesis misc movie music mvbook mvcollection mvproceedings mvreference online patent "
    "performance periodical phdthesis proceedings reference report review set software standard suppbook "
    "suppcollection suppperiodical techreport thesis unpublished video www"
)
ENTRY_TYPES = tuple(_TYPES.split())
"""The types of entries in BibTeX and BibLaTeX (BibLaTeX manual, section 2.1)."""
_EXAMPLE = "`- {title: Official documents, keywords: [official]}`"


def read_source_list(node: Node) -> SourceList:
    """Read the sections of the list, and whether it is told by chapter too. Raises ValueFault."""
    if not isinstance(node, Mapping):
        raise ValueFault(
            "is not a mapping", node.span, "write `sections:` or `by_chapter:` below it, indented"
        )
    sections: tuple[SourceSection, ...] = ()
    by_chapter = False
    for key, value in node.pairs:
        _known(key, KEYS, "a list of sources")
        if key.text == "sections":
            sections = _read_sections(value)
        else:
            by_chapter = values.read_switch(value)
    return SourceList(sections, by_chapter)


def _known(key: Scalar, keys: tuple[str, ...], what: str) -> None:
    if key.text not in keys:
        near = nearest(key.text, keys)
        listed = ", ".join(f"`{name}`" for name in keys)
        hint = f"did you mean `{near}`?" if near else f"{what} has {listed}"
        raise ValueFault(f"has the unknown key `{key.text}`", key.span, hint)


def _read_sections(node: Node) -> tuple[SourceSection, ...]:
    if not isinstance(node, Sequence) or not node.items:
        raise ValueFault("has no list of sections", node.span, f"write lines such as {_EXAMPLE}")
    sections = tuple(_read_section(item) for item in node.items)
    titles = [section.title for section in sections]
    for place, section in enumerate(sections):
        span = section.span or node.span
        if section.title in titles[:place]:
            raise ValueFault(f"has two sections `{section.title}`", span, "give each a title of its own")
        if section.is_rest and any(other.is_rest for other in sections[:place]):
            hint = "give one of them `keywords:` or `types:`"
            raise ValueFault("has two sections that take the rest", span, hint)
    return sections


def _read_section(node: Node) -> SourceSection:
    if not isinstance(node, Mapping):
        raise ValueFault("has a section without keys", node.span, f"write {_EXAMPLE}")
    given: dict[str, tuple[str, ...]] = {}
    for key, value in node.pairs:
        _known(key, SECTION_KEYS, "a section")
        if key.text == "types":
            given["types"] = tuple(_read_type(item) for item in _items(value))
        else:
            texts = values.read_texts(value)
            given[key.text] = tuple(text.lower() for text in texts) if key.text == "keywords" else texts
    if "title" not in given:
        raise ValueFault("has a section without `title`", node.span, f"write {_EXAMPLE}")
    span = next(value.span for key, value in node.pairs if key.text == "title")
    return SourceSection(" ".join(given["title"]), given.get("keywords", ()), given.get("types", ()), span)


def _items(node: Node) -> tuple[Node, ...]:
    return tuple(node.items) if isinstance(node, Sequence) else (node,)


def _read_type(node: Node) -> str:
    text = values.read_text(node).lower()
    if text not in ENTRY_TYPES:
        near = nearest(text, ENTRY_TYPES)
        hint = f"did you mean `{near}`?" if near else "write a type as entries have it, such as `article`"
        raise ValueFault(f"names `{text}`, which is no type of entry", node.span, hint)
    return text
