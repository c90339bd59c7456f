"""Differences as text for a terminal, as JSON for programs, and as Markdown for a comment under a pull request."""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Protocol

from scorecard.model.characters import ascii_json, visible
from scorecard.present.comparison.changes import NOTHING, TOPICS, Change, subjects

SCHEMA_VERSION = 1
#: A comment holds 65,536 letters on the usual hosts; so many rows of a topic, each cut, stay far below.
MOST_ROWS = 20
LONGEST_CELL = 100
LONGEST_HEADLINE = 900
#: A host finds its earlier comment by this line and writes over it.
MARK = "<!-- scorecard diff -->"


class Form(Protocol):
    """Takes the changes, the name of the earlier state and what else is to be said; gives a whole text."""

    def __call__(self, changes: tuple[Change, ...], against: str) -> str:
        """The text, ending with a line end."""


def text(changes: tuple[Change, ...], against: str) -> str:
    """A block for each topic; what was and what is on one line, long texts on two."""
    blocks = []
    for topic, found in subjects(changes):
        lines = [f"{TOPICS[topic]} ({len(found)})" if topic != "headline" else TOPICS[topic]]
        for one in found:
            before, after = visible(one.before), visible(one.after)
            if topic in ("headline", "wording"):
                lines += [f"  {visible(one.subject)}", f"    - {before}", f"    + {after}"]
            else:
                lines.append(f"  {visible(one.subject)}: {before} → {after}")
        blocks.append("\n".join(lines) + "\n")
    return "\n".join(blocks)


def as_json(changes: tuple[Change, ...], against: str) -> str:
    """schema_version, against, changes; in ASCII. Scores stand unrounded beside their texts."""
    rows = [
        {
            "topic": one.topic,
            "subject": one.subject,
            "before": None if one.before == NOTHING else one.before,
            "after": None if one.after == NOTHING else one.after,
            "value_before": one.value_before,
            "value_after": one.value_after,
        }
        for one in changes
    ]
    return ascii_json({"schema_version": SCHEMA_VERSION, "against": against, "changes": rows})


def markdown(changes: tuple[Change, ...], against: str) -> str:
    """A table for each topic. Every text of the data stands as code: no link, no picture, nobody is called by name."""
    parts = [MARK, f"### What readers would see differently (against {_code(against, 80)})"]
    if not changes:
        parts.append("Nothing: no score, state, verdict, wording, group, promise or headline changes.")
    for topic, found in subjects(changes):
        if topic == "headline":
            old, new = (_code(side, LONGEST_HEADLINE) for side in (found[0].before, found[0].after))
            parts.append(f"**{TOPICS[topic]}**\n\nbefore: {old}\n\nafter: {new}")
            continue
        rows = [f"| {_cell(one.subject)} | {_cell(one.before)} | {_cell(one.after)} |" for one in found[:MOST_ROWS]]
        more = len(found) - MOST_ROWS
        table = "\n".join([f"| {TOPICS[topic]} | before | after |", "| --- | --- | --- |", *rows])
        parts.append(table + (f"\n\n{more} more: `scorecard diff` shows all." if more > 0 else ""))
    return "\n\n".join(parts) + "\n"


def _cell(value: str) -> str:
    return _code(value, LONGEST_CELL).replace("|", "\\|")


def _code(value: str, most: int) -> str:
    """A code span around any text, cut when long."""
    line = visible(" ".join(value.split()))
    line = line if len(line) <= most else line[: most - 1] + "…"
    fence = "`" * (max((len(run) for run in re.findall("`+", line)), default=0) + 1)
    pad = " " if line.startswith("`") or line.endswith("`") or not line else ""
    return f"{fence}{pad}{line}{pad}{fence}"


#: Every form by its name.
FORMS: Mapping[str, Form] = MappingProxyType({"text": text, "json": as_json, "markdown": markdown})
