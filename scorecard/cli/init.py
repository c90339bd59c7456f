"""`scorecard init`."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import urlsplit

import click

from scorecard import __version__
from scorecard.cli import options
from scorecard.cli.console import say
from scorecard.model.starts import Start

HOSTS = ("github", "gitlab", "other")
LANGUAGES = ("en", "it")
URL = "https://trust.example.org"
_URL = re.compile(r"https?://[^\s,{}\[\]\"'#<>\\]+")
_REMOTE = re.compile(r"(?:https?://(?:[^@/\s]+@)?|ssh://git@|git@)([\w.-]+)(?::\d+)?[:/]([\w./~-]+?)(?:\.git)?/?")


@click.command("init")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@click.option("--name", metavar="TEXT", help="The name of the organisation.")
@click.option("--url", metavar="URL", help="The address of the site: https://trust.example.org.")
@click.option("--language", type=click.Choice(LANGUAGES), help="The language of the site.")
@click.option(
    "--host", type=click.Choice(HOSTS), help="Where the repository lies; decides which pipelines are written."
)
@click.option("--contact", metavar="ADDRESS", help="Whom people write to (trust@ and the site's host when left out).")
@click.option("--timezone", metavar="ZONE", help="Like Europe/Rome (UTC when left out).", default="UTC")
@click.option("--yes", is_flag=True, help="Ask nothing; take examples for what is not said.")
@click.option("--minimal", is_flag=True, help="The least that gives an honest page: no pipelines, one survey.")
def command(
    folder: Path,
    name: str | None,
    url: str | None,
    language: str | None,
    host: str | None,
    contact: str | None,
    timezone: str,
    yes: bool,
    minimal: bool,
) -> int:
    """Make a new site in FOLDER (here when left out): sample data, settings, pipelines, a README for staff.

    The folder must be empty. All sample data is invented, and every page says so.
    """
    from scorecard import pipeline
    from scorecard.pipeline import starts

    ask = not yes and sys.stdin.isatty()
    name, url = name and _option("--name", _line, name), url and _option("--url", _url, url)
    contact = contact and _option("--contact", _line, contact)
    folder = folder.resolve()
    if ask:
        try:
            starts.look(folder)
        except pipeline.Stopped as problem:
            return options.stopped(problem)
        name = name or click.prompt("Name of your organisation", value_proc=_answer(_line), err=True)
        url = url or click.prompt("Address of the site", default=URL, value_proc=_answer(_url), err=True)
        language = language or _chosen("Language of the site", "en", LANGUAGES)
        host = host or _chosen("Where will the repository lie", "github", HOSTS)
    name, url, language, host = name or "Example Company", url or URL, language or "en", host or "github"
    host_name = urlsplit(url).hostname or "example.org"
    start = Start(
        name=name,
        url=url,
        contact=contact or f"trust@{host_name.removeprefix('trust.').removeprefix('www.')}",
        timezone=_zone(timezone),
        language=language,
        host=host,
        repository=repository_of(folder),
        minimal=minimal,
        version=__version__,
    )
    try:
        number = starts.begin(folder, start, _today(pipeline.moment))
    except pipeline.Stopped as problem:
        return options.stopped(problem)
    where = "" if folder == Path.cwd() else f"cd {_quoted(click.format_filename(folder))} && "
    say(f"wrote {number} files to {folder}; the sample data is invented, and every page says so")
    say(f"Next: {where}scorecard serve")
    return 0


def _today(moment: Callable[[str], datetime]) -> date:
    """The day the sample data ends at: that of SOURCE_DATE_EPOCH, else today."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        return (moment(given) if given else datetime.now(UTC)).date()
    except ValueError as error:
        raise click.UsageError(f"SOURCE_DATE_EPOCH: {error}.") from error


def _chosen(question: str, default: str, choices: tuple[str, ...]) -> str:
    kind = click.Choice(choices, case_sensitive=False)
    return str(click.prompt(question, default=default, type=kind, err=True))


def _answer(rule: Callable[[str], str]) -> Callable[[str], str]:
    """The rule for an answer at a terminal: what is wrong is told, and the question is asked again."""

    def proc(text: str) -> str:
        try:
            return rule(text)
        except ValueError as error:
            raise click.UsageError(str(error)) from error

    return proc


def _option(option: str, rule: Callable[[str], str], text: str) -> str:
    try:
        return rule(text)
    except ValueError as error:
        raise click.UsageError(f"{option}: {error}") from error


def _quoted(path: str) -> str:
    """A path as it can be pasted behind a command, blanks and all."""
    return subprocess.list2cmdline([path]) if os.name == "nt" else shlex.quote(path)


def _line(text: str) -> str:
    """One line that is not empty. Raises ValueError."""
    line = text.strip()
    if not line or not line.isprintable() or len(line) > 200:
        raise ValueError(f"{text[:40]!r} is not one line of at most 200 letters.")
    return line


def _url(text: str) -> str:
    """An address of the web. Raises ValueError."""
    url = text.strip()
    if _URL.fullmatch(url):
        with suppress(ValueError):
            if urlsplit(url).hostname:
                return url
    raise ValueError(f"{text[:60]!r} is no address; write one like {URL}.")


def _zone(text: str) -> str:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise click.UsageError(f"--timezone: there is no zone {text!r}; write one like Europe/Rome.") from None
    return text


def repository_of(folder: Path) -> str:
    """The address of the repository's pages, read off from git; '' where it is not known."""
    at = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            ["git", "-C", str(at), "remote", "get-url", "origin"],  # noqa: S607
            capture_output=True,
            text=True,
            check=False,
        )
    except OSError:
        return ""
    found = _REMOTE.fullmatch(done.stdout.strip())
    return f"https://{found[1]}/{found[2]}" if found else ""
