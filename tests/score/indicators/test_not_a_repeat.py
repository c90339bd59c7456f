"""Whether a cause came back within a year."""

from datetime import timedelta

import pytest

from scorecard.model.transparency import Fact
from tests.score.company import START, after, incident, indicator, reading

ID = "not-a-repeat"


def test_the_second_of_the_same_cause_is_a_repeat() -> None:
    """Another cause, and none stated, are not."""
    cases = [
        incident("first", cause="old-pump"),
        incident("second", cause="old-pump", known=after(days=30)),
        incident("other", cause="typing-error"),
        incident("none"),
    ]
    assert indicator(ID, cases).fact == Fact(ID, 2, 3, "not a repeat of an earlier cause")


@pytest.mark.parametrize(("days", "is_repeat"), [(365, True), (366, False)])
def test_twelve_months_are_counted_by_the_calendar(days: int, is_repeat: bool) -> None:
    """The same day a year before is still within, the day before that is not."""
    earlier = incident("earlier", cause="old-pump", known=START - timedelta(days=days))
    found = reading(incident("now", cause="old-pump"), after(days=1), earlier)
    assert (found.repeat, found.repeat_of) == (is_repeat, "earlier" if is_repeat else None)


def test_nature_cannot_repeat_a_fault() -> None:
    """A second storm is no repeat, and no case at all."""
    cases = [
        incident("a", fault="nature", cause="storm"),
        incident("b", fault="nature", cause="storm", known=after(days=9)),
    ]
    assert indicator(ID, cases).value is None


def test_parts_of_one_incident_do_not_repeat_each_other() -> None:
    """A child with its parent's cause is the same incident; a maintenance is none."""
    storm = incident("storm", cause="old-pump")
    child = incident("child", cause="old-pump", known=after(hours=3), parent="storm")
    work = incident("work", kind="maintenance", cause="old-pump")
    later = incident("later", cause="old-pump", known=after(days=2))
    assert reading(child, after(days=9), storm).repeat_of is None
    assert reading(later, after(days=9), storm, child, work).repeat_of == "storm"
    assert reading(later, after(days=9), work).repeat_of is None
