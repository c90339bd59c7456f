"""`scorecard import typeform`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("typeform", "A Typeform export (CSV).")
