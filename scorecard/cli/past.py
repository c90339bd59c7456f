"""An earlier state of a project, out of git: the exact bytes, into a folder that is gone afterwards."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

#: What makes a difference to figures and texts.
PARTS = ("data", "mkdocs.yml")
_FILE_MODES = (b"100644", b"100755")


class NoPast(Exception):  # noqa: N818 - nothing is wrong with us: git does not know the state
    """The earlier state cannot be had; one line says why and what to do."""


@contextmanager
def state(project: Path, ref: str) -> Iterator[Path]:
    """The data of the project as it was at a commit, tag or branch. Raises NoPast."""
    commit = resolve(project, ref)
    with tempfile.TemporaryDirectory(prefix="scorecard-") as folder:
        for name, content in _files(project, commit):
            file = Path(folder, *PurePosixPath(name).parts)
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        yield Path(folder)


def resolve(project: Path, ref: str) -> str:
    """The commit that a name means. Raises NoPast."""
    if _git(project, "rev-parse", "--is-inside-work-tree", check=False).strip() != b"true":
        raise NoPast(f"{project} is not in a git repository: run `git init` there and commit, or name another folder")
    found = _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}", check=False)
    if not found.strip():
        if not _git(project, "rev-list", "--max-count=1", "--all", check=False):
            raise NoPast(f"git knows no commit {ref!r}: there is none yet; run `git add -A` and `git commit`")
        shallow = _git(project, "rev-parse", "--is-shallow-repository", check=False).strip() == b"true"
        more = "this clone is shallow: fetch all of it (fetch-depth: 0)" if shallow else "try `git fetch`, or `git log`"
        raise NoPast(f"git knows no commit {ref!r}; {more}")
    return found.decode("ascii").strip()


def _files(project: Path, commit: str) -> Iterator[tuple[str, bytes]]:
    """Name seen from the project, and bytes; links and modules of git are left out, as the reader refuses them."""
    listed = _git(project, "ls-tree", "-r", "-z", commit, "--", *PARTS)
    rows = [row.partition(b"\t") for row in listed.split(b"\0") if row]
    wanted = [(os.fsdecode(name), head.split()[2]) for head, _, name in rows if head.split()[0] in _FILE_MODES]
    said = _git(project, "cat-file", "--batch", given=b"".join(b"%s\n" % blob for _, blob in wanted))
    for name, _ in wanted:
        head, _, said = said.partition(b"\n")
        size = int(head.split()[2])
        yield name, said[:size]
        said = said[size + 1 :]


def _git(project: Path, *arguments: str, given: bytes = b"", check: bool = True) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 - a fixed program, and no argument is an option
            ["git", "-C", str(project), *arguments],  # noqa: S607 - the git of whoever runs us
            input=given,
            capture_output=True,
            check=False,
            env={**os.environ, "LC_ALL": "C"},
        )
    except FileNotFoundError:
        raise NoPast("git is not installed; `scorecard doctor` tells what is needed") from None
    if check and done.returncode:
        last = done.stderr.decode(errors="replace").strip().rpartition("\n")[2]
        raise NoPast(f"git could not read the earlier state: {last}")
    return done.stdout
