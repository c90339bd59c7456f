"""SurveyMonkey (CSV): two heading rows: the question, and below it "Response" or the line of a matrix."""

from collections.abc import Sequence

from scorecard.importers.surveys.tool import Skipping, Tool, clean, columns, plain_name
from scorecard.model.tallies import Column

_NOTHING = frozenset({"", "response", "openendedresponse"})


def headings(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column, ...]]:
    """Two rows, where the second has nothing below the tool's own columns; else one."""
    second = rows[1] if len(rows) > 1 else []
    if not second or second[0].strip() or not any(cell.strip() for cell in second):
        return 1, columns(rows[0], rows[0])
    names, texts, last = [], [], ""
    for at, cell in enumerate(rows[0]):
        below = clean(second[at]) if at < len(second) else ""
        last = clean(cell) or last
        whole = last if plain_name(below) in _NOTHING else f"{last} [{below}]"
        names.append(whole)
        texts.append(whole)
    return 2, columns(names, texts)


TOOL = Tool(
    "surveymonkey",
    "a SurveyMonkey export",
    headings,
    own=("Respondent ID", "Collector ID", "Date Created", "Date Modified", "Start Date", "End Date", "Response Status"),
    personal=("IP Address", "Email Address", "First Name", "Last Name", "Custom Data 1", "Custom Data"),
    response_id=("Respondent ID", "RespondentID"),
    skips=(
        Skipping(
            "Response Status", ("partial", "incomplete", "disqualified"), why="partial", kept=("complete", "completed")
        ),
        Skipping("Collector ID", ("preview", "test"), why="test"),
    ),
)
