"""A plain table: one heading row, one row per respondent, whatever tool wrote it; Parquet too."""

from scorecard.importers.surveys.tool import Skipping, Tool

TOOL = Tool(
    "csv",
    "a table of answers",
    response_id=("response id", "respondent id", "id", "response", "respondent"),
    skips=(
        Skipping("finished", ("false", "0", "no"), why="partial"),
        Skipping("completed", ("false", "0", "no"), why="partial"),
        Skipping("complete", ("false", "0", "no"), why="partial"),
        Skipping("is test", ("true", "1", "yes"), why="test"),
        Skipping("test", ("true", "1", "yes"), why="test"),
    ),
)
