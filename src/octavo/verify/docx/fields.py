"""The fields of a Word document: what each is told to do (ECMA-376-1, 17.16)."""

from collections.abc import Iterator

from octavo.ooxml import Element

_FIELDS = ("{*}fldChar", "{*}instrText", "{*}delInstrText", "{*}fldSimple")
"""In any namespace: there are two for the same elements (ECMA-376-1, annex A, and ECMA-376-4, annex A)."""

_NESTED = "{}"
"""Stands where another field gives a part of a code."""


def codes_of(tree: Element) -> Iterator[str]:
    """Yield the code of each field, put together from its pieces: "SEQ Figure".

    What a field in a code gives is not known before Word computes it; `{}` stands for it, so that a field
    whose own name is computed has no name that is known.
    """
    open_codes: list[list[str] | None] = []
    for item in tree.iter(*_FIELDS):
        name = str(item.tag).rpartition("}")[2]
        if name == "fldSimple":
            yield _attribute(item, "instr").strip()
        elif name != "fldChar":
            yield from _add(open_codes, item.text or "")
        elif _attribute(item, "fldCharType") == "begin":
            if open_codes and open_codes[-1] is not None:
                open_codes[-1].append(_NESTED)
            open_codes.append([])
        elif open_codes:
            yield from _close(open_codes, is_end=_attribute(item, "fldCharType") == "end")
    yield from ("".join(code).strip() for code in open_codes if code is not None)


def _add(open_codes: list[list[str] | None], text: str) -> Iterator[str]:
    """Add to the code of the innermost field; code outside of all fields counts as one of its own."""
    if open_codes and open_codes[-1] is not None:
        open_codes[-1].append(text)
    elif text.strip():
        yield text.strip()


def _close(open_codes: list[list[str] | None], *, is_end: bool) -> Iterator[str]:
    """End the code of the innermost field: what follows is what it shows, or what follows the field."""
    code = open_codes.pop()
    if code is not None:
        yield "".join(code).strip()
    if not is_end:
        open_codes.append(None)


def _attribute(item: Element, name: str) -> str:
    return next((str(value) for key, value in item.attrib.items() if str(key).rpartition("}")[2] == name), "")
