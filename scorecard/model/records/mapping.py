"""imports/*.yml: how the columns of a survey tool's export become questions; saved so that it is asked once."""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from typing import Annotated

from pydantic import BeforeValidator, Field

from scorecard.model.lexical import Id, Line, Words, YesNo
from scorecard.model.records.base import Audience, FileRecord, Lines, Record
from scorecard.model.records.survey import Scale, parse_scale


class LeftOut(Record):
    """Rows that are no answers: those with one of these values in a column, or with nothing there."""

    column: Line
    values: Lines = ()
    """Compared without capitals and without spaces around."""
    empty: YesNo = False
    """Also rows that have nothing in this column."""
    why: Annotated[str, Words("test", "partial", "other")] = "other"


class Split(Record):
    """The column that tells a respondent's segment."""

    column: Line
    values: Annotated[MappingABC[str, Id], Field(min_length=1)]
    """Text in the column: id of the segment. Other texts belong to no segment."""


class Asked(Record):
    """The column of one question."""

    id: Id
    column: Line
    scale: Annotated[Scale, BeforeValidator(parse_scale)]
    text: Line | None = None
    """As asked, where the export does not say it."""
    labels: MappingABC[str, int] = {}
    """Answers in words, with their place on the scale."""


class SurveyMapping(FileRecord):
    """How one export becomes counts."""

    tool: Line
    confirmed: YesNo = False
    """Whether a person has looked at it; nothing is imported before."""
    audience: Audience = "customers"
    response_id: Line | None = None
    """The column with the number of the response; it is compared, never kept."""
    leave_out: tuple[LeftOut, ...] = ()
    segment: Split | None = None
    dont_know: Lines = ()
    """Answers that mean: I do not know."""
    no_answer: Lines = ()
    """Answers that mean: I do not want to say. Nothing at all counts here too."""
    dropped: Lines = ()
    """Columns that are not read; named so that a new column is noticed."""
    questions: tuple[Asked, ...] = ()
