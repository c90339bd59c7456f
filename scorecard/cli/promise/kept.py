"""`scorecard promise kept`."""

from __future__ import annotations

from scorecard.cli.promise.outcome import outcome

command = outcome("kept", "What was done")
