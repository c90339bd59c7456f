"""One file, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path


def write(path: Path, content: bytes, *, replacing: bool = False) -> None:
    """Write a file through a neighbour; one that is replaced hands on its mode.

    Raises FileExistsError where one is there that may not be replaced, and OSError.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode & 0o777 if replacing and path.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)  # noqa: PTH101
        if replacing:
            os.replace(name, path)  # noqa: PTH105
        else:
            os.link(name, path)
    finally:
        if os.path.exists(name):  # noqa: PTH110
            os.unlink(name)  # noqa: PTH108


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
