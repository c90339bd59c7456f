"""A bar on stderr for long work: in a terminal, or where it is asked for; only when it takes more than a second."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

import click

from scorecard.model.tallies import Progress

WIDTH = 30
#: Seconds before the first sign, and between two of them.
PATIENCE, PAUSE = 1.0, 0.2


class Bar:
    """What was shown last, and when."""

    def __init__(self, label: str, terminal: bool) -> None:
        self.label, self.terminal = label, terminal
        self.started = time.monotonic()
        self.last, self.share, self.passes, self.shown = 0.0, -1.0, 1, -1

    def __call__(self, done: int, of: int) -> None:
        """So much is done. Less than before is another pass over the answers."""
        share = min(1.0, done / of) if of else 1.0
        if share < self.share - 0.05:
            self.passes += 1
            self.shown = -1
        self.share = share
        now = time.monotonic()
        if now - self.started < PATIENCE or (now - self.last < PAUSE and share < 1):
            return
        self.last = now
        percent = int(share * 100)
        label = self.label + (f" (pass {self.passes})" if self.passes > 1 else "")
        if self.terminal:
            full = int(share * WIDTH)
            click.echo(f"\r{label} [{'#' * full}{'.' * (WIDTH - full)}] {percent:3} %\x1b[K", err=True, nl=False)
        elif percent // 10 > self.shown:
            click.echo(f"{label}: {percent} %", err=True)
        self.shown = percent // 10

    def end(self) -> None:
        """Take the bar away."""
        if self.terminal and self.shown >= 0:
            click.echo("\r\x1b[K", err=True, nl=False)


@contextmanager
def bar(label: str, wanted: bool | None) -> Iterator[Progress | None]:
    """A bar while the work lasts; None where nobody looks. `wanted` None: in a terminal only."""
    terminal = sys.stderr.isatty()
    if not (terminal if wanted is None else wanted):
        yield None
        return
    shown = Bar(label, terminal)
    try:
        yield shown
    finally:
        shown.end()
