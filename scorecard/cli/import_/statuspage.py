"""`scorecard import statuspage`."""

from __future__ import annotations

from scorecard.cli.import_.incidents_of import make

command = make(
    "statuspage",
    "Incidents and planned work from Atlassian Statuspage (JSON of its API v2).",
    "To get the files: curl -O https://YOUR-PAGE/api/v2/incidents.json and "
    "curl -O https://YOUR-PAGE/api/v2/scheduled-maintenances.json",
    (".json",),
)
