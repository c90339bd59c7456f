"""Files of people's own project, written one by one: each is the old one whole or the new one whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from scorecard.publish.files import PublishProblem, reason, safe_uri


def save(project: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Put files (path below the project, bytes) in place; a folder that is missing is made, no link is followed.

    Raises PublishProblem, which names the file; files before it are written.
    """
    for uri, content in files:
        path = project.joinpath(*safe_uri(uri).split("/"))
        fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}.tmp")
        try:
            if any(above.is_symlink() for above in (path, *path.parents) if above.is_relative_to(project)):
                raise PublishProblem(f"{uri} was not written: it is or lies behind a link to another place")
            path.parent.mkdir(parents=True, exist_ok=True)
            mode = path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask()
            handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as opened:
                opened.write(content)
                opened.flush()
                os.fsync(handle)
            fresh.chmod(mode)
            fresh.replace(path)
        except OSError as error:
            with suppress(OSError):
                fresh.unlink()
            raise PublishProblem(f"{uri} was not written: {reason(error)}") from error


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
