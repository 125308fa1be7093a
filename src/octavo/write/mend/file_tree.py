"""The structure tree of a PDF that is being written: taken out of the file, and put back into it."""

from typing import Any

from octavo.write.mend.objects import object_of
from octavo.write.mend.origin import origin_of
from octavo.write.mend.tree import Annotation, Mark, Node

_OWN_KEYS = frozenset({"Type", "S", "K", "P", "Pg"})


def read_tree(pdf: Any) -> Node:
    """Read the document's element and all below it."""
    pages = {reference: index for index, reference in enumerate(pdf.page_references)}
    root = object_of(pdf, pdf.catalog["StructTreeRoot"])
    return _read(pdf, object_of(pdf, root["K"][0]), pages)


def _read(pdf: Any, element: Any, pages: dict[bytes, int]) -> Node:
    page = pages[element["Pg"]] if "Pg" in element else 0
    node = Node(
        element["S"].removeprefix("/"),
        origin=origin_of(element),
        entries={key: value for key, value in element.items() if key not in _OWN_KEYS},
        page=page,
        end=page,
        written=element,
    )
    for kid in element["K"]:
        if isinstance(kid, int):
            node.kids.append(Mark(page, kid))
            continue
        inner = object_of(pdf, kid)
        if inner["Type"] == "/OBJR":
            node.kids.append(Annotation(pages[inner["Pg"]], object_of(pdf, inner["Obj"])))
        else:
            node.kids.append(_read(pdf, inner, pages))
    return node


def write_tree(pdf: Any, tree: Node, page_count: int) -> None:
    """Write a tree that was read and has been changed since; dropped elements leave empty dictionaries."""
    root = object_of(pdf, pdf.catalog["StructTreeRoot"])
    _clear(pdf, object_of(pdf, root["K"][0]))
    _Writer(pdf, page_count).write(tree, root)


def _clear(pdf: Any, element: Any) -> None:
    for kid in element["K"]:
        if not isinstance(kid, int):
            inner = object_of(pdf, kid)
            if inner["Type"] != "/OBJR":
                _clear(pdf, inner)
            else:
                inner.clear()
    element.clear()


class _Writer:
    """Puts a tree into a file, and the ways back from its content to it (ISO 32000-1, 14.7.4.4)."""

    def __init__(self, pdf: Any, page_count: int) -> None:
        self._pdf = pdf
        self._pages = pdf.page_references
        self._marks: list[dict[int, bytes]] = [{} for _ in range(page_count)]
        self._annotations: list[bytes] = []
        self._roles: dict[str, str] = {}
        self._identified: dict[str, bytes] = {}

    def write(self, tree: Node, root: Any) -> None:
        """Write the tree below its root, and the tree of ways back."""
        import pydyf

        for node in tree.walk():
            if node.written is None:
                node.written = pydyf.Dictionary()
                self._pdf.add_object(node.written)
        self._element(tree, root)
        root["K"] = pydyf.Array([tree.written.reference])
        numbers = pydyf.Array()
        for page, marks in enumerate(self._marks):
            count = max(marks, default=-1) + 1
            numbers += [page, pydyf.Array([marks.get(number, "null") for number in range(count)])]
        for number, reference in enumerate(self._annotations, start=len(self._marks)):
            numbers += [number, reference]
        parents = object_of(self._pdf, root["ParentTree"])
        parents["Nums"] = numbers
        root["ParentTreeNextKey"] = len(self._marks) + len(self._annotations)
        if self._roles:
            root["RoleMap"] = pydyf.Dictionary(self._roles)
        if self._identified:
            names = pydyf.Array()
            for name, reference in sorted(self._identified.items()):
                names += [pydyf.String(name), reference]
            root["IDTree"] = pydyf.Dictionary({"Names": names})

    def _element(self, node: Node, parent: Any) -> None:
        import pydyf

        element = node.written
        element.update({"Type": "/StructElem", "S": f"/{node.tag}", "P": parent.reference})
        element["Pg"] = self._pages[node.page]
        element.update(node.entries)
        if node.identifier is not None:
            element["ID"] = pydyf.String(node.identifier)
        if "ID" in element:
            self._identified[element["ID"].string] = element.reference
        if node.language is not None:
            element["Lang"] = pydyf.String(node.language)
        if node.role is not None:
            self._roles[node.tag] = f"/{node.role}"
        if node.refers is not None:
            element["Ref"] = pydyf.Array([node.refers.written.reference])
        element["K"] = pydyf.Array([self._kid(kid, node) for kid in node.kids])
        for kid in node.nodes:
            self._element(kid, element)

    def _kid(self, kid: Node | Mark | Annotation, node: Node) -> Any:
        import pydyf

        if isinstance(kid, Node):
            return kid.written.reference
        if isinstance(kid, Mark):
            self._marks[kid.page][kid.number] = node.written.reference
            if kid.page == node.page:
                return kid.number
            return pydyf.Dictionary({"Type": "/MCR", "Pg": self._pages[kid.page], "MCID": kid.number})
        kid.entries["StructParent"] = len(self._marks) + len(self._annotations)
        self._annotations.append(node.written.reference)
        annotation: Any = kid.entries
        return pydyf.Dictionary({"Type": "/OBJR", "Obj": annotation.reference, "Pg": self._pages[kid.page]})
