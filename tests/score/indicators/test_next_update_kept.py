"""Whether promised words came in time."""

from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "next-update-kept"
WORDS = [
    {"at": after(minutes=20), "text": "One.", "next_update": after(minutes=40)},
    {"at": after(minutes=40), "text": "Two.", "next_update": after(minutes=50)},
    {"at": after(minutes=51), "text": "Three."},
]


def test_an_incident_scores_the_share_of_its_promises() -> None:
    """On the minute is in time, a minute later is not: one of two."""
    found = indicator(ID, [incident("one", updates=WORDS)])
    assert (found.value, found.fact) == (50, Fact(ID, 1, 2, "next updates that came when promised"))


def test_incidents_weigh_the_same_however_often_they_promised() -> None:
    """One promise kept in one incident and one of two in another: 75, though the fact counts 2 of 3."""
    kept = [
        {"at": after(minutes=20), "text": "One.", "next_update": after(minutes=40)},
        {**WORDS[2], "at": after(minutes=30)},
    ]
    found = indicator(ID, [incident("one", updates=WORDS), incident("two", updates=kept)])
    assert (found.value, found.fact) == (75, Fact(ID, 2, 3, "next updates that came when promised"))


def test_without_promises_it_does_not_apply() -> None:
    """Nothing was promised for a certain time."""
    assert indicator(ID, [incident("one")]).reason == Reason(ReasonCode.NOT_APPLICABLE, "no_case")
