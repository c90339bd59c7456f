"""A plain table: one heading row, one row per respondent, whatever tool wrote it; Parquet too."""

from scorecard.importers.surveys.tool import Skipping, Tool

_YES, _NO = ("true", "1", "yes"), ("false", "0", "no")

TOOL = Tool(
    "csv",
    "a table of answers",
    response_id=("response id", "respondent id", "id", "response", "respondent"),
    skips=(
        *(Skipping(name, _NO, why="partial", kept=_YES) for name in ("finished", "completed", "complete")),
        *(Skipping(name, _YES, why="test", kept=_NO) for name in ("is test", "test")),
    ),
)
