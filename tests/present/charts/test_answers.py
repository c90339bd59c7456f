"""Shares of answers: classes, rounding, what cannot be told apart, the order, the finding."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.answers import CLASSES, class_of, members
from scorecard.model.trust import AnswerShare
from scorecard.present.charts import answers as chart
from scorecard.present.charts.geometry import NARROWEST
from scorecard.present.views import answers
from scorecard.present.words import Words
from scorecard.score import disclosure
from tests.golden import Golden
from tests.made import HOSTILE
from tests.present import made
from tests.present.charts.drawn import asked, drawer, of_counts, question, random_views
from tests.present.pages.drawn import text

SCALES = [(1, 10), (1, 5), (1, 7), (0, 10), (1, 3), (1, 2)]
counts = st.lists(st.integers(0, 400), min_size=10, max_size=10).filter(any)


@pytest.mark.parametrize("scale", SCALES)
def test_classes_are_symmetric_and_in_order(scale: tuple[int, int]) -> None:
    """An answer and its mirror are in mirrored classes, and a class never stands before a lower one."""
    low, high = scale
    found = [CLASSES.index(class_of(answer, scale)) for answer in range(low, high + 1)]
    assert found == sorted(found)
    assert found == [4 - one for one in reversed(found)]


def test_classes_on_the_usual_scale() -> None:
    """Two answers each on 1 to 10; one each on 1 to 5."""
    assert list(members((1, 10)).values()) == [(1, 2), (3, 4), (5, 6), (7, 8), (9, 10)]
    assert list(members((1, 5)).values()) == [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]
    assert members((0, 10))["middle"] == (5, 5)


@given(st.lists(st.floats(0, 1, allow_nan=False), min_size=1, max_size=6).filter(lambda shares: sum(shares) > 1e-6))
def test_rounded_shares_add_up_to_100_and_stay_within_one(shares: list[float]) -> None:
    """Each is its share rounded down or up, and all are 100."""
    whole = chart.largest_remainder(shares)
    assert sum(whole) == 100
    assert all(abs(number - 100 * share / sum(shares)) < 1 + 1e-6 for number, share in zip(whole, shares, strict=True))


def test_equal_remainders_go_to_the_first() -> None:
    """Three thirds are 34, 33, 33."""
    assert chart.largest_remainder([1, 1, 1]) == [34, 33, 33]


@given(counts)
def test_nothing_merged_is_told_apart_and_a_share_stays_whole(found: list[int]) -> None:
    """What the score room publishes is never split: a merged stretch is in one class, one side, or by itself."""
    parts = disclosure.merge(found, 1, [range(a, b + 1) for a, b in members((1, 10)).values()])
    shares = [AnswerShare(a, b, sum(found[a - 1 : b]) / sum(found)) for a, b in parts]
    split = chart.split(shares, (1, 10))
    if split is None:
        assert not shares
        return
    across = [one for one in shares if (one.low <= 4 < one.high) or (one.low <= 6 < one.high)]
    assert [(one.low, one.high) for one in across] == list(split.spans)
    for side, edge in (("low", 2), ("high", 8)):
        if any(one.low <= edge < one.high and one not in across for one in shares):
            assert getattr(split, f"{side}_joined") and getattr(split, f"very_{side}") == 0
    total = [split.very_low, split.low, split.middle, split.high, split.very_high, split.merged]
    assert sum(total) == 100


def test_merges_across_the_middle_are_rare() -> None:
    """The classes guide the merging: a few rare answers join inside their side, not across it."""
    seen = [4, 10, 30, 36, 54, 67, 76, 92, 115, 126]
    assert disclosure.merge(seen, 1, [range(1, 3), range(9, 11)])[:2] == ((1, 2), (3, 5))
    parts = disclosure.merge(seen, 1, [range(a, b + 1) for a, b in members((1, 10)).values()])
    assert parts[:3] == ((1, 2), (3, 4), (5, 6)) and len(parts) == 7


def test_what_lies_across_the_middle_is_neither_side() -> None:
    """The sides say at least, the finding does not count it, and the row says which answers."""
    found = answers.make(made.desk(), asked(question("a", [(1, 2, 0.3), (3, 5, 0.3), (6, 6, 0.1), (7, 10, 0.3)])))
    assert found is not None
    (row,) = found.rows
    assert (row.low, row.middle, row.merged, row.high) == ("at least 30%", "at least 10%", "30% at 3 to 5", "30%")
    assert found.finding == "High and low answers balance, or cannot be told apart"
    assert found.key[-1].text == "not told apart"


def test_a_side_in_which_nothing_stands_alone_shows_no_nought() -> None:
    """Nobody may read 0% where the low answers are merged with the middle ones."""
    found = answers.make(made.desk(), asked(question("a", [(1, 6, 0.4), (7, 10, 0.6)])))
    assert found is not None
    assert (found.rows[0].low, found.rows[0].middle, found.rows[0].high) == ("", "", "60%")


def test_most_agreement_first_and_low_ones_in_the_finding() -> None:
    """Rows are sorted by what is certain; the finding tells the bad news."""
    now = asked(
        of_counts("bad", [50, 50, 50, 50, 20, 20, 10, 10, 5, 5]),
        of_counts("good", [5, 5, 10, 10, 20, 20, 50, 50, 50, 50]),
        of_counts("even", [20, 20, 20, 20, 20, 20, 20, 20, 20, 20]),
    )
    found = answers.make(made.desk(), now)
    assert found is not None
    assert [row.text for row in found.rows] == ["Question good", "Question even", "Question bad"]
    assert found.finding == "1 of 3 questions have more low answers than high ones"


@pytest.mark.parametrize(
    ("leaning", "said"),
    [
        (["low", "low"], "All 2 questions have more low answers than high ones"),
        (["high", "high"], "All 2 questions have more high answers than low ones"),
        (["low"], "The one question has more low answers than high ones"),
        (["high"], "The one question has more high answers than low ones"),
        (["even"], "High and low answers balance, or cannot be told apart"),
        (["high", "even"], "1 of 2 questions have more high answers than low ones"),
    ],
)
def test_findings(leaning: list[str], said: str) -> None:
    """Every form of the finding."""
    kinds = {
        "low": chart.Split(20, 40, 10, 10, 20),
        "high": chart.Split(10, 10, 20, 40, 20),
        "even": chart.Split(20, 20, 20, 20, 20),
    }
    assert answers.finding(Words(), [kinds[name] for name in leaning]) == said


@pytest.mark.parametrize("seed", range(40))
def test_every_number_of_the_finding_is_counted_from_the_table(seed: int, tmp_path: Path) -> None:
    """Recomputed from the drawn cells alone."""
    view = random_views(seed).get("answers")
    assert isinstance(view, answers.Answers)
    drawn = drawer(tmp_path)("answers", view)
    low = high = rows = 0
    for row in re.findall(r"<tr><th scope=\"row\">.*?</tr>", drawn, re.DOTALL):
        cells = [text(cell) for cell in re.findall(r"<td class=\"sc-n.*?</td>", row, re.DOTALL)]
        sides = [int(found[1]) if (found := re.match(r"(?:at least )?(\d+)%", cell)) else 0 for cell in cells]
        merged = sum(int(one) for one in re.findall(r"(\d+)% at ", cells[1]))
        assert sum(sides) + merged == 100
        low += sides[0] > sides[2] + merged
        high += sides[2] > sides[0] + merged
        rows += 1
    told = [int(number) for number in re.findall(r"\d+", view.finding)]
    if "balance" in view.finding:
        assert (low, high) == (0, 0)
        return
    wanted = low if "more low" in view.finding else high
    assert told in ([wanted, rows], [rows], []) and (told == [wanted, rows] or wanted == rows)
    assert low == 0 or "more low" in view.finding


@given(st.lists(counts, min_size=1, max_size=12))
def test_bars_stay_inside_and_begin_at_one_zero(rows: list[list[int]]) -> None:
    """No piece leaves the picture, low ends where high begins, the middle never touches a side."""
    splits = [s for c in rows if (s := chart.split([AnswerShare(i, i, n) for i, n in enumerate(c, 1)], (1, 10)))]
    drawn = chart.bars(splits)
    assert len({bar.zero for bar in drawn}) == 1
    zero = float(drawn[0].zero[:-1])
    for bar in drawn:
        for piece in bar.pieces:
            left, right = float(piece.x[:-1]), float(piece.x[:-1]) + float(piece.width[:-1])
            assert left >= -0.01 and right <= 100.02
            assert not piece.label or (right - left) / 100 * NARROWEST >= 7 * len(piece.label)
            if piece.kind in ("very-low", "low"):
                assert right <= zero + 0.02
            elif piece.kind in ("high", "very-high"):
                assert left >= zero - 0.02


def test_no_question_no_figure_and_hidden_ones_are_counted() -> None:
    """Without shares there is no picture; a question that has none is counted in a note."""
    assert answers.make(made.desk(), asked(question("a", []))) is None
    found = answers.make(made.desk(), asked(question("a", []), of_counts("b", [10] * 10)))
    assert found is not None and "1 question has no shares to show." in found.notes


def test_other_scales_are_named() -> None:
    """A question on another scale says so in its row; the subtitle names the usual one."""
    now = asked(
        of_counts("a", [10] * 10), of_counts("b", [10] * 10), question("c", [(1, 3, 0.5), (4, 5, 0.5)], scale=(1, 5))
    )
    found = answers.make(made.desk(), now)
    assert found is not None
    assert "asked on 1 to 5" in next(row.detail for row in found.rows if row.text == "Question c")
    assert "1 to 4 is low and 7 to 10 is high" in found.subtitle


def test_drawn(golden: Golden, tmp_path: Path) -> None:
    """The markup as accepted, with a hostile question in it."""
    now = asked(
        of_counts("a", [5, 9, 20, 22, 40, 44, 70, 77, 60, 53]),
        question("b", [(1, 3, 0.2), (4, 6, 0.3), (7, 8, 0.2), (9, 10, 0.3)], HOSTILE, 40),
    )
    drawn = drawer(tmp_path)("answers", answers.make(made.desk(), now))
    assert "<script" not in drawn and "&lt;script&gt;" in drawn
    golden("golden/answers.html", drawn)
