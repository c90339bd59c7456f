"""`scorecard import surveymonkey`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("surveymonkey", "A SurveyMonkey export (CSV).")
