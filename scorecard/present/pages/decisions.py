"""The decisions page: service-cost decisions, what was expected for customers and what was seen."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 55


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
