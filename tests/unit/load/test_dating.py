"""When an edition was made, by whoever says so."""

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from octavo.load import load_publication
from octavo.load.dating import UNDATED, Dating, date_edition, read_epoch
from octavo.load.git import Commit
from tests.support.least_publication import METADATA, write_publication
from tests.support.models import make_metadata, make_publication

EPOCH = datetime(2021, 3, 4, 5, 6, 7, tzinfo=UTC)
SECONDS = str(int(EPOCH.timestamp()))
COMMIT = Commit("made-up", date(2020, 2, 3))


@pytest.mark.parametrize(
    ("given", "moment"),
    [
        ("0", datetime(1970, 1, 1, tzinfo=UTC)),
        (SECONDS, EPOCH),
        ("0001614834367", EPOCH),
        ("253402300799", datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)),
    ],
)
def test_seconds_are_a_moment(given: str, moment: datetime) -> None:
    """A whole number of seconds since 1970 is a moment in UTC."""
    read = read_epoch({"SOURCE_DATE_EPOCH": given})
    assert (read.value, read.diagnostics) == (moment, ())


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ("", "`SOURCE_DATE_EPOCH` is set and empty"),
        ("2021-03-04", "`SOURCE_DATE_EPOCH` is `2021-03-04`, not a number of seconds"),
        ("1614834367.5", "`SOURCE_DATE_EPOCH` is `1614834367.5`, not a number of seconds"),
        (" 1", "`SOURCE_DATE_EPOCH` is ` 1`, not a number of seconds"),
        ("١", "`SOURCE_DATE_EPOCH` is `١`, not a number of seconds"),
        ("-1", "`SOURCE_DATE_EPOCH` is `-1`, before 1970"),
        ("253402300800", "`SOURCE_DATE_EPOCH` is `253402300800`, after the year 9999"),
        ("9" * 5000, f"`SOURCE_DATE_EPOCH` is `{'9' * 40}…`, after the year 9999"),
    ],
)
def test_anything_else_is_told(given: str, message: str) -> None:
    """B003: what is no moment is no date either, and nothing is guessed."""
    read = read_epoch({"SOURCE_DATE_EPOCH": given})
    assert read.value is None
    assert [(found.code, found.message) for found in read.diagnostics] == [("B003", message)]


def test_without_the_variable() -> None:
    """A machine that does not set it says nothing."""
    read = read_epoch({})
    assert (read.value, read.diagnostics) == (None, ())


def test_who_dates_an_edition() -> None:
    """The author's date stays what it is; `SOURCE_DATE_EPOCH` comes before the commit."""
    dated, undated = make_metadata(date=date(2019, 1, 2)), make_metadata(date=None)
    assert date_edition(dated, EPOCH, COMMIT) == Dating(date(2019, 1, 2), "metadata", EPOCH, "made-up")
    assert date_edition(undated, EPOCH, COMMIT) == Dating(
        date(2021, 3, 4), "SOURCE_DATE_EPOCH", EPOCH, "made-up"
    )
    assert date_edition(undated, None, COMMIT) == Dating(date(2020, 2, 3), "commit", None, "made-up")
    assert date_edition(undated, None, None) == Dating(UNDATED, "nothing")


def test_a_publication_has_its_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The variable is the moment of what programs read, whatever date the author has printed."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", SECONDS)
    loaded = load_publication(
        write_publication(tmp_path, {"manuscript/metadata.yaml": f"{METADATA}date: 2019-01-02\n"})
    ).value
    assert loaded
    assert (loaded.edition_date, loaded.date_origin) == (date(2019, 1, 2), "metadata")
    assert (loaded.moment_text, loaded.zip_time) == ("2021-03-04T05:06:07Z", (2021, 3, 4, 5, 6, 6))


def test_without_the_variable_the_moment_is_the_day(tmp_path: Path) -> None:
    """An edition is as old as its date says, from midnight on."""
    loaded = load_publication(
        write_publication(tmp_path, {"manuscript/metadata.yaml": f"{METADATA}date: 2019-01-02\n"})
    ).value
    assert loaded
    assert loaded.moment_text == "2019-01-02T00:00:00Z"


@pytest.mark.parametrize(
    ("day", "time"),
    [(date(1970, 1, 1), (1980, 1, 1, 0, 0, 0)), (date(9999, 1, 1), (2107, 12, 31, 23, 59, 58))],
)
def test_a_zip_archive_knows_few_years(day: date, time: tuple[int, ...]) -> None:
    """What its members cannot say is said as nearly as they can."""
    assert replace(make_publication(), edition_date=day).zip_time == time
