"""What a single value may look like, and what is said of one that does not."""

import pytest

from scorecard.model.records import FileRecord, Incident, Method, Organisation, Wave
from tests.read.projects import LEAST, incident, told

_ORGANISATION = "name: A\nurl: https://a.example\ncontact: a@a.example\ntimezone: UTC\n"
_WAVE = "quarter: 2026-Q1\naudience: customers\nsample: census\n"


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            Incident,
            f"{LEAST}affected: ١٢٠٠\n",
            "not-a-count 8:11+4 affected: '١٢٠٠' is not a whole number | write 1200",
        ),
        (
            Incident,
            f"{LEAST}affected: 12００\n",
            "not-a-count 8:11+4 affected: '12００' is not a whole number | write 1200",
        ),
        (
            Incident,
            f"{LEAST}planned: ２026-05-02T09:00\n",
            "bad-time 8:10+16 planned: '２026-05-02T09:00' is not a date and time | write YYYY-MM-DDTHH:MM, such as "
            "2026-03-14T09:41",
        ),
        (
            Wave,
            f"{_WAVE}questions: [{{id: a, mean: ٣.٥, n: 40}}]\n",
            "not-a-number 4:27+3 questions.mean: '٣.٥' is not a number | write digits, with a point before decimals, "
            "such as 3.9",
        ),
        (
            Wave,
            f"{_WAVE}questions: [{{id: a, scale: ١-٥, missing: x}}]\n",
            "bad-scale 4:28+3 questions.scale: '١-٥' is not a scale | write its two ends, such as 1-10, 1-5, 1-7 or "
            "0-10",
        ),
    ],
)
def test_digits_are_those_of_every_keyboard(kind: type[FileRecord], text: str, expected: str) -> None:
    """Digits of other scripts look alike or not, and other programs that read the file do not take them."""
    assert told(incident(text, kind)[1]) == [expected]


@pytest.mark.parametrize(
    ("kind", "text", "expected"),
    [
        (
            Organisation,
            f"{_ORGANISATION}brand: {{colour: [red, blue]}}\n",
            "wrong-shape 5:17+11 brand.colour: a colour expected, but here is a list | write six "
            'hexadecimal digits in quotes, such as "#1d4ed8"',
        ),
        (
            Organisation,
            f"{_ORGANISATION}fiscal_year_starts: {{month: 4}}\n",
            "wrong-shape 5:21+10 fiscal_year_starts: a month and day expected, but here is a mapping of keys | write "
            "MM-DD, such as 01-01 or 10-01",
        ),
        (
            Organisation,
            f"{_ORGANISATION}brand: {{logo: {'x' * 300}}}\n",
            f"bad-link 5:15+300 brand.logo: '{'x' * 40}…' is not a picture's file name | write the name of a .svg or "
            ".png file in content/, such as logo.svg",
        ),
        (
            Method,
            "version: [1, 0]\n",
            "wrong-shape 1:10+6 version: a version expected, but here is a list | write three "
            "numbers with points, such as 1.0.0",
        ),
    ],
)
def test_a_value_of_another_shape_is_named_by_its_shape(kind: type[FileRecord], text: str, expected: str) -> None:
    """In words, never as a program would print it, and cut where it is long."""
    assert expected in told(incident(text, kind)[1])
