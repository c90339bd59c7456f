"""You said, we did: open first, refusals with their reason, nothing of tomorrow."""

from __future__ import annotations

from scorecard.model.records.registers import Dialogue
from scorecard.present.pages import dialogue
from tests.present import made
from tests.present.pages.drawn import desk, entry, html, in_order, page, read


def asked(id: str, **more: object) -> object:
    given = {
        "with": "customers",
        "started_by": "a customer",
        "asked": "2026-08-01",
        "question": f"Why {id}?",
        **more,
    }
    return entry(Dialogue, id, **given)


def answered(id: str, outcome: str, **more: object) -> object:
    return asked(id, answered="2026-08-11", answer="So it is.", outcome=outcome, **more)


def test_open_then_declined_then_changed_then_answered() -> None:
    """What still waits stands first, then what we will not do."""
    known = made.records(
        dialogue=(
            answered("a", "answered"),
            answered("b", "changed", changed="The route."),
            answered("c", "declined-because", because="The rent."),
            asked("d"),
        )
    )
    told = read(dialogue, desk(known))
    assert in_order(
        told,
        "1 of 4 questions has no answer yet",
        "Open questions",
        "Why d?",
        "92 days",
        "We will not, because",
        "Why c?",
        "Why not The rent.",
        "Why b?",
        "What changed The route.",
        "Why a?",
    )


def test_the_longest_wait_stands_first() -> None:
    """Open questions by the day they were asked."""
    known = made.records(dialogue=(asked("new", asked="2026-10-01"), asked("old", asked="2026-03-01")))
    assert in_order(read(dialogue, desk(known)), "Why old?", "Why new?")


def test_a_hole_is_named() -> None:
    """A refusal without a reason and a change without its name say so."""
    told = read(dialogue, desk(made.records(dialogue=(answered("a", "declined-because"), answered("b", "changed")))))
    assert "Why not We gave no reason." in told
    assert "What changed We have not said what." in told


def test_nothing_of_tomorrow_is_told() -> None:
    """A question asked later is not there; an answer that comes later leaves the question open."""
    known = made.records(
        dialogue=(
            asked("later", asked="2026-11-20"),
            asked("soon", answered="2026-11-20", answer="Tomorrow’s answer.", outcome="answered"),
        )
    )
    told = read(dialogue, desk(known))
    assert "1 of 1 questions has no answer yet" in told
    assert "Why later?" not in told
    assert "Tomorrow’s answer." not in told


def test_without_a_record_the_page_says_so() -> None:
    """An absent register is named."""
    assert "We publish no record of questions" in read(dialogue, desk(made.records()))


def test_a_language_is_used_only_where_it_is_one() -> None:
    """`lang` comes from data; a sentence in it never reaches the attribute."""
    drawn = html(page(dialogue, desk(made.records(dialogue=(asked("a", lang="it"), asked("b", lang='x" onload="y'))))))
    assert drawn.count("lang=") == 1
    assert 'lang="it"' in drawn
