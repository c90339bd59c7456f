"""The claims about real sources hold for invented ones of the same kinds, and each of them can fail."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scorecard.importers import convert
from tests.importers.sources import asked, ferries, notice, quarter, status_page
from tests.real.claims import Built, check
from tests.real.projects import write_project
from tests.real.run import scorecard

pytestmark = pytest.mark.xdist_group("claims")

STEADY = {"trust-in-ferries": 5.91, "on-time": 5.52, "clean": 6.13, "crew": 6.44}
FALLEN = {"trust-in-ferries": 5.41, "on-time": 5.22, "clean": 5.83, "crew": 6.04}
TIMELESS = "1 of 3 notices are called resolved without any time of the end."


def _table() -> dict[str, Any]:
    third = quarter(3, FALLEN)
    third["questions"] = asked(FALLEN, {"clean": "The boat and the harbour were clean."})
    third["questions"].append({"id": "food", "label": "Food", "mean": None, "missing": "The kitchen was closed."})
    return ferries(quarter(1, STEADY), quarter(2, STEADY), third, quarter(4, FALLEN))


def _notices() -> dict[str, Any]:
    updates = [{"at": "2030-03-05T06:00:00Z", "text": "It **works** again, see <https://status.example.org>."}]
    return status_page(
        notice("a", severity="major-outage", updates=updates),
        notice("b"),
        notice("c", kind="maintenance", severity="under-maintenance", resolved=False),
    )


def _build(source: dict[str, Any], folder: Path) -> Built:
    made = convert(source, ["The boats were painted."])
    write_project(made, folder)
    as_of = ["--as-of", made.ends.isoformat()]
    built = scorecard(["build", *as_of], folder)
    assert built.returncode == 0, built.stderr
    scores = json.loads(scorecard(["score", "--format", "json", *as_of], folder).stdout)
    return Built(source, made.files, scores, folder / "site")


@pytest.fixture(scope="module")
def means(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an invented table of means."""
    return _build(_table(), tmp_path_factory.mktemp("means"))


@pytest.fixture(scope="module")
def notices(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The site of an invented status page."""
    return _build(_notices(), tmp_path_factory.mktemp("notices"))


def _against(built: Built) -> dict[str, list[str]]:
    return {claim: against for claim, against in check(built) if against}


def test_every_claim_holds_for_an_invented_table(means: Built) -> None:
    """Another organisation, scale, fiscal year and set of questions."""
    assert _against(means) == {}


def test_every_claim_holds_for_an_invented_status_page(notices: Built) -> None:
    """Another organisation, other words, an open maintenance."""
    assert _against(notices) == {}


def _doctored(built: Built, folder: Path, change: Callable[[str], str]) -> Built:
    """The same site with every page changed."""
    for page in built.site.rglob("*.html"):
        target = folder / page.relative_to(built.site)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(change(page.read_text(encoding="utf-8")), encoding="utf-8")
    return replace(built, site=folder)


@pytest.mark.parametrize(
    ("old", "new", "claim"),
    [
        ("5.91", "5.92", "trust stands as asked and rescaled to 1 to 10"),
        ("8.4", "8.3", "trust stands as asked and rescaled to 1 to 10"),
        ('class="sc-line"', 'class="sc-line" /><line class="sc-line"', "the break is drawn and said"),
        ("Our reading", "Their reading", "the break is drawn and said"),
        ("Asked in other words until", "Asked until", "the break is drawn and said"),
        ("22.5", "23.5", "the response rate stands beside the score"),
        ("at most", "about", "intervals are labelled 'at most' where the spread is unknown"),
        ("The kitchen was closed.", "", "what is missing keeps its reason"),
        ("The boats were painted.", "", "the source and its caveats are named"),
    ],
)
def test_a_claim_about_means_can_fail(means: Built, tmp_path: Path, old: str, new: str, claim: str) -> None:
    """A page that says something else is noticed."""
    assert claim in _against(_doctored(means, tmp_path, lambda page: page.replace(old, new)))


@pytest.mark.parametrize(
    ("old", "new", "claim"),
    [
        ("</main>", "We told people after 3 min.</main>", "no time to a first notice is computed"),
        (TIMELESS, "", "ends without a time are said"),
        ("Tickets cannot be bought", "Tickets can be bought", "every word of the source is there, letter for letter"),
        ("github.com/example/ferry-status, MIT", "the office", "the source and its caveats are named"),
    ],
)
def test_a_claim_about_notices_can_fail(notices: Built, tmp_path: Path, old: str, new: str, claim: str) -> None:
    """A page that says something else is noticed."""
    assert claim in _against(_doctored(notices, tmp_path, lambda page: page.replace(old, new)))


def _changed(built: Built, change: Callable[[Any], None]) -> Built:
    scores = json.loads(json.dumps(built.scores))
    change(scores)
    return replace(built, scores=scores)


def test_a_narrow_interval_is_noticed(means: Built) -> None:
    """One per cent narrower than the data allow."""

    def narrow(scores: Any) -> None:
        question = scores["series"][0]["quarters"][0]["questions"][0]
        question["hi"] = question["lo"] + 0.99 * (question["hi"] - question["lo"])

    assert list(_against(_changed(means, narrow))) == ["no interval is narrower than the data allow"]


@pytest.mark.parametrize(
    ("key", "value", "claim"),
    [
        ("median_minutes_to_notice", 5.0, "no time to a first notice is computed"),
        ("median_minutes_to_resolve", 5.0, "ends without a time are said"),
        ("count", 9, "planned work stands apart from incidents"),
    ],
)
def test_a_made_up_figure_is_noticed(notices: Built, key: str, value: float, claim: str) -> None:
    """A time or a count that the source does not give."""

    def made_up(scores: Any) -> None:
        scores["transparency"][-1]["incidents"][key] = value

    assert list(_against(_changed(notices, made_up))) == [claim]


def test_a_score_for_imported_history_is_noticed(notices: Built) -> None:
    """Nothing of an import is scored."""

    def scored(scores: Any) -> None:
        scores["transparency"][-1]["score"] = 100.0

    assert list(_against(_changed(notices, scored))) == ["nothing is scored"]
