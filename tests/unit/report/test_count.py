from octavo.report.count import counted


def test_one_is_singular() -> None:
    """Only one is singular; none is not."""
    assert [counted(number, "page") for number in (0, 1, 2)] == ["0 pages", "1 page", "2 pages"]
