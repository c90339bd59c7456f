"""A new indicator is one module and one line of the method; nothing else lists it."""

from pathlib import Path

import pytest

from scorecard.model.transparency import Fact
from scorecard.score import indicators
from tests.score.company import company, default_method, three, transparency

MODULE = '''\
"""Whether an incident has a title of its own.

What it measures
Titles.

How it is scored
Yes is 100.

Why
Because.

What it cannot show
Everything else.
"""

from scorecard.score.view import Finding, Mark, View, over_incidents

NAME = "Titles that say something"
FACT = "titles that say something"


def read(view: View) -> Finding:
    """Share of incidents with a long title."""
    return over_incidents(view, lambda case: Mark.of(len(case.incident.title) > 10))
'''


@pytest.fixture
def added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of an indicator whose module lies beside the others."""
    (tmp_path / "telling_titles.py").write_text(MODULE, encoding="utf-8")
    monkeypatch.setattr(indicators, "__path__", [*indicators.__path__, str(tmp_path)])
    return "telling-titles"


def test_a_module_and_a_line_of_the_method_are_enough(added: str) -> None:
    """It is found, named, scored in its pillar, counted on the record, and has its page."""
    method = default_method()
    owning = next(pillar for pillar in method.pillars if pillar.id == "owning")
    wider = owning.model_copy(update={"indicators": {**owning.indicators, added: 2.0}})
    pillars = tuple(wider if pillar is owning else pillar for pillar in method.pillars)
    changed = method.model_copy(update={"pillars": pillars})

    before = transparency(company(three()))
    found = transparency(company(three(), method=changed))

    pillar = next(one for one in found.pillars if one.id == "owning")
    reading = pillar.indicators[-1]
    assert (reading.id, reading.name, reading.value, reading.cases) == (added, "Titles that say something", 100, 3)
    assert pillar.coverage == pytest.approx(4 / 6)
    assert Fact(added, 3, 3, "titles that say something") in found.record
    assert [note.name for note in indicators.notes() if note.id == added] == ["Titles that say something"]
    assert [one for one in found.pillars if one.id != "owning"] == [one for one in before.pillars if one.id != "owning"]


def test_a_module_no_method_weighs_changes_no_figure(added: str) -> None:
    """Weights are the method's affair."""
    assert added in indicators.discover()
    found = transparency(company(three()))
    assert added not in {one.id for pillar in found.pillars for one in pillar.indicators}
