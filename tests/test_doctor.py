"""Doctor says what is ready and what to do; completion completes."""

import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from scorecard import cli
from scorecard.cli import doctor
from tests.cli_git import commit, git
from tests.test_init import TODAY, begun

AS_OF = ("--as-of", f"{TODAY}T12:00")


def findings(folder: Path, capsys: pytest.CaptureFixture[str], *more: str) -> dict[str, list[doctor.Finding]]:
    """What is said, by what was looked at."""
    code = cli.run(["doctor", "-C", str(folder), "--format", "json", *AS_OF, *more])
    value = json.loads(capsys.readouterr().out)
    assert value["schema_version"] == 1
    found: dict[str, list[doctor.Finding]] = {}
    for row in value["findings"]:
        one = doctor.Finding(row["level"], row["what"], row["found"], row["do"] or "")
        found.setdefault(one.what, []).append(one)
    assert code == int(any(one.level == "error" for some in found.values() for one in some))
    return found


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """No pipeline runs us."""
    for name in ("CI_PROJECT_VISIBILITY", "GITHUB_EVENT_PATH", "SOURCE_DATE_EPOCH"):
        monkeypatch.delenv(name, raising=False)


def test_a_new_site_is_well_and_told_what_is_left(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """First no repository, then no hook, then nothing but notes."""
    folder = begun(tmp_path / "site")
    assert [one.level for one in findings(folder, capsys)["repository"]] == ["warning"]
    commit(folder, "begin")
    found = findings(folder, capsys)
    assert found["pre-commit hook"][0].do == "git config core.hooksPath .githooks"
    assert found["data"] == [doctor.Finding("ok", "data", "no problems")]
    assert found["README.md"][0].do == "replace YOUR-NAME/YOUR-REPOSITORY"
    git(folder, "config", "core.hooksPath", ".githooks")
    assert findings(folder, capsys)["pre-commit hook"][0].level == "ok"


def test_the_text_has_a_line_for_each(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Level, what, found; and what to do below."""
    assert cli.run(["doctor", "-C", str(tmp_path), *AS_OF]) == 1
    assert capsys.readouterr().out.endswith(
        f"error    project: {tmp_path} has no data/\n         do: scorecard init FOLDER, or -C FOLDER\n"
    )


def test_errors_in_the_data_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the command that shows them."""
    folder = begun(tmp_path / "site")
    (folder / "data/promises/x.yml").write_text("titel: x\n")
    (data,) = findings(folder, capsys)["data"]
    assert (data.level, data.do) == ("error", "scorecard check")


HELD = "publish_at: 2026-12-01T10:00+01:00\n"


@pytest.mark.parametrize(
    ("visibility", "held", "level"),
    [("public", "", "warning"), ("public", HELD, "error"), ("private", HELD, "ok"), ("internal", "", "ok")],
)
def test_a_public_repository_is_a_leak(
    visibility: str,
    held: str,
    level: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An error where something is held back; both hosts say so to a pipeline."""
    folder = begun(tmp_path / "site")
    commit(folder, "begin")
    promise = folder / "data/promises/letters-in-five-days.yml"
    promise.write_text(held + promise.read_text())
    event = tmp_path / "event.json"
    event.write_text(json.dumps({"repository": {"visibility": visibility}}))
    for name, value in (("CI_PROJECT_VISIBILITY", visibility), ("GITHUB_EVENT_PATH", str(event))):
        with monkeypatch.context() as patch:
            patch.setenv(name, value)
            found = findings(folder, capsys)
        assert [one.level for one in found["repository"]] == [level]
        assert ("embargo" in found) == bool(held)
    if held:
        assert found["embargo"][0].found == "1 held back, the next until 2026-12-01 09:00 UTC"


def test_the_address_of_a_repository_is_told_without_its_password(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Doctor's words end up in tickets."""
    folder = begun(tmp_path / "site")
    commit(folder, "begin")
    git(folder, "remote", "add", "origin", "https://me:secret@git.example.org/team/site.git")
    (repository,) = findings(folder, capsys)["repository"]
    assert repository.found.startswith("https://git.example.org/team/site.git: ")


@pytest.mark.parametrize(
    ("have", "today", "level"),
    [
        ((3, 11), date(2026, 11, 25), "ok"),
        ((3, 11), date(2027, 8, 1), "warning"),
        ((3, 11), date(2027, 11, 1), "error"),
        ((3, 10), date(2026, 11, 25), "error"),
        ((3, 99), date(2026, 11, 25), "note"),
    ],
)
def test_the_end_of_a_python_is_known(have: tuple[int, int], today: date, level: str) -> None:
    """Half a year before the end there is time to plan."""
    assert doctor._python(have, today).level == level


class Host(BaseHTTPRequestHandler):
    """Sends some headers; keeps `private` to itself."""

    def do_HEAD(self) -> None:
        """Answer."""
        self.send_response(404 if self.path == "/private" else 200)
        self.send_header("X-Content-Type-Options", "nosniff")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """The address of a small host on this machine."""
    with HTTPServer(("127.0.0.1", 0), Host) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_online_asks_for_headers_and_for_the_repository(
    host: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Missing headers are named; who has no way in sees no repository."""
    folder = begun(tmp_path / "site", url=host)
    commit(folder, "begin")
    found = findings(folder, capsys, "--online")
    assert found["headers"][0].found == ("missing: strict-transport-security, content-security-policy, referrer-policy")
    assert doctor._asked(f"{host}/private") is None
    assert doctor._asked("http://127.0.0.1:1/") is None


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_and_where_it_goes(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The script on stdout alone, so that eval can take it."""
    assert cli.run(["completion", shell]) == 0
    out, err = capsys.readouterr()
    assert f"{shell}_complete" in out and "scorecard" in out
    assert err.startswith("To switch it on, put this line into ~/.")


def test_the_shell_is_given_commands_options_and_values() -> None:
    """As bash asks for them."""

    def offered(words: str, number: int) -> list[str]:
        environment = {
            **os.environ,
            "_SCORECARD_COMPLETE": "bash_complete",
            "COMP_WORDS": words,
            "COMP_CWORD": str(number),
        }
        done = subprocess.run(
            [str(Path(sys.executable).parent / "scorecard")],
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        return [line.partition(",")[2] for line in done.stdout.splitlines()]

    assert offered("scorecard che", 1) == ["check"]
    assert "--since" in offered("scorecard check --", 2)
    assert offered("scorecard check --format s", 3) == ["sarif"]
