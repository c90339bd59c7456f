# ruff: noqa: E501 (the table of offences is read by rows)
"""The architecture holds: doors open downward, and clocks, files, parsers and templates stay in their rooms.

The rules read the syntax trees of `scorecard/`. Each rule is fed a small offending source too, so that it can fail.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import pytest

ROOMS = {"read", "validate", "score", "present", "publish", "ledger", "importers", "edit"}
FRONT = {"cli", "mkdocs_plugin", "__main__"}
PURE = {"model", "validate", "score", "present"}
MAX_LINES = 400

# Top-level module -> the places that may import it.
LIBRARIES = {
    "click": {"cli"},
    "duckdb": {"read"},
    "ibis": {"read"},
    "jinja2": {"publish", "mkdocs_plugin"},
    "markupsafe": {"publish"},
    "material": {"mkdocs_plugin"},
    "mkdocs": {"mkdocs_plugin"},
    "numpy": set(),
    "pandas": set(),
    "ruamel": {"read", "publish", "edit"},
    "scipy": set(),
    "statsmodels": set(),
    "yaml": {"read", "publish", "edit"},
}
MODEL_LIBRARIES = {"pydantic", "pydantic_core"}
IMPURE_MODULES = {"glob", "io", "os", "shutil", "socket", "subprocess", "tempfile", "urllib.request"}

CLOCKS = {
    "datetime.date.today",
    "datetime.datetime.now",
    "datetime.datetime.today",
    "datetime.datetime.utcnow",
    "time.ctime",
    "time.gmtime",
    "time.localtime",
    "time.time",
    "time.time_ns",
}
FILE_PLACES = {"read", "publish", "ledger", "edit"} | FRONT
FILE_METHODS = {"open", "read_bytes", "read_text", "write_bytes", "write_text"}
ENVIRONMENT = {"os.environ", "os.getenv", "os.environb"}
TERMINAL = {"sys.exit", "sys.stderr", "sys.stdout", "os._exit"}
#: Ends forks of the build, which must not say the program's farewells.
FORKS = "publish/workers.py"
MUTABLE = (ast.List, ast.Dict, ast.Set, ast.ListComp, ast.DictComp, ast.SetComp)
MUTABLE_CALLS = {"list", "dict", "set", "defaultdict", "Counter", "OrderedDict", "deque", "bytearray"}
CATCH_ALLS = {"common", "helper", "helpers", "misc", "util", "utils"}
DOCUMENTED = ("validate/rules", "score/indicators", "present/pages", "present/charts", "importers")


@dataclass(frozen=True)
class Module:
    """One source file; `path` is seen from the package, like score/indicators/a.py."""

    path: str
    source: str

    @property
    def place(self) -> str:
        """The room, the door, `pipeline`, `model`, or `` for the package's own __init__."""
        first = PurePosixPath(self.path).parts[0].removesuffix(".py")
        return "" if first == "__init__" else first

    def offends(self) -> list[str]:
        """Every finding, in the order of the lines, as `scorecard/path:line: what`."""
        tree = ast.parse(self.source)
        found = [*self._shape(tree), *self._imports(tree), *self._uses(tree), *self._state(tree)]
        return [f"scorecard/{self.path}:{line}: {text}" for line, text in sorted(set(found))]

    def _shape(self, tree: ast.Module) -> Iterator[tuple[int, str]]:
        if self.place not in ROOMS | FRONT | {"", "model", "pipeline"}:
            yield 1, f"{self.place} is no door, no room, neither the pipeline nor the model"
        if PurePosixPath(self.path).stem in CATCH_ALLS:
            yield 1, "a catch-all has no subject: name the module for what it knows"
        if (lines := self.source.count("\n")) > MAX_LINES:
            yield 1, f"{lines} lines: nothing is over {MAX_LINES}"
        if self.path.startswith(DOCUMENTED) and not ast.get_docstring(tree):
            yield 1, "needs a docstring: it becomes a public page"

    def _imports(self, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for line, name in imported(tree, self.path):
            top, _, rest = name.partition(".")
            if top == "scorecard":
                if text := self._through(rest.split(".")[0]):
                    yield line, text
                continue
            if self.place not in LIBRARIES.get(top, {self.place}):
                allowed = ", ".join(sorted(LIBRARIES[top])) or "nowhere"
                yield line, f"{self.place} imports {top}: allowed in {allowed}"
            if self.place == "model" and top not in sys.stdlib_module_names | MODEL_LIBRARIES:
                yield line, f"model imports {top}: it knows the standard library and pydantic only"
            if self.place == "score" and top not in sys.stdlib_module_names:
                yield line, f"score imports {top}: it knows the standard library only"
            if self.place in PURE and (top in IMPURE_MODULES or name.startswith("urllib.request")):
                yield line, f"{self.place} imports {top}: it is pure"

    def _through(self, target: str) -> str | None:
        """Say why this place may not open the door to `target`, or None."""
        if target in {self.place, "", "__version__", "model"}:
            return None
        if self.place == "model":
            return f"model imports {target}: the model imports no other part"
        if self.place in ROOMS:
            kind = "a room never opens into another room" if target in ROOMS else "doors open downward"
            return f"{self.place} imports {target}: {kind}"
        if self.place == "pipeline":
            return None if target in ROOMS else f"pipeline imports {target}: doors open downward"
        if self.place in FRONT:
            return (
                None
                if target in FRONT | {"pipeline"}
                else f"{self.place} imports {target}: a front door opens into the pipeline only"
            )
        return f"the package itself imports {target}: it holds the version only"

    def _uses(self, tree: ast.Module) -> Iterator[tuple[int, str]]:
        names = origins(tree)
        for node in ast.walk(tree):
            if isinstance(node, ast.Name | ast.Attribute) and (name := dotted(node, names)):
                if name in CLOCKS and self.place not in FRONT:
                    yield node.lineno, f"{name}: only a front door reads the clock"
                if name in ENVIRONMENT and self.place not in FRONT:
                    yield node.lineno, f"{name}: only a front door reads the environment"
                forked = name == "os._exit" and self.path == FORKS
                if name in TERMINAL and self.place not in {"cli", "__main__"} and not forked:
                    yield node.lineno, f"{name}: only cli prints and exits"
            if not isinstance(node, ast.Call):
                continue
            name = dotted(node.func, names)
            if name == "print" and self.place != "cli":
                yield node.lineno, "print: only cli prints and exits"
            method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
            if self.place not in FILE_PLACES and (name in {"open", "io.open"} or method in FILE_METHODS):
                yield (
                    node.lineno,
                    f"{method or 'open'}(): files are opened in read, publish, ledger, edit and front doors",
                )
            # A moment that is handed in is no clock: almanac.now(as_of) is fine, clock.now() is not.
            asks = method in {"now", "today", "utcnow"} and not node.args and not node.keywords
            if self.place not in FRONT and asks and name not in CLOCKS:
                yield node.lineno, f".{method}(): only a front door reads the clock"

    def _state(self, tree: ast.Module) -> Iterator[tuple[int, str]]:
        for node in ast.walk(tree):
            if isinstance(node, ast.Global):
                yield node.lineno, f"global {', '.join(node.names)}: no module-level state"
            if self.place == "model" and isinstance(node, ast.ClassDef):
                for mark in node.decorator_list:
                    if "dataclass" in ast.unparse(mark) and "frozen=True" not in ast.unparse(mark):
                        yield node.lineno, f"{node.name}: value objects are frozen"
        for node in tree.body:
            if isinstance(node, ast.Assign):
                targets, value = node.targets, node.value
            elif isinstance(node, ast.AnnAssign) and node.value is not None:
                targets, value = [node.target], node.value
            else:
                continue
            called = value.func.id if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) else ""
            for target in targets:
                if (
                    isinstance(target, ast.Name)
                    and not target.id.isupper()
                    and not target.id.startswith("__")
                    and (isinstance(value, MUTABLE) or called in MUTABLE_CALLS)
                ):
                    yield node.lineno, f"{target.id}: no module-level mutable state"


def imported(tree: ast.Module, path: str) -> Iterator[tuple[int, str]]:
    """Yield (line, full dotted name) of every import, relative ones resolved, wherever it stands."""
    package = ["scorecard", *PurePosixPath(path).parent.parts]
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = [] if node.level == 0 else package[: len(package) - node.level + 1]
            stem = ".".join([*base, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{stem}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module") and node.args:
            first = node.args[0]
            if isinstance(first, ast.Constant) and isinstance(first.value, str):
                yield node.lineno, first.value


def origins(tree: ast.Module) -> dict[str, str]:
    """Map each imported local name to what it stands for, like dt -> datetime."""
    found: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found[alias.asname or alias.name.split(".")[0]] = (
                    alias.name if alias.asname else alias.name.split(".")[0]
                )
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            for alias in node.names:
                found[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return found


def dotted(node: ast.expr, names: dict[str, str]) -> str:
    """The full dotted name of a plain name or attribute chain, or `` for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return ""
    return ".".join([names.get(node.id, node.id), *reversed(parts)])


def test_the_package_keeps_the_architecture(repository: Path) -> None:
    """No module of scorecard/ offends; all findings are shown at once."""
    package = repository / "scorecard"
    modules = [
        Module(file.relative_to(package).as_posix(), file.read_text(encoding="utf-8"))
        for file in sorted(package.rglob("*.py"))
    ]
    assert {"", "model"} <= {module.place for module in modules}
    assert [text for module in modules for text in module.offends()] == []


OFFENCES = [
    ("tools/a.py", "", "1: tools is no door, no room, neither the pipeline nor the model"),
    ("score/utils.py", "", "1: a catch-all has no subject: name the module for what it knows"),
    ("score/long.py", "A = 1\n" * 401, "1: 401 lines: nothing is over 400"),
    ("score/indicators/a.py", "A = 1\n", "1: needs a docstring: it becomes a public page"),
    ("validate/rules/a.py", "# Why\n", "1: needs a docstring: it becomes a public page"),
    ("present/pages/a.py", "A = 1\n", "1: needs a docstring: it becomes a public page"),
    ("present/charts/a.py", "A = 1\n", "1: needs a docstring: it becomes a public page"),
    ("importers/a.py", "A = 1\n", "1: needs a docstring: it becomes a public page"),
    ("score/a.py", "from scorecard.read import nodes\n", "1: score imports read: a room never opens into another room"),
    ("score/a.py", "from scorecard import read\n", "1: score imports read: a room never opens into another room"),
    ("score/a.py", "from ..read import nodes\n", "1: score imports read: a room never opens into another room"),
    ("score/a.py", "from .. import read\n", "1: score imports read: a room never opens into another room"),
    ("score/indicators/a.py", '"""A."""\nfrom ...read import b\n', "2: score imports read: a room never opens into another room"),
    ("score/a.py", "def f():\n    import scorecard.present.words\n", "2: score imports present: a room never opens into another room"),
    ("edit/a.py", "import importlib\nimportlib.import_module('scorecard.read')\n", "2: edit imports read: a room never opens into another room"),
    ("read/a.py", "import scorecard.pipeline\n", "1: read imports pipeline: doors open downward"),
    ("read/a.py", "import scorecard.cli\n", "1: read imports cli: doors open downward"),
    ("model/a.py", "import scorecard.read\n", "1: model imports read: the model imports no other part"),
    ("pipeline.py", "import scorecard.cli\n", "1: pipeline imports cli: doors open downward"),
    ("read/a.py", "import scorecard.pipeline.a\n", "1: read imports pipeline: doors open downward"),
    ("pipeline/a.py", "import scorecard.cli\n", "1: pipeline imports cli: doors open downward"),
    ("pipeline/a.py", "import click\n", "1: pipeline imports click: allowed in cli"),
    ("importers/a.py", '"""A."""\nimport duckdb\n', "2: importers imports duckdb: allowed in read"),
    ("cli.py", "import scorecard.score\n", "1: cli imports score: a front door opens into the pipeline only"),
    ("cli/check.py", "import scorecard.score\n", "1: cli imports score: a front door opens into the pipeline only"),
    ("__init__.py", "import scorecard.pipeline\n", "1: the package itself imports pipeline: it holds the version only"),
    ("model/a.py", "import babel\n", "1: model imports babel: it knows the standard library and pydantic only"),
    ("score/a.py", "import pydantic\n", "1: score imports pydantic: it knows the standard library only"),
    ("present/a.py", "import numpy as np\n", "1: present imports numpy: allowed in nowhere"),
    ("validate/a.py", "from yaml import load\n", "1: validate imports yaml: allowed in edit, publish, read"),
    ("present/a.py", "from ruamel.yaml import YAML\n", "1: present imports ruamel: allowed in edit, publish, read"),
    ("present/a.py", "from markupsafe import Markup\n", "1: present imports markupsafe: allowed in publish"),
    ("cli.py", "import jinja2\n", "1: cli imports jinja2: allowed in mkdocs_plugin, publish"),
    ("cli.py", "import mkdocs.config\n", "1: cli imports mkdocs: allowed in mkdocs_plugin"),
    ("pipeline.py", "import click\n", "1: pipeline imports click: allowed in cli"),
    ("validate/a.py", "import os\n", "1: validate imports os: it is pure"),
    ("score/a.py", "import datetime\ndatetime.datetime.now()\n", "2: datetime.datetime.now: only a front door reads the clock"),
    ("score/a.py", "from datetime import datetime as dt\nf = dt.utcnow\n", "2: datetime.datetime.utcnow: only a front door reads the clock"),
    ("read/a.py", "from datetime import date\ndate.today()\n", "2: datetime.date.today: only a front door reads the clock"),
    ("publish/a.py", "from time import time\ntime()\n", "2: time.time: only a front door reads the clock"),
    ("pipeline.py", "def f(clock):\n    return clock.now()\n", "2: .now(): only a front door reads the clock"),
    ("publish/a.py", "import os\nos.environ['HOME']\n", "2: os.environ: only a front door reads the environment"),
    ("score/a.py", "open('x')\n", "1: open(): files are opened in read, publish, ledger, edit and front doors"),
    ("pipeline.py", "def f(path):\n    return path.read_text()\n", "2: read_text(): files are opened in read, publish, ledger, edit and front doors"),
    ("importers/a.py", '"""A."""\nfrom pathlib import Path\nPath("x").write_bytes(b"")\n', "3: write_bytes(): files are opened in read, publish, ledger, edit and front doors"),
    ("mkdocs_plugin.py", "print('built')\n", "1: print: only cli prints and exits"),
    ("publish/a.py", "import sys\nsys.stderr.write('x')\n", "2: sys.stderr: only cli prints and exits"),
    ("pipeline.py", "import sys\nsys.exit(1)\n", "2: sys.exit: only cli prints and exits"),
    ("mkdocs_plugin/page.py", "import os\nos._exit(1)\n", "2: os._exit: only cli prints and exits"),
    ("score/a.py", "found = []\n", "1: found: no module-level mutable state"),
    ("score/a.py", "_seen: dict[str, int] = {}\n", "1: _seen: no module-level mutable state"),
    ("score/a.py", "seen = set()\n", "1: seen: no module-level mutable state"),
    ("score/a.py", "N = 1\ndef f():\n    global N\n", "3: global N: no module-level state"),
    ("model/a.py", "from dataclasses import dataclass\n@dataclass\nclass A:\n    b: int\n", "3: A: value objects are frozen"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "source", "wanted"), OFFENCES)
def test_an_offence_is_found(path: str, source: str, wanted: str) -> None:
    """Each rule names the file, the line and what is wrong."""
    assert f"scorecard/{path}:{wanted}" in Module(path, source).offends()


INNOCENT = [
    ("__init__.py", '"""The package."""\n__version__ = "0.1.0"\n'),
    ("cli/__init__.py", "import sys\nimport click\nfrom scorecard import __version__, pipeline\nprint(sys.stdout)\n"),
    ("cli.py", "import datetime\nfrom scorecard.mkdocs_plugin import build\ndatetime.datetime.now(datetime.UTC)\n"),
    ("mkdocs_plugin.py", "import os\nfrom mkdocs.plugins import BasePlugin\nos.environ.get('SOURCE_DATE_EPOCH')\n"),
    ("pipeline/a.py", "from scorecard import read\n"),
    ("cli/a.py", "from scorecard.pipeline import a\n"),
    ("pipeline.py", "from scorecard import present, publish, read, score\nfrom scorecard.model import nodes\n"),
    ("read/a.py", "from ruamel.yaml import YAML\nfrom yaml.cyaml import CParser\nopen('x')\nfrom . import b\n"),
    ("publish/a.py", "import jinja2\nfrom pathlib import Path\nPath('x').write_bytes(b'')\n"),
    ("score/a.py", "from datetime import date\nfrom .b import c\nTABLE = {1: 2}\nnames = ('a',)\n__all__ = ['a']\n"),
    ("score/a.py", "def f(question):\n    found = []\n    return question.open, question.now, found\n"),
    ("score/a.py", "def f(almanac, as_of):\n    return almanac.now(as_of)\n"),
    ("model/a.py", "from dataclasses import dataclass\n@dataclass(frozen=True, slots=True)\nclass A:\n    b: int\n"),
]


@pytest.mark.parametrize(("path", "source"), INNOCENT)
def test_what_is_allowed_is_not_found(path: str, source: str) -> None:
    """The rules leave ordinary code alone."""
    assert Module(path, source).offends() == []
