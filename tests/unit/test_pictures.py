"""Where pictures lie."""

import pytest

from octavo.pictures import candidate_paths, find_picture, is_chart
from tests.support.models import make_chapter

CHAPTER = make_chapter("", "manuscript/part/10-a.md")


@pytest.mark.parametrize(
    ("target", "beside", "below"),
    [
        ("map.svg", "manuscript/part/map.svg", "manuscript/map.svg"),
        ("../figures/a.png", "manuscript/figures/a.png", "figures/a.png"),
        ("figures/a%20b.png", "manuscript/part/figures/a b.png", "manuscript/figures/a b.png"),
        ("../../../etc/x.png", "../etc/x.png", "../../etc/x.png"),
        ("/etc/x.png", "/etc/x.png", "/etc/x.png"),
    ],
)
def test_a_target_has_two_places(target: str, beside: str, below: str) -> None:
    """An image lies beside its chapter or in `manuscript/`; a way out stays visible as such."""
    assert (beside, below) == candidate_paths(target, CHAPTER)


def test_the_nearer_place_wins() -> None:
    """Beside the chapter comes before `manuscript/`; what is in neither is not found."""
    near, far = "manuscript/part/a.png", "manuscript/a.png"

    assert near == find_picture("a.png", CHAPTER, {near, far})
    assert far == find_picture("a.png", CHAPTER, {far})
    assert find_picture("a.png", CHAPTER, {"a.png"}) is None


@pytest.mark.parametrize(
    ("path", "expected"),
    [("a.vl.yaml", True), ("a.vl.yml", True), ("A.VL.JSON", True), ("a.yaml", False), ("a.svg", False)],
)
def test_charts_are_known_by_their_names(path: str, *, expected: bool) -> None:
    """A description of a chart says so in its suffix."""
    assert expected is is_chart(path)
