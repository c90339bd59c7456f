"""Invented records of every kind that a command edits."""

from __future__ import annotations

import random
from typing import Any

from tests.edits.styles import TEXTS


def _text(dice: random.Random) -> str:
    return dice.choice(TEXTS)


def _line(dice: random.Random) -> str:
    return dice.choice([text for text in TEXTS if "\n" not in text and len(text) < 900])


def _at(hour: int, minute: int, dice: random.Random) -> str:
    return f"2026-06-29T{hour:02d}:{minute:02d}" + dice.choice(("", "+02:00", ":00+02:00"))


def _maybe(record: dict[str, Any], dice: random.Random, share: float = 0.5) -> dict[str, Any]:
    """Each with that chance."""
    return {key: value for key, value in record.items() if dice.random() < share}


def incident(dice: random.Random) -> dict[str, Any]:
    """One that is open."""
    told = dice.random() < 0.8
    times = sorted(dice.sample(range(600), dice.choice((1, 2, 3, 6)))) if told else []
    updates: Any = [
        {
            "at": _at(12 + time // 60, time % 60, dice),
            **_maybe({"status": dice.choice(("investigating", "identified", "monitoring"))}, dice, 0.8),
            "text": _text(dice),
            **_maybe({"next_update": "2026-06-30T09:00+02:00"}, dice, 0.3),
        }
        for time in times
    ]
    record = {
        "title": _line(dice),
        "kind": "service",
        "severity": "minor",
        "fault": dice.choice(("ours", "supplier")),
        **_maybe({"systems": ["website", "payment-gateway"], "started": _at(9, 12, dice)}, dice),
        "known": _at(9, 20, dice),
        "notified": updates[0]["at"] if updates else "not-yet",
        "resolved": dice.choice(("not-yet", "not-yet", None)),
        **_maybe({"found_by": "customer", "affected": {"customers": "1200", "estimate": "true"}}, dice),
        **_maybe({"acknowledged": {"text": _text(dice), "by": "Head of IT"}, "what_to_do": _text(dice)}, dice),
        **_maybe({"description": _text(dice), "private_note": _text(dice), "company_comment": _text(dice)}, dice, 0.3),
        "updates": updates or dice.choice((None, [])),
    }
    if not updates and dice.random() < 0.5:
        del record["updates"]
    return record


def promise(dice: random.Random) -> dict[str, Any]:
    """One that is not decided."""
    return {
        "title": _line(dice),
        "made": "2026-01-10",
        "due": "2026-12-31",
        **_maybe({"measure": _text(dice), "owner": _line(dice), "text": _text(dice)}, dice),
        **_maybe(
            {"renegotiated": dice.choice((None, [], [{"at": "2026-03-01", "due": "2027-01-31", "why": _text(dice)}]))},
            dice,
        ),
        **_maybe(
            {
                "history": [
                    {"at": f"2026-0{month}-01", "state": "in-the-works", **_maybe({"text": _text(dice)}, dice)}
                    for month in range(2, dice.choice((3, 4, 6)))
                ]
            },
            dice,
            0.7,
        ),
    }


def dialogue(dice: random.Random) -> dict[str, Any]:
    """A question without an answer."""
    return {
        "with": "customers",
        "started_by": _line(dice),
        "asked": "2026-05-02",
        **_maybe({"channel": _line(dice)}, dice),
        "question": _text(dice),
        **_maybe({"answered": None, "answer": None}, dice, 0.2),
        **_maybe({"outcome": dice.choice(("open", "open", None))}, dice, 0.8),
        **_maybe({"private_note": _text(dice)}, dice, 0.3),
    }


def risk(dice: random.Random) -> dict[str, Any]:
    """One with ratings."""
    return {
        "title": _line(dice),
        **_maybe({"description": _text(dice)}, dice),
        "owner": _line(dice),
        "next_review": "2026-07-01",
        **_maybe({"reviewed": dice.choice(([], None, ["2026-02-03"], ["2026-02-03", "2026-03-04"]))}, dice),
        **_maybe({"measures": [{"what": _line(dice), "due": "2026-12-18"}]}, dice),
        "ratings": [
            {"at": f"2026-0{month}-01", "likelihood": "4", "impact": "3", **_maybe({"note": _text(dice)}, dice, 0.3)}
            for month in range(1, dice.choice((2, 3, 5)))
        ],
    }


def wave(dice: random.Random) -> dict[str, Any]:
    """One that waits for its answers, or has some of them."""
    questions = []
    for number in range(1, dice.choice((2, 3, 5))):
        waits: dict[str, Any] = {"missing": "The answers are not in yet."}
        there: dict[str, Any] = {"counts": [str(count) for count in range(1, 11)]}
        split: dict[str, Any] = {"counts": {"all": ["9"] * 10, "household": ["4"] * 10}, "dont_know": "3"}
        one = dice.choice((waits, waits, waits, there, split, {"missing": "not asked this quarter"}, {}))
        head = {**_maybe({"text": _line(dice)}, dice, 0.8), **_maybe({"scale": "1-10"}, dice, 0.8)}
        tail = _maybe({"comparable": "true", "note": _text(dice), "company_comment": _text(dice)}, dice, 0.2)
        questions.append({"id": f"question-{number}", **head, **one, **tail})
    return {
        "quarter": "2026-Q2",
        "audience": "customers",
        "sample": "random",
        **_maybe(
            {"fieldwork": {"from": "2026-06-01", "mode": ["web", "phone"]}, "publish_at": "2026-07-20T10:00"}, dice
        ),
        **_maybe({"population": "48210", "respondents": dice.choice(("700", None))}, dice),
        **_maybe({"note": _text(dice)}, dice, 0.3),
        **_maybe({"questions": dice.choice((questions, questions, questions, [], None))}, dice, 0.9),
    }


#: The group of records, its folder, and who makes one.
KINDS = {
    "incidents": ("incidents/2026", incident),
    "promises": ("promises", promise),
    "dialogue": ("dialogue/2026", dialogue),
    "risks": ("risks", risk),
    "waves": ("surveys", wave),
}
