"""The scales of `make weights` can tell a light page from a heavy one."""

import pytest

from tests.weights import listed, too_different


@pytest.mark.parametrize(
    ("light", "heavy", "told"),
    [((1000, 100), (1050, 105), False), ((1000, 100), (1051, 100), True), ((1000, 100), (1000, 94), True)],
)
def test_more_than_five_in_a_hundred_is_told(light: tuple[int, int], heavy: tuple[int, int], told: bool) -> None:
    """Heavier or lighter, as it is or compressed."""
    assert too_different(light, heavy) == told


def test_incidents_are_counted_once() -> None:
    """A second link, a part of the same page and other pages do not count."""
    html = '<a href="../2026-01-02-one/"><a href="2026-01-02-one/#why"><a href="../2026-02-02-two/"><a href="../data/">'
    assert listed(html) == 2
