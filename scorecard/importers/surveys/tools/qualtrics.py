"""Qualtrics (CSV or TSV): three heading rows: names, questions, import ids. Its first columns hold names and addresses.

Status is a word where the export has choice texts, a number where it has codes: 1 is the preview, 2 a test, 8 spam,
and one more of each (9, 17 …) for offline copies. Finished is True or 1 where the last page was sent.
"""

from collections.abc import Sequence

from scorecard.importers.surveys.tool import Skipping, Tool, columns
from scorecard.model.tallies import Column


def headings(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column, ...]]:
    """Three rows; two in old exports; one where only the names were exported."""

    def ids(at: int) -> bool:
        return at < len(rows) and any(cell.lstrip().startswith('{"ImportId"') for cell in rows[at])

    if ids(2):
        return 3, columns(rows[0], rows[1])
    if ids(1):
        return 2, columns(rows[0], rows[0])
    if len(rows) > 1 and "Start Date" in rows[1][:3]:
        return 2, columns(rows[0], rows[1])
    return 1, columns(rows[0], rows[0])


TOOL = Tool(
    "qualtrics",
    "a Qualtrics export",
    headings,
    own=(
        "StartDate", "EndDate", "Status", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId",
        "DistributionChannel", "UserLanguage", "ResponseSet", "Q_RecaptchaScore", "Q_DuplicateRespondent",
        "Q_RelevantIDDuplicate", "Q_RelevantIDDuplicateScore", "Q_RelevantIDFraudScore", "Q_RelevantIDLastStartDate",
        "Q_BallotBoxStuffing", "Q_DataPolicyViolations", "Q_TotalDuration", "Q_URL", "Q_Language",
        "Q_UnansweredPercentage",
    ),
    personal=(
        "IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference",
        "ExternalDataReference", "LocationLatitude", "LocationLongitude", "Name", "Email",
    ),
    response_id=("ResponseId", "ResponseID"),
    skips=(
        Skipping("Status", ("survey preview", "survey test", "1", "2", "9", "10", "17", "18"), why="test"),
        Skipping("Status", ("spam", "8", "12"), why="other"),
        Skipping("Finished", ("false", "0"), why="partial"),
    ),
)  # fmt: skip
