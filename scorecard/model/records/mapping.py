"""imports/*.yml: how the export of a tool becomes questions or incidents; saved so that it is asked once."""

from collections.abc import Mapping as MappingABC
from typing import Annotated, Any

from pydantic import Field

from scorecard.model import written
from scorecard.model.annotations import Parsed
from scorecard.model.lexical import LARGEST_COUNT, Id, Line, Words, YesNo, Zone, parse_count
from scorecard.model.records.base import Audience, FileRecord, Lines, Record, Severity
from scorecard.model.records.survey import Scale, ScaleText

Source = Words(
    surveys="Answers of a survey; meant where nothing is said.",
    incidents="Incidents of a status page or of a table.",
)


def _place(value: Any) -> int:
    return value if isinstance(value, int) else parse_count(value)


#: A place on a scale; an import that proposes one has a number, a file has text.
Place = Annotated[int, Parsed(_place, written.count(LARGEST_COUNT))]


class LeftOut(Record):
    """Rows that are no answers: those with one of these values in a column, or with nothing there."""

    column: Line
    """The heading of the column."""
    values: Lines = ()
    """What stands there in such a row; compared without capitals and without blanks around."""
    empty: YesNo = False
    """Also rows that have nothing in this column."""
    why: Annotated[
        str,
        Words(
            test="A test or a preview.",
            partial="Somebody did not finish.",
            other="Anything else.",
        ),
    ] = "other"
    """Why such a row does not count; told after each import."""


class Split(Record):
    """The column that tells a respondent's segment."""

    column: Line
    """The heading of the column."""
    values: Annotated[MappingABC[str, Id], Field(min_length=1)]
    """What stands in the column, and which segment of organisation.yml it is. Other texts belong to no segment."""


class Asked(Record):
    """The column of one question."""

    id: Id
    """The id of the question, as in the method."""
    column: Line
    """The heading of its column in the export."""
    scale: Annotated[Scale, ScaleText]
    """As asked: the two ends of the scale."""
    text: Line | None = None
    """As asked, where the export does not say it."""
    labels: MappingABC[str, Place] = {}
    """Answers in words, with their place on the scale."""


class SurveyMapping(FileRecord):
    """Which column of a tool's export is which question or key; written by an import, yours to change."""

    kind: Annotated[str, Source] = "surveys"
    """What comes from the tool."""
    tool: Line
    """The survey tool that the export comes from; must be there for answers."""
    confirmed: YesNo = False
    """Whether a person has looked at it; no answer is counted before."""
    audience: Audience = "customers"
    """Who was asked."""
    response_id: Line | None = None
    """The column with the number of the response; it is compared, never kept."""
    leave_out: tuple[LeftOut, ...] = ()
    """Rows that are no answers."""
    segment: Split | None = None
    """The column that tells a respondent's segment, where there is one."""
    dont_know: Lines = ()
    """Answers that mean: I do not know."""
    no_answer: Lines = ()
    """Answers that mean: I do not want to say. Nothing at all counts here too."""
    dropped: Lines = ()
    """Columns that are not read; named so that a new column is noticed."""
    questions: tuple[Asked, ...] = ()
    """The columns of the questions."""


class Columns(Record):
    """The headings of a table, by the keys of an incident."""

    id: Line
    """The table's own number of the incident; an incident that comes again is known by it."""
    title: Line
    """What happened, in a few words."""
    parent: Line | None = None
    """The number of the incident that this one is a part of."""
    kind: Line | None = None
    """What kind of incident it was."""
    severity: Line | None = None
    """How bad it was."""
    fault: Line | None = None
    """Whose fault it was."""
    systems: Line | None = None
    """What did not work."""
    started: Line | None = None
    """When it began."""
    known: Line | None = None
    """When anybody in the company first knew."""
    staff_told: Line | None = None
    """When all staff were told."""
    notified: Line | None = None
    """When the public was first told."""
    resolved: Line | None = None
    """When it was over."""
    status: Line | None = None
    """Whether it is over."""
    found_by: Line | None = None
    """Who found it."""
    affected: Line | None = None
    """How many customers were affected."""
    cause: Line | None = None
    """Why it happened: an id of the causes in organisation.yml."""
    description: Line | None = None
    """What happened, for the public."""
    notice: Line | None = None
    """The first words to the public."""
    source: Line | None = None
    """A public address that tells more."""


class TableWords(Record):
    """The words of a table for ours, by the keys of an incident."""

    severity: MappingABC[str, Severity] = {}
    """How bad it was: the table's word and ours."""
    kind: MappingABC[
        str,
        Annotated[
            str,
            Words(
                service="A service did not work.",
                personal_data="Data about people was lost, seen or changed by others.",
                billing="Bills or payments were wrong.",
                safety="People were in danger.",
                maintenance="Planned work.",
                other="Anything else.",
            ),
        ],
    ] = {}
    """What kind of incident it was: the table's word and ours."""
    fault: MappingABC[
        str,
        Annotated[
            str,
            Words(
                ours="The company's own fault.",
                supplier="A supplier's fault.",
                nature="Weather and other things nobody did.",
                unknown="Not known.",
            ),
        ],
    ] = {}
    """Whose fault it was: the table's word and ours."""
    status: MappingABC[str, Annotated[str, Words(open="It goes on.", over="It is over.")]] = {}
    """Whether it is over: the table's word and ours."""
    found_by: MappingABC[
        str,
        Annotated[
            str,
            Words(
                company="The company itself.",
                customer="A customer.",
                partner="A partner or supplier.",
                press="Journalists.",
                authority="An authority.",
                unknown="Not known.",
            ),
        ],
    ] = {}
    """Who found it: the table's word and ours."""


class IncidentMapping(FileRecord):
    """How a tool's incidents are brought in."""

    kind: Annotated[str, Source]
    """What comes from the tool."""
    columns: Columns | None = None
    """Which column of a table holds what; only where incidents come as a table (incidents-csv)."""
    dates: Annotated[
        str,
        Words(
            iso="Year, month, day: 2026-03-14.",
            day_first="Day, month, year: 14/03/2026.",
            month_first="Month, day, year: 03/14/2026.",
        ),
    ] = "iso"
    """The order in which the table writes a day."""
    zone: Zone | None = None
    """The time zone of times that say none."""
    words: TableWords | None = None
    """The table's own words, and ours for them."""
    skip: tuple[Line, ...] = ()
    """The tool's numbers of incidents that are never brought in."""
