"""Addresses inside the output, and the one problem a person sees when publishing fails."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterable
from pathlib import Path

_PART = re.compile(r"[A-Za-z0-9_][A-Za-z0-9._~-]*")
_REASONS = (
    (errno.ENOSPC, "the disk is full"),
    (errno.EDQUOT, "the disk quota is used up"),
    (errno.EACCES, "there is no permission"),
    (errno.EPERM, "there is no permission"),
    (errno.EROFS, "the disk can only be read"),
    (errno.ENAMETOOLONG, "the name is too long"),
    (errno.EMFILE, "too many files are open"),
    (errno.EIO, "the disk reports a fault"),
)


class PublishProblem(Exception):  # noqa: N818 - a problem is what people are told
    """Nothing was published, and one line says why."""


def reason(error: OSError) -> str:
    """What the system says, in plain words."""
    return dict(_REASONS).get(error.errno or 0, (error.strerror or "unknown reason").lower())


def safe_uri(uri: str) -> str:
    """The address of a file inside the output, as given.

    Raises ValueError for an address that is empty, absolute, hidden, climbs out, or needs quoting.
    """
    if not uri or not all(_PART.fullmatch(part) for part in uri.split("/")):
        raise ValueError(f"not an address inside the site: {uri!r}")
    return uri


def page_uri(uri: str) -> str:
    """The address of a page: '' (home), or parts that each end with a slash. Raises ValueError for any other."""
    if uri and (not uri.endswith("/") or not safe_uri(uri[:-1])):
        raise ValueError(f"the address of a page ends with a slash: {uri!r}")
    return uri


def once(uris: Iterable[str]) -> None:
    """Raises ValueError when two addresses are the same on a disk that does not tell capitals from small letters."""
    seen: dict[str, str] = {}
    for uri in uris:
        if (other := seen.setdefault(uri.lower(), uri)) is not uri:
            raise ValueError(f"two files have one address: {other!r} and {uri!r}")


def stamps(folders: Iterable[Path]) -> tuple[tuple[str, int, int], ...]:
    """(path, time of the last change in ns, size) of every file below the folders: equal while nothing changed."""
    files = sorted(file for folder in folders for file in folder.rglob("*") if file.is_file())
    found = ((str(file), file.stat()) for file in files)
    return tuple((name, status.st_mtime_ns, status.st_size) for name, status in found)


def write_files(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write files below a folder. Raises ValueError before a file would land outside of it."""
    root = folder.resolve()
    for uri, content in files:
        path = root.joinpath(*safe_uri(uri).split("/"))
        if not path.parent.resolve().is_relative_to(root):
            raise ValueError(f"not inside the output: {uri!r}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
