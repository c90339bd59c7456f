# ruff: noqa: E501 (messages are read by rows)
"""An import into a wave that is there: what is missing is inserted, every other byte stays, no figure is replaced."""

from __future__ import annotations

import dataclasses
import re
import tempfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scorecard import cli, pipeline
from scorecard.model.tallies import Brought, Result
from scorecard.pipeline import surveys
from tests.importers.surveys import exports
from tests.importers.surveys.exports import counted, people
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.waves import numbers

SOME = people()
FILE = "data/surveys/2026-q4.yml"
ASKED = exports.ASKED[0][1]
WAITS = "missing: The answers are not in yet."
HEAD = "quarter: 2026-Q4\naudience: customers\nsample: random\n"


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    """A company whose mapping is confirmed, so that an import says nothing but the end."""
    found = place(tmp_path, capsys)
    found.put("export.csv", exports.plain(SOME))
    assert found.run("csv", str(tmp_path / "export.csv"), "--wave", "2027-Q4", "--yes")[0] == 0
    (tmp_path / "data/surveys/2027-q4.yml").unlink()
    mapping = tmp_path / "data/imports/csv.yml"
    mapping.write_text(re.sub(r"segment:\n( .*\n)+", "", mapping.read_text()))
    return found


def brought(here: Place, *more: str) -> tuple[int, str, list[str]]:
    """Exit code, stdout, and what is told after the counting."""
    code, out, said = here.run("csv", str(here.root / "export.csv"), "--wave", "2026-Q4", *more)
    lines = said.splitlines()
    last = max(number for number, line in enumerate(lines) if line.startswith("  left out"))
    return code, out, lines[last + 1 :]


def begun(here: Place) -> str:
    """The file that `quarter new` makes."""
    order = ["quarter", "new", "--no-input", "--publish-at", "2027-01-20T10:00", "-C", str(here.root)]
    assert cli.run([*order, "--as-of", "2026-12-01"]) == 0
    here.capsys.readouterr()
    return here.text(FILE)


def errors(here: Place) -> list[str]:
    """What the check says."""
    return [one.message for one in pipeline.check(here.root, datetime(2026, 12, 1, tzinfo=UTC)).problems]


def test_a_quarter_that_was_begun_gets_its_answers(here: Place) -> None:
    """`quarter new`, then `import`: the figures take the place of 'missing', each beside its remark; no problem is left."""
    before = begun(here)
    assert brought(here, "--invited", "900") == (
        0,
        "",
        [
            f"filled in {FILE}: 3 questions, invited 900, respondents 55; all else stays as it was",
            "next: read it (git diff), then scorecard check",
        ],
    )
    after = here.text(FILE)
    assert {id: line for (id, _), line in numbers(after).items()} == counted(SOME)
    inserted = re.compile(r"(?m)^(invited: 900|respondents: 55|    counts: \[.*\]|    (dont_know|no_answer): \d+)\n")
    assert inserted.sub("", after) == before.replace(f"    {WAITS}\n", "")
    assert "# invited: 5400   # how many were asked\ninvited: 900\n# respondents: 700" in after
    assert errors(here) == []


def test_a_second_run_changes_nothing(here: Place) -> None:
    """The same export again finds everything there."""
    begun(here)
    assert brought(here)[0] == 0
    files = here.files()
    assert brought(here) == (0, "", [f"{FILE} says the same already; nothing was changed"])
    assert here.files() == files


def test_a_dry_run_shows_what_would_be_inserted(here: Place) -> None:
    """As a diff on stdout; nothing is written."""
    file = here.root / FILE
    file.write_text(f"{HEAD}respondents: 55\nquestions:\n  - {{id: trust, scale: 1-10, {WAITS}}} # Q1\n")
    files = here.files()
    code, out, told = brought(here, "--dry-run")
    assert (code, told) == (0, [f"{FILE} would be filled in; nothing was written"])
    trust, heard, easy = (", ".join(map(str, counted(SOME)[id][:10])) for id, _ in exports.ASKED)
    rest = {id: counted(SOME)[id][10:] for id, _ in exports.ASKED}
    assert out == (
        f"--- {FILE}\n+++ {FILE}\n@@ -3,4 +3,6 @@\n sample: random\n respondents: 55\n questions:\n"
        f"-  - {{id: trust, scale: 1-10, {WAITS}}} # Q1\n"
        f"+  - {{id: trust, scale: 1-10, counts: [{trust}], dont_know: {rest['trust'][0]}, no_answer: {rest['trust'][1]}}} # Q1\n"
        f"+  - {{id: heard-listens, scale: 1-10, counts: [{heard}], dont_know: {rest['heard-listens'][0]}, no_answer: {rest['heard-listens'][1]}}}\n"
        f"+  - {{id: contact-easy, scale: 1-10, counts: [{easy}], dont_know: {rest['contact-easy'][0]}, no_answer: {rest['contact-easy'][1]}}}\n"
    )
    assert here.files() == files


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_mark_quotes_and_remarks_stay(here: Place, end: str, mark: str) -> None:
    """What a person's editor made of the file: only lines are new, in the file's own line ends."""
    text = (
        f"{mark}# Autumn{end}quarter: '2026-Q4'{end}audience:   customers{end}sample: random   # by lot{end}{end}"
        f'questions:{end}-   id: trust{end}    text: "{ASKED}"{end}    {WAITS}  # Anna asks{end}{end}'
        f"-   id: honest # not this time{end}    missing: not asked this quarter{end}"
    )
    (here.root / FILE).write_bytes(f"{text}# the end{end}".encode())
    code, _, told = brought(here)
    assert (code, told) == (
        0,
        [
            f"filled in {FILE}: 3 questions, respondents 55; all else stays as it was",
            "  new in it, at the end: heard-listens, contact-easy",
            "next: read it (git diff), then scorecard check",
        ],
    )
    after = (here.root / FILE).read_bytes().decode()
    rows = {id: (", ".join(map(str, line[:10])), *line[10:]) for id, line in counted(SOME).items()}
    trust = rows["trust"]
    expected = text.replace(WAITS, f"counts: [{trust[0]}]").replace(
        f"  # Anna asks{end}", f"  # Anna asks{end}    dont_know: {trust[1]}{end}    no_answer: {trust[2]}{end}"
    )
    expected = expected.replace(f'"{ASKED}"{end}', f'"{ASKED}"{end}    scale: 1-10{end}')
    expected = expected.replace(f"by lot{end}", f"by lot{end}respondents: 55{end}")
    for id in ("heard-listens", "contact-easy"):
        lines = (f"-   id: {id}", "    scale: 1-10", f"    counts: [{rows[id][0]}]",
                 f"    dont_know: {rows[id][1]}", f"    no_answer: {rows[id][2]}")  # fmt: skip
        expected += "".join(line + end for line in lines)
    assert after == f"{expected}# the end{end}"


DIFFERENT = [
    ("respondents: 54\nquestions: []\n", "respondents: 54 there, 55 here"),
    ("questions:\n  - {id: trust, scale: 1-10, mean: 7.1, n: 55}\n", "trust: mean there, counts here"),
    ("questions:\n  - {id: trust, scale: 1-5, missing: The answers are not in yet.}\n", "trust: scale 1-5 there, 1-10 here"),
    (
        "questions:\n  - {id: trust, missing: the agency lost them}\n",
        "trust: counts here, but there it is missing: the agency lost them",
    ),
    ("questions:\n  - {id: trust, counts: [9, 9, 9, 9, 9, 9, 9, 9, 9, 9]}\n", "trust: other counts"),
    ("questions:\n  - {id: trust, dont_know: 3, missing: The answers are not in yet.}\n", "trust: other numbers of people who did not say"),
]  # fmt: skip


@pytest.mark.parametrize(("rest", "difference"), DIFFERENT)
def test_a_figure_that_a_person_wrote_is_never_replaced(here: Place, rest: str, difference: str) -> None:
    """One difference is listed, and then nothing is written, not even what is missing; exit 1."""
    (here.root / FILE).write_text(HEAD + rest)
    files = here.files()
    code, out, told = brought(here)
    assert (code, told) == (
        1,
        [
            f"  {difference}",
            f"error: {FILE} is there and says something else; it was not changed",
            "  = help: paste what you want from the lines above into it; a published figure also needs a correction",
        ],
    )
    assert numbers(out)["trust", "all"] == counted(SOME)["trust"]
    assert here.files() == files


def test_what_was_said_on_the_command_line_is_a_figure_too(here: Place) -> None:
    """A sample and a number of invited people that differ from the file are listed."""
    (here.root / FILE).write_text(f"{HEAD}invited: 800\n")
    code, _, told = brought(here, "--invited", "900", "--sample", "census")
    assert (code, told[:2]) == (1, ["  sample: random there, census here", "  invited: 800 there, 900 here"])


def test_words_and_questions_without_answers_are_told(here: Place) -> None:
    """The file keeps its words; a question that the export does not have still waits."""
    here.put("export.csv", exports.qualtrics(SOME))
    (here.root / FILE).write_text(
        f"{HEAD}questions:\n  - {{id: honest, {WAITS}}}\n  - {{id: heard-listens, text: You listen., {WAITS}}}\n"
    )
    code, _, said = here.run("qualtrics", str(here.root / "export.csv"), "--wave", "2026-Q4", "--yes")
    told = [line for line in said.splitlines()[-14:] if re.match("look|filled|  new in|next", line)]
    assert (code, told) == (
        0,
        [
            f"look: honest: no answers in this export; in {FILE} it still waits for them",
            "look: heard-listens: the export asks 'Harbourlight listens to me.'; your words in the file stay",
            f"filled in {FILE}: 3 questions, respondents 55; all else stays as it was",
            "  new in it, at the end: trust, contact-easy",
            "next: read it (git diff), then scorecard check",
        ],
    )
    assert f"id: honest, {WAITS}" in here.text(FILE)
    assert "text: You listen., scale: 1-10, counts: {all: [" in here.text(FILE)


def test_a_file_that_cannot_be_filled_in_for_sure_is_left(here: Place) -> None:
    """The lines to paste on stdout, the reason with its line, and what to do by hand."""
    file = here.root / FILE
    file.write_text(
        f"{HEAD}respondents: 55\nquestions:\n  - id: trust\n    missing: >\n      The answers are\n      not in yet.\n"
    )
    files = here.files()
    code, out, told = brought(here)
    assert (code, told) == (
        1,
        [
            f"error: {FILE} (line 8): 'missing' holds more than a text in one piece",
            "  Write 'counts' in its place by hand, then run scorecard check.",
        ],
    )
    assert numbers(out)["trust", "all"] == counted(SOME)["trust"]
    assert here.files() == files


def test_answers_after_contact_are_another_wave(here: Place) -> None:
    """The quarterly answers neither go into that file nor are compared with it."""
    other = here.root / "data/surveys/2026-q4-after-contact.yml"
    other.write_text(
        f"{HEAD}kind: after-contact\nquestions:\n  - {{id: trust, counts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 9]}}\n"
    )
    before = other.read_text()
    code, _, told = brought(here)
    assert (code, told[0]) == (0, f"wrote {FILE}: 3 questions, 55 respondents")
    assert other.read_text() == before


COUNTS = st.lists(st.integers(0, 400), min_size=10, max_size=10).map(tuple)
RESULTS = st.dictionaries(
    st.sampled_from(["trust", "heard-listens", "contact-easy", "honest", "fair"]),
    st.tuples(COUNTS, st.integers(0, 30), st.integers(0, 30)),
    min_size=1,
)


@given(
    RESULTS,
    st.lists(st.sampled_from(["absent", "waits", "bare", "there"]), min_size=5, max_size=5),
    st.booleans(),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from(["", "\ufeff"]),
    st.sampled_from(["", "  # a remark", "\n    # a remark"]),
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_missing_comes_in_and_nothing_else(
    found: dict[str, tuple[tuple[int, ...], int, int]], states: list[str], flow: bool, end: str, mark: str, remark: str
) -> None:
    """Any answers into any state of a file: afterwards it lacks nothing, and without the new pieces it is the old one."""
    results = [Result(id, "", 1, 10, {"all": line}, {"all": dk}, {"all": na}) for id, (line, dk, na) in found.items()]
    brings = Brought(tuple(results), 700)
    lines = []
    for one, state in zip(results, states, strict=False):
        if state == "absent":
            continue
        pairs = [f"id: {one.id}", "scale: 1-10"]
        pairs += [WAITS] if state == "waits" else [f"counts: {list(one.counts['all'])}"] if state == "there" else []
        lines.append(f"  - {{{', '.join(pairs)}}}{remark}" if flow else "  - " + "\n    ".join(pairs) + remark)
    listed = "questions:\n" + "\n".join(lines) + "\n" if lines else ""
    text = mark + (HEAD + listed).replace("\n", end)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "data/surveys").mkdir(parents=True)
        (root / "data/organisation.yml").write_text(
            "name: A\nurl: https://a.example.org\ncontact: a@example.org\ntimezone: UTC\n"
        )
        (root / FILE).write_bytes(text.encode())
        with pipeline.desk(root, datetime(2027, 1, 2, tzinfo=UTC)) as desk:
            desk = dataclasses.replace(desk, judge=lambda records: ())  # whatever the counts are
            desk.save(desk.wave_fill("2026-q4", brings))
        after = (root / FILE).read_bytes().decode()
        (wave,) = (one.record for one in pipeline.check(root, datetime(2027, 1, 2, tzinfo=UTC)).records.waves)  # type: ignore[union-attr]
    assert (surveys.differences(wave, brings), surveys.lacks(wave, brings)) == ((), ())
    rest = iter(after)
    assert all(char in rest for char in text.replace(WAITS, ""))
    assert (after.startswith("\ufeff"), "\n" in after.replace("\r\n", "")) == (bool(mark), end == "\n")
