"""The data page: every download, its columns, and how to quote it."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 90


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
