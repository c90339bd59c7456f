"""The moment that mkdocs.yml holds a project at is read without MkDocs where that is safe, and only there."""

import pytest

from scorecard.read.settings import held


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ("plugins: [search, scorecard: {as_of: 2026-11-24T00:00Z}]", "2026-11-24T00:00Z"),
        ("plugins:\n  - scorecard:\n      as_of: 2026-11-24\n", "2026-11-24"),
        ("plugins: {scorecard: {as_of: 2026-11-24}}", "2026-11-24"),
        ("plugins: [scorecard: {as_of: 2026-11-24 10:00:00}]", "2026-11-24 10:00:00"),
        ("INHERIT: base.yml\nplugins: [scorecard: {as_of: 2026-11-24}]", "2026-11-24"),
        ("INHERIT: base.yml  # as_of stands there", None),
        ("plugins: [scorecard: {as_of: !ENV AS_OF}]", None),
        ("plugins: [scorecard: {as_of: [1]}]", None),
        ("plugins: [scorecard]  # no as_of", None),
        ("plugins: [as_of", None),
        ("as_of", None),
        ("plugins: [scorecard: as_of]", None),
        ("plugins: 7", None),
    ],
)
def test_only_a_plain_moment_is_taken(settings: str, expected: str | None) -> None:
    """A text or a date under plugins, scorecard, as_of; None for everything MkDocs has to work out."""
    assert held(settings.encode()) == expected
