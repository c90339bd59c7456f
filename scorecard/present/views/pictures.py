"""Pictures as files of their own: what a page draws, with its finding, numbers and source inside."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Picture
from scorecard.model.trust import TrustQuarter
from scorecard.present.charts import card
from scorecard.present.charts.card import Card, Given
from scorecard.present.desk import Desk
from scorecard.present.views import answers, calendar, notices, parts
from scorecard.present.words import Words, terms

TEMPLATE = "charts/card.svg.jinja"


def make(desk: Desk) -> Iterator[Picture]:
    """The parts and the answers of every audience and quarter that was asked, then the two of the incidents."""
    foot = source(desk)
    for series in desk.scorecard.series:
        for one in series.quarters:
            if parts.asked(one):
                moves = parts.moves(desk, one)
                yield Picture(moves.svg, TEMPLATE, _parts(desk.words, one, moves, foot))
            found = answers.make(desk, one)
            if found is not None:
                yield Picture(found.svg, TEMPLATE, _answers(desk.words, one, found, foot))
    told, days = notices.make(desk), calendar.make(desk)
    if told is not None:
        yield Picture(told.svg, TEMPLATE, _notices(desk.words, told, foot))
    if days is not None:
        yield Picture(days.svg, TEMPLATE, _days(desk.words, days, foot))


def source(desk: Desk) -> str:
    """Who says so, and as of when."""
    words = desk.words
    text = words.say("{name}, figures as of {moment}.", name=desk.organisation.name, moment=words.day(desk.as_of))
    return words.say("Example with invented data.") + " " + text if desk.invented else text


def _parts(words: Words, one: TrustQuarter, moves: parts.Moves, foot: str) -> Card:
    heads = [words.say("Part of trust"), words.say("Score"), words.say("Range"), words.say("Change")]
    rows = [
        Given(
            row.name,
            "" if row.score else row.reason,
            ((row.score or "–", ""), (row.range, ""), _change(words, row)),
            row.track,
        )
        for row in moves.rows
    ]
    subtitle = words.say(
        "{who}, {quarter}. Each part of trust on 1 to 10, with the range that chance allows.",
        who=terms.audience(words, one.audience),
        quarter=words.quarter(one.quarter),
    )
    return card.make("parts", moves.finding, subtitle, heads, rows, [foot])


def _change(words: Words, row: parts.Row) -> tuple[str, str]:
    """Long words stand in the smaller line."""
    before = words.say("from {before}", before=row.before) if row.before else ""
    return (row.change, before) if row.moved else ("–" if row.change else "", before)


def _answers(words: Words, one: TrustQuarter, found: answers.Answers, foot: str) -> Card:
    heads = [words.say("As asked"), words.say("Low"), words.say("Middle"), words.say("High")]
    rows = [
        Given(
            row.text,
            row.detail,
            ((row.low or "–", row.low_of), (row.middle or "–", row.merged), (row.high or "–", row.high_of)),
            row.bar,
        )
        for row in found.rows
    ]
    subtitle = f"{terms.audience(words, one.audience)}. {found.subtitle}"
    return card.make("answers", found.finding, subtitle, heads, rows, [" ".join(found.notes), foot])


def _notices(words: Words, found: notices.Notices, foot: str) -> Card:
    heads = [words.say("Quarter"), words.say("In time"), words.say("Half within"), words.say("Slowest")]
    rows = [
        Given(
            row.quarter,
            row.detail,
            ((row.kept, ""), (row.half or "–", ""), (row.slowest or "–", "")),
            row.strip,
            float(row.strip.height),
        )
        for row in found.rows
    ]
    notes = [*found.notes, words.say("Dot: told in time. Cross: told late."), foot]
    return card.make("notices", found.finding, found.subtitle, heads, rows, notes, found.chart, label=120, cell=120)


def _days(words: Words, found: calendar.IncidentDays, foot: str) -> Card:
    key = words.say("Crossed square: critical. Full square: major. Hollow square: minor.")
    notes = [key, " ".join(found.rule), foot]
    return card.wide("days", found.finding, found.subtitle, found.chart, float(found.chart.height), notes)
