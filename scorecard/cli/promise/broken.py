"""`scorecard promise broken`."""

from __future__ import annotations

from scorecard.cli.promise.outcome import outcome

command = outcome("broken", "What went wrong, and what happens now")
