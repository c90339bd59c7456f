"""Qualtrics (CSV or TSV): three heading rows: names, questions, import ids. Its first columns hold names and addresses.

Status is a word where the export has choice texts, a number where it has codes: 1 is the preview, 2 a test, 8 spam,
and one more of each (9, 17 …) for offline copies. Its words are in the language of whoever exports; those of
DistributionChannel are not. Finished is True or 1 where the last page was sent.
Old exports have two heading rows: V1 to V10 above the names of its own columns, then the questions.
"""

import re
from collections.abc import Sequence
from itertools import zip_longest

from scorecard.importers.surveys.tool import Skipping, Tool, columns
from scorecard.model.tallies import Column

_TIMES = frozenset({"StartDate", "EndDate", "RecordedDate"})
_OLD = frozenset({"ResponseID", "Finished"})


def headings(rows: Sequence[Sequence[str]]) -> tuple[int, tuple[Column, ...]]:
    """Three rows; two in old exports and where the ids were deleted; one where only the names were exported."""

    def ids(at: int) -> bool:
        return at < len(rows) and any(cell.lstrip().startswith('{"ImportId"') for cell in rows[at])

    if ids(2):
        return 3, columns(rows[0], rows[1])
    if ids(1):
        return 2, columns(rows[0], rows[0])
    pairs = list(zip_longest(rows[0], rows[1] if len(rows) > 1 else [], fillvalue=""))
    if {below for _, below in pairs} >= _OLD:
        return 2, columns([below if re.fullmatch(r"V\d+", name) else name for name, below in pairs], rows[1])
    if any(name in _TIMES and below and not re.search(r"\d", below) for name, below in pairs):
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
        "Q_UnansweredPercentage", "LocationAccuracy",
    ),
    personal=(
        "IPAddress", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference",
        "ExternalDataReference", "LocationLatitude", "LocationLongitude", "Name", "Email",
        "EmailAddress",
    ),
    response_id=("ResponseId", "ResponseID"),
    skips=(
        Skipping(
            "Status", ("survey preview", "survey test", "1", "2", "9", "10", "17", "18"), why="test",
            kept=("ip address", "imported", "offline", "0", "4", "16"),
        ),
        Skipping("Status", ("spam", "8", "12"), why="other"),
        Skipping("DistributionChannel", ("preview", "test"), why="test"),
        Skipping("Finished", ("false", "0"), why="partial", kept=("true", "1")),
    ),
)  # fmt: skip
