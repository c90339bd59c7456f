"""The risks page: overdue reviews first, then what weighs most after what we did about it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 50


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
