"""`scorecard import google-cloud`."""

from __future__ import annotations

from scorecard.cli.import_.incidents_of import make

command = make(
    "google-cloud",
    "Incidents in the form of Google Cloud's incidents.json.",
    "To get the file: curl -O https://status.cloud.google.com/incidents.json",
    (".json",),
)
