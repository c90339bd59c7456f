"""Text as YAML: every program reads the very text."""

from __future__ import annotations

import pytest
import ruamel.yaml
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scorecard.edit import scalars
from scorecard.model.nodes import Mapping, Scalar, Sequence
from scorecard.read.guards import FORBIDDEN
from scorecard.read.records import parse
from tests.edits.styles import TEXTS

_MARKS = st.sampled_from(list(":#-?,[]{}&*!|>'\"%@`\\ \n=~<.0123456789eEyYnN\ufeff\u200d\u00a0\u00ad\U0001f692"))
WORDS = st.lists(st.one_of(_MARKS, st.characters(codec="utf-8")), min_size=1, max_size=30).map("".join)
CLEAN = st.one_of(WORDS, st.sampled_from(TEXTS)).filter(lambda text: not FORBIDDEN.search(text))


def read_everywhere(line: str, brackets: bool) -> list[object]:
    """What each program reads: ours, PyYAML (1.1, guessing types) and ruamel.yaml (1.2, guessing types)."""
    page = parse("x.yml", line.encode())
    assert page.problems == ()
    assert isinstance(page.root, Mapping)
    node = page.root.get("k")
    ours = node.items[0] if isinstance(node, Sequence) else node
    assert isinstance(ours, Scalar)
    null = ours.plain and ours.text in ("", "~", "null")
    others = [yaml.load(line, yaml.CSafeLoader)["k"], ruamel.yaml.YAML(typ="safe", pure=True).load(line)["k"]]
    return [None if null else ours.text, *((one[0] if brackets else one) for one in others)]


@given(CLEAN)
def test_a_text_is_read_as_it_is(text: str) -> None:
    """Behind a key and inside brackets, by programs of both versions of YAML."""
    assert set(read_everywhere(f"k: {scalars.text(text)}\nz: 1\n", False)) == {text}
    inside = scalars.text(text, brackets=True)
    assert set(read_everywhere(f"k: [{inside}, 1]\nz: 1\n", True)) == {text}


@given(CLEAN)
def test_a_text_below_a_bar_is_read_as_it_is(text: str) -> None:
    """Where lines of their own cannot hold it, there is no such form."""
    written = scalars.literal(text, 4, "\n")
    if written is not None:
        assert set(read_everywhere(f"k: {written}\nz: 1\n", False)) == {text}
        windows = scalars.literal(text, 4, "\r\n")
        assert set(read_everywhere(f"k: {windows}\r\nz: 1\r\n", False)) == {text}


@pytest.mark.parametrize(
    ("text", "written", "inside"),
    [
        ("Payments work again.", "Payments work again.", "Payments work again."),
        ("We pay up to 150 euro, without receipts", None, '"We pay up to 150 euro, without receipts"'),
        ("at 9:41", "at 9:41", "at 9:41"),
        ("a: b", '"a: b"', '"a: b"'),
        ("no #1", '"no #1"', '"no #1"'),
        ("C#", "C#", "C#"),
        ("- x", '"- x"', '"- x"'),
        ("yes", '"yes"', '"yes"'),
        ("null", '"null"', '"null"'),
        ("12:30", '"12:30"', '"12:30"'),
        ("1.5", '"1.5"', '"1.5"'),
        ("2026-03-14", '"2026-03-14"', '"2026-03-14"'),
        ('say "hi": now', "'say \"hi\": now'", "'say \"hi\": now'"),
        ('it\'s "so": now', '"it\'s \\"so\\": now"', '"it\'s \\"so\\": now"'),
        ("C:\\temp: x", "'C:\\temp: x'", "'C:\\temp: x'"),
        ("two\nlines", '"two\\nlines"', '"two\\nlines"'),
        ("🔥 fire", "🔥 fire", "🔥 fire"),
        ("https://a.example/b", "https://a.example/b", '"https://a.example/b"'),
        ("a\ufeffb", '"a\\uFEFFb"', '"a\\uFEFFb"'),
    ],
)
def test_quotes_only_where_they_are_needed(text: str, written: str | None, inside: str) -> None:
    """Plain where that is safe, double quotes where it is not, single ones around double ones."""
    assert scalars.text(text) == (written or text)
    assert scalars.text(text, brackets=True) == inside
