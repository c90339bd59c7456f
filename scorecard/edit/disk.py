"""Files of data/ on disk: read whole, written whole or not at all, never over a file that is new to us.

The fresh text first lies beside data/, not in it: nothing that is left by a crash can be taken for data.
"""

from __future__ import annotations

import errno
import os
import secrets
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from scorecard.edit.refused import Refused

_REASONS = {
    errno.ENOSPC: "the disk is full",
    errno.EDQUOT: "the disk quota is used up",
    errno.EACCES: "there is no permission",
    errno.EPERM: "there is no permission",
    errno.EROFS: "the disk can only be read",
    errno.ENAMETOOLONG: "the name is too long",
}


def exists(path: Path) -> bool:
    """Whether anything has this name, a link that leads nowhere too."""
    return os.path.lexists(path)


def read(path: Path) -> bytes:
    """The bytes of a file. Raises Refused."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path.name} cannot be read: {_reason(error)}", by_hand="Check who may read the file.") from None


def put(project: Path, file: str, content: bytes, *, replacing: bool = False) -> None:
    """A new file; with `replacing` also in the place of one that is there. Raises Refused; then all is as it was."""
    if Path(file).is_absolute() or ".." in Path(file).parts:
        raise ValueError(f"not a file of the project: {file!r}")
    _no_links(project, file)
    path = project / file
    write(project, file, read(path) if replacing and exists(path) else None, content)


def write(project: Path, file: str, before: bytes | None, after: bytes) -> None:
    """Put the new bytes in the place of the old ones; None: of nothing. Raises Refused, and then all is as it was."""
    path = project / file
    try:
        _no_links(project, file)
        _folder(path.parent, file)
        with _beside(project, path, after, path.stat() if before is not None else None) as fresh:
            if before is None:
                _new(fresh, path, after)
            elif read(path) != before:
                raise Refused(
                    "somebody changed this file a moment ago; nothing was written",
                    file,
                    by_hand="Run the command again.",
                )
            else:
                fresh.replace(path)
        _confirm(path.parent)
    except FileExistsError:
        raise Refused(
            "a file of this name is there already; nothing is overwritten", file, by_hand="Give another name with --id."
        ) from None
    except OSError as error:
        raise Refused(
            f"this file cannot be written: {_reason(error)}; all is as it was",
            file,
            by_hand="Mend that, then run the command again.",
        ) from None


def _folder(folder: Path, file: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        raise Refused(
            "a file stands where a folder is needed", file.rpartition("/")[0], by_hand="Rename that file."
        ) from None


def _no_links(project: Path, file: str) -> None:
    place = project
    for part in Path(file).parts:
        place = place / part
        if place.is_symlink():
            raise Refused(
                "a link to another place stands here; links are not followed",
                place.relative_to(project).as_posix(),
                by_hand="Put the file or folder itself here.",
            )


@contextmanager
def _beside(project: Path, path: Path, content: bytes, old: os.stat_result | None) -> Iterator[Path]:
    """The new content in a file of the same disk, safe on it, with the mode of the old one."""
    home = project if project.stat().st_dev == path.parent.stat().st_dev else path.parent
    fresh = home / f".scorecard-edit-{secrets.token_hex(6)}.tmp"
    handle = os.open(fresh, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if old is not None:
            fresh.chmod(stat.S_IMODE(old.st_mode))
            if (old.st_uid, old.st_gid) != (os.geteuid(), os.getegid()):
                with suppress(OSError):
                    os.chown(fresh, old.st_uid, old.st_gid)
        yield fresh
    finally:
        fresh.unlink(missing_ok=True)


def _new(fresh: Path, path: Path, content: bytes) -> None:
    """Give the fresh file a name that nothing has. Raises FileExistsError where something has it."""
    try:
        os.link(fresh, path)
    except OSError as error:
        if error.errno not in (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EOPNOTSUPP, errno.EMLINK):
            raise
        with path.open("xb") as stream:  # a disk without second names
            stream.write(content)


def _confirm(folder: Path) -> None:
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError) -> str:
    return _REASONS.get(error.errno or 0, (error.strerror or "unknown reason").lower())
