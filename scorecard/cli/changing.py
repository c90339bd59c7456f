"""What all commands share that write into data/: two options, and telling what was written or why not."""

from __future__ import annotations

import functools
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli import options
from scorecard.cli.asking import Asking
from scorecard.cli.console import complain, say, show

if TYPE_CHECKING:
    from scorecard.pipeline import Draft

Work = Callable[[Asking], "Draft"]


def writes(work: Work) -> Callable[..., int]:
    """A command body that drafts one change: adds the shared options, saves the draft and tells about it."""

    @options.project
    @options.as_of
    @click.option("--dry-run", is_flag=True, help="Show the change as a diff and write nothing.")
    @click.option("--no-input", is_flag=True, help="Ask nothing, even at a terminal.")
    @functools.wraps(work)
    def body(project: Path, as_of: datetime, dry_run: bool, no_input: bool, **given: Any) -> int:
        from scorecard import pipeline

        try:
            with pipeline.desk(project, as_of) as desk:
                draft = work(Asking(desk, given, no_input=no_input))
                if not dry_run:
                    desk.save(draft)
        except pipeline.Stopped as problem:
            return options.stopped(problem)
        complain(draft.problems)
        if dry_run:
            show(draft.diff)
            say("nothing was written (--dry-run)")
            return 0
        if not sys.stdout.isatty():  # for programs; a person reads it in the next line
            show(f"{draft.file}\n")
        say(f"{'changed' if draft.before is not None else 'wrote'} {draft.file}; read it, then commit it")
        if draft.standing:
            say(f"this file had {pipeline.count(draft.standing)} before and still has: scorecard check {draft.file}")
        return 0

    return body
