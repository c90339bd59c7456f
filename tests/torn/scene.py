"""A small project in two versions, its site, and one trial after another: build the other version, look what stands."""

import contextlib
import gc
import hashlib
import io
import os
import pickle
import shutil
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

import jinja2

from tests.torn.child import EPOCH, Child, Run
from tests.torn.steps import Act, Progress, Steps

REPOSITORY = Path(__file__).resolve().parents[2]
VERSIONS = ("a", "b", "c")
Result = TypeVar("Result")


@dataclass(frozen=True)
class Trial:
    """One row of the table: what was done to a build, how it ended, what stands, and what is wrong with that."""

    kind: str
    what: str
    run: Run
    stands: str  # old, new, or TORN
    left: tuple[str, ...] = ()
    faults: tuple[str, ...] = field(default=())


def in_fork(work: Callable[[], Result]) -> Result:
    """Do it in a child process and give its result. Raises what it raised."""
    reader, writer = os.pipe()
    sys.stdout.flush()
    child = os.fork()
    if child == 0:
        try:
            os.close(reader)
            try:
                answer: tuple[bool, Any] = (True, work())
            except BaseException as error:
                answer = (False, RuntimeError(f"{type(error).__name__}: {error}"))
            with os.fdopen(writer, "wb") as pipe:
                pickle.dump(answer, pipe)
        finally:
            os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as pipe:
        data = pipe.read()
    os.waitpid(child, 0)
    good, value = pickle.loads(data)
    if not good:
        raise value
    return value  # type: ignore[no-any-return]


def warm() -> None:
    """Build once in this process, so that its children share all imports and all compiled templates.

    Only the compiling is shared: each child reads, scores, draws and writes the whole site itself.
    """
    compiled: dict[Any, Any] = {}
    compile_one = jinja2.Environment.compile

    def remembered(self: jinja2.Environment, source: Any, name: Any = None, filename: Any = None, *more: Any) -> Any:
        key = (source, name, filename, bool(self.autoescape), self.trim_blocks, tuple(sorted(self.extensions)), more)
        if key not in compiled:
            compiled[key] = compile_one(self, source, name, filename, *more)
        return compiled[key]

    jinja2.Environment.compile = remembered  # type: ignore[assignment,method-assign]
    from scorecard import cli

    with tempfile.TemporaryDirectory() as folder, contextlib.redirect_stderr(io.StringIO()) as said:
        _project(Path(folder) / "a", "a", 0)
        for command, option in (("build", "--site-dir"), ("render", "--out")):
            args = [command, "--project", f"{folder}/a", option, f"{folder}/{command}", "--as-of", EPOCH]
            assert cli.run(args) == 0, said.getvalue()
    gc.collect()
    gc.freeze()  # children leave all this alone, so that a fork stays cheap


def digest(folder: Path) -> str:
    """One number for all names and bytes below a folder, empty folders and links included; '' where there is none."""
    if not folder.is_dir():
        return ""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        kind = "link" if path.is_symlink() else "folder" if path.is_dir() else "file"
        content = os.fsencode(path.readlink()) if kind == "link" else path.read_bytes() if kind == "file" else b""
        name = path.relative_to(folder).as_posix()
        total.update(f"{kind} {name} {len(content)}\n".encode())
        total.update(content)
    return total.hexdigest()


class Scene:
    """Projects in versions a, b and c below `home`, and the site of one of them in `out`."""

    command = "build"
    option = "--site-dir"

    def __init__(self, home: Path) -> None:
        self.home, self.out, self.temporary = home, home / "out", home / "tmp"
        self.digests: dict[str, str] = {}
        self.now = ""
        self._pending: set[str] = set()
        self.before: Callable[[], None] = lambda: None  # done in each child before its build

    def prepare(self) -> "Scene":
        """Write the projects, build each once, and let version a stand."""
        self.out.mkdir(parents=True)
        self.temporary.mkdir()
        for number, name in enumerate(VERSIONS):
            _project(self.home / name, name, number)
            run = self.build(name)
            assert run.code == 0, run.said
            self.digests[name] = digest(self.site)
        assert len(set(self.digests.values())) == len(VERSIONS)
        assert self.build("a").code == 0
        self.now = "a"
        return self

    @property
    def site(self) -> Path:
        """Where the site stands."""
        return self.out / "site"

    @property
    def next(self) -> str:
        """The version that does not stand."""
        return "b" if self.now == "a" else "a"

    def left(self) -> tuple[str, ...]:
        """Names beside the site that are not the site, and what stands in the folder for temporary files."""
        beside = [path.name for path in self.out.iterdir() if path.name != "site"]
        return tuple(sorted(beside + [f"tmp/{path.name}" for path in self.temporary.iterdir()]))

    def start(self, version: str, steps: Callable[[Progress], Steps] | None = None, **given: Any) -> "Child":
        """Begin a build of a version in a child process."""
        return Child(self, version, steps or Steps, **({"before": self.before} | given))

    def build(self, version: str, at: int = 0, act: Act | None = None, **given: Any) -> Run:
        """Build a version in a child process, where step `at` may be given a bad end."""
        return self.start(version, lambda progress: Steps(progress, at, act), **given).wait()

    def judged(self, kind: str, what: str, run: Run, wanted: str, expect: str = "", *, mend: bool = True) -> Trial:
        """Look at what stands after a run that was to bring `wanted`.

        `expect` is the text that the one line must hold where the build gave up. With `mend` a good build follows where
        something was left; without, what was left must be gone after the next build that ends well.
        """
        faults: list[str] = []
        seen, left = digest(self.site), self.left()
        stands = {self.digests[self.now]: "old", self.digests[wanted]: "new"}.get(seen, "TORN")
        if stands == "TORN":
            faults.append("neither the old site nor the new one")
        faults += _ending(run, stands, expect)
        if run.code == 0 and (stayed := self._pending.intersection(left)):
            faults.append(f"left by an earlier build: {', '.join(sorted(stayed))}")
        self._pending = set(left)
        if stands != "old":
            self.now = wanted
        if stands == "TORN":  # told above; what follows shall be judged by itself
            shutil.rmtree(self.site, ignore_errors=True)
        if stands == "TORN" or (left and mend):
            faults += self.mended(wanted)
        return Trial(kind, what, replace(run, steps=()), stands, left, tuple(faults))

    def mended(self, wanted: str) -> list[str]:
        """Build without any mischief; what is wrong after that."""
        run, faults = self.build(wanted), []
        if run.code != 0:
            faults.append(f"the next build failed: {run.said.strip()}")
        if digest(self.site) != self.digests[wanted]:
            faults.append("the next build did not bring the new site")
        if self.left():
            faults.append(f"left after the next build: {', '.join(self.left())}")
        self.now, self._pending = wanted, set()
        return faults


class RenderScene(Scene):
    """The same with `scorecard render`."""

    command = "render"
    option = "--out"


def _ending(run: Run, stands: str, expect: str) -> list[str]:
    """What is wrong with how a build ended."""
    lines = run.said.splitlines()
    if run.outlived:
        return ["a process of the build was still running after it had ended"]
    if run.code < 0:
        return []
    if run.code == 0:
        return [] if stands == "new" else ["it said it was done, but the new site does not stand"]
    if run.code != 1:
        return [f"exit {run.code}: {run.said.strip()}"]
    if len(lines) != 1:
        return [f"not one line: {run.said!r}"]
    begins = "error: site/ is new and whole" if stands == "new" else "error: "
    if not lines[0].startswith(begins) or expect not in lines[0]:
        return [f"not the line that was wanted ({begins} … {expect}): {lines[0]}"]
    return []


def _project(folder: Path, name: str, number: int) -> None:
    """The small project of the tests; each version says other words and has a page that the others lack."""
    shutil.copytree(REPOSITORY / "tests" / "base_project", folder)
    incidents = folder / "data" / "incidents" / "2026"
    (first,) = incidents.iterdir()
    text = first.read_text(encoding="utf-8")
    (incidents / f"2026-03-2{number}-version-{name}.yml").write_text(
        text.replace("Payments failed for 40 minutes", f"Payments failed again, version {name}"), encoding="utf-8"
    )
    first.write_text(text.replace("for 40 minutes", f"for 4{number} minutes"), encoding="utf-8")
    (folder / "content").mkdir()
    (folder / "content" / "about.md").write_text(f"# About\n\nVersion {name}.\n", encoding="utf-8")
