"""`scorecard import upptime`."""

from __future__ import annotations

from scorecard.cli.import_.incidents_of import make

command = make(
    "upptime",
    "Incidents and planned work from Upptime (the issues of its GitHub repository, as JSON).",
    "To get the files: curl -o issues.json "
    "'https://api.github.com/repos/OWNER/REPOSITORY/issues?state=all&per_page=100' (more with &page=2 …), and the "
    "comments with curl -o comments.json 'https://api.github.com/repos/OWNER/REPOSITORY/issues/comments?per_page=100'",
    (".json",),
)
