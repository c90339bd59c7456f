"""What incidents say about repairs after trust broke."""

from datetime import UTC, date, datetime
from typing import Any

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry
from scorecard.model.states import StateName
from scorecard.score import score
from scorecard.score.amends import Amends
from scorecard.score.archive import Archive
from tests.score.company import company, incident
from tests.score.waves import all_at, wave

BROKE = Quarter(2024, 2)
NOW = datetime(2030, 1, 1, tzinfo=UTC)


def amends(*incidents: Entry[Any], as_of: datetime = NOW, **organisation: Any) -> Amends:
    return Amends(Archive.of(company(incidents, organisation=organisation)), as_of)


def on(month: int, day: int = 10) -> datetime:
    return datetime(2024, month, day, 10, tzinfo=UTC)


def repair(due: date = date(2024, 9, 15), **more: Any) -> list[dict[str, Any]]:
    return [{"what": "Second review", "due": due, **more}]


def test_repairs_are_those_of_our_own_incidents_of_the_break_and_the_quarter_before() -> None:
    """A supplier's incident and one from a year before bring none."""
    found = amends(
        incident("before", known=on(2), remediation=repair()),
        incident("break", known=on(5), remediation=repair()),
        incident("supplier", known=on(5), fault="supplier", acknowledged=None, remediation=repair()),
        incident("long-ago", known=datetime(2023, 5, 1, tzinfo=UTC), remediation=repair()),
        incident("later", known=on(8), remediation=repair()),
    )
    assert found.published(BROKE, Quarter(2024, 4)) == 2


def test_without_any_of_these_every_action_since_the_break_counts() -> None:
    """Whatever the fault; nothing counts before it is known."""
    found = amends(
        incident("supplier", known=on(8), fault="supplier", acknowledged=None, remediation=repair()),
        incident("before", known=on(2), fault="nature", acknowledged=None, remediation=repair()),
    )
    assert [found.published(BROKE, Quarter(2024, n)) for n in (2, 3)] == [0, 1]


def test_an_action_is_overdue_from_the_day_after_its_date() -> None:
    """Judged at the end of the quarter or as_of; done in time, or agreed to be later, it is not."""
    late = incident("i1", known=on(5), remediation=repair())
    assert [amends(late).overdue(BROKE, Quarter(2024, n)) for n in (2, 3)] == [0, 1]
    for day, overdue in ((15, 0), (16, 1)):
        as_of = datetime(2024, 9, day, 12, tzinfo=UTC)
        assert amends(late, as_of=as_of).overdue(BROKE, Quarter(2024, 3)) == overdue
    done = incident("i1", known=on(5), remediation=repair(done=date(2024, 10, 1)))
    assert [amends(done).overdue(BROKE, Quarter(2024, n)) for n in (3, 4)] == [1, 0]
    agreed = incident("i1", known=on(5), remediation=repair(renegotiated=date(2024, 11, 1)))
    assert [amends(agreed).overdue(BROKE, Quarter(2024, n)) for n in (3, 4)] == [0, 1]


FIRST = {"known": on(5), "cause": "no-review", "remediation": repair(done=date(2024, 7, 1))}
AGAIN = {"known": on(11), "severity": "major", "cause": "no-review"}


def repeated(first: dict[str, Any] | None = None, again: dict[str, Any] | None = None, **organisation: Any) -> object:
    one = incident("first", **{**FIRST, **(first or {})})
    two = incident("again", **{**AGAIN, **(again or {})})
    return amends(one, two, **organisation).repeat(BROKE, Quarter(2024, 4))


def test_a_cause_repeats_after_its_repair_was_done_or_is_overdue() -> None:
    """Major or critical, our own fault, the same cause; while its repair still runs it is no repeat."""
    assert repeated() == ("again", "no-review")
    assert repeated({"remediation": repair()}) == ("again", "no-review")
    assert repeated({"remediation": repair(date(2024, 12, 1))}) is None
    assert repeated({"remediation": None}) is None
    assert repeated(again={"severity": "minor"}) is None
    assert repeated(again={"fault": "supplier", "acknowledged": None}) is None
    assert repeated(again={"cause": "storm"}) is None


def test_a_repeat_belongs_to_its_own_quarter() -> None:
    """It is told in the quarter in which it was first known, once."""
    found = amends(incident("first", **FIRST), incident("again", **AGAIN))
    assert found.repeat(BROKE, Quarter(2024, 3)) is None
    assert found.repeat(BROKE, Quarter(2025, 1)) is None


def test_a_cause_named_with_the_break_must_not_repeat_either() -> None:
    """organisation.yml names it; the repairs of the break stand for its own."""
    named = {"break": {"quarter": "2024-Q2", "causes": ["storm"]}}
    assert repeated(again={"cause": "storm"}, **named) == ("again", "storm")
    other = {"break": {"quarter": "2021-Q2", "causes": ["storm"]}}
    assert repeated(again={"cause": "storm"}, **other) is None


def test_the_state_asks_the_incidents() -> None:
    """Broken stays broken without a repair, recovers with one, breaks again when its cause comes back."""
    waves = [wave(i, all_at(x)) for i, x in enumerate([8.0, 3.0, 5.0, 6.0])]

    def names(*incidents: Entry[Any]) -> list[StateName]:
        found = score(company(incidents, waves=waves), NOW).of("customers")
        assert found is not None
        return [quarter.state.name for quarter in found.quarters[1:]]

    broken, recovering = StateName.BROKEN, StateName.RECOVERING
    mended = incident("first", **FIRST)
    assert names() == [broken, broken, broken]
    assert names(mended) == [broken, recovering, recovering]
    assert names(mended, incident("again", **AGAIN)) == [broken, recovering, broken]
    declared = company(
        [], waves=waves[:1], organisation={"break": {"quarter": "2024-Q1", "declared": "We failed you."}}
    )
    alone = score(declared, NOW).of("customers")
    assert alone is not None
    assert alone.latest.state.name is StateName.PARTNER
