"""A folder is published whole or not at all: built beside its place, flushed to disk, exchanged in one step."""

from __future__ import annotations

import ctypes
import errno
import glob
import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scorecard.publish.files import PublishProblem, reason

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_ASIDE = "-old"


@contextmanager
def building(target: Path, keep: tuple[Path, ...] = (), *, mark: str = "index.html") -> Iterator[Path]:
    """Give a new empty folder beside `target` and, when the block ends without error, put it in target's place.

    The old folder stays whole until then, and stays altogether when the block raises. Only one build of a target runs
    at a time. `keep` names folders that must not lie inside the target, because replacing it would delete them;
    a folder that is neither empty nor holds a file named `mark` is not replaced either. Everything written in the
    block can be read by everybody (decisions/0050).
    Raises PublishProblem when the target cannot be built or is not ours to replace.
    """
    try:
        target = target.resolve()
        _refuse(target, keep, mark)
        with _readable():
            target.parent.mkdir(parents=True, exist_ok=True)
        with _only_one(target), _readable():
            _sweep(target)
            fresh = target.parent / f".{target.name}.building-{secrets.token_hex(4)}"
            fresh.mkdir()
            try:
                yield fresh
                _flush(fresh)
                _exchange(fresh, target)
                _confirm(target)
            finally:
                shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise PublishProblem(f"{target.name}/ was not written: {reason(error)} ({_place(error, target)})") from error


def _place(error: OSError, target: Path) -> str:
    """Where it happened, as a person knows it: what is in the folder being built is shown below the target's name."""
    if not isinstance(error.filename, str | bytes):
        return os.fspath(target)
    path = os.fsdecode(error.filename)
    inside = re.search(rf"/\.{re.escape(target.name)}\.building-[0-9a-f]+(/.*|$)", path)
    return target.name + inside[1] if inside else path


def _refuse(target: Path, keep: tuple[Path, ...], mark: str) -> None:
    """Raise for a target that holds what a build would delete."""
    for folder in keep:
        if folder.resolve().is_relative_to(target):
            raise PublishProblem(f"nothing is built into {target}: it holds {folder}")
    if target.exists() and not target.is_dir():
        raise PublishProblem(f"nothing is built into {target}: it is a file")
    if target.is_dir() and (names := sorted(entry.name for entry in target.iterdir())):
        if hidden := [name for name in names if name.startswith(".")]:
            raise PublishProblem(f"nothing is built into {target}: the build would delete {hidden[0]} in it")
        if mark not in names:
            raise PublishProblem(f"nothing is built into {target}: it is not empty and holds no {mark}")


@contextmanager
def _only_one(target: Path) -> Iterator[None]:
    """Hold the lock of a target; the system lets go of it when the process ends, however it ends."""
    try:
        import fcntl  # not on Windows: there two builds at once are the user's affair
    except ImportError:  # pragma: no cover
        yield
        return
    path = target.parent / f".{target.name}.lock"
    while True:
        handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if _is_at(handle, path):
                break
            os.close(handle)  # the build before us has just removed this file: take a new one
        except BlockingIOError:
            os.close(handle)
            raise PublishProblem(f"another build is writing {target.name}/: wait until it ends") from None
        except OSError:
            os.close(handle)
            raise
    try:
        yield
    finally:
        with suppress(OSError):  # a file that stays is taken over by the next build
            path.unlink()
        os.close(handle)


@contextmanager
def _readable() -> Iterator[None]:
    """Let new files and folders be read by everybody, whatever the umask; who may write them stays as it was."""
    before = os.umask(0o022)
    os.umask(before & ~0o555)
    try:
        yield
    finally:
        os.umask(before)


def _is_at(handle: int, path: Path) -> bool:
    """Whether this open file still is the one at this place."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _sweep(target: Path) -> None:
    """Remove what a killed build left. Called with the lock, so none of it is in use.

    Where a build was killed between two renames (see _exchange), the old folder first goes back to its place.
    """
    for left in sorted(target.parent.glob(f".{glob.escape(target.name)}.building-*")):
        if left.name.endswith(_ASIDE) and not target.exists():
            left.rename(target)
        else:
            shutil.rmtree(left, ignore_errors=True)


def _libc() -> ctypes.CDLL:
    return ctypes.CDLL(None, use_errno=True)


def _flush(folder: Path) -> None:
    """Bring every file of the folder to the disk, with one call where the system has one."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        if hasattr(libc := _libc(), "syncfs"):
            if libc.syncfs(handle) != 0:
                code = ctypes.get_errno()
                raise OSError(code, os.strerror(code))
            return
    finally:
        os.close(handle)
    for file in folder.rglob("*"):  # pragma: no cover - systems without syncfs
        if file.is_file():
            with file.open("rb") as opened:
                os.fsync(opened.fileno())


def _exchange(fresh: Path, target: Path) -> None:
    """Put `fresh` in the place of `target`; what was there stands at `fresh` afterwards."""
    if not target.exists():
        fresh.rename(target)
    elif not _swap(fresh, target):
        aside = fresh.with_name(fresh.name + _ASIDE)
        target.rename(aside)
        try:
            fresh.rename(target)
        except OSError:
            aside.rename(target)
            raise
        aside.rename(fresh)


def _confirm(target: Path) -> None:
    """Bring the exchange itself to the disk. The new folder stands by now, so a failure says only that."""
    try:
        parent = os.open(target.parent, os.O_RDONLY)
        try:
            os.fsync(parent)
        finally:
            os.close(parent)
    except OSError as error:
        raise PublishProblem(
            f"{target.name}/ is new and whole, but the disk has not confirmed it: {reason(error)} ({target.parent})"
        ) from error


def _swap(fresh: Path, target: Path) -> bool:
    """Exchange two folders in one step (renameat2, Linux); False where the system cannot."""
    libc = _libc()
    if not hasattr(libc, "renameat2"):
        return False  # pragma: no cover
    if libc.renameat2(_AT_FDCWD, os.fsencode(fresh), _AT_FDCWD, os.fsencode(target), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), os.fspath(target))
