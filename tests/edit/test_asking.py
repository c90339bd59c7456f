# ruff: noqa: E501 (commands and their words are read by rows)
"""What is asked at a terminal, and what scripts are told."""

from __future__ import annotations

import io
import os
import pty
import re
import select
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import pytest

from scorecard.cli import asking
from scorecard.model.lexical import Words
from scorecard.model.records import Dialogue, Incident, Promise, Wave
from scorecard.model.records.incident import Update
from scorecard.model.records.registers import PromiseState
from tests.edit.commanding import INCIDENT, MINOR, NEW, Run, answers, files


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


def test_where_nothing_waits_that_is_said(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is left with a question that has no answer and no list."""
    monkeypatch.setenv("TERM", "dumb")
    shown = answers(monkeypatch)
    assert run("question", "answer")[0] == 130
    assert shown.getvalue() == "  none is open; all are files in data/dialogue/\nWhich question: interrupted\n"


def test_a_promise_for_a_day_that_is_over_is_asked_for_again(
    run: Run, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """At once, before the other answers; a promise made long ago may be due in the past."""
    monkeypatch.setenv("TERM", "dumb")
    shown = answers(monkeypatch, "P", "2026-06-29", "1 July", "+1", "m", "Me")
    assert run("promise", "new")[:2] == (0, "data/promises/2026-06-p.yml\n")
    assert shown.getvalue().startswith(
        "What do you promise, in a few words: By when (2026-12-31, +90): "
        "2026-06-29 is over: it is 2026-06-30 today. Write a day to come, such as +90.\n"
        "By when (2026-12-31, +90): '1 July' is not a date. Write YYYY-MM-DD, such as 2026-03-14.\n"
        "By when (2026-12-31, +90): How can anybody tell"
    )
    old = ["--title", "Old", "--made", "2026-01-01", "--due", "2026-06-01", "--measure", "m"]
    assert run("promise", "new", *old)[:2] == (0, "data/promises/2026-01-old.yml\n")
    assert "\ndue: 2026-06-01 " in (project / "data/promises/2026-01-old.yml").read_text()


def test_an_answer_that_the_terminal_cut_is_not_taken(run: Run, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The public would read half of a text, and nobody would know; just below that length it is taken whole."""
    monkeypatch.setenv("TERM", "dumb")
    run(*MINOR)
    whole = ("lang " * 819).strip()
    shown = answers(monkeypatch, ("ü" * 2048)[:-1] + "x", whole, "", "")
    assert run("incident", "update")[0] == 0
    assert (
        "What do you tell the public: A terminal cuts a line as long as this. Write less, or give the text as an option "
        "(see --help).\nWhat do you tell the public: Where do things stand"
    ) in shown.getvalue()
    assert (project / INCIDENT).read_text().endswith(f"text: {whole}}}\n")


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
