"""What git remembers: an earlier state byte for byte, and a clear word where there is none."""

from pathlib import Path

import pytest

from scorecard import cli
from scorecard.cli import past
from tests.cli_git import commit, git
from tests.validate.history.test_history import INCIDENT, OLD
from tests.validate.projects import project

AS_OF = ("--as-of", "2026-06-30")


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A committed project below the root of its repository."""
    folder = tmp_path / "team/site"
    project(folder, {INCIDENT: OLD})
    commit(tmp_path / "team", "first")
    return folder


def test_a_state_is_byte_for_byte_and_leaves_nothing(repository: Path) -> None:
    """Line ends, attributes and links make no difference; other folders are left out."""
    (repository / ".gitattributes").write_text("* text eol=crlf export-ignore\n")
    (repository / "data/risks").mkdir(exist_ok=True)
    (repository / "data/risks/link.yml").symlink_to("nowhere")
    (repository / "data/é b.txt").write_bytes(b"\xff\r\n")
    (repository / "other.txt").write_text("x")
    commit(repository.parent, "second")
    (repository / INCIDENT).write_text("changed")
    with past.state(repository, "HEAD") as folder:
        files = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
        assert (folder / INCIDENT).read_bytes() == OLD.encode()
        assert (folder / "data/é b.txt").read_bytes().startswith(b"\xff")
        assert "data/organisation.yml" in files and "other.txt" not in files and "data/risks/link.yml" not in files
    assert not folder.exists()


def test_check_since_tells_a_silent_change(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 with the problem; without --since nothing is told."""
    (repository / INCIDENT).write_text(OLD.replace("T09:41", "T09:21"))
    assert cli.run(["check", "-C", str(repository), *AS_OF]) == 0
    capsys.readouterr()
    assert cli.run(["check", "-C", str(repository), *AS_OF, "--since", "main", "--format", "concise"]) == 1
    out, err = capsys.readouterr()
    assert out == (
        f"{INCIDENT}:7:11: error[changed-without-correction] "
        "notified was 2026-03-14T09:41 at main and is 2026-03-14T09:21 now\n"
    )
    assert err == "1 error\n"


@pytest.mark.parametrize("ref", ["nowhere", "--output=x", "HEAD:data", ""])
def test_a_name_that_git_does_not_know_is_wrong_usage(
    ref: str, repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing that is written there is taken for an option of git."""
    assert cli.run(["check", "-C", str(repository), *AS_OF, f"--since={ref}"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        f"Error: --since: git knows no commit {ref!r}; try `git fetch`, or `git log`."
    )


def test_a_shallow_clone_is_named(repository: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What CI does when nobody asks for the whole history."""
    commit_more = repository / "data/note.txt"
    commit_more.write_text("x")
    first = git(repository, "rev-parse", "HEAD").strip()
    commit(repository.parent, "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{repository.parent}", "clone")
    assert cli.run(["check", "-C", str(tmp_path / "clone/site"), *AS_OF, "--since", first]) == 2
    assert capsys.readouterr().err.endswith("this clone is shallow: fetch all of it (fetch-depth: 0).\n")


def test_no_repository_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The word says what to do."""
    project(tmp_path, {})
    assert cli.run(["check", "-C", str(tmp_path), *AS_OF, "--since", "main"]) == 2
    assert capsys.readouterr().err.endswith(
        f"Error: --since: {tmp_path} is not in a git repository: run `git init` there and commit, or name "
        "another folder.\n"
    )


def test_a_repository_without_commits_is_told_to_make_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There is nothing to fetch or to look up yet."""
    project(tmp_path, {})
    git(tmp_path, "init", "-q")
    assert cli.run(["diff", "-C", str(tmp_path), *AS_OF, "--against", "HEAD"]) == 2
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Error: --against: git knows no commit 'HEAD': there is none yet; run `git add -A` and `git commit`."
    )
