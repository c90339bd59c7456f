"""The tables say what the pages say, and nothing that is hidden."""

from __future__ import annotations

from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.trust import GroupReading, QuestionReading
from scorecard.present import downloads
from scorecard.present.desk import Desk
from tests.present import made


def rows(table_uri: str, desk_: Desk) -> list[dict[str, object]]:
    table = next(one for one in downloads.tables(desk_) if one.uri == table_uri)
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def test_every_row_fits_its_header() -> None:
    """All tables of a site with one of everything."""
    known = made.records(incidents=(made.incident(),), promises=(made.promise(),))
    desk = made.desk(known=known)
    uris = [one.uri for one in downloads.tables(desk)]
    assert len(uris) == len(set(uris))
    assert {f"data/{name}.csv" for name in ("trust", "states", "answers", "response", "transparency", "incidents")} <= {
        *uris
    }
    for table in downloads.tables(desk):
        assert all(len(row) == len(table.columns) for row in table.rows), table.uri


def test_long_format_has_low_high_n_and_status() -> None:
    """A hidden group has a row, without a number in it."""
    hidden = GroupReading("island", "Twin Islands", Estimate(reason=Reason(ReasonCode.SUPPRESSED, "group")))
    question = QuestionReading("trust", "How much?", "counts", (1, 10), made.score(6.8), groups=(hidden,))
    desk = made.desk(made.scorecard(made.series(made.quarter(questions=(question,)))))
    found = rows("data/trust.csv", desk)
    assert {"low", "high", "n", "status"} <= found[0].keys()
    row = next(one for one in found if one["group"] == "island")
    assert (row["score"], row["low"], row["high"], row["n"], row["status"]) == (None, None, None, None, "suppressed")
    shown = next(one for one in found if one["measure"] == "trust")
    assert (shown["score"], shown["n"], shown["status"]) == (6.8, 600, "shown")


def test_an_unknown_clock_says_so() -> None:
    """A gap is a word, never an empty cell that looks like a slip."""
    desk = made.desk(known=made.records(incidents=(made.incident(started="unknown", resolved="not-yet"),)))
    row = rows("data/incidents.csv", desk)[0]
    assert (row["started"], row["resolved"], row["known"]) == ("unknown", "not-yet", "2026-08-14T08:00:00Z")
