"""The conversation at a terminal: a mapping is proposed, asked about once, saved; next quarter nothing is asked."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.first_day.terminal import Terminal
from tests.golden import Golden
from tests.importers.surveys import exports
from tests.importers.surveys.exports import counted, people
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.waves import numbers

SOME = people()
IMPORT = "scorecard import limesurvey answers.csv --wave"
WHICH = "which question is it? (id; empty: leave out; ?: list): "


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    """The company, and its export with codes for headings: nothing but `trust` is known by its words."""
    found = place(tmp_path, capsys)
    found.put("answers.csv", exports.limesurvey(SOME))
    return found


@pytest.fixture
def terminal(here: Place) -> Terminal:
    """A terminal in the folder of the company."""
    path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
    day = {"SOURCE_DATE_EPOCH": "1796083200", "TERM": "dumb", "LC_ALL": "C.UTF-8"}
    return Terminal(here.root, {**day, "PATH": path, "HOME": str(here.root)})


def test_a_mapping_is_asked_about_once(terminal: Terminal, here: Place, golden: Golden) -> None:
    """Columns that may be questions, then the whole mapping, then what an export cannot say; all in plain words."""
    terminal.type(
        f"{IMPORT} 2026-Q4",
        answers=[
            (WHICH, "?"),
            (WHICH, "Heard listens"),
            (WHICH, "trust"),
            (WHICH, "heard-listens"),
            (WHICH, "contact-easy"),
            ("use this mapping, and save it? [Y/n]: ", ""),
            ("how were people chosen?", "random"),
            ("how many were asked? (empty: not known): ", "some"),
            ("how many were asked? (empty: not known): ", "900"),
        ],
    )
    text = here.text("data/surveys/2026-q4.yml")
    assert {id: line for (id, _), line in numbers(text).items()} == counted(SOME)
    assert "sample: random\ninvited: 900\n" in text
    assert "confirmed: true\n" in here.text("data/imports/limesurvey.yml")
    files = here.files()
    terminal.type(f"{IMPORT} 2026-Q4")
    assert here.files() == files
    golden("golden/asking.txt", terminal.transcript)


def test_a_mapping_that_is_not_right_is_kept_as_a_proposal(terminal: Terminal, here: Place) -> None:
    """No is an answer: nothing is counted, and the proposal lies there to be corrected."""
    said = terminal.type(
        f"{IMPORT} 2026-Q4",
        answers=[(WHICH, ""), (WHICH, "contact-easy"), ("use this mapping, and save it? [Y/n]: ", "n")],
        code=1,
    )
    assert said.splitlines()[-3:] == [
        "wrote the proposal to data/imports/limesurvey.yml",
        "error: nothing was counted: a person has to confirm which column is which question",
        "  = help: look at data/imports/limesurvey.yml, correct it, write `confirmed: true`, and run this again "
        "(or add --yes)",
    ]
    assert "confirmed: false\n" in here.text("data/imports/limesurvey.yml")
    assert "surveys/2026-q4.yml" not in here.files()
