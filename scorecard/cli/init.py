"""`scorecard init`."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
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
    name = _line(name or (click.prompt("Name of your organisation", err=True) if ask else "Example Company"), "--name")
    url = _url(
        url or (_asked("Address of the site", "https://trust.example.org") if ask else "https://trust.example.org")
    )
    language = language or (_asked("Language of the site", "en", LANGUAGES) if ask else "en")
    host = host or (_asked("Where will the repository lie", "github", HOSTS) if ask else "github")
    folder = folder.resolve()
    host_name = urlsplit(url).hostname or "example.org"
    start = Start(
        name=name,
        url=url,
        contact=_line(contact or f"trust@{host_name.removeprefix('trust.').removeprefix('www.')}", "--contact"),
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
    where = "" if folder == Path.cwd() else f"cd {click.format_filename(folder)} && "
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


def _asked(question: str, default: str, choices: tuple[str, ...] = ()) -> str:
    answer = click.prompt(question, default=default, type=click.Choice(choices) if choices else str, err=True)
    return str(answer)


def _line(text: str, option: str) -> str:
    """One line that is not empty."""
    line = text.strip()
    if not line or not line.isprintable() or len(line) > 200:
        raise click.UsageError(f"{option} must be one line of text: {text[:40]!r} is not.")
    return line


def _url(text: str) -> str:
    if not _URL.fullmatch(text.strip()) or not urlsplit(text.strip()).hostname:
        raise click.UsageError(f"--url: {text[:60]!r} is no address; write one like https://trust.example.org.")
    return text.strip()


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
