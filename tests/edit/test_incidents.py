"""An incident by commands, from the first word to the account of what happened."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.edit.commanding import INCIDENT, MINOR, NEW, Run, at, files


def test_an_incident_from_first_word_to_end(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is valid after every command; the path is on stdout, words are on stderr."""
    assert run(*NEW, "--severity", "major", "--customers", "about 1200", "--system", "website", "--what-to-do",
               "Pay tomorrow: no fee is due.", "--acknowledged", "Our mistake.") == (
        0, f"{INCIDENT}\n", f"wrote {INCIDENT}; read it, then commit it\n"
    )  # fmt: skip
    first = (project / INCIDENT).read_text()
    assert (
        first
        == """\
# One incident. Staff write it, and the public reads it as soon as it is merged.
# During the incident: scorecard incident update. When it is over: scorecard incident resolve.
title: No card payments
kind: service   # service | personal-data | billing | safety | other
severity: major   # critical | major | minor: by what happens to people (see organisation.yml)
fault: ours   # ours | supplier | nature | unknown
systems: [website]
started: 2026-06-30T09:12+02:00
known: 2026-06-30T14:00+02:00   # when anybody in the company first knew: correct it when you learn of an earlier moment
notified: not-yet   # the first public word; not-yet until then
resolved: not-yet   # not-yet while it lasts
# found_by: customer   # company | customer | partner | press | authority
affected: {customers: 1200, estimate: true}
acknowledged: {text: Our mistake.}
what_to_do: "Pay tomorrow: no fee is due."
# private_note: This line never leaves the repository.
# Words to the public go below, oldest first: scorecard incident update writes them.
"""
    )
    at("12:10", monkeypatch)
    assert run("incident", "update", "--text", "yes", "--next-update", "15:00") == (
        0, f"{INCIDENT}\n", f"changed {INCIDENT}; read it, then commit it\n"
    )  # fmt: skip
    told = "2026-06-30T14:10+02:00"
    second = first.replace("notified: not-yet", f"notified: {told}") + (
        f'updates:\n  - {{at: {told}, status: investigating, text: "yes", next_update: 2026-06-30T15:00+02:00}}\n'
    )
    assert (project / INCIDENT).read_text() == second
    at("12:40", monkeypatch)
    assert run("incident", "resolve", "2026-06-30-no-card-payments", "--at", "14:31", "--text", "It is over.",
               "--explanation", "+14", "--action", "A second review", "--action-due", "2026-07-31")[0] == 0  # fmt: skip
    assert (project / INCIDENT).read_text() == second.replace(
        "resolved: not-yet", "resolved: 2026-06-30T14:31+02:00"
    ).replace(
        'fee is due."\n',
        'fee is due."\npostmortem: {due: 2026-07-14}\nremediation:\n  - {what: A second review, due: 2026-07-31}\n',
    ) + "  - {at: 2026-06-30T14:40+02:00, status: resolved, text: It is over.}\n"
    assert run("check") == (0, "", "no problems\n")
    assert run("incident", "update", INCIDENT, "--text", "The explanation is there.")[0] == 0
    assert (
        "  - {at: 2026-06-30T14:40+02:00, status: postmortem, text: The explanation is there.}\n"
        in (project / INCIDENT).read_text()
    )


def test_several_open_incidents_are_listed(run: Run) -> None:
    """None of them is guessed; a name that is nearly right is offered."""
    run(*MINOR)
    run(*MINOR, "--id", "another")
    assert run("incident", "resolve", "--text", "x") == (
        1,
        "",
        "error: 2 incidents are open\n  Name the one you mean:\n  2026-06-30-no-card-payments  No card payments\n"
        "  another  No card payments\n",
    )
    assert run("incident", "update", "anothr", "--text", "x")[2] == (
        "error: there is no incident 'anothr'\n  Did you mean another?\n"
    )


def test_an_end_is_not_written_twice_nor_by_an_update(run: Run) -> None:
    """Each is refused with the command that is meant."""
    code, _, err = run("incident", "resolve", "2026-03-14-payment-outage")
    assert (code, err) == (
        1,
        "error: data/incidents/2026/2026-03-14-payment-outage.yml (line 11): this incident is over already\n"
        "  For a later word: scorecard incident update 2026-03-14-payment-outage. A wrong time: mend it in the file.\n",
    )
    run(*MINOR, "--text", "It happens.")
    code, _, err = run("incident", "resolve", "--text", "x", "--at", "13:00", "--told", "12:00")
    assert (code, err) == (
        1, "error: the public cannot be told of the end before it\n  Correct --told or --at.\n"
    )  # fmt: skip


def test_the_account_of_a_serious_incident(run: Run, project: Path) -> None:
    """What it lacks is named; reasons why not, an address, and an action with its day are taken."""
    path = project / INCIDENT
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(
        "title: No card payments\nkind: service\nseverity: major\nfault: ours\nknown: 2026-06-30T09:20\n"
        "notified: 2026-06-30T09:30\nresolved: not-yet\nupdates:\n  - {at: 2026-06-30T09:30, text: We look.}\n"
    )
    end = ["incident", "resolve", "--text", "Done."]
    assert run(*end)[2].splitlines()[-1] == (
        "Error: Missing: --acknowledged, --what-to-do, --explanation, --action. At a terminal they are asked for."
    )
    told = [
        "--acknowledged",
        "Our mistake.",
        "--acknowledged-by",
        "Head of IT",
        "--what-to-do",
        "Not applicable: no trace",
    ]
    assert run(*end, *told, "--explanation", "soon", "--action", "x", "--action-due", "+1")[2].splitlines()[-1] == (
        "Error: --explanation: 'soon' is not a date. Write YYYY-MM-DD, such as 2026-03-14."
    )
    assert run(*end, *told, "--explanation", "+1", "--action", "A second review")[2].splitlines()[-1] == (
        "Error: Missing: --action-due. At a terminal they are asked for."
    )
    told += ["--explanation", "https://example.org/why", "--action", "not-applicable: all is done"]
    assert run(*end, *told)[0] == 0
    assert path.read_text() == (
        "title: No card payments\nkind: service\nseverity: major\nfault: ours\nknown: 2026-06-30T09:20\n"
        "notified: 2026-06-30T09:30\nresolved: 2026-06-30T14:00+02:00\n"
        "acknowledged: {text: Our mistake., by: Head of IT}\nwhat_to_do: {not-applicable: no trace}\n"
        'postmortem: {published: 2026-06-30, url: "https://example.org/why"}\n'
        "remediation: {not-applicable: all is done}\nupdates:\n  - {at: 2026-06-30T09:30, text: We look.}\n"
        "  - {at: 2026-06-30T14:00+02:00, status: resolved, text: Done.}\n"
    )
    assert run("check") == (0, "", "no problems\n")


def test_what_stands_there_already_is_not_overwritten(run: Run, project: Path) -> None:
    """The command says where, and what to do by hand."""
    run(*MINOR)
    path = project / INCIDENT
    path.write_text(
        path.read_text().replace("resolved: not-yet   # not-yet while it lasts", "resolved:\n  |-\n  not-yet")
    )
    before = files(project)
    assert run("incident", "resolve", "--text", "Done.")[2] == (
        f"error: {INCIDENT} (line 12): 'resolved' holds a text of several lines already\n"
        "  Change 'resolved' by hand, then run scorecard check.\n"
    )
    assert files(project) == before
