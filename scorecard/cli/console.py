"""What people see: words on stderr, colour only where it can be shown."""

from __future__ import annotations

import os
import sys
from typing import IO, TYPE_CHECKING, Any

import click

from scorecard.model.characters import calm

if TYPE_CHECKING:
    from scorecard.model.problems import Problem

_COLOURS = {"error": "red", "warning": "yellow"}


def colourful(stream: IO[Any]) -> bool:
    """Whether this stream shows colour: a terminal that is not dumb, and nobody set NO_COLOR."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb" and stream.isatty()


def say(text: str, level: str = "", *, styled: bool = False) -> None:
    """One or more lines on stderr; with a level, the word and a colon come first.

    What may have come from a file, a name or a server moves no terminal and commands no pipeline; a `styled` text holds
    colours of ours and has been made safe already.
    """
    text = text if styled else calm(text)
    colour = colourful(sys.stderr)
    word = click.style(level, fg=_COLOURS.get(level), bold=True) if colour else level
    click.echo(f"{word}: {text}" if level else text, err=True, color=colour)


def show(text: str, *, styled: bool = False) -> None:
    """Data on stdout, as it is; on a terminal nothing of it moves the terminal, unless it is `styled` (see say)."""
    text = calm(text) if sys.stdout.isatty() and not styled else text
    click.echo(text, nl=False, color=colourful(sys.stdout))


def complain(problems: tuple[Problem, ...], format: str = "text") -> None:
    """Problems of the data on stderr; nothing when there are none."""
    from scorecard import pipeline

    if problems:
        say(pipeline.tell(problems, format, colour=colourful(sys.stderr)).rstrip("\n"), styled=True)
