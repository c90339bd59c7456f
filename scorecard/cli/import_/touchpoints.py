"""`scorecard import touchpoints`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("touchpoints", "A GSA Touchpoints A-11 export (CSV): counts per service and quarter.")
