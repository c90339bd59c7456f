"""A folder is published whole or not at all."""

import errno
import os
import signal
import subprocess
import sys
import textwrap
import time
from pathlib import Path

import pytest

from scorecard.publish import PublishProblem, building
from scorecard.publish import folder as room


def publish(target: Path, text: str) -> None:
    """Publish a folder of two files."""
    with building(target) as fresh:
        (fresh / "index.html").write_text(text)
        (fresh / "a").mkdir()
        (fresh / "a" / "index.html").write_text(text)


def content(target: Path) -> dict[str, str]:
    """Every file and its text."""
    return {file.relative_to(target).as_posix(): file.read_text() for file in target.rglob("*") if file.is_file()}


def test_a_new_folder_takes_the_place_of_the_old(tmp_path: Path) -> None:
    """Made where nothing was, replaced whole the next time; nothing else is left beside it."""
    target = tmp_path / "new" / "site"
    publish(target, "1")
    (target / "gone.html").write_text("old")
    publish(target, "2")
    assert content(target) == {"index.html": "2", "a/index.html": "2"}
    assert [entry.name for entry in target.parent.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("umask", "folder", "file"), [(0o022, 0o755, 0o644), (0o077, 0o755, 0o644), (0o002, 0o775, 0o664)]
)
def test_everybody_can_read_the_folder(tmp_path: Path, umask: int, folder: int, file: int) -> None:
    """A web server of another user can read it, whatever the umask; writing stays with whom the umask lets."""
    before = os.umask(umask)
    try:
        publish(tmp_path / "new" / "site", "1")
        assert os.umask(umask) == umask
    finally:
        os.umask(before)
    modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "new").rglob("*")}
    assert modes == {"site": folder, "a": folder, "index.html": file}
    assert (tmp_path / "new").stat().st_mode & 0o777 == folder


def test_a_failing_build_leaves_the_old_site_whole(tmp_path: Path) -> None:
    """An error in the middle changes nothing and leaves nothing."""
    publish(tmp_path / "site", "1")
    with pytest.raises(RuntimeError), building(tmp_path / "site") as fresh:
        (fresh / "index.html").write_text("half")
        raise RuntimeError
    assert content(tmp_path / "site") == {"index.html": "1", "a/index.html": "1"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_without_an_exchanging_system_it_works_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the system cannot exchange two folders in one step, two renames do."""
    monkeypatch.setattr(room, "_swap", lambda fresh, target: False)
    publish(tmp_path / "site", "1")
    publish(tmp_path / "site", "2")
    assert content(tmp_path / "site") == {"index.html": "2", "a/index.html": "2"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_between_two_renames_nothing_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A build killed between the two renames: the next one first puts the old site back, even when it fails itself."""
    monkeypatch.setattr(room, "_swap", lambda fresh, target: False)
    publish(tmp_path / "site", "1")
    (tmp_path / "site").rename(tmp_path / ".site.building-0a1b2c3d-old")
    (tmp_path / ".site.building-0a1b2c3d").mkdir()
    with pytest.raises(RuntimeError), building(tmp_path / "site"):
        raise RuntimeError
    assert content(tmp_path / "site") == {"index.html": "1", "a/index.html": "1"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_failing_second_rename_is_taken_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two renames replace the exchange and the second fails, the old site goes back to its place."""
    publish(tmp_path / "site", "1")
    monkeypatch.setattr(room, "_swap", lambda fresh, target: False)
    rename = Path.rename

    def failing(self: Path, target: Path) -> Path:
        if self.name.startswith(".site.building-") and not self.name.endswith("-old"):
            raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(self))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", failing)
    with pytest.raises(PublishProblem) as caught:
        publish(tmp_path / "site", "2")
    assert str(caught.value) == "site/ was not written: the disk reports a fault (site)"
    assert content(tmp_path / "site") == {"index.html": "1", "a/index.html": "1"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_what_the_disk_does_not_confirm_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the last flush fails the new site stands already, and the message does not claim otherwise."""
    publish(tmp_path / "site", "1")

    def failing(handle: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(os, "fsync", failing)
    with pytest.raises(PublishProblem) as caught:
        publish(tmp_path / "site", "2")
    wanted = f"site/ is new and whole, but the disk has not confirmed it: the disk reports a fault ({tmp_path})"
    assert str(caught.value) == wanted
    assert content(tmp_path / "site") == {"index.html": "2", "a/index.html": "2"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_lock_that_cannot_be_removed_spoils_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The new site stands; the next build takes the lock over."""

    def failing(self: Path, missing_ok: bool = False) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO), os.fspath(self))

    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", failing)
        publish(tmp_path / "site", "1")
    assert sorted(entry.name for entry in tmp_path.iterdir()) == [".site.lock", "site"]
    publish(tmp_path / "site", "2")
    assert content(tmp_path / "site") == {"index.html": "2", "a/index.html": "2"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


def test_a_link_to_the_site_stays_a_link(tmp_path: Path) -> None:
    """The folder behind a link is replaced, not the link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "site").symlink_to("real")
    publish(tmp_path / "site", "1")
    assert (tmp_path / "site").is_symlink()
    assert content(tmp_path / "real") == {"index.html": "1", "a/index.html": "1"}


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda target: target.write_text("x"), "it is a file"),
        (
            lambda target: (target / "thesis.doc").parent.mkdir() or (target / "thesis.doc").write_text("x"),
            "it is not empty and holds no index.html",
        ),
        (lambda target: (target / ".git").mkdir(parents=True), "the build would delete .git in it"),
    ],
)
def test_what_is_not_a_site_is_not_replaced(tmp_path: Path, make: object, message: str) -> None:
    """A wrong --site-dir costs nobody their files."""
    target = tmp_path / "target"
    make(target)  # type: ignore[operator]
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(PublishProblem) as caught:
        publish(target, "1")
    assert str(caught.value) == f"nothing is built into {target}: {message}"
    assert sorted(tmp_path.rglob("*")) == before


def test_the_project_is_not_replaced(tmp_path: Path) -> None:
    """A target that holds the project, or is its data, is refused."""
    (tmp_path / "project" / "data").mkdir(parents=True)
    for target in (tmp_path, tmp_path / "project", tmp_path / "project" / "data"):
        with pytest.raises(PublishProblem, match=f"^nothing is built into {target}: it holds "):
            building(target, (tmp_path / "project", tmp_path / "project" / "data")).__enter__()


HOLD = """
    import sys, time
    from pathlib import Path
    from scorecard.publish import building
    with building(Path(sys.argv[1])) as fresh:
        (fresh / "index.html").write_text("half")
        print("ready", flush=True)
        time.sleep(60)
"""


def holding(target: Path) -> subprocess.Popen[str]:
    """Another process in the middle of a build of this target."""
    command = [sys.executable, "-c", textwrap.dedent(HOLD), str(target)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    """The second says so; after the first was killed, the third works and sweeps what was left."""
    target = tmp_path / "site"
    publish(target, "1")
    process = holding(target)
    try:
        with pytest.raises(PublishProblem) as caught:
            publish(target, "2")
        assert str(caught.value) == "another build is writing site/: wait until it ends"
    finally:
        process.send_signal(signal.SIGKILL)
        process.wait()
        if process.stdout is not None:
            process.stdout.close()
    assert content(target) == {"index.html": "1", "a/index.html": "1"}
    publish(target, "3")
    assert content(target) == {"index.html": "3", "a/index.html": "3"}
    assert [entry.name for entry in tmp_path.iterdir()] == ["site"]


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        (errno.ENOSPC, "the disk is full"),
        (errno.EACCES, "there is no permission"),
        (errno.EROFS, "the disk can only be read"),
        (errno.ELOOP, "too many levels of symbolic links"),
    ],
)
def test_a_system_that_refuses_is_told_in_one_line(tmp_path: Path, code: int, reason: str) -> None:
    """A full disk or a missing permission is one plain line, and the old site stays whole."""
    publish(tmp_path / "site", "1")
    with pytest.raises(PublishProblem) as caught, building(tmp_path / "site"):
        raise OSError(code, os.strerror(code), "index.html")
    assert str(caught.value) == f"site/ was not written: {reason} (index.html)"
    assert content(tmp_path / "site") == {"index.html": "1", "a/index.html": "1"}


def test_the_place_is_told_as_people_know_it(tmp_path: Path) -> None:
    """A fault in the folder being built is shown in the site, without the hidden name."""
    with pytest.raises(PublishProblem) as caught, building(tmp_path / "site") as fresh:
        (fresh / "a" / "index.html").write_text("x")
    assert str(caught.value) == "site/ was not written: no such file or directory (site/a/index.html)"


@pytest.mark.slow
def test_a_reader_never_sees_half_a_site(tmp_path: Path) -> None:
    """While builds follow each other, both files are there at every look and the page is never missing."""
    target = tmp_path / "site"
    publish(target, "0")
    writer = subprocess.Popen(
        [
            sys.executable,
            "-c",
            "import sys; from pathlib import Path; from tests.publish.test_folder import publish\n"
            "for turn in range(60): publish(Path(sys.argv[1]), str(turn))",
            str(target),
        ],
        cwd=Path(__file__).parents[2],
    )
    looks = 0
    while writer.poll() is None:
        assert (target / "index.html").read_text() != ""
        looks += 1
        time.sleep(0.0005)
    assert writer.returncode == 0
    assert looks > 20
