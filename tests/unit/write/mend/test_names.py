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
    files = names_of("references.json", "я.bib", "references.bib")
    pdf.add_object(files)
    pdf.catalog["Names"] = pydyf.Dictionary({"EmbeddedFiles": files.reference})

    sort_names(pdf)

    assert told(files) == ["references.bib", "references.json", "я.bib"]


def test_names_of_places_have_one_order_only() -> None:
    """Programs that go by bytes and those that go by characters find them; links name them so, too."""
    pdf = pydyf.PDF()
    link = pydyf.Dictionary({"Dest": pydyf.String("a-ї")})
    pdf.add_object(link)
    places = pydyf.Array([pydyf.String("a-ї"), 1, pydyf.String("b"), 2, pydyf.String("a"), 3])
    pdf.catalog["Names"] = pydyf.Dictionary({"Dests": pydyf.Dictionary({"Names": places})})

    sort_names(pdf)

    names = [name.string for name in places[::2]]
    assert (names, places[1::2]) == (["a", "a-%D1%97", "b"], [3, 1, 2])
    assert link["Dest"].string == "a-%D1%97"


def test_a_file_without_names_is_left_alone() -> None:
    """Nothing is sorted where there is nothing."""
    pdf = pydyf.PDF()

    sort_names(pdf)

    assert "Names" not in pdf.catalog
