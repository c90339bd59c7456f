"""One site on every machine: `python -m tests.reproducible`, used by `make reproducible`.

Builds a small project and the example under other circumstances and compares one SHA-256 over all names and bytes.
Modes and times of files are not content; but everybody must be able to read what is published.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
NOBODY = 65534
AS_OF = "1795478400"  # 24 November 2026
#: Build, and then build again as somebody who may read less: all modules are loaded by then.
_AS_NOBODY = (
    "import os, sys; from scorecard import cli; args = sys.argv[1:]; code = cli.run([*args[:-1], args[-1] + '-warm']);"
    f"os.setgroups([]); os.setgid({NOBODY}); os.setuid({NOBODY}); sys.exit(code or cli.run(args))"
)


@dataclass(frozen=True)
class Way:
    """One circumstance that must not show; `same` is False for the control, which must show."""

    name: str
    environment: dict[str, str] = field(default_factory=dict)
    before: Callable[[], object] | None = None
    prepare: Callable[[Path], Path] = lambda project: project
    why_not: str = ""
    program: tuple[str, ...] = ("-m", "scorecard")
    same: bool = True


def ways() -> Iterator[Way]:
    """Each circumstance by itself."""
    yield Way("as it is")
    yield Way("again, in no fixed time", {"SOURCE_DATE_EPOCH": ""})
    yield Way("another hash seed", {"PYTHONHASHSEED": "77"})
    yield Way("another time zone", {"TZ": "Pacific/Chatham"})
    yield Way("another locale", {"LC_ALL": "C", "LANG": "it_IT", "LANGUAGE": "it", "PYTHONUTF8": "0"})
    yield Way("another path", prepare=_moved)
    yield Way("other file times and order", prepare=_copied_backwards)
    yield Way("umask 077", before=lambda: os.umask(0o077))
    yield Way("one processor", before=lambda: os.sched_setaffinity(0, {min(os.sched_getaffinity(0))}))
    not_root = "" if os.getuid() == 0 else "only root can become another user"
    yield Way("another user (nobody)", why_not=not_root, program=("-c", _AS_NOBODY))
    yield Way("control: one letter of the data", prepare=_edited, same=False)


def _moved(project: Path) -> Path:
    there = project.parent / "some where" / "ü"
    shutil.copytree(project, there)
    return there


def _copied_backwards(project: Path) -> Path:
    there = project.parent / "backwards"
    for file in sorted(project.rglob("*"), reverse=True):
        if file.is_file():
            copy = there / file.relative_to(project)
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(file, copy)
            os.utime(copy, (1, 1))
    return there


def _edited(project: Path) -> Path:
    there = project.parent / "edited"
    shutil.copytree(project, there)
    file = there / "data" / "organisation.yml"
    text = file.read_text(encoding="utf-8").replace("name: Example Water", "name: Example Waters")
    file.write_text(text, encoding="utf-8")
    return there


def digest(site: Path) -> str:
    """SHA-256 over all names and bytes."""
    total = hashlib.sha256()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        content = file.read_bytes()
        total.update(f"{file.relative_to(site).as_posix()}\0{len(content)}\0".encode())
        total.update(content)
    return total.hexdigest()


def closed(site: Path) -> list[str]:
    """What not everybody can read."""
    found = []
    for path in (site, *site.rglob("*")):
        wanted = 0o555 if path.is_dir() else 0o444
        if path.stat().st_mode & wanted != wanted:
            found.append(path.relative_to(site).as_posix())
    return found


def build(project: Path, site: Path, way: Way) -> str:
    """Build once; what the build said when it failed."""
    base = {"PATH": os.environ["PATH"], "HOME": os.fspath(site.parent), "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
    given = {key: value for key, value in (base | {"SOURCE_DATE_EPOCH": AS_OF} | way.environment).items() if value}
    args = ["build", "--as-of", AS_OF, "-C", os.fspath(project), "--site-dir", os.fspath(site)]
    done = subprocess.run(
        [sys.executable, *way.program, *args], cwd=REPOSITORY, env=given, preexec_fn=way.before, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    return done.stderr if done.returncode else ""


def small(folder: Path) -> Path:
    """The small project of the tests with a hand-written page."""
    project = folder / "project"
    shutil.copytree(REPOSITORY / "tests" / "base_project", project)
    (project / "content").mkdir()
    (project / "content" / "about.md").write_text("# About\n\n[Incidents](incidents/index.md)\n", encoding="utf-8")
    return project


def example(folder: Path) -> Path:
    """A copy of the example company."""
    project = folder / "project"
    for name in ("data", "content"):
        shutil.copytree(REPOSITORY / name, project / name)
    shutil.copy(REPOSITORY / "mkdocs.yml", project)
    return project


def compare(name: str, project: Path, some: list[Way]) -> int:
    """Print a row for each way; give the number of faults."""
    first, faults = "", 0
    for number, way in enumerate(some):
        if way.why_not:
            print(f"{name:8} {way.name:32} left out: {way.why_not}", flush=True)
            continue
        out = project.parent / f"out{number}"
        out.mkdir()
        out.chmod(0o777)
        said = build(way.prepare(project), out / "site", way)
        found = digest(out / "site")
        first = first or found
        fault = said or ("" if (found == first) == way.same else "not the same" if way.same else "NOT NOTICED")
        if not fault and (shut := closed(out / "site")):
            fault = f"not everybody can read {', '.join(shut[:3])} ({len(shut)} in all)"
        faults += bool(fault)
        print(f"{name:8} {way.name:32} {found[:16]} {'FAILED: ' + fault.strip() if fault else ''}".rstrip(), flush=True)
    return faults


def main() -> int:
    """Print the table; exit 1 on any difference."""
    everything = Way(
        "all of it together",
        {"PYTHONHASHSEED": "9", "TZ": "America/St_Johns", "LC_ALL": "C", "LANG": "de_DE", "SOURCE_DATE_EPOCH": ""},
        lambda: os.umask(0o077),
        _copied_backwards,
    )
    faults = 0
    for name, make, some in (("small", small, list(ways())), ("example", example, [Way("as it is"), everything])):
        folder = Path(tempfile.mkdtemp(prefix="reproducible-"))
        folder.chmod(0o755)
        try:
            faults += compare(name, make(folder), some)
        finally:
            shutil.rmtree(folder)
    print(f"{faults} not as expected")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main())
