"""Trust quarter by quarter: every audience from its first wave on, missing quarters included."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from scorecard.model.memo import Memo
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Flag, Reason, ReasonCode
from scorecard.model.records import Records
from scorecard.model.records.base import AUDIENCES
from scorecard.model.states import StateName
from scorecard.model.trust import State, TrustQuarter, TrustSeries, YearFigure
from scorecard.score import breaks, judgements, response, robustness, states, verdicts, years
from scorecard.score.aggregate import present
from scorecard.score.amends import Amends
from scorecard.score.archive import Archive
from scorecard.score.audience import Audience
from scorecard.score.clocks import Almanac
from scorecard.score.judgements import Judgements
from scorecard.score.questions import Frame
from scorecard.score.states import Point
from scorecard.score.waves import Taken, number, once


def series(
    records: Records, as_of: datetime, memo: Memo | None = None, archive: Archive | None = None
) -> tuple[TrustSeries, ...]:
    """The series of every audience that was ever asked, customers first."""
    memo = memo or Memo()
    frame = Frame(records.method.record, records.organisation.record)
    amends = Amends(archive or Archive.of(records, memo), as_of)
    found = []
    for name in AUDIENCES:
        waves = [e for e in records.waves if e.record.audience == name and e.record.kind == "quarterly"]
        if waves:
            audience = Audience.of(name, waves, frame, memo)
            found.append(_Assembly(audience, audience.pools(), records, as_of).series(amends))
    return tuple(found)


def after_contact(records: Records, memo: Memo | None = None) -> tuple[TrustQuarter, ...]:
    """Waves taken right after a contact: shown, never in a state, compared with nothing."""
    frame = Frame(records.method.record, records.organisation.record)
    state = State(StateName.UNKNOWN, "R0", False, "after_contact")
    waves = [entry for entry in records.waves if entry.record.kind == "after-contact"]
    memo = memo or Memo()
    return tuple(_bare(once(memo, e.record, e.file, frame), frame, state) for e in waves)


def span(audience: Audience, records: Records, as_of: datetime) -> tuple[Quarter, ...]:
    """The quarters of a series, without gaps: from the first wave to the latest quarter that is out.

    That is the latest of the last wave, a planned wave whose quarter is over, and a quarter whose release day has come.
    A planned quarter whose release is still ahead waits for it.
    """
    organisation = records.organisation.record
    almanac = Almanac.of(organisation)
    today, first = almanac.day(as_of), audience.taken[0].quarter
    ahead = waiting(records, as_of)
    over = [q for q in organisation.waves_planned if almanac.calendar.end(q) < today and q not in ahead]
    out = [release.quarter for release in organisation.releases if release.at <= as_of]
    last = max([audience.taken[-1].quarter, *(over if audience.name == "customers" else ()), *out])
    return tuple(first.plus(i) for i in range(last.index - first.index + 1))


def waiting(records: Records, as_of: datetime) -> frozenset[Quarter]:
    """Quarters whose announced release is still ahead."""
    return frozenset(one.quarter for one in records.organisation.record.releases if one.at > as_of)


@dataclass(frozen=True, slots=True)
class _Assembly:
    """Puts the quarters of one audience together."""

    audience: Audience
    pooled: tuple[years.Year | None, ...]
    records: Records
    as_of: datetime

    def series(self, amends: Amends) -> TrustSeries:
        audience = self.audience
        quarters = span(audience, self.records, self.as_of)
        places = [audience.index(quarter) for quarter in quarters]
        points = [Point(q) if i is None else audience.point(i) for q, i in zip(quarters, places, strict=True)]
        found = states.run(points, audience.frame.method.state, amends)
        return TrustSeries(
            audience.name,
            tuple(
                self._missing(point.quarter, state) if i is None else self._asked(i, point, state)
                for i, point, state in zip(places, points, found, strict=True)
            ),
        )

    def _missing(self, quarter: Quarter, state: State) -> TrustQuarter:
        nothing = Estimate(reason=self._why_missing(quarter), flags=frozenset({Flag.MISSING}))
        return TrustQuarter(
            quarter=quarter,
            audience=self.audience.name,
            n=None,
            fielding=None,
            trust=nothing,
            direct=nothing,
            state_score=nothing,
            state=state,
            usable=False,
            flags=frozenset({Flag.MISSING}),
            method_version=breaks.version_at(self.audience.frame.method, quarter),
        )

    def _why_missing(self, quarter: Quarter) -> Reason:
        """A quarter without a wave: nobody was asked, or what they said is not out, though its day may have come."""
        releases = self.records.organisation.record.releases
        release = next((one for one in releases if one.quarter == quarter), None)
        if release is None or (release.published is not None and release.published <= self.as_of):
            return Reason(ReasonCode.NOT_ASKED, "no_wave")
        if release.at > self.as_of:
            return Reason(ReasonCode.NOT_PUBLISHED, "awaiting_release")
        return Reason(ReasonCode.NOT_PUBLISHED, "overdue_release", {"due": release.at.isoformat()})

    def _asked(self, i: int, point: Point, state: State) -> TrustQuarter:
        audience, taken = self.audience, self.audience.taken[i]
        frame, method = audience.frame, audience.frame.method
        bare = _bare(taken, frame, state)
        last, ago = self._against(i, -1), self._against(i, -4)
        headline = last.trust if bare.trust.score is not None else last.direct
        pooled = self.pooled[i]
        year = self._year(pooled) if pooled is not None else None
        word = headline.word if headline is not None else None
        broke = self._break(i)
        marks = frozenset({Flag.BREAK}) if broke is not None else frozenset()
        weak = audience.weakest(taken)
        apart, clear = verdicts.gap(bare.trust, bare.direct, method.verdicts.gap)
        dimensions = tuple(judgements.on_dimension(part, last, ago) for part in bare.dimensions)
        questions = tuple(judgements.on_question(reading, last, method) for reading in bare.questions)
        if pooled is not None:
            dimensions = tuple(years.on_dimension(part, pooled, frame) for part in dimensions)
            questions = tuple(years.on_question(reading, pooled, frame) for reading in questions)
        return replace(
            bare,
            trust=_flag(bare.trust, marks),
            direct=_flag(bare.direct, marks),
            state_score=_flag(audience.state_score(taken), marks),
            usable=point.usable,
            dimensions=dimensions,
            questions=questions,
            verdict=headline,
            verdict_year=ago.trust if bare.trust.score is not None else ago.direct,
            direct_verdict=last.direct,
            year=year,
            headline="year" if year is not None and years.leads(bare.shown, word, frame) else "quarter",
            weakest=weak[0] if weak else "",
            gap=apart,
            gap_clear=clear,
            break_before=broke,
            flags=bare.flags | marks,
        )

    def _against(self, i: int, step: int) -> Judgements:
        quarter = self.audience.taken[i].quarter.plus(step)
        other = self.audience.index(quarter)
        if other is not None:
            return self.audience.judged(other, i)
        first = quarter < self.audience.taken[0].quarter
        reason = Reason(ReasonCode.NOT_ASKED, "first") if first else self._why_missing(quarter)
        return judgements.none(quarter, reason, self.audience.taken[i].figures, self.audience.frame.method)

    def _year(self, year: years.Year) -> YearFigure | None:
        before = self.audience.year_before(year, self.pooled)
        between = self.audience.between(before.span[0], year.span[-1]) if before is not None else None
        return years.figure(year, before, between, self.audience.frame)

    def _break(self, i: int) -> Reason | None:
        """Why nothing is compared with earlier quarters; a new major method shows as a break, though figures join."""
        taken = self.audience.taken[i]
        if taken.breaks.wave == "sample":
            return breaks.reason("sample", taken.quarter)
        if taken.breaks.method:
            return self.audience.unbridged(i) or breaks.reason("method", taken.quarter)
        return self.audience.unbridged(i)


def _bare(taken: Taken, frame: Frame, state: State) -> TrustQuarter:
    """A wave by itself, without comparisons."""
    figures, wave, method = taken.figures, taken.wave, frame.method
    parts = present(figures.dimensions, frame.gates.full_from)
    n = number(taken)
    found = TrustQuarter(
        quarter=taken.quarter,
        audience=wave.audience,
        n=n,
        fielding=response.fielding(wave, n, suppressed=taken.suppressed),
        trust=figures.trust,
        direct=figures.direct,
        state_score=figures.shown,
        state=state,
        usable=False,
        dimensions=figures.dimensions,
        questions=tuple(figures.questions.values()),
        robustness=robustness.band(
            [part.estimate.score or 0.0 for part in parts], [part.weight for part in parts], method.state.partner_at
        )
        if figures.trust.score is not None
        else None,
        mark=wave.method_changed or "",
        method_version=breaks.version_at(method, taken.quarter),
        file=taken.file,
    )
    low = frozenset({Flag.LOW_RELIABILITY}) if breaks.is_opt_in(wave) else frozenset()
    return replace(found, flags=found.shown.flags | low)


def _flag(figure: Estimate, marks: frozenset[Flag]) -> Estimate:
    return replace(figure, flags=figure.flags | marks)
