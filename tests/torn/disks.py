"""A small disk of our own for a child process: a tmpfs that only this process and its children see."""

import ctypes
import os
from pathlib import Path

_NEW_MOUNTS, _NEW_USER = 0x00020000, 0x10000000
_READ_ONLY, _REMOUNT, _RECURSIVE, _PRIVATE = 1, 32, 16384, 1 << 18
BLOCK = 4096


def alone() -> None:
    """Give this process its own view of mounts; root can, and many systems let everybody. Raises OSError elsewhere."""
    libc = ctypes.CDLL(None, use_errno=True)
    uid, gid = os.getuid(), os.getgid()
    if libc.unshare(_NEW_MOUNTS) != 0:
        _checked(libc.unshare(_NEW_MOUNTS | _NEW_USER), "unshare")
        Path("/proc/self/setgroups").write_text("deny", encoding="ascii")
        Path("/proc/self/uid_map").write_text(f"0 {uid} 1", encoding="ascii")
        Path("/proc/self/gid_map").write_text(f"0 {gid} 1", encoding="ascii")
    _mount("none", Path("/"), None, _RECURSIVE | _PRIVATE)


def small(folder: Path, size: int, names: int = 0) -> None:
    """Mount a new empty disk of so many bytes, and of so many files, at a folder. Raises OSError where not allowed."""
    _mount("small", folder, "tmpfs", 0, f"size={size},mode=0755" + (f",nr_inodes={names}" if names else ""))


def freeze(folder: Path, *, frozen: bool = True) -> None:
    """Make the disk at a folder one that can only be read, or let it be written again."""
    _mount("small", folder, "tmpfs", _REMOUNT | (_READ_ONLY if frozen else 0))


def weight(folder: Path) -> int:
    """Bytes that the files below a folder take on such a disk."""
    return sum(-(-path.stat().st_size // BLOCK) * BLOCK for path in folder.rglob("*") if path.is_file())


def _mount(source: str, target: Path, kind: str | None, flags: int, options: str | None = None) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    texts = [None if text is None else text.encode() for text in (source, kind, options)]
    _checked(libc.mount(texts[0], os.fsencode(target), texts[1], ctypes.c_ulong(flags), texts[2]), "mount")


def _checked(result: int, what: str) -> None:
    if result != 0:
        code = ctypes.get_errno()
        raise OSError(code, f"{what}: {os.strerror(code)}")
