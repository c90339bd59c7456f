"""Two states of a project beside each other, for the person who reviews a change. English, for staff."""

from __future__ import annotations

from scorecard.present.comparison.changes import TOPICS, Change, compare
from scorecard.present.comparison.forms import FORMS

__all__ = ["FORMS", "TOPICS", "Change", "compare"]
