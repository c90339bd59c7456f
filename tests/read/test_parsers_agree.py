"""ruamel.yaml's parser gives the same trees and the same problems as libyaml, on all fixtures and on made-up YAML."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard.read import infos
from scorecard.read.packaged import DEFAULT_METHOD
from tests.read.projects import BASE, page

_EXAMPLES = [text for info in infos() for text in (info.wrong, info.right) if text]


def _agree(data: str | bytes) -> None:
    assert page(data, pure=True) == page(data)


@pytest.mark.parametrize("path", [*sorted(BASE.rglob("*.yml")), DEFAULT_METHOD], ids=lambda path: path.name)
def test_on_good_files(path: Path) -> None:
    """The base project and the packaged method are read alike."""
    _agree(path.read_bytes())


@pytest.mark.parametrize("text", _EXAMPLES)
def test_on_the_examples_of_all_rules(text: str) -> None:
    """Wrong and right examples are read alike."""
    _agree(text)


@pytest.mark.parametrize("folder", ["incidents", "surveys"])
def test_on_hostile_files(folder: str, shared: Path) -> None:
    """The hostile files are read alike, byte for byte as they are."""
    paths = sorted((shared / "hostile" / folder).glob("*.yaml"))
    assert paths
    for path in paths:
        _agree(path.read_bytes())


_word = st.text(alphabet="abcxyz éжÄ019-_./", min_size=1, max_size=12).map(str.strip).filter(bool)
_any_text = st.text(
    alphabet=st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Zl", "Zp"), exclude_characters="\ufeff"),
    max_size=20,
)


@st.composite
def _scalar(draw: st.DrawFn, in_brackets: bool) -> str:
    style = draw(st.sampled_from(["plain", "single", "double", "nothing", "hard"]))
    if style == "plain":
        return draw(_word)
    if style == "nothing":
        return draw(st.sampled_from(["", "~", "null", "''", '""']))
    text = draw(_any_text)
    if style == "single":
        return "'" + text.replace("'", "''") + "'"
    if style == "double":
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
    return draw(
        st.sampled_from(
            ["12:30", "a:b", "x#y", "-1", "-", "1,5" if not in_brackets else "1.5", "https://x.example/a?b#c"]
        )
    )


@st.composite
def _lines(draw: st.DrawFn, level: int = 0) -> list[str]:
    """A block of YAML, whole lines, not yet indented."""
    out: list[str] = []
    as_list = level > 0 and draw(st.booleans())
    for number in range(draw(st.integers(1, 4))):
        gap = draw(st.sampled_from(["", "", "", "# a comment", "   "]))
        if gap:
            out.append(gap)
        head = (
            "-" if as_list else draw(st.sampled_from(["k", "key", "'q k'", '"d"', "ж"])) + f"{number}:".replace("'", "")
        )
        if not as_list and head.startswith(("'", '"')):
            head = f"k{number}:"
        shape = draw(st.sampled_from(["scalar", "flow", "block", "text"] if level < 3 else ["scalar", "flow"]))
        if shape == "scalar":
            tail = draw(st.sampled_from(["", "", " # why", "  "]))
            out.append(f"{head} {draw(_scalar(False))}{tail}")
        elif shape == "flow":
            out.append(f"{head} {draw(_flow())}")
        elif shape == "text":
            mark = draw(st.sampled_from(["|", ">", "|-", ">-", "|+", "|2"]))
            out.append(f"{head} {mark}")
            out.extend("  " + line for line in draw(st.lists(_word, min_size=1, max_size=3)))
        else:
            out.append(head)
            out.extend("  " + line if line.strip() else line for line in draw(_lines(level + 1)))
    return out


@st.composite
def _flow(draw: st.DrawFn, level: int = 0) -> str:
    items = []
    as_list = draw(st.booleans())
    for number in range(draw(st.integers(0, 3))):
        value = draw(_flow(level + 1)) if level < 2 and draw(st.booleans()) else draw(_scalar(True))
        items.append(value or "''" if as_list else f"k{number}: {value}")
    space = draw(st.sampled_from([" ", "", "  "]))
    joined = ("," + (space or " ")).join(items)
    return f"[{space}{joined}{space}]" if as_list else f"{{{space}{joined}{space}}}"


@settings(derandomize=True, max_examples=300)
@given(_lines())
def test_on_made_up_yaml(lines: list[str]) -> None:
    """Blocks, brackets, quotes, comments, texts over several lines, in any mixture, are read alike."""
    _agree("\n".join(lines) + "\n")


_SLIPS = [
    '"',
    "'",
    "[",
    "]",
    "{",
    "}",
    ": ",
    "- ",
    " ",
    "\t",
    " #",
    "@",
    ",",
    "&a ",
    "*a ",
    "!x ",
    "\n",
    "%",
    "|",
    "\\",
]


@settings(derandomize=True, max_examples=300)
@given(_lines(), st.data())
def test_on_yaml_with_a_slip(lines: list[str], data: st.DataObject) -> None:
    """One mark too many or one missing, at the begin or end of a line: both tell the same fault at the same place."""
    number = data.draw(st.integers(0, len(lines) - 1))
    slip = data.draw(st.sampled_from([*_SLIPS, None]))
    line = lines[number]
    if slip is None:
        changed = line[:-1] if data.draw(st.booleans()) else line.lstrip()
    else:
        changed = slip + line if data.draw(st.booleans()) else line + slip
    _agree("\n".join([*lines[:number], changed, *lines[number + 1 :]]) + "\n")


def test_on_records_with_a_slip() -> None:
    """Every mark inserted before and behind every word of a real record is told alike by both."""
    text = (BASE / "data/incidents/2026/2026-03-14-payment-outage.yml").read_text("utf-8")
    spots = [spot for spot, char in enumerate(text) if char in " \n:,"]
    rolled = random.Random(1)
    for spot in rolled.sample(spots, 60):
        for slip in _SLIPS:
            _agree(text[:spot] + slip + text[spot:])
