"""`scorecard import limesurvey`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("limesurvey", "A LimeSurvey export (CSV).")
