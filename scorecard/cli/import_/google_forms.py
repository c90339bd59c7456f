"""`scorecard import google-forms`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("google-forms", "A Google Forms export (CSV).")
