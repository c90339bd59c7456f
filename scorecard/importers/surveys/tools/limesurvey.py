"""LimeSurvey (CSV): codes or whole questions as headings, codes or texts as answers, a comma or a semicolon.

A response without `submitdate` was not finished.
"""

from scorecard.importers.surveys.tool import Skipping, Tool

TOOL = Tool(
    "limesurvey",
    "a LimeSurvey export",
    own=(
        "id", "submitdate", "lastpage", "startlanguage", "seed", "startdate", "datestamp", "refurl", "interviewtime",
        "Response ID", "Date submitted", "Last page", "Start language", "Date started", "Date last action",
        "Referrer URL", "Total time",
    ),
    personal=("ipaddr", "IP address", "token", "Access code", "firstname", "lastname", "email"),
    response_id=("id", "Response ID"),
    skips=(
        Skipping("submitdate", empty=True, why="partial"),
        Skipping("Date submitted", empty=True, why="partial"),
    ),
)  # fmt: skip
