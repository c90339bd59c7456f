"""The commands as people run them: what is said, and when nothing is written."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.edit.commanding import INCIDENT, MINOR, Run, files


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
    assert run("quarter", "new", "2026-Q1", "--sample", "random", "--publish-at", "2026-07-20T10:00")[2] == (
        "error: data/surveys/2026-q1.yml: this survey wave is there already; nothing is overwritten\n"
        "  Write into that file, or name another quarter.\n"
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


def test_a_project_without_an_organisation_is_refused(run: Run, project: Path) -> None:
    """Its zone is not guessed."""
    (project / "data/organisation.yml").unlink()
    code, out, err = run(*MINOR)
    assert (code, out) == (1, "")
    assert err.splitlines()[0] == "error[no-organisation]: the file data/organisation.yml is missing"
    assert err.splitlines()[-1] == "error: data/ has 1 error; nothing was written"
