"""The files of data/: which are claimed by which kind, and what lies there that nobody claims."""

from __future__ import annotations

import difflib
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from scorecard.model.lexical import RESERVED_IDS, parse_id
from scorecard.model.problems import Problem
from scorecard.read.guards import describe
from scorecard.read.kinds import FOLDERS, LEDGER, MAPPINGS, ORGANISATION, SINGLE, Kind
from scorecard.read.sources import Finding, Source, shown

#: Bytes; an incident of 44 updates has about 20,000.
LARGEST_FILE = 1_048_576
ROOT = "data"

#: Files of git and of editors that never hold data.
_HARMLESS = frozenset({".gitkeep", ".gitignore", ".gitattributes", ".editorconfig"})
_LEFTOVERS = ("~", ".bak", ".orig", ".rej", ".swp", ".swo", ".tmp", ".old", "#")


#: When the content changed, when the file did (both in nanoseconds), size, device and number of a file.
Stamp = tuple[int, int, int, int, int]


class Claim(NamedTuple):
    """A file that holds a record. `id` is None where the file's name cannot be one; `stamp` where it cannot be had."""

    kind: Kind
    path: str
    file: str
    id: str | None
    stamp: Stamp | None = None


class Frozen(NamedTuple):
    """A JSON file of the ledger; `id` is its place in it without the ending: 2026-q3/v1."""

    path: str
    file: str
    id: str


class Saved(NamedTuple):
    """A saved mapping of an import."""

    path: str
    file: str
    id: str


@dataclass(slots=True)
class Scan:
    """What lies in data/."""

    claims: list[Claim] = field(default_factory=list)
    frozen: list[Frozen] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def say(self, file: str, rule: str, message: str, help: str = "") -> None:
        """A problem with the file as a whole."""
        self.problems.append(Source(shown(file)).problem(Finding(rule, 1, 1, message, help=help)))


def scan(project: Path) -> Scan:
    """Every file below data/, claimed or complained about; links and devices are refused before they are opened."""
    result = Scan()
    top = str(project / ROOT)
    if not _is_folder(top, result):
        return result
    single = {kind.where: kind for kind in SINGLE}
    folders = {kind.where: kind for kind in FOLDERS}
    for entry in _entries(top, ROOT, result):
        file = f"{ROOT}/{entry.name}"
        if entry.name == ".git":  # data/ as a repository of its own
            continue
        if _refused(entry, file, result):
            continue
        if entry.is_dir(follow_symlinks=False):
            if entry.name in folders:
                _folder(entry.path, file, folders[entry.name], result)
            elif entry.name == MAPPINGS:
                _mappings(entry.path, file, result)
            elif entry.name == LEDGER:
                _ledger(entry.path, file, result)
            else:
                _unknown_folder(file, entry.name, [*folders, MAPPINGS, LEDGER], result)
        elif entry.name in single:
            _claim(entry, file, single[entry.name], result)
        elif entry.name not in _HARMLESS:
            _unclaimed(file, entry.name, list(single), result)
    if all(claim.kind is not ORGANISATION for claim in result.claims):
        result.say(
            f"{ROOT}/{ORGANISATION.where}",
            "no-organisation",
            "the file data/organisation.yml is missing",
            "write one with name, url, contact and timezone; scorecard init makes an example",
        )
    return result


def read_frozen(frozen: Frozen) -> bytes | Finding:
    """The bytes of a file of the ledger, or why they cannot be had."""
    return _bytes(frozen.path)


def read_saved(saved: Saved) -> bytes | Finding:
    """The bytes of a saved mapping, or why they cannot be had."""
    return _bytes(saved.path)


def read_bytes(claim: Claim) -> bytes | Finding:
    """The bytes of a claimed file, or why they cannot be had."""
    return _bytes(claim.path)


def _bytes(path: str) -> bytes | Finding:
    try:
        size = os.lstat(path).st_size
        if size > LARGEST_FILE:
            return _too_large(size)
        with open(path, "rb", buffering=0) as stream:  # noqa: PTH123 - of thousands, a Path takes a third
            data = stream.read(size + 1)
            if len(data) > size:  # it grew meanwhile
                data += stream.read(LARGEST_FILE + 1 - len(data))
    except OSError as error:
        return Finding(
            "unreadable-file",
            1,
            1,
            f"this file cannot be read: {(error.strerror or 'unknown reason').lower()}",
            help="check who may read the file",
        )
    return data if len(data) <= LARGEST_FILE else _too_large(len(data))


def _too_large(size: int) -> Finding:
    return Finding(
        "file-too-large",
        1,
        1,
        f"this file has {size:,} bytes; at most {LARGEST_FILE:,} are read",
        help="keep one record per file and leave out what is not data",
    )


def _is_folder(top: str, result: Scan) -> bool:
    try:
        mode = os.lstat(top).st_mode
    except OSError:
        result.say(
            ROOT,
            "no-data-folder",
            "there is no folder data/ here",
            "change to the folder of your scorecard, or make a new one with scorecard init",
        )
        return False
    if stat.S_ISDIR(mode):
        return True
    if stat.S_ISLNK(mode):
        _say_link(ROOT, result)
    else:
        result.say(ROOT, "no-data-folder", "data is a file, not a folder", "rename the file and make a folder data/")
    return False


def _entries(path: str, file: str, result: Scan) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(path) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        result.say(file, "unreadable-file", f"this folder cannot be read: {reason}", "check who may read the folder")
        return []


def _say_link(file: str, result: Scan) -> None:
    result.say(
        file,
        "link-refused",
        "this is a link to another place; links are not followed",
        "put a copy of the file or folder itself here",
    )


def _refused(entry: os.DirEntry[str], file: str, result: Scan) -> bool:
    if entry.is_symlink():
        _say_link(file, result)
        return True
    if entry.is_dir(follow_symlinks=False) or entry.is_file(follow_symlinks=False):
        return False
    result.say(
        file,
        "special-file",
        "this is neither a file nor a folder but a pipe, socket or device",
        "delete it; data/ holds plain files only",
    )
    return True


def _folder(path: str, file: str, kind: Kind, result: Scan, *, in_year: bool = False) -> None:
    entries = _entries(path, file, result)
    clashes = _clashes([entry.name for entry in entries])
    for entry in entries:
        below = f"{file}/{entry.name}"
        if _refused(entry, below, result):
            continue
        if entry.is_dir(follow_symlinks=False):
            year = kind.years and not in_year and len(entry.name) == 4 and entry.name.isascii() and entry.name.isdigit()
            if year:
                _folder(entry.path, below, kind, result, in_year=True)
            else:
                _inner_folder(below, kind, in_year, result)
            continue
        if entry.name in _HARMLESS:
            continue
        if not entry.name.endswith(".yml"):
            _unclaimed(below, entry.name, [], result)
        elif entry.name in clashes:
            result.files.append(shown(below))
            result.say(
                below,
                "case-clash",
                f"this name differs from '{shown(clashes[entry.name])}' only in capital letters",
                "rename one of them; on Windows and Mac both are one file",
            )
        else:
            _claim(entry, below, kind, result)


def _clashes(names: list[str]) -> dict[str, str]:
    """The names with capital letters that are another name without them, each with that other name."""
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(name.casefold(), []).append(name)
    return {
        name: next(other for other in reversed(group) if other != name)
        for group in groups.values()
        if len(group) > 1
        for name in group
        if name != name.lower()
    }


def _claim(entry: os.DirEntry[str], file: str, kind: Kind, result: Scan) -> None:
    name = shown(file)
    result.files.append(name)
    stem = entry.name.removesuffix(".yml")
    id = stem if _check_name(file, stem, result) else None
    result.claims.append(Claim(kind, entry.path, name, id, _stamp(entry)))


def _stamp(entry: os.DirEntry[str]) -> Stamp | None:
    try:
        about = entry.stat(follow_symlinks=False)
    except OSError:
        return None
    return (about.st_mtime_ns, about.st_ctime_ns, about.st_size, about.st_dev, about.st_ino)


def _check_name(file: str, stem: str, result: Scan) -> bool:
    if stem in RESERVED_IDS:
        result.say(
            file,
            "bad-id",
            f"'{stem}' is a name that the site or a computer keeps for itself",
            "give the file a name that says what it is about, such as 2026-03-14-payment-outage.yml",
        )
        return False
    try:
        parse_id(stem)
    except ValueError:
        odd = next((char for char in stem if char not in "abcdefghijklmnopqrstuvwxyz0123456789-"), "")
        odd = f"; {describe(odd)} is not allowed" if odd else ""
        length = f"; it has {len(stem)} letters" if len(stem) > 64 else ""
        result.say(
            file,
            "bad-id",
            f"the file name '{shown(stem)}' is not an id{odd}{length}",
            "use lower-case letters a-z, digits and dashes inside, at most 64 of them, and the ending .yml",
        )
        return False
    return True


def _mappings(path: str, file: str, result: Scan) -> None:
    for entry in _entries(path, file, result):
        below = f"{file}/{entry.name}"
        if _refused(entry, below, result) or entry.name in _HARMLESS:
            continue
        if entry.is_dir(follow_symlinks=False):
            result.say(below, "unclaimed-folder", "no folder is expected here", "move its files up or delete it")
        elif not entry.name.endswith(".yml"):
            _unclaimed(below, entry.name, [], result)
        elif _check_name(below, entry.name.removesuffix(".yml"), result):
            result.files.append(shown(below))
            result.saved.append(Saved(entry.path, shown(below), entry.name.removesuffix(".yml")))


def _ledger(path: str, file: str, result: Scan) -> None:
    for entry in _entries(path, file, result):
        below = f"{file}/{entry.name}"
        if _refused(entry, below, result):
            continue
        if entry.is_dir(follow_symlinks=False):
            _ledger(entry.path, below, result)
        elif entry.name not in _HARMLESS:
            result.files.append(shown(below))
            if entry.name.endswith(".json"):
                id = below.removeprefix(f"{ROOT}/{LEDGER}/").removesuffix(".json")
                result.frozen.append(Frozen(entry.path, shown(below), id))


def _unknown_folder(file: str, name: str, known: list[str], result: Scan) -> None:
    near = _near(name, known)
    result.say(
        file,
        "unclaimed-folder",
        f"nothing is read from the folder '{shown(name)}'",
        f"did you mean {near}/?" if near else "the folders are " + ", ".join(sorted(known)),
    )


def _inner_folder(file: str, kind: Kind, in_year: bool, result: Scan) -> None:
    if kind.years and not in_year:
        help = f"folders below {kind.where}/ are years of four digits, such as {kind.where}/2026"
    else:
        help = f"put its files into {kind.where}/{'YEAR/' if in_year else ''} directly"
    result.say(file, "unclaimed-folder", "no folder of this name is expected here", help)


def _unclaimed(file: str, name: str, known: list[str], result: Scan) -> None:
    stem = name[: name.rfind(".")] if "." in name[1:] else name
    near = _near(name, known)
    if name in (".DS_Store", "Thumbs.db", "desktop.ini"):
        help = f"the computer made it; delete it and write {name} into .gitignore"
    elif name.endswith(_LEFTOVERS) or name.startswith((".#", "#", "~$")):
        help = "an editor left it; delete it, or rename it so that it ends in .yml"
    elif near:
        help = f"did you mean {near}?"
    elif name.lower().endswith((".yaml", ".yml")) and not (known and name.endswith(".yml")):
        help = f"rename it to {shown(stem)}.yml"
    elif stem.lower().endswith((".yaml", ".yml")):
        first, last = stem[: stem.rfind(".")], name[len(stem) :]
        help = f"rename it to {shown(first)}.yml: take {shown(last)} off, which your computer may hide"
    elif known:
        help = "put it into the folder of its kind, such as surveys/ or incidents/2026/, or take it out of data/"
    else:
        help = "data files end in .yml; rename the file or take it out of data/"
    result.say(file, "unclaimed-file", f"nobody reads the file '{shown(name)}'", help)


def _near(name: str, known: list[str]) -> str:
    if len(name) > 64:
        return ""
    found = difflib.get_close_matches(name.lower(), known, 1, 0.75)
    return found[0] if found else ""
