"""A reviewer sees what readers would see differently, in three forms, and no text of the data can harm them."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from scorecard import cli
from scorecard.pipeline import differences as way
from scorecard.present import comparison
from scorecard.present.comparison import Change, forms
from tests.cli_git import commit
from tests.validate.projects import AS_OF, project

SURVEY = "data/surveys/2026-q1.yml"
PROMISE = "data/promises/letters.yml"
LETTERS = """\
title: Answer letters
made: 2026-01-10
due: 2026-05-31
measure: Days to an answer
history:
  - {at: 2026-06-01, state: kept}
"""


def differences(folder: Path, before: Mapping[str, str], after: Mapping[str, str]) -> tuple[Change, ...]:
    """Between two states of the base project."""
    old, new = project(folder / "old", before), project(folder / "new", after)
    return way.differences(new, old, "main", AS_OF)


def survey(folder: Path, *changes: tuple[str, str]) -> dict[str, str]:
    """The survey of the base project with changes."""
    text = (project(folder / "base", {}) / SURVEY).read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return {SURVEY: text}


def test_the_same_twice_is_no_difference(tmp_path: Path) -> None:
    """Whatever the folder."""
    assert differences(tmp_path, {}, {}) == ()


def test_scores_states_verdicts_groups_and_the_headline_follow_the_counts(tmp_path: Path) -> None:
    """Fewer people at the top: the figures fall, a small group is hidden, and the headline says so."""
    fewer = survey(
        tmp_path,
        (
            "all:       [12, 9, 21, 33, 48, 71, 140, 188, 97, 61]",
            "all:       [249, 110, 42, 32, 40, 60, 112, 34, 0, 1]",
        ),
        (
            "household: [10, 7, 17, 25, 39, 58, 111, 150, 80, 50]",
            "household: [248, 109, 41, 31, 39, 59, 111, 33, 0, 1]",
        ),
        ("business:  [2, 2, 4, 8, 9, 13, 29, 38, 17, 11]", "business:  [1, 1, 1, 1, 1, 1, 1, 1, 0, 0]"),
    )
    found = differences(tmp_path, {}, fewer)
    by_topic = {topic: [one for one in found if one.topic == topic] for topic in comparison.TOPICS}
    direct = next(one for one in by_topic["scores"] if one.subject.endswith("direct question"))
    assert direct.value_before is not None and direct.value_after is not None
    assert direct.value_before > direct.value_after and direct.before == f"{direct.value_before:.2f}"
    (group,) = [one for one in by_topic["groups"] if one.subject.endswith("trust, business")]
    assert (group.before, group.after) == ("shown", "hidden")
    (headline,) = by_topic["headline"]
    assert headline.before != headline.after
    assert [one.after for one in by_topic["states"]] == ["broken"]


def test_a_wording_a_promise_and_an_incident(tmp_path: Path) -> None:
    """Each under its topic; what was not there before stands as a dash."""
    words = survey(tmp_path, ("text: How much do you trust us?", "text: Do you trust us?"))
    broken = LETTERS.replace("kept", "broken")
    found = differences(tmp_path, {PROMISE: LETTERS}, {**words, PROMISE: broken})
    assert [one for one in found if one.topic == "wording"] == [
        Change("wording", "2026-Q1 customers: trust", "How much do you trust us?", "Do you trust us?")
    ]
    (promise,) = [one for one in found if one.topic == "promises"]
    assert (promise.subject, promise.before, promise.after) == ("letters", "kept", "broken")
    (new,) = [one for one in differences(tmp_path / "new", {}, {PROMISE: LETTERS}) if one.topic == "promises"]
    assert (new.before, new.after) == ("–", "kept")


def test_why_there_is_no_score_is_told_in_words(tmp_path: Path) -> None:
    """Not by the code of the reason: too few parts are no few answers."""
    alone = {SURVEY: survey(tmp_path)[SURVEY].partition("  - id: heard-listens")[0]}
    (trust,) = [one for one in differences(tmp_path, alone, {}) if one.subject == "2026-Q1 customers: trust"]
    assert (trust.topic, trust.before, trust.after) == (
        "scores",
        "no score: the parts of trust were not asked",
        "no score: 1 of its 8 parts have enough answers",
    )


def test_two_scores_are_never_shown_equal() -> None:
    """As many decimals as tell them apart."""
    from scorecard.present.comparison.changes import _apart

    assert _apart(6.5, 6.6) == ("6.50", "6.60")
    assert _apart(6.50001, 6.50002) == ("6.50001", "6.50002")


HOSTILE = "`` | <img src=x> @everyone\n# [a](javascript:x) \x1b[31m"


def test_text_of_the_data_cannot_leave_its_code_span() -> None:
    """No fence of its own, no cell, no line."""
    text = comparison.FORMS["markdown"]((Change("wording", HOSTILE, HOSTILE, "x"),), "main")
    (row,) = [line for line in text.splitlines() if line.startswith("| ``")]
    span = "``` `` \\| <img src=x> @everyone # [a](javascript:x) \\x1b[31m ```"
    assert row == f"| {span} | {span} | `x` |"
    assert "\x1b" not in comparison.FORMS["text"]((Change("wording", HOSTILE, HOSTILE, "x"),), "main")


def test_a_comment_fits_and_says_what_is_left_out() -> None:
    """The whole longest comment is below what a host takes."""
    many = tuple(
        Change(topic, f"{number} " + "s" * 500, "b" * 5000, "a" * 5000)
        for topic in comparison.TOPICS
        for number in range(1 if topic == "headline" else 99)
    )
    text = comparison.FORMS["markdown"](many, "m" * 300)
    assert len(text) < 65_536 and text.count("79 more: `scorecard diff` shows all.") == 7
    assert text.startswith(forms.MARK)


def test_the_command_prints_each_form(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data on stdout, the count on stderr; the empty comment says that nothing changes."""
    folder = project(tmp_path / "site", {PROMISE: LETTERS})
    commit(folder, "first")
    base = ["diff", "-C", str(folder), "--as-of", "2026-06-30", "--against", "HEAD"]
    assert cli.run([*base, "--format", "markdown"]) == 0
    out, err = capsys.readouterr()
    assert out == (
        "<!-- scorecard diff -->\n\n### What readers would see differently (against `HEAD`)\n\n"
        "Nothing: no score, state, verdict, wording, group, promise or headline changes.\n"
    )
    assert err == "no differences against HEAD\n"
    (folder / PROMISE).write_text(LETTERS.replace("kept", "stalled"))
    assert cli.run([*base, "--format", "json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert value["schema_version"] == 1 and value["against"] == "HEAD"
    (row,) = [row for row in value["changes"] if row["topic"] == "promises"]
    assert (row["before"], row["after"]) == ("kept", "stalled (overdue)")
    assert cli.run(base) == 0
    assert "Promises (1)\n  letters: kept → stalled (overdue)\n" in capsys.readouterr().out


def test_errors_of_either_state_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1; the earlier state is named."""
    folder = project(tmp_path / "site", {PROMISE: "titel: x\n"})
    commit(folder, "first")
    (folder / PROMISE).unlink()
    assert cli.run(["diff", "-C", str(folder), "--as-of", "2026-06-30", "--against", "HEAD"]) == 1
    assert capsys.readouterr().err.splitlines()[-1].startswith("error: data/ had errors at HEAD: ")
