"""surveys/*.yml: one wave of one audience, with counts of answers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field

from scorecard.model.lexical import (
    Count,
    Day,
    Id,
    Line,
    Number,
    QuarterName,
    Text,
    Words,
    YesNo,
    fault,
    under_all,
)
from scorecard.model.records.base import Audience, FileRecord, Lines, Record


def parse_scale(value: Any) -> Any:
    """A scale, or pydantic's value as it is when it is one already."""
    if isinstance(value, Scale):
        return value
    match = re.fullmatch(r"\s*(\d{1,3})\s*(?:-|–|to)\s*(\d{1,3})\s*", value) if isinstance(value, str) else None
    if match is None:
        raise fault("bad-scale", f"{value!r} is not a scale", "write its two ends, such as 1-10, 1-5, 1-7 or 0-10")
    low, high = int(match[1]), int(match[2])
    if low >= high:
        raise fault(
            "bad-scale",
            f"the scale {low}-{high} runs the wrong way round",
            f"write {high}-{low} and turn the counts round, or give one scale",
        )
    if low > 1 or not 3 <= high - low + 1 <= 101:
        raise fault(
            "bad-scale",
            f"the scale {low}-{high} is not one this method knows",
            "scales start at 0 or 1 and have 3 to 101 answers",
        )
    return Scale.model_construct(low=low, high=high)


class Scale(Record):
    """The answers offered, from low to high, whole numbers."""

    low: Count
    high: Count

    @property
    def answers(self) -> range:
        """Every answer on the scale."""
        return range(self.low, self.high + 1)

    def __str__(self) -> str:
        return f"{self.low}-{self.high}"


class Period(Record):
    """Two days, both included."""

    from_: Annotated[Day, Field(alias="from")]
    to: Day


class Fieldwork(Record):
    """When, how and by whom people were asked."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    to: Day | None = None
    mode: Lines = ()
    agency: Line | None = None


class Dispositions(Record):
    """Outcomes of all attempts in the AAPOR classes (Standard Definitions); response rates RR1 and RR2 follow."""

    interviews: Count
    partial: Count = 0
    refusals: Count = 0
    non_contacts: Count = 0
    other: Count = 0
    unknown_household: Count = 0
    unknown_other: Count = 0


Counts = Annotated[tuple[Count, ...], Field(min_length=1)]


def _answers(value: Any) -> Any:
    """A list of counts, or one under `all`."""
    return under_all(value)


class Question(Record):
    """One item as asked in this wave: counts per answer, or a mean, a share, or the reason why there is nothing."""

    id: Id
    text: Line | None = None
    """As asked this quarter; the method's text when left out."""
    scale: Annotated[Scale | None, BeforeValidator(parse_scale)] = None
    """As asked this quarter; the method's scale (1-10) when left out."""
    comparable: YesNo = True
    """false with a note: a series break, nothing is compared across it."""
    note: Text | None = None
    counts: Annotated[Mapping[Id, Counts] | None, BeforeValidator(_answers)] = None
    """Answers from the low end to the high end, one line per segment and `all`."""
    channels: Mapping[Id, Counts] | None = None
    """The same answers by channel (in person, phone, web)."""
    dont_know: Annotated[Mapping[Id, Count], BeforeValidator(_answers)] = {}
    no_answer: Annotated[Mapping[Id, Count], BeforeValidator(_answers)] = {}
    percentages: tuple[Number, ...] | None = None
    """Published percentages per answer instead of counts; never rescaled in silence."""
    mean: Number | None = None
    """Mean on the scale as asked, where no counts exist."""
    sd: Number | None = None
    n: Count | None = None
    share: Number | None = None
    """Share 0 to 1 of those who gave a favourable answer, where only that is known."""
    share_of: Line | None = None
    """What the share counts: answered 9 or 10, agreed."""
    missing: Line | None = None
    """Why there is no figure this quarter."""
    lang: Line | None = None
    company_comment: Text | None = None


class Wave(FileRecord):
    """One fielding of the survey for one audience."""

    quarter: QuarterName
    audience: Audience
    kind: Annotated[str, Words("quarterly", "after-contact")] = "quarterly"
    sample: Annotated[str, Words("random", "census", "opt-in", "not-stated")]
    """Who was asked: a chance sample, everybody, whoever wanted to; not-stated where an imported source is silent."""
    period: Period | None = None
    fieldwork: Fieldwork | None = None
    population: Count | None = None
    invited: Count | None = None
    respondents: Count | None = None
    dispositions: Dispositions | None = None
    method_changed: Text | None = None
    """A hand-set mark with its note: something about the survey changed; nothing is compared across it."""
    question_correlation: Number | None = None
    """Mean correlation between questions, 0 to 1, where staff hold the rows and n is at least 100."""
    comments: Lines = ()
    """Words of respondents, letter for letter. They can give people away: a warning says so."""
    note: Text | None = None
    questions: tuple[Question, ...] = ()

    @property
    def first_day(self) -> date | None:
        """First day of the stated period, None when not stated."""
        return self.period.from_ if self.period else None
