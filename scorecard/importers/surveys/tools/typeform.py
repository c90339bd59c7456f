"""Typeform (CSV): "#" first, the number of the response; then the questions; times and the network last."""

from scorecard.importers.surveys.tool import Skipping, Tool

TOOL = Tool(
    "typeform",
    "a Typeform export",
    own=(
        "#", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Tags", "Ending", "Score",
    ),
    personal=("Network ID",),
    response_id=("#",),
    skips=(
        Skipping("Response Type", ("partial", "started"), why="partial", kept=("completed",)),
        Skipping("Submit Date (UTC)", empty=True, why="partial"),
    ),
)  # fmt: skip
