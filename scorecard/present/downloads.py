"""The public data: tables in long format with low, high, n and status, and the same figures as JSON.

Scores are settled (half up to 9 decimals), not rounded. `status` is shown, suppressed or no data; `reason` says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from scorecard.model.lexical import Gap
from scorecard.model.moments import utc
from scorecard.model.pages import Cell, Json, Table, Tree
from scorecard.model.readings import Estimate, Verdict
from scorecard.model.records.base import NotApplicable
from scorecard.model.trust import GroupReading, QuestionReading, TrustQuarter
from scorecard.present import addresses, register_tables
from scorecard.present.api import number, score_json, status
from scorecard.present.desk import Desk
from scorecard.present.words import states

Row = tuple[Cell, ...]
#: Where all figures stand as JSON.
SCORES = addresses.API + "scores.json"


@dataclass(frozen=True, slots=True)
class Download:
    """A table with its title and what its rows are."""

    title: str
    what: str
    table: Table


def tables(desk: Desk) -> Iterator[Table]:
    """Every CSV download."""
    return (one.table for one in desk.once(listed))


def trees(desk: Desk) -> Iterator[Tree]:
    """Every JSON download."""
    figures = score_json(desk.scorecard, desk.records, desk.as_of)
    head: dict[str, Json] = {"schema_version": figures["schema_version"], "generated_at": utc(desk.as_of)}
    yield Tree(SCORES, head | figures)


def listed(desk: Desk) -> tuple[Download, ...]:
    """Every CSV download, described."""
    say = desk.words.say
    return (
        Download(
            say("Trust"),
            say("Every score by quarter: in all, by part, by question, by group, with its range."),
            Table(addresses.DATA + "trust.csv", TRUST, tuple(_trust(desk))),
        ),
        Download(
            say("What we call it"),
            say("The word for each quarter, the rule that gave it, and why."),
            Table(addresses.DATA + "states.csv", STATES, tuple(_states(desk))),
        ),
        Download(
            say("Answers"),
            say("Which share of people gave which answer. Rare answers are merged with their neighbour."),
            Table(addresses.DATA + "answers.csv", ANSWERS, tuple(_answers(desk))),
        ),
        Download(
            say("Who was asked"),
            say("How many were asked, how many answered, when and how."),
            Table(addresses.DATA + "response.csv", RESPONSE, tuple(_response(desk))),
        ),
        Download(
            say("Transparency"),
            say("Points for telling, explaining, repairing: in all, by pillar, by indicator."),
            Table(addresses.DATA + "transparency.csv", TRANSPARENCY, tuple(_transparency(desk))),
        ),
        Download(
            say("Incidents"),
            say("Every incident with its times, the people it affected, and whose fault it was."),
            Table(addresses.DATA + "incidents.csv", INCIDENTS, tuple(_incidents(desk))),
        ),
        Download(
            say("Promises"),
            say("Every promise with its dates and what became of it."),
            Table(addresses.DATA + "promises.csv", PROMISES, tuple(_promises(desk))),
        ),
        Download(
            say("Questions and answers"),
            say("What people asked us, what we said, and what changed."),
            Table(addresses.DATA + "dialogue.csv", register_tables.DIALOGUE, tuple(register_tables.dialogue(desk))),
        ),
        Download(
            say("Enquiries"),
            say("How many people wrote or called, and how many got an answer in time."),
            Table(addresses.DATA + "enquiries.csv", register_tables.ENQUIRIES, tuple(register_tables.enquiries(desk))),
        ),
        Download(
            say("Risks"),
            say("What could go wrong, before and after what we do about it."),
            Table(addresses.DATA + "risks.csv", register_tables.RISKS, tuple(register_tables.risks(desk))),
        ),
        Download(
            say("Decisions"),
            say("Decisions on service and cost, and what they did to customers."),
            Table(addresses.DATA + "decisions.csv", register_tables.DECISIONS, tuple(register_tables.decisions(desk))),
        ),
        Download(
            say("Outcomes"),
            say("Figures beside trust, by quarter."),
            Table(addresses.DATA + "outcomes.csv", OUTCOMES, tuple(_outcomes(desk))),
        ),
        Download(
            say("Corrections"),
            say("What we said, what it says now, and why."),
            Table(addresses.DATA + "corrections.csv", CORRECTIONS, tuple(_corrections(desk))),
        ),
    )


TRUST = (
    "audience", "kind", "quarter", "measure", "id", "group", "name", "score", "low", "high", "n", "status",
    "reason", "flags", "at_most", "verdict", "against", "change", "change_low", "change_high", "method",
)  # fmt: skip
STATES = ("audience", "quarter", "state", "rule", "detail", "changed", "usable", "why")
ANSWERS = ("audience", "kind", "quarter", "question", "scale", "answer_from", "answer_to", "share", "n")
RESPONSE = (
    "audience", "kind", "quarter", "sample", "population", "asked", "answered", "rate", "rate_name", "from", "to",
    "mode", "agency", "file",
)  # fmt: skip
TRANSPARENCY = (
    "quarter", "measure", "id", "name", "weight", "score", "low", "high", "n", "status", "reason", "met", "of",
    "median", "worst", "unit", "provisional",
)  # fmt: skip
INCIDENTS = (
    "id", "quarter", "title", "kind", "severity", "fault", "started", "known", "notified", "resolved", "customers",
    "customers_estimated", "minutes_to_notice", "notice_promised_minutes", "notice_promise_kept", "minutes_in_the_dark",
    "minutes_to_resolve", "longest_silence_minutes", "told_directly", "found_by", "cause", "open", "counted",
)  # fmt: skip
PROMISES = ("id", "title", "made", "due", "due_now", "state", "since", "detail", "measure", "owner", "proof")
OUTCOMES = ("id", "title", "kind", "quarter", "value", "low", "high", "n", "status", "reason")
CORRECTIONS = (
    "id",
    "concerns",
    "field",
    "was",
    "is",
    "label",
    "found",
    "published",
    "found_by",
    "notice",
    "reason",
    "effect",
)


def _trust(desk: Desk) -> Iterator[Row]:
    for kind, one in _quarters(desk):
        yield _estimate(one, kind, "trust", "", "", "", one.trust, one.verdict if one.trust.score is not None else None)
        yield _estimate(one, kind, "direct", "", "", "", one.direct, one.direct_verdict)
        if one.year is not None:
            yield _estimate(one, kind, "four quarters together", "", "", "", one.year.estimate, one.year.verdict)
        for part in one.dimensions:
            yield _estimate(one, kind, "dimension", part.id, "", part.name, part.estimate, part.verdict)
            if part.verdict_year is not None:
                yield _estimate(
                    one,
                    kind,
                    "dimension, against a year before",
                    part.id,
                    "",
                    part.name,
                    part.estimate,
                    part.verdict_year,
                )
        for question in one.questions:
            yield _estimate(one, kind, "question", question.id, "", question.text, question.estimate, question.verdict)
            yield from _groups(one, kind, question)


def _groups(one: TrustQuarter, kind: str, question: QuestionReading) -> Iterator[Row]:
    both: tuple[tuple[str, tuple[GroupReading, ...]], ...] = (
        ("group", question.groups),
        ("channel", question.channels),
    )
    for measure, groups in both:
        for group in groups:
            yield _estimate(one, kind, measure, question.id, group.id, group.name, group.estimate, group.verdict)
            if group.by_year is not None:
                name = f"{measure}, four quarters together"
                yield _estimate(one, kind, name, question.id, group.id, group.name, group.by_year, None)


def _estimate(
    one: TrustQuarter,
    kind: str,
    measure: str,
    id: str,
    group: str,
    name: str,
    figure: Estimate,
    verdict: Verdict | None,
) -> Row:
    return (
        one.audience, kind, str(one.quarter), measure, id, group, name,
        number(figure.score), number(figure.lo), number(figure.hi), figure.n, status(figure),
        figure.reason.code.value if figure.reason is not None else "",
        "".join(sorted(flag.value for flag in figure.flags)), figure.at_most,
        verdict.word.value if verdict is not None else "",
        str(verdict.against) if verdict is not None and verdict.against is not None else "",
        number(verdict.d) if verdict is not None else None,
        number(verdict.lo) if verdict is not None else None,
        number(verdict.hi) if verdict is not None else None,
        one.method_version,
    )  # fmt: skip


def _states(desk: Desk) -> Iterator[Row]:
    for series in desk.scorecard.series:
        for one in series.quarters:
            state = one.state
            yield (
                one.audience, str(one.quarter), state.name.value, state.rule, state.detail, state.changed, one.usable,
                states.why(desk.words, one),
            )  # fmt: skip


def _answers(desk: Desk) -> Iterator[Row]:
    for kind, one in _quarters(desk):
        for question in one.questions:
            scale = f"{question.scale[0]}-{question.scale[1]}"
            for part in question.shares:
                yield (
                    one.audience, kind, str(one.quarter), question.id, scale, part.low, part.high, number(part.share),
                    question.estimate.n,
                )  # fmt: skip


def _response(desk: Desk) -> Iterator[Row]:
    for kind, one in _quarters(desk):
        who = one.fielding
        if who is not None:
            yield (
                one.audience, kind, str(one.quarter), who.sample, who.population, who.invited, one.n,
                number(who.response_rate), who.response_rate_name, _day(who.from_day), _day(who.to_day),
                "; ".join(who.mode), who.agency, one.file,
            )  # fmt: skip


def _quarters(desk: Desk) -> Iterator[tuple[str, TrustQuarter]]:
    for series in desk.scorecard.series:
        yield from (("quarterly", one) for one in series.quarters)
    yield from (("after contact", one) for one in desk.scorecard.after_contact)


def _transparency(desk: Desk) -> Iterator[Row]:
    for one in desk.scorecard.transparency:
        quarter = str(one.quarter)
        reason = one.reason.code.value if one.reason is not None else ""
        yield _points(quarter, "total", "", "", None, one.score, one.incidents.count, reason, one.provisional)
        for pillar in one.pillars:
            reason = pillar.reason.code.value if pillar.reason is not None else ""
            yield _points(quarter, "pillar", pillar.id, pillar.name, pillar.weight, pillar.score, None, reason, False)
            for part in pillar.indicators:
                yield (
                    quarter, "indicator", part.id, part.name, number(part.weight), number(part.value), number(part.lo),
                    number(part.hi), part.cases, "shown" if part.value is not None else "no data",
                    part.reason.code.value if part.reason is not None else "",
                    part.fact.met if part.fact is not None else None, part.fact.of if part.fact is not None else None,
                    number(part.median), number(part.worst), part.unit, part.provisional,
                )  # fmt: skip


def _points(
    quarter: str,
    measure: str,
    id: str,
    name: str,
    weight: float | None,
    score: float | None,
    n: int | None,
    reason: str,
    open_: bool,
) -> Row:
    shown = "shown" if score is not None else "no data"
    nothing: tuple[Cell, ...] = (None, None)
    head: Row = (quarter, measure, id, name, number(weight), number(score), *nothing, n, shown, reason)
    return (*head, *nothing, *nothing, "", open_)


def _incidents(desk: Desk) -> Iterator[Row]:
    for entry in desk.records.incidents:
        record, reading = entry.record, desk.reading(entry.id)
        quarter = desk.quarter_of(entry)
        affected = None if isinstance(record.affected, NotApplicable) else record.affected
        people = affected.customers if affected is not None else 0
        yield (
            entry.id, str(quarter) if quarter is not None else "", record.title, record.kind, record.severity,
            record.fault, _clock(record.started), _clock(record.known), _clock(record.notified),
            _clock(record.resolved), people if isinstance(people, int) else None,
            affected.estimate if affected is not None else False,
            number(reading.notice_minutes), number(reading.notice_promise_minutes), reading.kept,
            number(reading.dark_minutes), number(reading.resolve_minutes), number(reading.longest_silence_minutes),
            reading.told_directly, record.found_by or "", record.cause or "", reading.resolve_open, reading.counted,
        )  # fmt: skip


def _promises(desk: Desk) -> Iterator[Row]:
    for entry in desk.records.promises:
        reading, record = desk.scorecard.promises.get(entry.id), entry.record
        if reading is not None:
            yield (
                entry.id, record.title, _day(record.made), _day(record.due), _day(reading.due), reading.state,
                _day(reading.since), reading.detail, record.measure or "", record.owner or "", record.proof or "",
            )  # fmt: skip


def _outcomes(desk: Desk) -> Iterator[Row]:
    known = desk.records.outcomes
    kinds = {one.id: one for one in known.record.outcomes} if known is not None else {}
    for one in desk.scorecard.outcomes:
        record = kinds.get(one.id)
        yield (
            one.id, record.title if record is not None else one.id, record.kind if record is not None else "",
            str(one.quarter), number(one.value), number(one.lo), number(one.hi), one.n,
            "shown" if one.value is not None else "no data", one.missing,
        )  # fmt: skip


def _corrections(desk: Desk) -> Iterator[Row]:
    for entry in desk.records.corrections:
        one = entry.record
        if one.published > desk.today:
            continue
        yield (
            entry.id, one.concerns, one.field, one.was, one.is_, one.label, _day(one.found), _day(one.published),
            one.found_by or "", one.notice, one.reason, one.effect or "",
        )  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day is not None else ""


def _clock(value: datetime | Gap | None) -> str:
    """A moment in UTC, or the word that stands in its place."""
    if isinstance(value, datetime):
        return value.isoformat().replace("+00:00", "Z")
    return value.value if value is not None else ""
