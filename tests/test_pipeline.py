"""The corridor: the order of the rooms, and what it promises to both front doors."""

from datetime import UTC, datetime

import pytest

from scorecard import pipeline
from scorecard.model.nodes import Place
from scorecard.model.problems import Problem, Severity


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-10-20", datetime(2026, 10, 20, tzinfo=UTC)),
        (" 2026-10-20 ", datetime(2026, 10, 20, tzinfo=UTC)),
        ("2026-10-20T10:00", datetime(2026, 10, 20, 10, tzinfo=UTC)),
        ("2026-10-20 10:00:01", datetime(2026, 10, 20, 10, 0, 1, tzinfo=UTC)),
        ("2026-10-20T01:00+02:00", datetime(2026, 10, 19, 23, tzinfo=UTC)),
        ("1793000000", datetime(2026, 10, 26, 7, 33, 20, tzinfo=UTC)),
    ],
)
def test_a_moment_is_in_utc(text: str, moment: datetime) -> None:
    """A day is its first moment, so that nothing held back until later that day gets out."""
    assert pipeline.moment(text) == moment
    assert pipeline.moment(text).utcoffset() is not None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "now",
        "2026-13-01",
        "2026-02-30",
        "20261020",
        "2026-W43",
        "0001-01-01T00:00+14:00",
        "1e9",
        "2026-10-20T25:00",
    ],
)
def test_any_other_text_is_refused(text: str) -> None:
    """The message says what to write."""
    with pytest.raises(ValueError) as caught:
        pipeline.moment(text)
    assert str(caught.value) == f"{text!r} is not a moment: write 2026-10-20 or 2026-10-20T10:00+02:00"


def problem(severity: Severity) -> Problem:
    """Any problem of that severity."""
    return Problem(Place("data/a.yml"), "rule", "SC101", "message", severity=severity)


@pytest.mark.parametrize(
    ("errors", "warnings", "words"),
    [
        (0, 0, "no problems"),
        (1, 0, "1 error"),
        (2, 0, "2 errors"),
        (0, 1, "1 warning"),
        (3, 2, "3 errors and 2 warnings"),
    ],
)
def test_problems_are_counted_in_words(errors: int, warnings: int, words: str) -> None:
    """Errors first, plural where it belongs."""
    problems = [problem(Severity.WARNING)] * warnings + [problem(Severity.ERROR)] * errors
    assert pipeline.count(problems) == words
