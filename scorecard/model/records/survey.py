"""surveys/*.yml: one wave of one audience, with counts of answers."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import Field

from scorecard.model import written
from scorecard.model.annotations import Parsed, Shorthand
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
    parse_like,
    under_all,
)
from scorecard.model.records.base import Audience, FileRecord, Lines, Record


def parse_scale(value: Any) -> Any:
    """A scale, or pydantic's value as it is when it is one already."""
    if isinstance(value, Scale):
        return value
    help = "write its two ends, such as 1-10, 1-5, 1-7 or 0-10"
    text = parse_like(r"[0-9]{1,3}\s*(?:-|–|to)\s*[0-9]{1,3}", value, "a scale", "bad-scale", help)
    low, high = (int(end) for end in re.findall(r"[0-9]+", text))
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


#: Annotation of a scale as people write it.
ScaleText = Parsed(parse_scale, written.SCALE)


class Scale(Record):
    """The answers offered, from low to high, whole numbers."""

    low: Count
    """The lowest answer."""
    high: Count
    """The highest answer."""

    @property
    def answers(self) -> range:
        """Every answer on the scale."""
        return range(self.low, self.high + 1)

    def __str__(self) -> str:
        return f"{self.low}-{self.high}"


class Period(Record):
    """Two days, both included."""

    from_: Annotated[Day, Field(alias="from")]
    """The first day."""
    to: Day
    """The last day."""


class Fieldwork(Record):
    """When, how and by whom people were asked."""

    from_: Annotated[Day | None, Field(alias="from")] = None
    """The first day people were asked."""
    to: Day | None = None
    """The last day people were asked."""
    mode: Lines = ()
    """How they were asked: web, phone, post."""
    agency: Line | None = None
    """Who asked them, where it was not the company."""


class Dispositions(Record):
    """Outcomes of all attempts in the AAPOR classes (Standard Definitions); response rates RR1 and RR2 follow."""

    interviews: Count
    """Complete interviews."""
    partial: Count = 0
    """Interviews broken off that count all the same."""
    refusals: Count = 0
    """People who refused, or broke off early."""
    non_contacts: Count = 0
    """People who were never reached."""
    other: Count = 0
    """People who could not take part: language, illness."""
    unknown_household: Count = 0
    """Addresses of which nobody knows whether someone lives there."""
    unknown_other: Count = 0
    """Other cases of which nobody knows whether they count."""


Counts = Annotated[tuple[Count, ...], Field(min_length=1)]


def _bare(several: written.Schema) -> written.Schema:
    """The schema of a value by itself, from that of several by segment."""
    (one,) = several["patternProperties"].values()
    return dict(one)


#: Annotation of values by segment: a bare one is that of `all`.
PER_SEGMENT = Shorthand(under_all, lambda several: {"anyOf": [_bare(several), several]})
_ANSWERS = Shorthand(under_all, lambda some: {"anyOf": [_bare(some["anyOf"][0]), *some["anyOf"]]})


class Question(Record):
    """One item as asked in this wave: counts per answer, or a mean, a share, or the reason why there is nothing."""

    id: Id
    """The id of the question, as in the method."""
    text: Line | None = None
    """As asked this quarter; the method's text when left out."""
    scale: Annotated[Scale | None, ScaleText] = None
    """As asked this quarter; the method's scale (1-10) when left out."""
    comparable: YesNo = True
    """Whether it may be compared with earlier quarters; false, with a note, is a break."""
    note: Text | None = None
    """A remark that readers see beside the figure."""
    counts: Annotated[Mapping[Id, Counts] | None, _ANSWERS] = None
    """Answers from the low end to the high end, one line per segment and `all`."""
    channels: Mapping[Id, Counts] | None = None
    """The same answers by channel (in person, phone, web)."""
    dont_know: Annotated[Mapping[Id, Count], PER_SEGMENT] = {}
    """How many answered that they do not know; one number, or one for each segment."""
    no_answer: Annotated[Mapping[Id, Count], PER_SEGMENT] = {}
    """How many left this question out; one number, or one for each segment."""
    percentages: tuple[Number, ...] | None = None
    """Published percentages per answer instead of counts; never rescaled in silence."""
    mean: Number | None = None
    """Mean on the scale as asked, where no counts exist."""
    sd: Number | None = None
    """Standard deviation of the answers, beside a mean."""
    n: Count | None = None
    """How many people answered, beside a mean, a share or percentages."""
    share: Number | None = None
    """Share 0 to 1 of those who gave a favourable answer, where only that is known."""
    share_of: Line | None = None
    """What the share counts: answered 9 or 10, agreed."""
    missing: Line | None = None
    """Why there is no figure this quarter."""
    lang: Line | None = None
    """Language the question was asked in, where it differs."""
    company_comment: Text | None = None
    """The company's own words beside this question; no effect on any number."""


class Wave(FileRecord):
    """One fielding of the survey for one audience."""

    quarter: QuarterName
    """The quarter this wave belongs to."""
    audience: Audience
    """Who was asked."""
    kind: Annotated[
        str,
        Words(
            quarterly="People were asked once a quarter.",
            after_contact="People were asked after they had contact with the company.",
        ),
    ] = "quarterly"
    """Whether people were asked once a quarter, or after they had contact with the company."""
    sample: Annotated[
        str,
        Words(
            random="A chance sample.",
            census="Everybody was asked.",
            opt_in="Whoever wanted to answered.",
            not_stated="The source does not say.",
        ),
    ]
    """Who was asked: a chance sample, everybody, whoever wanted to; not-stated where an imported source is silent."""
    period: Period | None = None
    """The days of the quarter, where the year does not start in January."""
    fieldwork: Fieldwork | None = None
    """When, how and by whom people were asked."""
    population: Count | None = None
    """How many people there are of whom some were asked."""
    invited: Count | None = None
    """How many people were asked to take part."""
    respondents: Count | None = None
    """How many took part, where it cannot be told from the counts."""
    dispositions: Dispositions | None = None
    """What became of every attempt, for the response rate of the AAPOR standard."""
    method_changed: Text | None = None
    """A hand-set mark with its note: something about the survey changed; nothing is compared across it."""
    question_correlation: Number | None = None
    """Mean correlation between questions, 0 to 1, where staff hold the rows and n is at least 100."""
    comments: Lines = ()
    """Words of respondents, letter for letter. They can give people away: a warning says so."""
    note: Text | None = None
    """A remark that readers see beside the wave."""
    company_comments: Mapping[Id, Text] = {}
    """The company's own words beside single figures, by the id of a part of trust, pillar or indicator; no effect."""
    questions: tuple[Question, ...] = ()
    """The questions with their answers. Add new ones at the end."""

    @property
    def first_day(self) -> date | None:
        """First day of the stated period, None when not stated."""
        return self.period.from_ if self.period else None
