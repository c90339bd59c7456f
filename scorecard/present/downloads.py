"""The public data: tables in long format with low, high, n and status, and the same figures as JSON."""

from __future__ import annotations

from collections.abc import Iterator

from scorecard.model.pages import Table, Tree
from scorecard.present import addresses
from scorecard.present.api import score_json
from scorecard.present.desk import Desk


def tables(desk: Desk) -> Iterator[Table]:
    """Every CSV download."""
    yield from ()


def trees(desk: Desk) -> Iterator[Tree]:
    """Every JSON download."""
    yield Tree(addresses.API + "scores.json", score_json(desk.scorecard, desk.records, desk.as_of))
