"""The corrections page: what we said, what it says now, why, who found it, and what that did to the score."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 70


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
