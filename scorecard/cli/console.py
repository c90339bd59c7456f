"""What people see: words on stderr, colour only where it can be shown."""

from __future__ import annotations

import os
import re
import sys
from typing import IO, Any

import click

_COLOURS = {"error": "red", "warning": "yellow"}
_HEAD = re.compile(r"^(error|warning)(?=[\[:])", re.MULTILINE)


def colourful(stream: IO[Any]) -> bool:
    """Whether this stream shows colour: a terminal that is not dumb, and nobody set NO_COLOR."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def painted(text: str) -> str:
    """The text with the words error and warning in colour where they start a line."""
    return _HEAD.sub(lambda head: click.style(head[1], fg=_COLOURS[head[1]], bold=True), text)


def say(text: str, level: str = "") -> None:
    """One or more lines on stderr; with a level, the word and a colon come first."""
    text = f"{level}: {text}" if level else text
    colour = colourful(sys.stderr)
    click.echo(painted(text) if colour else text, err=True, color=colour)


def show(text: str) -> None:
    """Data on stdout, as it is; colour only on a terminal."""
    colour = colourful(sys.stdout)
    click.echo(painted(text) if colour else text, nl=False, color=colour)
