"""Whatever a source of a known kind holds, its project is read and checked without a problem, and can be scored."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from scorecard import pipeline
from scorecard.importers import convert
from tests.importers.sources import asked, ferries, notice, quarter, status_page
from tests.real.projects import write_project

STEADY = {"trust-in-ferries": 5.91, "on-time": 5.52, "clean": 6.13, "crew": 6.44}
FALLEN = {"trust-in-ferries": 5.41, "on-time": 5.22, "clean": 5.83, "crew": 6.04}


def _reworded() -> dict[str, Any]:
    third = quarter(3, FALLEN)
    third["questions"] = asked(FALLEN, {"clean": "The boat and the harbour were clean."})
    return ferries(quarter(1, STEADY), quarter(2, STEADY), third, quarter(4, FALLEN))


def _with(**changes: Any) -> dict[str, Any]:
    """The first question of the first quarter with these keys."""
    row = quarter(1, STEADY)
    row["questions"][0] |= changes
    return ferries(row, quarter(2, STEADY))


MEANS = {
    "plain": ferries(),
    "a mark and a break": _reworded(),
    "a quarter is missing": ferries(quarter(1, STEADY), quarter(3, STEADY)),
    "nobody counted": ferries(quarter(1, STEADY, respondents=None, invited=None, customers=None)),
    "no days": ferries(quarter(1, STEADY) | {"from": None, "to": None}),
    "one answer": _with(n=1),
    "two answers": _with(n=2),
    "everybody at the top": _with(mean=7, n=40),
    "an sd": _with(sd=1.4),
    "a share": _with(mean=None, share=0.83, n=640),
    "a share without n": ferries(quarter(1, {}, respondents=None, questions=[{"id": "ok", "share": 0.83}])),
    "no trust": ferries(quarter(1, {"crew": 6.1}), quarter(2, {"crew": 6.2})),
    "another scale": ferries() | {"scale": {"min": 0, "max": 100}},
    "a calendar year": ferries(quarter(1, STEADY)) | {"fiscal_year_starts": "01-01"},
    "too many answers": ferries(quarter(1, STEADY, invited=10, customers=5)),
    "a control character": _with(text="I trust\u202e the ferry office."),
}
NOTICES = {
    "plain": status_page(),
    "nothing but a title": status_page(notice("a", text=None, components=None, severity=None, resolved=None)),
    "open": status_page(notice("a", resolved=False)),
    "ended": status_page(notice("a", severity="major-outage", resolved="2030-03-05T00:00:00Z")),
    "ended before it was told": status_page(notice("a", resolved="2030-03-03T00:00:00Z")),
    "planned": status_page(notice("a", kind="maintenance", severity="under-maintenance")),
    "long": status_page(notice("a", title="Tickets " * 57, text="# Head\n\n<b>bold</b>\n" * 1300)),
    "many systems": status_page(notice("a", components=[f"System {i}" for i in range(55)])),
    "another script": status_page(notice("сбой", title="Сбой", components=["Сайт", "Почта"], text="Не работает.")),
    "one title often": status_page(*(notice(f"n{i}") for i in range(112))),
    "two words in one minute": status_page(
        notice("a", updates=[{"at": "2030-03-04T06:00:00Z", "text": text} for text in ("One.", "Two.")])
    ),
    "a later explanation": status_page(
        notice("a", updates=[{"at": "2030-05-04T06:00:00Z", "text": "Why.", "postmortem": True}])
    ),
    "a zone": status_page(timezone="America/Denver"),
    "a year slip": status_page(notice("a"), notice("b", updates=[{"at": "2031-03-04T06:00:00Z", "text": "Late."}])),
}


@pytest.mark.parametrize("source", [*MEANS.values(), *NOTICES.values()], ids=[*MEANS, *NOTICES])
def test_an_import_needs_no_mending(source: dict[str, Any], tmp_path: Path) -> None:
    """No error, and no warning but those that tell of the source itself; then the figures can be computed."""
    made = convert(source)
    write_project(made, tmp_path)
    checked = pipeline.check(tmp_path, made.ends)
    of_the_source = {"missing-quarter", "suspicious-gap", "told-after-end"}
    assert [(p.rule, p.place.file, p.message) for p in checked.problems if p.rule not in of_the_source] == []
    assert pipeline.score(tmp_path, made.ends + timedelta(days=1)).problems == checked.problems
