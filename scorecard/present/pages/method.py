"""The method page: the steps, every indicator, every number with its reason, what changed, what nobody can check."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 80


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
