"""The decisions page: harm first, then what nobody looked at in time."""

from __future__ import annotations

from scorecard.model.records.registers import Decision
from scorecard.present.pages import decisions
from tests.present import made
from tests.present.pages.drawn import desk, entry, in_order, read


def decision(id: str, seen: str = "", at: str = "2026-05-01", **more: object) -> object:
    given = {
        "title": f"Close {id}",
        "decided": "2025-03-01",
        "what": "We closed it.",
        "why": "The rent.",
        "expected_effect": "None.",
        "check_by": "2026-06-30",
        **({"seen_effect": {"at": at, "text": f"We saw {id}.", "better": seen}} if seen else {}),
        **more,
    }
    return entry(Decision, id, **given)


def test_worse_stands_first_then_what_nobody_looked_at() -> None:
    """Bad news first, the better last."""
    known = made.records(
        decisions=(
            decision("a", "better"),
            decision("b", "no-change"),
            decision("c", check_by="2027-06-30"),
            decision("d"),
            decision("e", "worse"),
        )
    )
    told = read(decisions, desk(known))
    assert in_order(
        told,
        "1 of 5 decisions made things worse for customers",
        "For 1 of 5 decisions we have not looked at the effect in time.",
        "Close e",
        "Close d",
        "Nobody has looked yet.",
        "Close b",
        "Close c",
        "Close a",
    )


def test_an_overdue_look_is_the_headline_where_nothing_got_worse() -> None:
    """Not looking is the worst that is known then."""
    told = read(decisions, desk(made.records(decisions=(decision("a", "better"), decision("d")))))
    assert told.startswith(
        "Decisions on service and cost For 1 of 2 decisions we have not looked at the effect in time What we decided"
    )


def test_an_effect_of_tomorrow_is_not_told() -> None:
    """What is seen after the cut-off leaves the decision overdue."""
    told = read(decisions, desk(made.records(decisions=(decision("a", "better", "2026-12-01"),))))
    assert "We saw a." not in told
    assert "Not looked at, though due" in told


def test_what_is_not_stated_says_so() -> None:
    """Neither the number of customers nor the saving is a hole."""
    told = read(decisions, desk(made.records(decisions=(decision("a", "mixed"),))))
    assert "Customers it touches not stated" in told
    assert "What it saves not stated" in told


def test_without_a_list_the_page_says_so() -> None:
    """An absent register is named."""
    assert "We publish no list of decisions on service and cost" in read(decisions, desk(made.records()))
