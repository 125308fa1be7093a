"""A Word package in the making: parts, their content types and their relationships."""

import posixpath

from lxml import etree

from octavo.ooxml import (
    DOCUMENT,
    NAMESPACES,
    Element,
    Parts,
    element,
    found,
    named,
    parse,
    relationships_path,
    serialized,
)

_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"


class Package:
    """The parts of one document; trees of parts that were opened are written back by `parts`."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts
        self._trees: dict[str, Element] = {}

    def tree(self, name: str) -> Element:
        """Return the tree of a part, to be changed in place."""
        if name not in self._trees:
            self._trees[name] = parse(self._parts[name])
        return self._trees[name]

    def has(self, name: str) -> bool:
        """Tell whether there is such a part."""
        return name in self._parts

    def put(self, name: str, content: bytes) -> None:
        """Add a part or replace it."""
        self._trees.pop(name, None)
        self._parts[name] = content

    def ignore(self, name: str, prefix: str) -> None:
        """Let programs that do not know the namespace of `prefix` ignore it in a part (ECMA-376-3, 7.2)."""
        old = self.tree(name)
        known = {**_prefixes(old), "mc": NAMESPACES["mc"], prefix: NAMESPACES[prefix]}
        root = etree.Element(old.tag, nsmap=known)
        for key, value in old.attrib.items():
            root.set(key, value)
        root.set(named("mc:Ignorable"), prefix)
        root.extend(list(old))
        self._trees[name] = root

    def drop(self, name: str) -> None:
        """Remove a part of the main document, its content type and the relationship to it."""
        self._trees.pop(name, None)
        self._parts.pop(name, None)
        for item in found(self.tree(_TYPES), f"ct:Override[@PartName='/{name}']"):
            self.tree(_TYPES).remove(item)
        relationships = self.tree(relationships_path(DOCUMENT))
        for item in found(relationships, "rel:Relationship"):
            if posixpath.join("word", item.get("Target", "")) == name:
                relationships.remove(item)

    def relate(self, identifier: str, kind: str, target: str, source: str = DOCUMENT) -> None:
        """Add a relationship of one of the office kinds from a part to a target beside it."""
        path = relationships_path(source)
        if path not in self._parts:
            self.put(path, b'<Relationships xmlns="%s"/>' % _namespace("rel"))
        made = _bare("rel:Relationship", Id=identifier, Type=_OFFICE + kind, Target=target)
        self.tree(path).append(made)

    def declare(self, name: str, word_type: str) -> None:
        """Say which kind of WordprocessingML part `name` is, such as "header"."""
        self.declare_kind(name, _WORD_TYPE.format(word_type))

    def declare_kind(self, name: str, content_type: str) -> None:
        """Say what one part is."""
        self.tree(_TYPES).append(_bare("ct:Override", PartName=f"/{name}", ContentType=content_type))

    def declare_suffix(self, suffix: str, content_type: str) -> None:
        """Say what files with this suffix are, if nobody said it yet."""
        if not found(self.tree(_TYPES), f"ct:Default[@Extension='{suffix}']"):
            self.tree(_TYPES).insert(0, _bare("ct:Default", Extension=suffix, ContentType=content_type))

    def parts(self) -> Parts:
        """Return the finished parts."""
        return {**self._parts, **{name: serialized(tree) for name, tree in self._trees.items()}}


def _bare(prefixed: str, **attributes: str) -> Element:
    """Make an element whose attributes are in no namespace, as those of packages are."""
    made = element(prefixed)
    for key, value in attributes.items():
        made.set(key, value)
    return made


def _namespace(prefix: str) -> bytes:
    return named(f"{prefix}:x")[1:-2].encode()


def _prefixes(tree: Element) -> dict[str, str]:
    return {prefix: uri for prefix, uri in tree.nsmap.items() if prefix}
