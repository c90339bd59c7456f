"""What the reading room hands over."""

from __future__ import annotations

from typing import NamedTuple

from scorecard.model.problems import Problem
from scorecard.model.records import Records


class Reading(NamedTuple):
    """All of a project's data folder, read.

    `records` is None when organisation or method cannot be built; other entries with errors are left out of it.
    `problems` are those of all files at once, in order. `files` are the claimed ones, relative to the project, with /.
    """

    records: Records | None
    problems: tuple[Problem, ...] = ()
    files: tuple[str, ...] = ()
