"""No word of a picture lies over another or leaves it: a sample of the random data sets of `make browser`."""

from __future__ import annotations

import pytest

from scorecard.present.charts.geometry import NARROWEST
from tests.present.charts.boxes import Box, Picture, pictures
from tests.present.charts.drawn import drawer, random_views

SETS = 40
#: The plot on a phone of 360 px, on a tablet and on a desk.
WIDTHS = (NARROWEST, 640.0, 1040.0)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The markup of every chart of the sample, by its number and name."""
    draw = drawer(tmp_path_factory.mktemp("charts"))
    return {f"{seed} {name}": draw(name, view) for seed in range(SETS) for name, view in random_views(seed).items()}


@pytest.mark.parametrize("width", WIDTHS)
def test_no_word_lies_over_another_or_leaves_its_picture(drawn: dict[str, str], width: float) -> None:
    """Trust by quarter, the timeline of an incident and the calendar, with many and with few marks."""
    found, words = [], 0
    for name, markup in drawn.items():
        for picture in pictures(markup, width):
            words += len(picture.boxes)
            found += [(name, *pair) for pair in picture.overlaps()]
            found += [(name, "outside", one) for one in picture.outside()]
    assert words > 1500
    assert found == []


def test_the_measure_can_fail() -> None:
    """Two words at one place, and one beyond each edge, are found; words side by side are not."""
    boxes = (Box(0, 10, 40, 20, "a"), Box(30, 12, 60, 22, "b"), Box(61, 12, 90, 22, "c"), Box(290, 10, 330, 20, "d"))
    assert Picture(300, 100, boxes).overlaps() == [("a", "b")]
    assert Picture(300, 100, boxes).outside() == ["d"]
    assert Picture(400, 21, boxes).outside() == ["b", "c"]


def test_places_are_read_as_a_browser_reads_them() -> None:
    """Percent of the width, anchors, a picture inside the picture, and words for wide ones only."""
    markup = (
        '<svg class="sc-svg" width="100%" height="50" role="img"><text x="50%" y="20" text-anchor="middle">mm</text>'
        '<svg x="25%" y="10"><text y="5">in</text></svg><text class="sc-w" x="0%" y="20">wide</text></svg>\n</div>'
    )
    (narrow,), (wide,) = pictures(markup, 200), pictures(markup, 800)
    assert [box.words for box in narrow.boxes] == ["mm", "in"]
    assert [box.words for box in wide.boxes] == ["mm", "in", "wide"]
    assert round(narrow.boxes[0].left + narrow.boxes[0].right) == 200
    assert (narrow.boxes[1].left, round(narrow.boxes[1].bottom)) == (50, 16)
