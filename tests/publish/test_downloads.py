"""Downloads: the same values give the same bytes, text never becomes a formula, numbers stay numbers."""

import csv
import io
import json
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.model.pages import Cell, Json, Table
from scorecard.publish.downloads import csv_bytes, json_bytes


def test_a_table_is_written_as_rfc_4180_says() -> None:
    """Header first, LF line ends, quotes only where they are needed, None empty, figures in full without exponent."""
    rows: tuple[tuple[Cell, ...], ...] = (
        ("2026-Q3", 6.9, 700, None),
        ('a "b", c', 1e-07, -3, "x\ny"),
        ("é 世", 1e22, 0, "x\ry"),
        ("", -0.0, 10**11, -1.5),
    )
    assert csv_bytes(Table("t.csv", ("quarter", "score", "n", "note"), rows)).decode() == (
        "quarter,score,n,note\n"
        "2026-Q3,6.9,700,\n"
        '"a ""b"", c",0.0000001,-3,"x\ny"\n'
        'é 世,10000000000000000000000,0,"x\ry"\n'
        ",0.0,100000000000,-1.5\n"
    )


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\0"])
def test_a_text_that_a_spreadsheet_would_run_is_quoted(start: str) -> None:
    """Text cells and names of columns get an apostrophe; the same sign in a number stays."""
    text = f"{start}1+1"
    (header, row) = csv.reader(io.StringIO(csv_bytes(Table("t.csv", (text, "n"), ((text, -1),))).decode(), newline=""))
    assert header == [f"'{text}", "n"]
    assert row == [f"'{text}", "-1"]


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), st.floats(allow_nan=False, allow_infinity=False))))
def test_what_was_written_can_be_read(rows: list[tuple[str, float]]) -> None:
    """Any text comes back (but for the apostrophe), any figure comes back exactly."""
    table = Table("t.csv", ("text", "figure"), tuple(rows))
    _, *read = csv.reader(io.StringIO(csv_bytes(table).decode(), newline=""))
    assert [(text.removeprefix("'"), float(figure)) for text, figure in read] == [
        (text.removeprefix("'"), figure) for text, figure in rows
    ]


@pytest.mark.parametrize("figure", [math.nan, math.inf, -math.inf])
def test_a_figure_that_is_none_is_refused(figure: float) -> None:
    """Neither form of download holds NaN or infinity."""
    with pytest.raises(ValueError, match=f"^no figure for a table: {figure!r}$"):
        csv_bytes(Table("t.csv", ("a",), ((figure,),)))
    with pytest.raises(ValueError, match=r"^Out of range float values are not JSON compliant"):
        json_bytes({"a": figure})


def test_a_short_row_is_refused() -> None:
    """A row has as many cells as the header."""
    with pytest.raises(ValueError, match=r"^t\.csv: a row has 1 cells, the header 2$"):
        csv_bytes(Table("t.csv", ("a", "b"), (("x",),)))


def test_a_tree_keeps_its_order() -> None:
    """Keys in the order given, UTF-8 as it is, a line per entry, a line end last."""
    value: Json = {"z": "é \u2028", "a": [None, {"y": 0.1, "b": True}], "n": {}, "e": [], "t": "[]"}
    assert json_bytes(value).decode() == (
        '{\n"z": "é \u2028",\n"a": [\nnull,\n{"y": 0.1, "b": true}\n],\n"n": {},\n"e": [],\n"t": "[]"\n}\n'
    )
    assert json_bytes([1, {"a": 2}]) == b'[1, {"a": 2}]\n'
    assert json_bytes({}) == b"{}\n"


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(JSON)
def test_any_tree_can_be_read(value: Json) -> None:
    """What was written comes back the same, in the same order."""
    read = json.loads(json_bytes(value))
    assert read == value
    assert json.dumps(read) == json.dumps(value)
