"""Whether critical and major incidents were explained."""

from scorecard.model.transparency import Fact
from tests.score.company import after, incident, indicator

ID = "explanation-published"


def test_only_critical_and_major_are_asked_for_and_classes_are_weighted() -> None:
    """Critical explained, major not: 4 of 6 parts."""
    cases = [
        incident("critical", severity="critical", postmortem={"published": after(days=40).date()}),
        incident("major", severity="major"),
        incident("minor", postmortem={"published": after(days=1).date()}),
        incident("none", severity="major", postmortem={"not-applicable": "The authority forbids it."}),
    ]
    found = indicator(ID, cases)
    assert found.value is not None
    assert (round(found.value, 4), found.fact) == (66.6667, Fact(ID, 1, 2, "explanation published"))


def test_an_explanation_after_the_cutoff_is_not_seen() -> None:
    """At the end of the quarter it was missing for 57 days."""
    one = incident("one", severity="critical", postmortem={"published": after(days=58).date()})
    assert indicator(ID, [one]).value == 0
