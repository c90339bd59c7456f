"""The glossary: the words of this site in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Page
from scorecard.present.desk import Desk

PLACE = 85


def make(desk: Desk) -> Iterator[Page]:
    """Being written."""
    yield from ()
