"""`scorecard import csv`."""

from __future__ import annotations

from scorecard.cli import survey

command = survey.importer("csv", "A table of answers (CSV or Parquet), whatever tool wrote it.")
