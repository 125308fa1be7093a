"""Names stand in the order of their bytes, so that programs find them."""

from typing import Any

import pydyf

from octavo.write.mend.names import sort_names


def names_of(*names: str) -> Any:
    """Make a tree of names, each with its place."""
    pairs = [item for name in names for item in (pydyf.String(name), f"place of {name}")]
    return pydyf.Dictionary({"Names": pydyf.Array(pairs)})


def told(tree: Any) -> list[str]:
    """Give the places in the order of their names, each of which must be the name's."""
    names, places = tree["Names"][::2], tree["Names"][1::2]
    assert places == [f"place of {name.string}" for name in names]
    return [name.string for name in names]


def test_names_are_sorted_by_their_bytes() -> None:
    """A name with other than Latin letters is written in two bytes each, which stand behind all others."""
    pdf = pydyf.PDF()
    files = names_of("references.json", "references.bib")
    pdf.add_object(files)
    places = names_of("a-слово", "b", "слово")
    pdf.catalog["Names"] = pydyf.Dictionary({"Dests": places, "EmbeddedFiles": files.reference})

    sort_names(pdf)

    assert told(places) == ["b", "a-слово", "слово"]
    assert told(files) == ["references.bib", "references.json"]


def test_a_file_without_names_is_left_alone() -> None:
    """Nothing is sorted where there is nothing."""
    pdf = pydyf.PDF()

    sort_names(pdf)

    assert "Names" not in pdf.catalog
