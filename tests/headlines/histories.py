"""Random companies: quarters asked in every way, incidents and promises, scored as real ones are."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.present.desk import Desk
from scorecard.present.words import Words, events, headline
from scorecard.present.words.headline import Headline
from scorecard.score import score
from tests.score.company import company, entry, incident
from tests.score.waves import FIRST, PARTS, wave

AS_OF = datetime(2029, 6, 1, tzinfo=UTC)
TITLES = (
    "Wrong bills",
    "No water",
    "We sent 9,400 households a bill that was too high and told nobody for two days in a row",
    "Payments failed.",
    "Is the water safe?",
    "1 in 3 meters sent no reading",
)
AUDIENCES = ("customers", "customers", "customers", "community", "staff", "agencies")
SIZES = (0, 1, 3, 9, 12, 29, 40, 120, 600, 3000, 250_000)


@dataclass(frozen=True, slots=True)
class Case:
    """One quarter of one audience with its headline in each language, and what it was made of."""

    name: str
    series: TrustSeries
    now: TrustQuarter
    found: dict[str, Headline]
    desk: Desk

    @property
    def owned(self) -> bool:
        """Was there an own fault or a broken promise that the headline has to name?"""
        quarter = self.now.quarter
        own = any(one.incident.fault == "ours" for one in self.desk.happened(quarter))
        return own or bool(self.desk.broken_promises(quarter))


def cases(seed: int, languages: dict[str, Words]) -> Iterator[Case]:
    """Every quarter of the random company of that number."""
    luck = random.Random(seed)
    audience = luck.choice(AUDIENCES)
    known = _records(luck, audience)
    card = score(known, AS_OF)
    series = card.of(audience)
    if series is None:
        return
    desks = {code: Desk(card, known, AS_OF, "1.0.0", words) for code, words in languages.items()}
    for now in series.quarters:
        found = {code: _headline(desk, series, now) for code, desk in desks.items()}
        yield Case(f"{seed} {audience} {now.quarter}", series, now, found, desks["en"])


def _headline(desk: Desk, series: TrustSeries, now: TrustQuarter) -> Headline:
    """As the page of the quarter makes it."""
    facts = events.worst(
        desk.words, desk.happened(now.quarter), desk.broken_promises(now.quarter), bool(desk.incidents)
    )
    return headline.make(desk.words, series, now.quarter, facts)


def _records(luck: random.Random, audience: str) -> Records:
    length = luck.choice([1, 2, 9, 14, 20])
    level, steps = luck.uniform(3, 9.5), luck.choice([0.05, 0.4, 1.5])
    size, usual = luck.choice(SIZES[5:]), _manner(luck)
    waves = []
    for step in range(length):
        level = min(9.9, max(1.1, level + luck.gauss(0, steps)))
        if luck.random() < 0.05 and step:
            continue
        manner = _manner(luck) if luck.random() < 0.07 else usual
        n = luck.choice(SIZES) if luck.random() < 0.1 else size
        waves.append(_wave(luck, step, level, n, manner, audience))
    quarters = [FIRST.plus(step) for step in range(length)]
    incidents = [_incident(luck, number, quarters) for number in range(luck.choice([0, 0, 1, 4, 9]))]
    promises = [_promise(luck, number, quarters) for number in range(luck.choice([0, 0, 1, 3]))]
    return company(incidents, waves=waves, promises=promises)


def _manner(luck: random.Random) -> dict[str, Any]:
    """How people are asked: sample, scale, which parts, counts or means."""
    return {
        "sample": luck.choice(["random"] * 6 + ["census", "opt-in", "not-stated"]),
        "scale": luck.choice(["1-10", "1-10", "1-10", "1-5", "0-10"]),
        "parts": luck.choice([0, 0, 3, 7, 8, 8]),
        "given": luck.choice(["counts"] * 6 + ["mean", "bare mean", "share"]),
        "invited": luck.choice([None, 1, 1.2, 8]),
    }


def _wave(luck: random.Random, step: int, level: float, n: int, manner: dict[str, Any], audience: str) -> Entry[Any]:
    ids = ["trust", *PARTS[: manner["parts"]]]
    if luck.random() < 0.05 and len(ids) > 1:
        ids.remove("trust")
    questions = [_question(luck, id, level, n, manner) for id in ids]
    fields: dict[str, Any] = {"sample": manner["sample"], "audience": audience}
    fields["invited"] = None if manner["invited"] is None else max(1, int(n * manner["invited"]))
    if luck.random() < 0.05:
        fields["method_changed"] = "Asked by another agency."
    if luck.random() < 0.3:
        fields["respondents"] = n
    return wave(step, questions, **{key: value for key, value in fields.items() if value is not None})


def _question(luck: random.Random, id: str, level: float, n: int, manner: dict[str, Any]) -> dict[str, Any]:
    low, high = (int(end) for end in manner["scale"].split("-"))
    middle = low + (min(10.0, max(1.0, level + luck.gauss(0, 0.4))) - 1) / 9 * (high - low)
    base: dict[str, Any] = {"id": id, "scale": manner["scale"]}
    if manner["given"] == "share":
        return {**base, "share": round(luck.random(), 3), **({"n": n} if n else {})}
    if manner["given"] in ("mean", "bare mean"):
        more = {"sd": round(luck.uniform(0.2, 2), 2), "n": n} if manner["given"] == "mean" else {}
        return {**base, "mean": round(min(high, max(low, middle)), 2), **more}
    answers = list(range(low, high + 1))
    weights = [2.0 ** -abs(answer - middle) for answer in answers]
    counts = [0] * len(answers)
    if n <= 3000:
        for answer in luck.choices(range(len(answers)), weights, k=n):
            counts[answer] += 1
    else:
        counts = [int(n * weight / sum(weights)) for weight in weights]
    return {**base, "counts": {"all": counts}}


def _moment(luck: random.Random, quarters: list[Quarter]) -> datetime:
    quarter = luck.choice(quarters)
    start = datetime(quarter.year, quarter.number * 3 - 2, 1, 8, tzinfo=UTC)
    return start + timedelta(minutes=luck.randrange(0, 85 * 1440))


def _incident(luck: random.Random, number: int, quarters: list[Quarter]) -> Entry[Any]:
    people: Any = luck.choice([None, 0, 1, 2, 1200, 48_000, "unknown"])
    known = _moment(luck, quarters)
    repair = {"what": "Mend it.", "due": known.date() + timedelta(30), "done": known.date() + timedelta(20)}
    return incident(
        f"case-{number}",
        known=known,
        remediation=[repair] if luck.random() < 0.7 else None,
        title=luck.choice(TITLES),
        severity=luck.choice(["critical", "major", "minor"]),
        fault=luck.choice(["ours", "supplier", "nature", "unknown"]),
        affected=None if people is None else {"customers": people, "estimate": luck.random() < 0.5},
        acknowledged=None,
        **({"resolved": "not-yet"} if luck.random() < 0.1 else {}),
    )


def _promise(luck: random.Random, number: int, quarters: list[Quarter]) -> Entry[Any]:
    due = _moment(luck, quarters).date()
    fields: dict[str, Any] = {"title": luck.choice(TITLES), "made": due - timedelta(days=200), "due": due}
    if luck.random() < 0.5:
        fields["measure"] = "A count."
    if luck.random() < 0.3:
        fields["history"] = [{"at": due, "state": luck.choice(["kept", "broken", "compromise"])}]
    return entry("promises", f"promise-{number}", **fields)
