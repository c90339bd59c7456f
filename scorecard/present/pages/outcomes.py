"""The outcomes page: what people did, beside trust and without claiming a cause."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 60


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
