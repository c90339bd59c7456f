"""`make editor`: yaml-language-server (what VS Code and others use) and ajv read our schemas.

The editor offers keys, words and whole entries, explains them, and marks the lines that `scorecard check` refuses
for its shape. Prints what was proved; leaves out what cannot be installed and says why.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scorecard import pipeline
from scorecard.model.problems import RuleInfo
from tests.editor.server import Server
from tests.schemas import kind_of, value

REPOSITORY = Path(__file__).resolve().parents[2]
HERE, NODE = Path(__file__).parent, REPOSITORY / "build" / "editor-node"
INCIDENT = "data/incidents/2026/x.yml"
#: Faults of shape that hang on the clock change, on long lists of names, on other files (tests/present/test_schemas).
UNSEEN = {"unclear-time", "bad-zone", "language-not-translated"}


def install() -> str:
    """Install the programs of others where they are not yet; says why it cannot, else ''."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        return "there is no node on this machine"
    wanted = (HERE / "package.json").read_text(encoding="utf-8")
    stamp = NODE / ".stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return ""
    shutil.rmtree(NODE, ignore_errors=True)
    NODE.mkdir(parents=True)
    (NODE / "package.json").write_text(wanted, encoding="utf-8")
    command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts"]
    done = subprocess.run(command, cwd=NODE, capture_output=True, text=True, check=False)
    if done.returncode != 0:
        return f"it cannot be installed: {done.stderr.strip().splitlines()[-1:] or 'no reason given'}"
    stamp.write_text(wanted, encoding="utf-8")
    return ""


def shown(info: RuleInfo) -> tuple[str, str]:
    """The file of a rule's example and its kind."""
    file = info.right.partition("\n")[0].removeprefix("# ")
    return file, kind_of(file)


def shapes() -> Iterator[RuleInfo]:
    """Rules about shape that have an example in a file of some kind."""
    for info in pipeline.rules().values():
        if "SC3" <= info.code < "SC5" and info.wrong and shown(info)[1]:
            yield info


def company() -> Iterator[tuple[str, str]]:
    """The files of the example company."""
    for file in sorted((REPOSITORY / "data").rglob("*.yml")):
        yield file.relative_to(REPOSITORY).as_posix(), file.read_text(encoding="utf-8")


def validated() -> Iterator[tuple[str, bool]]:
    """What ajv says of the schemas, of good files and of wrong ones."""
    files: list[Any] = [[kind_of(name), name, value(text), True] for name, text in company()]
    files += [[kind.name, f"the example of {kind.name}", kind.values, True] for kind in pipeline.file_kinds()]
    files += [
        [kind.name, f"the other example of {kind.name}", kind.other.values, True]
        for kind in pipeline.file_kinds()
        if kind.other
    ]
    good = len(files)
    files += [[shown(i)[1], i.rule, value(i.wrong), False] for i in shapes() if i.rule not in UNSEEN]
    given = json.dumps({"schemas": pipeline.schemas(), "files": files})
    script = NODE / "validating.mjs"
    shutil.copyfile(HERE / "validating.mjs", script)
    done = subprocess.run(["node", str(script)], input=given, capture_output=True, text=True, check=False)
    if done.returncode:
        yield f"ajv: {done.stderr.strip()[-300:]}", False
        return
    found = json.loads(done.stdout)
    yield (
        f"ajv takes {len(pipeline.schemas())} schemas and {good} files, refuses {len(files) - good} wrong ones",
        not found,
    )
    for name, _, text in found:
        yield f"ajv: {name}: {text}", False


def offered(server: Server, text: str) -> dict[str, str]:
    """What the editor offers at the end of a text: label to explanation and what is typed."""
    lines = text.split("\n")
    place = {"line": len(lines) - 1, "character": len(lines[-1])}
    uri = server.open(INCIDENT, text)
    items = server.ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": place})["items"]
    return {one["label"]: f"{one.get('documentation', '')}\n{one.get('insertText', '')}" for one in items}


def hovered(server: Server, text: str, line: int) -> str:
    """What the editor explains of the first word of a line."""
    uri = server.open(INCIDENT, text)
    column = len(text.split("\n")[line]) - len(text.split("\n")[line].lstrip(" -"))
    place = {"line": line, "character": column + 1}
    return str(server.ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": place})["contents"]["value"])


def edited(server: Server) -> Iterator[tuple[str, bool]]:
    """What the editor does for somebody who writes an incident."""
    new = offered(server, "")
    least = new.get("new incident", "")
    keys = ("title", "kind", "severity", "fault", "known", "notified", "resolved")
    yield "an empty file is offered a whole new incident", all(f"{key}: ${{" in least for key in keys)
    yield "every key is offered, with its meaning", "What happened, in a few words" in new.get("title", "")
    words = offered(server, "title: x\nseverity: ")
    yield (
        "the words of a key are offered, each with its meaning",
        (set(words) == {"critical", "major", "minor"} and all(text.strip() for text in words.values())),
    )
    entry = offered(server, "title: x\nupdates:\n  - ")
    yield (
        "in a list a whole entry is offered",
        "next_update: ${" in entry.get("update: at, status, text, next_update", ""),
    )
    yield (
        "yes and no are offered as true and false",
        {"true", "false"} <= set(offered(server, "title: x\nretroactive: ")),
    )
    said = hovered(server, "title: x\nseverity: minor\nknown: unknown\n", 1)
    yield "a key explains itself and its words under the mouse", "How bad it was" in said and "a nuisance" in said
    said = hovered(server, "title: x\nupdates:\n  - at: 2026-03-14T09:41\n    text: x\n", 2)
    yield "a key inside a list explains itself too", "When this was said in public" in said


def mapped(server: Server) -> Iterator[tuple[str, bool]]:
    """What the editor does for somebody who corrects a saved mapping: each of the two has keys of its own."""
    file = "data/imports/x.yml"
    kind = next(kind for kind in pipeline.file_kinds() if kind.name == "import")
    told = [one["message"] for text in kind.examples for one in server.problems(server.open(file, text))]
    yield f"both examples of saved mappings are taken {told or ''}".strip(), not told
    for text, line in (
        ("tool: csv\nconfirmd: true\n", 2),
        ("tool: csv\nquestions:\n  - {id: trust, column: Q1, scale: 10-1}\n", 3),
        ("tool: csv\nskip: [a]\n", 2),
        ("kind: incidents\ntool: csv\n", 2),
        ("kind: incidents\ncolumns: {id: A, title: B, severty: C}\n", 2),
    ):
        lines = {one["range"]["start"]["line"] + 1 for one in server.problems(server.open(file, text))}
        wanted = {one.place.line for one in checked(file, text)}
        yield f"a saved mapping: the editor marks line {line} where check does", lines == wanted == {line}


def marked(server: Server) -> Iterator[tuple[str, bool]]:
    """Whether the editor marks what `scorecard check` refuses, in the same line."""
    count = 0
    for file, text in company():
        told = server.problems(server.open(file, text))
        count += 1
        if told:
            yield f"{file}: marked without cause: {told[0]['message']}", False
    yield f"{count} files of the example company: nothing marked", True
    same = 0
    for info in shapes():
        file, _ = shown(info)
        if right := server.problems(server.open(file, info.right)):
            yield f"{info.rule}: the right example is marked: {right[0]['message']}", False
        if info.rule in UNSEEN:
            continue
        lines = {one["range"]["start"]["line"] + 1 for one in server.problems(server.open(file, info.wrong))}
        wanted = {one.place.line for one in checked(file, info.wrong) if one.rule == info.rule}
        same += bool(wanted & lines)
        if not wanted & lines:
            yield f"{info.rule}: check says line {sorted(wanted)}, the editor marks {sorted(lines)}", False
    yield f"{same} rules about shape: the editor marks the line that check names", True


def checked(file: str, text: str) -> tuple[Any, ...]:
    """What `scorecard check` says of a file in the small project of our tests."""
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder) / "project"
        shutil.copytree(REPOSITORY / "tests" / "base_project", project)
        target = project / file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
        return pipeline.check(project, pipeline.moment("2026-06-30")).problems


def main() -> int:
    """Install, ask, tell."""
    if reason := install():
        print(f"left out: {reason}")
        return 0
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        schemas = {}
        for name, made in pipeline.schemas().items():
            file = Path(folder) / f"{name}.schema.json"
            file.write_text(json.dumps(made), encoding="utf-8")
            schemas[file.as_uri()] = next(kind.glob for kind in pipeline.file_kinds() if kind.name == name)
        root = Path(folder) / "project"
        root.mkdir()
        with Server(NODE, schemas, root) as server:
            for text, good in (*validated(), *edited(server), *mapped(server), *marked(server)):
                print(f"  {'proved' if good else 'FAILED'}  {text}")
                failed += not good
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
