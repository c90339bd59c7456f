"""A time without a zone is never guessed; a time that cannot be read is unknown and told."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.writing import stamp
from tests.importers.incidents.harbour import EXPORTS, Harbour


def desk(zone: str | None = None) -> Desk:
    """A desk, with a zone for times that have none."""
    return Desk(ZoneInfo(zone) if zone else None, lambda text: text)


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("2026-03-14T09:41:07.441+01:00", "2026-03-14T08:41:07+00:00"),
        ("2026-03-14T08:41:07Z", "2026-03-14T08:41:07+00:00"),
        ("2026-03-14 08:41 UTC", "2026-03-14T08:41:00+00:00"),
        ("2026-03-14 10:41:00 +0200", "2026-03-14T08:41:00+00:00"),
        ("2026-03-14T14:26:00+05:45", "2026-03-14T08:41:00+00:00"),
        ("Sat, 14 Mar 2026 09:41:00 +0100", "2026-03-14T08:41:00+00:00"),
        ("Sat, 14 Mar 2026 08:41:00 GMT", "2026-03-14T08:41:00+00:00"),
        ("Sat, 14 Mar 2026 00:41:00 PST", "2026-03-14T08:41:00+00:00"),
    ],
)
def test_a_time_with_a_zone_is_that_moment(written: str, wanted: str) -> None:
    """Every form in which exports and feeds write it."""
    one = desk()
    assert one.moment(written, "x") == datetime.fromisoformat(wanted)
    assert (one.remarks, one.unzoned) == ([], [])


@pytest.mark.parametrize(
    "written",
    ["2026-03-14T09:41:07", "2026-03-14 09:41", "Sat, 14 Mar 2026 09:41:00 CEST", "Sat, 14 Mar 2026 09:41:00"],
)
def test_a_time_without_one_waits_for_a_person(written: str) -> None:
    """It is remembered as unzoned; with a zone it is local time there."""
    one = desk()
    assert one.moment(written, "x, date") is None
    assert [text[:24] for text in one.unzoned] == ["x, date: 2026-03-14 09:4"]
    told = desk("Europe/Rome").moment(written, "x")
    assert told is not None
    assert told.replace(second=0) == datetime(2026, 3, 14, 8, 41, tzinfo=UTC)


@pytest.mark.parametrize(
    "written",
    [
        *("yesterday", "2026-03-14", "2026-02-30T10:00Z", "2026-03-14T25:00Z", "0001-01-01T00:00Z"),
        *("9999-12-31T23:59-12:00", "Sat, 99 Mar 2026 09:41:00 GMT", "9" * 5000, "2026-03-14T09:41+99:00"),
        *(7, 1.5, True, ["a"], {"a": 1}),
    ],
)
def test_what_is_no_time_is_left_out_and_told(written: Any) -> None:
    """Whatever stands there: no moment, one remark, no exception."""
    one = desk("Europe/Rome")
    assert one.moment(written, "x, date") is None
    assert len(one.remarks) == 1
    assert one.remarks[0].startswith("x, date: ")
    assert one.remarks[0].endswith(" is not a date with a time; it was left out")
    assert len(one.remarks[0]) < 150


@pytest.mark.parametrize("written", ["2026-03-29 02:30", "2026-10-25 02:30"])
def test_a_local_time_that_the_clocks_skipped_or_gave_twice_is_left_out(written: str) -> None:
    """In Rome, at the changes of the clocks."""
    one = desk("Europe/Rome")
    assert one.moment(written, "x") is None
    assert one.remarks == [
        f"x: {written} does not exist or came twice in Europe/Rome: the clocks changed then; it was left out"
    ]


def test_times_are_written_as_local_time_that_reads_back_as_the_same_moment() -> None:
    """The offset stands only where the hour came twice."""
    rome = ZoneInfo("Europe/Rome")
    made = [stamp(datetime(2026, 10, 25, hour, 30, tzinfo=UTC), rome) for hour in (0, 1, 2)]
    assert made == ["2026-10-25T02:30+02:00", "2026-10-25T02:30+01:00", "2026-10-25T03:30"]


def test_a_page_without_zones_is_refused_whole_and_nothing_is_written(harbour: Harbour) -> None:
    """The message counts them, shows the first and says what to add."""
    ran = harbour.run("cstate", "cstate")
    assert (ran.code, ran.out, harbour.files()) == (1, "", {})
    assert ran.err == (
        "error: 4 times have no zone, the first is cstate/2026-03-14-tickets.md, date: 2026-03-14 09:30. Say which "
        "zone they follow, such as --zone Europe/Rome; nothing was written\n"
    )


def test_a_zone_that_does_not_exist_is_wrong_usage(harbour: Harbour) -> None:
    """Exit 2, and an example."""
    ran = harbour.run("cstate", "cstate", "--zone", "Rome")
    assert ran.code == 2
    assert "--zone: 'Rome' is not a time zone: write an IANA name, such as Europe/Rome." in ran.err


FIELDS: dict[str, tuple[list[str], Callable[[Any], None]]] = {
    "google-cloud": (["google-cloud"], lambda data: data[0].update(begin="2026-03-20T05:10:00")),
    "statuspage": (["statuspage"], lambda data: data["incidents"][0].update(resolved_at="2026-03-20 05:10")),
    "upptime": (["upptime"], lambda data: data[0].update(created_at="2026-03-20T05:10")),
}
NAMES = {"google-cloud": "google-cloud", "statuspage": "statuspage-incidents", "upptime": "upptime-issues"}


@pytest.mark.parametrize("tool", FIELDS)
def test_one_time_without_a_zone_is_enough_to_ask(tool: str, harbour: Harbour, tmp_path: Path) -> None:
    """Also in tools that always write one."""
    args, change = FIELDS[tool]
    data = json.loads((EXPORTS / f"{NAMES[tool]}.json").read_text())
    change(data)
    file = tmp_path / "odd.json"
    file.write_text(json.dumps(data))
    ran = harbour.run(*args, str(file))
    assert (ran.code, harbour.files()) == (1, {})
    assert ran.err.startswith("error: 1 time has no zone, the first is ")
    assert harbour.run(*args, str(file), "--zone", "UTC").code == 0


def test_a_feeds_words_without_a_known_zone_are_asked_for(harbour: Harbour, tmp_path: Path) -> None:
    """CEST means one thing in Europe and nothing in a standard."""
    file = tmp_path / "history.atom"
    file.write_text((EXPORTS / "history.atom").read_text().replace("UTC", "CEST"))
    ran = harbour.run("atom", str(file))
    assert (ran.code, harbour.files()) == (1, {})
    assert "time in its text (CEST): 2026-03-14 08:52" in ran.err
