"""`scorecard import qualtrics`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("qualtrics", "A Qualtrics export (CSV or TSV).")
