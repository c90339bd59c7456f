"""Golden files: output that was read once, accepted, and must stay as it is until somebody accepts a change."""

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

SHOWN_LINES = 60


@dataclass(frozen=True)
class Golden:
    """Compares with files under `base`; with `bless` it writes them instead.

    A relative path is taken from the folder of the test module that asks.
    """

    base: Path
    bless: bool

    def __call__(self, path: Path | str, actual: str | bytes) -> None:
        """Compare one file; text is compared as UTF-8 with LF line ends as they stand.

        Raises pytest's failure with a unified diff where they differ.
        """
        file = self.base / path
        wanted = actual.encode() if isinstance(actual, str) else actual
        if self.bless:
            _write(file, wanted)
        elif not file.is_file():
            pytest.fail(
                f"{file.name}: there is no golden file yet. Read the output, then run: make bless", pytrace=False
            )
        elif file.read_bytes() != wanted:
            pytest.fail(difference(file.name, file.read_bytes(), wanted), pytrace=False)

    def tree(self, folder: Path | str, actual: Mapping[str, str | bytes]) -> None:
        """Compare a whole folder: the same names, the same bytes; every difference is reported at once."""
        root = self.base / folder
        wanted = {name: text.encode() if isinstance(text, str) else text for name, text in actual.items()}
        there = {file.relative_to(root).as_posix(): file for file in sorted(root.rglob("*")) if file.is_file()}
        if self.bless:
            for name in there.keys() - wanted.keys():
                there[name].unlink()
            for name, content in wanted.items():
                _write(root / name, content)
            return
        found = [f"{name}: not in the golden folder" for name in sorted(wanted.keys() - there.keys())]
        found += [f"{name}: in the golden folder, but no longer made" for name in sorted(there.keys() - wanted.keys())]
        for name in sorted(wanted.keys() & there.keys()):
            if there[name].read_bytes() != wanted[name]:
                found.append(difference(name, there[name].read_bytes(), wanted[name]))
        if found:
            pytest.fail("\n".join([*found, "Read the difference, then run: make bless"]), pytrace=False)


def difference(name: str, golden: bytes, actual: bytes) -> str:
    """Say how two contents differ: a unified diff of text, the first differing byte of anything else."""
    try:
        before, after = golden.decode(), actual.decode()
    except UnicodeDecodeError:
        shared = min(len(golden), len(actual))
        first = next((i for i in range(shared) if golden[i] != actual[i]), shared)
        sizes = f"{len(golden)} bytes are accepted, {len(actual)} were made"
        return f"{name}: {sizes}; the first difference is at byte {first}"
    lines = list(
        difflib.unified_diff(
            before.splitlines(), after.splitlines(), f"{name} (accepted)", f"{name} (made now)", lineterm=""
        )
    )
    if not lines:
        return f"{name}: only the line ends differ"
    if len(lines) > SHOWN_LINES:
        lines = [*lines[:SHOWN_LINES], f"… {len(lines) - SHOWN_LINES} more lines"]
    return "\n".join(lines)


def _write(file: Path, content: bytes) -> None:
    if file.is_file() and file.read_bytes() == content:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
