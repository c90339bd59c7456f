"""The outcomes page: what people did, beside trust and without claiming a cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.quarters import Quarter
from scorecard.model.records.registers import Outcome
from scorecard.model.scorecards import OutcomeReading
from scorecard.present import addresses
from scorecard.present.charts import outcome as chart
from scorecard.present.charts.outcome import Axis, OutcomeChart, Series, Value
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Opening
from scorecard.present.words import Words

PLACE = 60


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One quarter as numbers. `reason` stands where there is no figure."""

    quarter: str
    value: str
    range: str
    n: str
    trust: str
    reason: str


@dataclass(frozen=True, slots=True)
class OutcomeFigure:
    """One outcome: finding, what it is, picture, numbers. `chart` is None where no quarter has a figure."""

    id: str
    title: str
    finding: str
    notes: tuple[str, ...]
    note: str
    chart: OutcomeChart | None
    rows: tuple[OutcomeRow, ...]
    ranges: bool
    counted: bool
    csv: str


@dataclass(frozen=True, slots=True)
class OutcomesPage(Context):
    """The page; no figure where no outcomes are published."""

    opening: Opening
    figures: tuple[OutcomeFigure, ...]
    comment: str


def make(desk: Desk) -> Iterator[Page]:
    """The one page of outcomes."""
    words, entry = desk.words, desk.records.outcomes
    figures = tuple(_figure(desk, one) for one in entry.record.outcomes) if entry is not None else ()
    opening = _opening(words, len(figures))
    yield Page(
        uri=addresses.OUTCOMES,
        kind="outcomes",
        title=words.say("Outcomes"),
        template="outcomes.html.jinja",
        context=OutcomesPage(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            figures=figures,
            comment=(entry.record.company_comment or "") if entry is not None else "",
        ),
        updated=desk.today,
        description=opening.headline,
        source=entry.file or None if entry is not None else None,
        parent=addresses.HOME,
        nav=words.say("Outcomes"),
        language=words.language,
    )


def _opening(words: Words, number: int) -> Opening:
    if not number:
        return Opening(
            words.say("We publish no outcomes"),
            (words.say("Such as: how many customers stay, how many leave, how many complain."),),
        )
    return Opening(
        words.say("What people did, beside what they said"),
        (
            words.say("Trust is what people say. Here is what they do."),
            words.say("We do not claim that one causes the other."),
        ),
    )


def _figure(desk: Desk, outcome: Outcome) -> OutcomeFigure:
    words = desk.words
    points = [one for one in desk.scorecard.outcomes if one.id == outcome.id]
    tell = _teller(words, outcome)
    finding = _finding(words, outcome, points, tell)
    return OutcomeFigure(
        id=addresses.anchor(addresses.OUTCOMES, outcome.id),
        title=outcome.title,
        finding=finding,
        notes=tuple(_notes(words, outcome)),
        note=outcome.note or "",
        chart=_chart(desk, outcome, points, tell, finding),
        rows=tuple(_row(desk, outcome, one, tell) for one in reversed(points)),
        ranges=any(one.lo is not None for one in points),
        counted=any(one.n is not None for one in points),
        csv=addresses.DATA + "outcomes.csv",
    )


def _teller(words: Words, outcome: Outcome) -> Callable[[float], str]:
    """How this outcome's figures are printed."""
    if outcome.kind == "share":
        return lambda value: words.percent(value, 1)
    if outcome.kind == "net-promoter-score":
        return lambda value: words.plain(value, 0).replace("-", "−")
    return lambda value: words.plain(value, 2).replace("-", "−")


def _finding(words: Words, outcome: Outcome, points: list[OutcomeReading], tell: Callable[[float], str]) -> str:
    known = [(one, one.value) for one in points if one.value is not None]
    if not known:
        return words.say("No figure yet")
    last, value = known[-1]
    now = f"{tell(value)} {outcome.unit}" if outcome.unit else tell(value)
    facts = {"now": now, "quarter": words.quarter(last.quarter)}
    before = next((one.value for one in points if one.quarter == last.quarter.plus(-1)), None)
    if before is None:
        return words.say("{now} in {quarter}", **facts)
    return words.say("{now} in {quarter}, {before} the quarter before", **facts, before=tell(before))


def _notes(words: Words, outcome: Outcome) -> Iterator[str]:
    if outcome.kind == "net-promoter-score":
        yield words.say("The share who would recommend us less the share who would not.")
        yield words.say("It runs from −100 to 100. The range is what chance allows.")
    elif outcome.kind == "share":
        yield words.say("A share of people, in per cent. The range is what chance allows.")


def _chart(
    desk: Desk, outcome: Outcome, points: list[OutcomeReading], tell: Callable[[float], str], title: str
) -> OutcomeChart | None:
    known = [one for one in points if one.value is not None]
    if not known:
        return None
    words = desk.words
    first, last = points[0].quarter, points[-1].quarter
    quarters = [first.plus(i) for i in range(last.index - first.index + 1)][-chart.MOST_QUARTERS :]
    by_quarter = {one.quarter: one for one in points}
    own = tuple(_value(by_quarter.get(quarter)) for quarter in quarters)
    series = [Series(outcome.title, own, _axis(outcome, own), tell)]
    trust = tuple(_trust(desk, quarter) for quarter in quarters)
    if any(one.value is not None for one in trust):
        line = desk.method.state.partner_at
        series.append(
            Series(words.say("Trust, 1 to 10"), trust, Axis(1.0, 10.0, (1.0, line, 10.0), line), _trust_teller(words))
        )
    description = words.say(
        "Two line charts over the same quarters, {first} to {last}: {title}, and trust below. The numbers stand below.",
        first=words.quarter(first),
        last=words.quarter(last),
        title=outcome.title,
    )
    return chart.make(
        f"outcome-{outcome.id}-picture",
        f"{outcome.title}: {title}",
        description,
        quarters,
        series,
        words.quarter_number,
    )


def _trust_teller(words: Words) -> Callable[[float], str]:
    return lambda value: words.plain(value, 0) if value == int(value) else words.figure(value)


def _value(one: OutcomeReading | None) -> Value:
    return Value(None) if one is None else Value(one.value, one.lo, one.hi)


def _axis(outcome: Outcome, values: tuple[Value, ...]) -> Axis:
    if outcome.kind == "net-promoter-score":
        return Axis(-100.0, 100.0, (-100.0, -50.0, 0.0, 50.0, 100.0))
    ends = [end for one in values for end in (one.value, one.lo, one.hi) if end is not None]
    if outcome.kind == "share":
        return chart.nice_axis(ends, 0.0, 1.0)
    return chart.nice_axis([0.0, *ends])


def _trust(desk: Desk, quarter: Quarter) -> Value:
    now = desk.trust("customers", quarter)
    if now is None or now.shown.score is None:
        return Value(None)
    opted = now.fielding is not None and now.fielding.sample == "opt-in"
    joined = now.break_before is None and not now.mark and not opted
    return Value(now.shown.score, now.shown.lo, now.shown.hi, joined)


def _row(desk: Desk, outcome: Outcome, one: OutcomeReading, tell: Callable[[float], str]) -> OutcomeRow:
    words = desk.words
    now = desk.trust("customers", one.quarter)
    score = now.shown.score if now is not None else None
    ends = (
        words.say("{lo} to {hi}", lo=tell(one.lo), hi=tell(one.hi)) if one.lo is not None and one.hi is not None else ""
    )
    return OutcomeRow(
        quarter=words.quarter(one.quarter),
        value=tell(one.value) if one.value is not None else "",
        range=ends,
        n=words.number(one.n) if one.n is not None else "",
        trust=words.figure(score) if score is not None else "",
        reason="" if one.value is not None else one.missing or words.say("No figure."),
    )
