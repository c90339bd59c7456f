# ruff: noqa: E501 (commands and their words are read by rows)
"""Promises, questions, risks and quarters by commands."""

from __future__ import annotations

from pathlib import Path

from tests.edit.commanding import MINOR, Run


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
