"""cState: front matter as people write it, and what cState itself does not count as an incident."""

from collections.abc import Callable
from pathlib import Path

import pytest

from scorecard.importers.incidents import cstate
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import Found, Source
from tests.importers.incidents.harbour import Harbour


def toml(text: str, desk: Desk | None = None) -> list[Found]:
    """The incidents of one file with a front matter of TOML."""
    return cstate.incidents(
        [Source("fog.md", f"+++\n{text}\n+++\nBoats wait.\n")], desk or Desk(None, lambda text: text)
    )


@pytest.mark.parametrize("fold", [str.lower, str.upper, str.title])
def test_keys_of_the_front_matter_are_read_in_any_case(fold: Callable[[str], str]) -> None:
    """Hugo reads them so, and the first archetype of cState wrote `Title` and `Date`."""
    given = {
        "title": '"Fog"',
        "date": "2026-03-14T09:00:00Z",
        "resolved": "true",
        "resolvedWhen": "2026-03-14T11:00:00Z",
        "severity": '"down"',
        "affected": '["Line 2"]',
    }
    (made,) = toml("\n".join(f"{fold(key)} = {value}" for key, value in given.items()))
    assert (made.title, made.severity, made.parts) == ("Fog", "major", ("Line 2",))
    assert (str(made.notified), str(made.resolved)) == ("2026-03-14 09:00:00+00:00", "2026-03-14 11:00:00+00:00")


def test_an_informational_post_is_no_incident(harbour: Harbour, tmp_path: Path) -> None:
    """It changes no status in cState, so it is none here; a person hears which file and what to do."""
    head = "title: New tills\ndate: 2026-03-14T09:00:00Z\n"
    (tmp_path / "tills.md").write_text(f"---\n{head}informational: true\npin: true\n---\nOn Monday.\n")
    (tmp_path / "fog.md").write_text(f"---\n{head}informational: false\nresolved: false\nseverity: notice\n---\nFog.\n")
    ran = harbour.run("cstate", str(tmp_path / "tills.md"), str(tmp_path / "fog.md"))
    assert ran.out == "added data/incidents/2026/2026-03-14-new-tills.yml\n"
    assert ran.err == (
        f"note: {tmp_path}/tills.md: it is informational, which is no incident in cState; it was left out. If it is "
        "one, delete that line and import again\n"
        "to fill in, because the source does not say it:\n"
        "  data/incidents/2026/2026-03-14-new-tills.yml: fault, started, known, affected\n"
        "1 added, 0 updated, 0 unchanged, 0 kept\n"
        "read what is new, then: scorecard check\n"
    )


def test_an_end_of_what_is_not_resolved_is_told() -> None:
    """cState shows it as open, and so do we; the time, often that of a plan, is not lost without a word."""
    desk = Desk(None, lambda text: text)
    (made,) = toml(
        'title = "Fog"\ndate = 2026-03-14T09:00:00Z\nresolved = false\nresolvedWhen = 2026-03-14T11:00:00Z', desk
    )
    assert made.resolved == "not-yet"
    assert desk.remarks == [
        "fog.md: resolvedWhen is 2026-03-14 11:00 UTC, but resolved is not true; it counts as open",
    ]


def test_a_day_of_toml_is_told_as_it_is_written() -> None:
    """A day without a time is no moment; the person reads the day, not how a program holds it."""
    desk = Desk(None, lambda text: text)
    toml('title = "Fog"\ndate = 2026-03-14\nresolved = false', desk)
    assert desk.remarks == ["fog.md, date: 2026-03-14 is not a date with a time; it was left out"]


@pytest.mark.parametrize("head", ["*Resolved* -", "_Resolved_ -", "__Resolved__:", "**Resolved:**", "***Resolved -***"])
def test_the_state_before_a_word_is_found_in_any_emphasis(head: str) -> None:
    """Editors of Markdown write it with asterisks or underscores."""
    text = f'---\n---\n{head} Boats sail. {{{{< track "2026-03-14 11:00:00Z" >}}}}\n'
    desk = Desk(None, lambda text: {"title": "Fog", "date": "2026-03-14T09:00:00Z", "resolved": "true"})
    (made,) = cstate.incidents([Source("fog.md", text.replace("---\n---", "---\n\n---"))], desk)
    assert [word.status for word in made.said] == ["resolved"]


def test_a_description_in_the_front_matter_stays() -> None:
    """The first pages of cState had one beside the text."""
    (made,) = toml('title = "Fog"\ndescription = "Nothing sails."\ndate = 2026-03-14T09:00:00Z')
    assert (made.description, [word.text for word in made.said]) == ("Nothing sails.", ["Boats wait."])
