"""The columns of the data package have the types that their cells have."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.interfaces import Package
from scorecard.present import downloads
from scorecard.present.desk import Desk
from scorecard.present.interfaces import package
from scorecard.present.words import Words
from tests.present import made

TYPES: dict[str, tuple[type, ...]] = {"string": (str,), "number": (int, float), "boolean": (bool,)}


def test_every_cell_is_of_the_type_of_its_column(repository: Path) -> None:
    """In every table of the example; an empty cell is of any type."""
    scored = pipeline.score(repository, datetime(2026, 11, 24, tzinfo=UTC))
    desk = Desk(scored.scorecard, scored.records, scored.as_of, "1", Words(zone="Europe/Rome"))
    compared = 0
    for table in downloads.tables(desk):
        name = table.uri.removeprefix("data/").removesuffix(".csv")
        for at, column in enumerate(table.columns):
            kind = package.kind(name, column)
            for row in table.rows:
                cell = row[at]
                if cell is not None:
                    assert isinstance(cell, TYPES[kind]) and isinstance(cell, bool) == (kind == "boolean"), (
                        name,
                        column,
                    )
                    compared += 1
    assert compared > 10_000


@pytest.mark.parametrize(
    ("licence", "name"),
    [
        ("CC0 1.0. Take it.", "CC0-1.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("CC BY-SA 4.0", "CC-BY-SA-4.0"),
        ("Ask us.", None),
        ("Not CC0", None),
    ],
)
def test_a_licence_is_named_only_where_it_is_known(licence: str, name: str | None) -> None:
    """Its text always stands there."""
    found = next(package.make(made.desk(known=made.records(organisation=made.organisation(licence=licence)))))
    assert isinstance(found, Package)
    assert found.head["licence_text"] == licence
    assert found.head.get("licenses") == ([{"name": name, "title": licence}] if name else None)
