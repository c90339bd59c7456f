# ruff: noqa: E501 (commands and their words are read by rows)
"""The commands as people run them: what is written, what is said, and when nothing is written."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import shutil
import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest

from scorecard import cli
from scorecard.cli import asking
from scorecard.model.lexical import Words
from scorecard.model.records import Dialogue, Incident, Promise, Wave
from scorecard.model.records.incident import Update
from scorecard.model.records.registers import PromiseState

BASE = Path(__file__).resolve().parent.parent / "base_project"
Run = Callable[..., tuple[int, str, str]]
INCIDENT = "data/incidents/2026/2026-06-30-no-card-payments.yml"
NEW = ["incident", "new", "--title", "No card payments", "--started", "09:12", "--fault", "ours"]
MINOR = [*NEW, "--severity", "minor"]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The base project on 30 June 2026, 14:00 in Rome; we stand in it."""
    folder = tmp_path / "site"
    shutil.copytree(BASE, folder)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1782820800")
    return folder


@pytest.fixture
def run(project: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run a command; give exit code, stdout and stderr."""

    def run(*args: str) -> tuple[int, str, str]:
        code = cli.run(args)
        out, err = capsys.readouterr()
        return code, out, err

    return run


def files(project: Path) -> dict[str, bytes]:
    """Everything in the project."""
    return {file.relative_to(project).as_posix(): file.read_bytes() for file in project.rglob("*") if file.is_file()}


def at(moment: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be another time of 30 June, in UTC."""
    hour, minute = map(int, moment.split(":"))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(1782777600 + hour * 3600 + minute * 60))


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


def test_a_dry_run_shows_the_change_and_writes_nothing(run: Run, project: Path) -> None:
    """A unified diff on stdout, for new files and for edits; line ends as they are."""
    run(*MINOR)
    path = project / INCIDENT
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n").rstrip(b"\r\n"))
    before = files(project)
    code, out, err = run("incident", "update", "--text", "We look.", "--dry-run")
    assert (code, err) == (0, "nothing was written (--dry-run)\n")
    assert out.startswith(f"--- {INCIDENT}\n+++ {INCIDENT}\n@@ ")
    assert "-notified: not-yet   # the first" in out
    assert (
        "+  - {at: 2026-06-30T14:00+02:00, status: investigating, text: We look.}\n\\ No newline at end of file\n"
        in out
    )
    code, out, _ = run("risk", "new", "--title", "R", "--owner", "O", "--likelihood", "3", "--impact", "4", "--dry-run")
    assert out.startswith("--- /dev/null\n+++ data/risks/r.yml\n@@ -0,0 +1,")
    assert files(project) == before


def test_nothing_is_overwritten(run: Run, project: Path) -> None:
    """The same command again, or the name of any other entry, is refused."""
    run(*MINOR)
    before = files(project)
    assert run(*MINOR) == (
        1,
        "",
        f"error: {INCIDENT}: this incident is there already; nothing is overwritten\n"
        "  For another one give a name with --id.\n",
    )
    assert run(*MINOR, "--id", "2026-03-14-payment-outage", "--known", "2025-01-01T10:00", "--started", "unknown")[
        2
    ] == (
        "error: data/incidents/2026/2026-03-14-payment-outage.yml: this incident is there already; nothing is "
        "overwritten\n  For another one give a name with --id.\n"
    )
    assert files(project) == before
    assert run(*MINOR, "--id", "another")[:2] == (0, "data/incidents/2026/another.yml\n")


def test_what_would_not_pass_the_check_is_not_written(run: Run, project: Path) -> None:
    """The problems are shown at the place where they would stand."""
    before = files(project)
    code, out, err = run(*MINOR, "--system", "websit", "--next-update", "13:00")
    assert (code, out, files(project)) == (1, "", before)
    assert err == (
        "error[unknown-system]: organisation.yml has no system 'websit'\n"
        " --> data/incidents/2026/2026-06-30-no-card-payments.yml:7:11\n"
        "7 | systems: [websit]\n"
        "  |           ^^^^^^ did you mean 'website'?\n"
        "  = help: correct the id, or add it to 'systems' in organisation.yml; known are payment-gateway, website\n"
        "  = SC607: docs/problems/unknown-system\n"
        f"error: {INCIDENT}: with this change the file would not pass the check; nothing was written\n"
        "  Mend what is told above and run the command again.\n"
    )


def test_problems_that_were_there_before_do_not_stop_an_edit(run: Run, project: Path) -> None:
    """Somebody is in a hurry; the old problem is named, and stays."""
    run(*MINOR)
    path = project / INCIDENT
    path.write_text(path.read_text().replace("# found_by: customer", "cause: nobody-knows"))
    assert run("check")[0] == 1
    code, out, err = run("incident", "update", "--text", "We look.")
    assert (code, out) == (0, f"{INCIDENT}\n")
    assert err == (
        f"changed {INCIDENT}; read it, then commit it\n"
        f"this file had 1 error before and still has: scorecard check {INCIDENT}\n"
    )


def test_warnings_of_a_change_are_told(run: Run) -> None:
    """They do not stop it."""
    code, out, err = run("promise", "new", "--title", "We answer in a day", "--due", "+90")
    assert (code, out) == (0, "data/promises/2026-06-we-answer-in-a-day.yml\n")
    assert err.startswith("warning[promise-without-measure]: nobody can tell whether this promise is kept")


def test_a_file_that_cannot_be_read_is_refused_with_its_problems(run: Run, project: Path) -> None:
    """As check tells them."""
    run(*MINOR)
    path = project / INCIDENT
    path.write_text(path.read_text().replace("severity:", "sevrity:"))
    before = files(project)
    code, _, err = run("incident", "update", "2026-06-30-no-card-payments", "--text", "x")
    assert (code, files(project)) == (1, before)
    assert err.startswith("error[unknown-field]: incident has no field 'sevrity'\n")
    assert err.endswith(f"error: {INCIDENT}: this file has problems\n  Mend them first.\n")
    assert run("incident", "update", "--text", "x")[2] == (
        "error: no incident is open\n  Name the incident: scorecard incident … ID.\n"
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


def test_a_name_that_nothing_has_is_refused(run: Run, project: Path) -> None:
    """With the nearest names, or the folder; a file with problems is named with them."""
    assert run("promise", "kept", "x", "--text", "x") == (
        1,
        "",
        "error: there is no promise 'x'\n  They are the files in data/promises/.\n",
    )
    run("risk", "new", "--title", "Old pipes", "--owner", "O", "--likelihood", "3", "--impact", "4")
    assert run("risk", "review", "old-pipe")[2] == "error: there is no risk 'old-pipe'\n  Did you mean old-pipes?\n"
    path = project / "data/risks/old-pipes.yml"
    path.write_text(path.read_text().replace("owner:", "ownr:"))
    code, _, err = run("risk", "review", "old-pipes")
    assert code == 1
    assert err.startswith("error[unknown-field]: risk has no field 'ownr'\n")
    assert err.endswith("error: data/risks/old-pipes.yml: this file has problems\n  Mend them first.\n")


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


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["incident", "new"], "Missing: --title, --started, --fault, --severity. At a terminal they are asked for."),
        ([*NEW, "--severity", "major"], "Missing: --what-to-do, --acknowledged. At a terminal they are asked for."),
        (
            [*NEW[:-4], "--started", "9:99", "--fault", "ours", "--severity", "minor"],
            "--started: '2026-06-30T09:99' is a time that does not exist. Hours go from 00 to 23, minutes from 00 to 59.",
        ),
        ([*MINOR, "--customers", "many"], "--customers: 'many' is not a whole number. Write digits only, such as 1200."),
        (["promise", "kept", "--text", "x"], "Missing: ID. At a terminal they are asked for."),
        (["quarter", "new", "2026-Q9", "--sample", "random"], "QUARTER: '2026-Q9' is not a quarter. Write the year, -Q and 1 to 4, such as 2026-Q3."),
        (["quarter", "new"], "Missing: --publish-at. At a terminal they are asked for."),
        (["risk", "new", "--title", "R"], "Missing: --owner, --likelihood, --impact. At a terminal they are asked for."),
    ],
)  # fmt: skip
def test_scripts_are_told_all_that_is_missing(run: Run, project: Path, args: list[str], message: str) -> None:
    """Nothing is asked without a terminal; exit 2, and nothing is written."""
    before = files(project)
    code, out, err = run(*args)
    assert (code, out, err.splitlines()[-1]) == (2, "", f"Error: {message}")
    assert files(project) == before


def test_words_may_come_from_stdin(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whole, with line ends of any system; what is not UTF-8 is refused."""
    run(*MINOR)
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\ufeffFirst: “a”\r\nthen #b\r\n".encode())))
    assert run("incident", "update", "--text", "-")[0] == 0
    assert (project / INCIDENT).read_text().endswith(
        "    text: |-\n      First: “a”\n      then #b\n"
    )  # fmt: skip
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"caf\xe9")))
    code, _, err = run("incident", "update", "--text", "-")
    assert (code, err.splitlines()[-1]) == (2, "Error: --text: what came on stdin is not UTF-8 (byte 3).")


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


def test_a_file_does_not_outgrow_what_is_read(run: Run, project: Path) -> None:
    """The change that would make it too large is refused."""
    run(*MINOR)
    path = project / INCIDENT
    path.write_text(path.read_text() + f"# {'x' * 78}\n" * 12_930)
    before = files(project)
    code, _, err = run("incident", "update", "--text", "So much more. " * 100)
    assert (code, files(project)) == (1, before)
    assert re.fullmatch(
        r"error\[file-too-large\]: this file would have 1,04[89],\d+ bytes; at most 1,048,576 are read\n[^$]*"
        r"error: \S+ \(line 1\): 'updates' cannot be written here\n"
        r"  This file would have [\d,]+ bytes; at most 1,048,576 are read. Write 'updates' by hand, then run scorecard "
        r"check.\n",
        err,
    )


@pytest.mark.parametrize("odd", ["U+0007 BELL", "U+2028 LINE SEPARATOR", "U+DCE9 HALF OF A SURROGATE PAIR"])
def test_what_nobody_can_see_is_refused(run: Run, odd: str) -> None:
    """At once, and named: it would not pass the check."""
    run(*MINOR)
    code, _, err = run("incident", "update", "--text", f"We {chr(int(odd[2:6], 16))} look.")
    assert (code, err.splitlines()[-1]) == (
        2,
        f"Error: --text: the text holds {odd}, which nobody can see. "
        "Delete it; it may have come with a copy from another program.",
    )


def test_a_title_without_plain_letters_needs_a_name(run: Run, project: Path) -> None:
    """It is asked for, with an example; the title itself is kept as it is."""
    title = ["--title", "Нет света: «опять»"]
    assert run(*MINOR, *title)[2] == (
        "error: no file name can be made of this title\n  Give one with --id, such as 2026-06-30-payment-outage.\n"
    )
    assert run("risk", "new", *title, "--owner", "O", "--likelihood", "3", "--impact", "4")[2] == (
        "error: no file name can be made of these words\n  Give one with --id, such as friendly-bills.\n"
    )
    assert run(*MINOR, *title, "--id", "../../evil")[2] == (
        "error: '../../evil' cannot be the name of a file here\n"
        "  Use small letters a-z, digits and dashes inside, at most 64 of them.\n"
    )
    assert run(*MINOR, *title, "--id", "no-light")[0] == 0
    assert '\ntitle: "Нет света: «опять»"\n' in (project / "data/incidents/2026/no-light.yml").read_text()


def test_a_broken_promise(run: Run, project: Path) -> None:
    """With its reason; a day before the promise is refused by the check."""
    run("promise", "new", "--title", "P", "--due", "+9", "--measure", "m")
    code, _, err = run("promise", "broken", "2026-06-p", "--text", "x", "--at", "2026-06-01")
    assert code == 1
    assert err.startswith("error[promise-history-out-of-order]: this state is of 2026-06-01, the promise was made on")
    assert run("promise", "broken", "2026-06-p", "--text", "We had no people: sorry")[0] == 0
    assert (project / "data/promises/2026-06-p.yml").read_text().endswith(
        '\nhistory:\n  - {at: 2026-06-30, state: broken, text: "We had no people: sorry"}\n'
    )  # fmt: skip


def test_a_promise_a_question_and_a_risk(run: Run, project: Path) -> None:
    """From the first file to the end, valid all the way."""
    promise, question, risk = "2026-06-we-answer-in-a-day", "2026-06-why-so-dear", "old-pipes"
    lines = [
        ("promise", "new", "--title", "We answer in a day", "--due", "+90", "--measure", "9 of 10 letters", "--owner", "O"),
        ("promise", "state", promise, "--state", "in-the-works", "--text", "Two people: hired"),
        ("promise", "later", promise, "--due", "2026-12-31", "--why", "no"),
        ("promise", "kept", promise, "--text", "It is so.", "--proof", "https://example.org/a"),
        ("question", "new", "--question", "Why so dear?", "--with", "customers", "--started-by", "a customer"),
        ("question", "answer", question, "--answer", "12:30", "--outcome", "changed", "--changed", "- the price"),
        ("risk", "new", "--title", "Old pipes", "--owner", "Head of Water", "--likelihood", "3", "--impact", "4"),
        ("risk", "rate", risk, "--likelihood", "2", "--impact", "4", "--next-review", "+30"),
        ("risk", "review", risk),
    ]  # fmt: skip
    for line in lines:
        assert run(*line)[0] == 0, line
    assert run("check") == (0, "", "no problems\n")
    tails = {
        f"data/promises/{promise}.yml": (
            'renegotiated:\n  - {at: 2026-06-30, due: 2026-12-31, why: "no"}\nhistory:\n'
            '  - {at: 2026-06-30, state: in-the-works, text: "Two people: hired"}\n'
            '  - {at: 2026-06-30, state: kept, text: It is so., proof: "https://example.org/a"}\n'
        ),
        f"data/dialogue/2026/{question}.yml": (
            'question: Why so dear?\nanswered: 2026-06-30\nanswer: "12:30"\n'
            'outcome: changed   # changed | answered | declined-because | open\nchanged: "- the price"\n'
        ),
        f"data/risks/{risk}.yml": (
            "ratings:\n  - {at: 2026-06-30, likelihood: 3, impact: 4}\n  - {at: 2026-06-30, likelihood: 2, impact: 4}\n"
        ),
    }
    for file, tail in tails.items():
        assert (project / file).read_text().endswith(tail)
    assert "next_review: 2026-12-29\nreviewed: [2026-06-30]\n" in (project / f"data/risks/{risk}.yml").read_text()
    assert run("question", "answer", question, "--answer", "x")[2] == (
        f"error: data/dialogue/2026/{question}.yml (line 7): this question was answered on 2026-06-30\n"
        "  Change the answer in the file itself.\n"
    )


def test_a_new_quarter_asks_what_the_last_one_asked(run: Run, project: Path) -> None:
    """Held back until its day; the day comes from the release calendar where it stands there."""
    organisation = project / "data/organisation.yml"
    organisation.write_text(
        organisation.read_text().replace(
            "waves_planned:", "  - {quarter: 2026-Q2, at: 2026-07-20T10:00}\nwaves_planned:"
        )
    )
    assert run(
        "quarter", "new", "--invited", "5400", "--fieldwork-from", "2026-06-01", "--mode", "web", "--mode", "phone"
    ) == (
        0,
        "data/surveys/2026-q2.yml\n",
        "wrote data/surveys/2026-q2.yml; read it, then commit it\n",
    )
    text = (project / "data/surveys/2026-q2.yml").read_text()
    assert "\npublish_at: 2026-07-20T10:00+02:00\n" in text
    assert "\nperiod: {from: 2026-04-01, to: 2026-06-30}\nfieldwork: {from: 2026-06-01, mode: [web, phone]}\n" in text
    assert text.endswith(
        "questions:\n  - id: trust\n    text: How much do you trust us?\n    scale: 1-10\n"
        "    missing: The answers are not in yet.\n  - id: heard-listens\n    text: They listen to me.\n"
        "    scale: 1-10\n    missing: The answers are not in yet.\n"
    )
    assert run("check") == (0, "", "no problems\n")
    assert run(
        "quarter", "new", "2026q1", "--audience", "staff", "--sample", "census", "--publish-at", "2026-07-20T10:00"
    )[1] == ("data/surveys/2026-q1-staff.yml\n")
    assert (project / "data/surveys/2026-q1-staff.yml").read_text().count("  - id: ") > 10  # those of the method


def test_a_project_without_an_organisation_is_refused(run: Run, project: Path) -> None:
    """Its zone is not guessed."""
    (project / "data/organisation.yml").unlink()
    code, out, err = run(*MINOR)
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == "error[no-organisation]: the file data/organisation.yml is missing"
    assert err.splitlines()[-1] == "error: data/ has 1 error; nothing was written"


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """It is."""
        return True


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> Terminal:
    """Let somebody sit at a terminal and type these lines."""
    monkeypatch.setattr(sys, "stdin", Terminal("".join(f"{line}\n" for line in lines)))
    monkeypatch.setattr(sys, "stderr", shown := Terminal())
    return shown


def test_questions_are_asked_again_until_they_are_answered(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Only what is needed when an option was given; questions go to stderr."""
    monkeypatch.setenv("TERM", "dumb")
    shown = answers(monkeypatch, "", "No card payments", "later", "09:12", "", "me", "o", "m", "minor")
    code, out, _ = run("incident", "new", "--kind", "billing")
    assert (code, out) == (0, f"{INCIDENT}\n")
    fault = "Our fault? ours, or unknown while nobody knows (ours, supplier, nature, unknown): "
    assert shown.getvalue() == (
        "What happened, in a few words: An answer is needed here. Ctrl+C stops without writing anything.\n"
        "What happened, in a few words: Since when (09:12, 2026-03-14T09:12, unknown): "
        "'later' is not a date and time. Write 09:41 for today, or YYYY-MM-DDTHH:MM, such as 2026-03-14T09:41.\n"
        "Since when (09:12, 2026-03-14T09:12, unknown): How many customers (1200, about 1200, unknown) [unknown]: "
        f"{fault}Write one of: ours, supplier, nature, unknown.\n{fault}"
        "How serious (critical, major, minor): Write one of: critical, major, minor.\n"
        f"How serious (critical, major, minor): wrote {INCIDENT}; read it, then commit it\n"
    )
    assert "\nkind: billing " in (project / INCIDENT).read_text()


def test_what_waits_is_listed(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """At a terminal nobody has to know the name of a file; a wrong one is asked again."""
    monkeypatch.setenv("TERM", "dumb")
    run("question", "new", "--question", "Why so dear?", "--with", "customers", "--started-by", "a customer")
    shown = answers(monkeypatch, "why", "2026-06-why-so-dear", "Because.", "declined-because", "The law says so.")
    code, out, _ = run("question", "answer")
    assert (code, out) == (0, "data/dialogue/2026/2026-06-why-so-dear.yml\n")
    assert shown.getvalue().startswith(
        "  2026-06-why-so-dear  Why so dear?\nWhich question: there is no question 'why'. Did you mean "
        "2026-06-why-so-dear?\nWhich question: The answer: What came of it (answered, changed, declined-because) "
        "[answered]: Why not: changed "
    )
    answers(monkeypatch, "It is so.", "")
    run("promise", "new", "--title", "P", "--due", "+9", "--measure", "m")
    shown = answers(monkeypatch, "It is so.", "no link", "https://example.org/a")
    assert run("promise", "kept", "2026-06-p")[0] == 0
    assert shown.getvalue().startswith(
        "What was done: Where can anybody see it (an address) (may stay empty): "
        "'no link' is not a public link. Write a whole address that starts with https://, http:// or mailto:.\n"
    )


def test_no_input_asks_nothing_at_a_terminal(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """For scripts that run in one."""
    answers(monkeypatch, "x")
    assert run("incident", "new", "--no-input")[0] == 2


def test_leaving_a_question_writes_nothing(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The end of the input is like Ctrl+C."""
    before = files(project)
    answers(monkeypatch, "No card payments")
    assert run("incident", "new")[0] == 130
    assert files(project) == before


def test_a_real_terminal(project: Path) -> None:
    """With a keyboard: the questions of an incident, one after the other."""
    main, side = pty.openpty()
    environment = {**os.environ, "TERM": "dumb"}
    program = [sys.executable, "-m", "scorecard", "incident", "new"]
    running = subprocess.Popen(program, stdin=side, stdout=side, stderr=side, cwd=project, env=environment)
    os.close(side)
    shown = b""
    for answer in ("No card payments", "09:12", "", "about 40", "ours", "minor", "We look.", "15:00"):
        while not shown.endswith(b": "):
            shown += os.read(main, 1000) if select.select([main], [], [], 60)[0] else pytest.fail(repr(shown))
        os.write(main, answer.encode() + b"\n")
        shown += b"\0"
    assert running.wait(60) == 0
    os.close(main)
    text = (project / INCIDENT).read_text()
    assert "affected: {customers: 40, estimate: true}\n" in text
    assert text.endswith("text: We look., next_update: 2026-06-30T15:00+02:00}\n")


def words(record: Any, field: str) -> set[str]:
    """The words a field of a record allows."""
    found = [one for one in record.model_fields[field].metadata if isinstance(one, Words)]
    found += [
        one for part in get_args(record.model_fields[field].annotation) for one in getattr(part, "__metadata__", ())
    ]
    return set(next(one for one in found if isinstance(one, Words)).allowed)


def test_options_offer_the_words_of_the_records() -> None:
    """The front door lists them without loading the records; here both are compared."""
    new, update = import_module("scorecard.cli.incident.new"), import_module("scorecard.cli.incident.update")
    assert {*new.KINDS, "maintenance"} == words(Incident, "kind")
    assert set(new.SEVERITIES) == words(Incident, "severity")
    assert set(new.FAULTS) == words(Incident, "fault")
    assert set(new.FOUND_BY) == words(Incident, "found_by")
    assert set(new.STATUSES) < words(Update, "status")
    assert {*update.STATUSES, "resolved"} == words(Update, "status")
    state = import_module("scorecard.cli.promise.state")
    assert {*state.STATES, "kept", "broken"} == words(PromiseState, "state")
    question, answer = import_module("scorecard.cli.question.new"), import_module("scorecard.cli.question.answer")
    assert set(question.WITH) == words(Dialogue, "with_")
    assert {*answer.OUTCOMES, "open"} == words(Dialogue, "outcome")
    quarter = import_module("scorecard.cli.quarter.new")
    assert set(quarter.AUDIENCES) == words(Wave, "audience")
    assert {*quarter.SAMPLES, "not-stated"} == words(Wave, "sample")
    assert "history" in Promise.model_fields


def test_every_command_has_help(run: Run) -> None:
    """Each says in one line what it does; each can be tried without writing."""
    for group in ("incident", "quarter", "promise", "question", "risk"):
        code, out, _ = run(group, "--help")
        assert code == 0
        verbs = re.findall(r"^  ([a-z]+)  +\S", out.split("Commands:")[1], re.MULTILINE)
        assert verbs
        for verb in verbs:
            code, out, _ = run(group, verb, "--help")
            assert code == 0
            assert out.startswith(f"Usage: scorecard {group} {verb} [OPTIONS]")
            assert "--dry-run" in out
    assert asking.Asking.__doc__
