"""`scorecard score`."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import click

from scorecard.cli import options
from scorecard.cli.console import complain, show
from scorecard.model.characters import ascii_json, visible


@click.command("score")
@click.option(
    "--format",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="json is stable and versioned, with figures as computed, not rounded.",
)
@options.project
@options.as_of
def command(format: str, project: Path, as_of: datetime) -> int:
    """Print the computed scores, without what is held back."""
    from scorecard import pipeline

    try:
        scored = pipeline.score(project, as_of)
    except pipeline.Stopped as problem:
        return options.stopped(problem)
    complain(scored.problems, "concise")
    value = pipeline.score_json(scored)
    if format == "json":
        show(ascii_json(value))
    else:
        show("".join(f"{visible(line)}\n" for line in summary(value)))
    return 0


def summary(value: Any) -> list[str]:
    """A few lines per quarter: trust with its interval, the state, transparency. Takes the value of the JSON form."""
    lines = []
    for series in value["series"]:
        lines.append(f"Trust, {series['audience']} (1 to 10)")
        for quarter in series["quarters"]:
            lines.append(f"  {quarter['quarter']}  {_figure(quarter['trust'])}  {_state(quarter)}".rstrip())
    if value["transparency"]:
        lines.append("Telling, explaining, repairing (0 to 100)")
        lines += [f"  {quarter['quarter']}  {_points(quarter)}" for quarter in value["transparency"]]
    return lines or ["Nothing is published yet."]


def _figure(trust: Any) -> str:
    from scorecard.model.figures import shown

    if trust["score"] is None:
        return f"no score. {trust['why']}"
    between = "" if trust["lo"] is None else f" ({shown(trust['lo'])} to {shown(trust['hi'])})"
    return shown(trust["score"]) + between


def _state(quarter: Any) -> str:
    state = quarter.get("state") or {}
    return state.get("name") or ""


def _points(quarter: Any) -> str:
    from scorecard.model.figures import shown

    return f"no score. {quarter['why']}" if quarter["score"] is None else shown(quarter["score"], 0, ())
