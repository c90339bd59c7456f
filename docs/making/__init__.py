"""Pages of the staff documentation that nobody writes by hand: file kinds, problems and commands."""

from __future__ import annotations

from collections.abc import Mapping

from docs.making import commands, files, problems


def pages() -> Mapping[str, str]:
    """Address of each made page (files/incident.md) to its Markdown."""
    return {**files.pages(), **problems.pages(), **commands.pages()}
