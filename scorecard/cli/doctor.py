"""`scorecard doctor`."""

from __future__ import annotations

import json
import os
import platform
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

import click

from scorecard import __version__
from scorecard.cli import options
from scorecard.cli.console import colourful, show
from scorecard.model.characters import ascii_json, visible

#: Last month of security fixes of each Python (PEP 664, 693, 719, 745).
ENDS = {
    (3, 11): date(2027, 10, 31),
    (3, 12): date(2028, 10, 31),
    (3, 13): date(2029, 10, 31),
    (3, 14): date(2030, 10, 31),
}
#: Below these, a known hole is open.
FLOORS = {
    "mkdocs-material": "9.7.7",
    "pymdown-extensions": "11.0.1",
    "jinja2": "3.1.6",
    "click": "8.4",
    "mkdocs": "1.6.1",
}
#: What a host should send; the pages hold the policy themselves, the rest only a host can say.
HEADERS = ("strict-transport-security", "x-content-type-options", "content-security-policy", "referrer-policy")
_COLOURS = {"ok": "green", "note": "blue", "warning": "yellow", "error": "red"}
SECONDS = 10


@dataclass(frozen=True, slots=True)
class Finding:
    """One line: ok, note, warning or error; what was looked at, what was found, what to do."""

    level: str
    what: str
    found: str
    do: str = ""


@click.command("doctor")
@click.option(
    "--format", type=click.Choice(("text", "json")), default="text", show_default=True, help="json is versioned."
)
@click.option(
    "--online", is_flag=True, help="Ask the site's host for its headers, and whether strangers see the repository."
)
@options.project
@options.as_of
def command(format: str, online: bool, project: Path, as_of: datetime) -> int:
    """Look whether this machine and this project are ready: versions, git, hooks, embargo, who can see the data.

    Nothing is sent anywhere without --online. Exit 1 when something must be mended.
    """
    found = [*_program(as_of.date()), *_git(project), *_project(project, as_of), *_strangers(project, as_of)]
    if online:
        found += _online(project)
    if format == "json":
        rows = [{"level": one.level, "what": one.what, "found": one.found, "do": one.do or None} for one in found]
        show(ascii_json({"schema_version": 1, "findings": rows}))
    else:
        show("".join(map(_said, found)), styled=True)
    return int(any(one.level == "error" for one in found))


def _said(one: Finding) -> str:
    level = f"{one.level:7}"
    mark = click.style(level, fg=_COLOURS[one.level]) if colourful(sys.stdout) else level
    do = f"         do: {visible(one.do)}\n" if one.do else ""
    return f"{mark}  {one.what}: {visible(one.found)}\n{do}"


def _program(today: date) -> Iterator[Finding]:
    yield Finding("ok", "scorecard", __version__)
    yield _python(sys.version_info[:2], today)
    for name, floor in FLOORS.items():
        try:
            have = version(name)
        except PackageNotFoundError:
            yield Finding("error", name, "not installed", "python -m pip install -r requirements.txt")
            continue
        good = _numbers(have) >= _numbers(floor)
        yield Finding("ok" if good else "error", name, have, "" if good else f"install {floor} or newer")


def _python(have: tuple[int, int], today: date) -> Finding:
    name, end = f"{have[0]}.{have[1]}", ENDS.get(have)
    if end is None:
        level = "note" if have > max(ENDS) else "error"
        return Finding(
            level, "Python", f"{name}: not known to this version", "" if level == "note" else "use 3.11 or newer"
        )
    words = f"{name} ({platform.python_implementation()}), security fixes until {end:%B %Y}"
    if today > end:
        return Finding("error", "Python", words, f"use Python {max(ENDS)[0]}.{max(ENDS)[1]}")
    late = today > end - timedelta(180)
    return Finding("warning" if late else "ok", "Python", words, "plan the next version" if late else "")


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])


def _run(project: Path, *arguments: str) -> str | None:
    """What git says; None where it fails, '' where it has nothing to say."""
    try:
        done = subprocess.run(  # noqa: S603 - fixed commands
            ["git", "-C", str(project), *arguments],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _git(project: Path) -> Iterator[Finding]:
    said = _run(project, "--version")
    if said is None:
        yield Finding("error", "git", "not installed", "install git; check --since and diff need it")
        return
    yield Finding("ok", "git", said.removeprefix("git version "))
    if _run(project, "rev-parse", "--is-inside-work-tree") != "true":
        yield Finding(
            "warning", "repository", "this folder is in none", 'git init && git add -A && git commit -m "Begin"'
        )
        return
    if _run(project, "rev-parse", "--is-shallow-repository") == "true":
        yield Finding("warning", "repository", "a shallow clone: earlier states are missing", "git fetch --unshallow")
    hooks = _run(project, "config", "core.hooksPath")
    folder = Path(hooks) if hooks else Path(_run(project, "rev-parse", "--git-path", "hooks") or ".git/hooks")
    hook = project / folder / "pre-commit"
    if hook.is_file() and os.access(hook, os.X_OK):
        yield Finding("ok", "pre-commit hook", str(folder))
    else:
        yield Finding("note", "pre-commit hook", "not switched on", "git config core.hooksPath .githooks")


def _project(project: Path, as_of: datetime) -> Iterator[Finding]:
    from scorecard import pipeline

    if not (project / "data").is_dir():
        yield Finding("error", "project", f"{project} has no data/", "scorecard init FOLDER, or -C FOLDER")
        return
    problems = pipeline.check(project, as_of).problems
    errors = any(one.severity.value == "error" for one in problems)
    level = "error" if errors else "warning" if problems else "ok"
    yield Finding(level, "data", pipeline.count(problems), "scorecard check" if problems else "")
    placeholder = [
        name for name in ("README.md",) if (project / name).is_file() and b"YOUR-NAME/" in (project / name).read_bytes()
    ]
    if placeholder:
        yield Finding(
            "note", "README.md", "the link for new incidents has no repository yet", "replace YOUR-NAME/YOUR-REPOSITORY"
        )
    locks = [file for file in ("requirements.lock", "requirements.txt") if _is_locked(project / file)]
    if (project / "requirements.txt").is_file() and not locks:
        yield Finding("note", "requirements.txt", "packages are not held by hash", "see its first lines")


def _is_locked(file: Path) -> bool:
    return file.is_file() and b"--hash=sha256:" in file.read_bytes()


def _strangers(project: Path, as_of: datetime) -> Iterator[Finding]:
    """What is held back, and who can see the repository that holds it."""
    from scorecard.pipeline import starts

    held = starts.held_back(project, as_of)
    if held:
        words = f"{len(held)} held back, the next until {min(held):%Y-%m-%d %H:%M} UTC"
        yield Finding("note", "embargo", words, "build again after that moment (the hourly schedule does)")
    seen = _visibility()
    if seen == "public":
        words = "public: segment counts, private notes and what is held back are open to everybody"
        yield Finding("error" if held else "warning", "repository", words, "make it private; publish only the site")
    elif seen:
        yield Finding("ok", "repository", seen)
    elif remote := _run(project, "remote", "get-url", "origin"):
        where = re.sub(r"//[^/@]*@", "//", remote)
        yield Finding("note", "repository", f"{where}: whether it is private cannot be seen from here", "--online asks")


def _visibility() -> str:
    """What a pipeline knows of the repository; '' elsewhere."""
    if given := os.environ.get("CI_PROJECT_VISIBILITY"):
        return given
    try:
        event: Any = json.loads(Path(os.environ["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))
        return str(event["repository"]["visibility"])
    except (KeyError, OSError, ValueError, TypeError):
        return ""


def _online(project: Path) -> Iterator[Finding]:
    from scorecard import pipeline
    from scorecard.cli.init import repository_of

    address = pipeline.check(project, datetime.now(UTC)).records
    url = address.organisation.record.url if address is not None else ""
    headers = _asked(url) if url.startswith(("https://", "http://")) else None
    if headers is None:
        yield Finding("warning", "host", f"{url or 'the site'} does not answer", "check url in data/organisation.yml")
    else:
        missing = [name for name in HEADERS if name not in headers]
        words = f"missing: {', '.join(missing)}" if missing else "all there"
        yield Finding(
            "note" if missing else "ok", "headers", words, "use the _headers file of the site" if missing else ""
        )
    page = repository_of(project)
    if page:
        public = _asked(page) is not None
        words = "strangers can see it" if public else "strangers cannot see it"
        yield Finding("warning" if public else "ok", "repository", words, "make it private" if public else "")


def _asked(url: str) -> dict[str, str] | None:
    """The headers of a page in small letters; None where nobody shows it to a stranger."""
    from urllib.error import URLError
    from urllib.request import Request, urlopen

    try:
        request = Request(url, method="HEAD", headers={"User-Agent": f"trust-scorecard/{__version__}"})  # noqa: S310
        with urlopen(request, timeout=SECONDS) as answer:  # noqa: S310 - http and https only, see the caller
            return {name.lower(): value for name, value in answer.headers.items()}
    except (URLError, OSError, ValueError):
        return None
