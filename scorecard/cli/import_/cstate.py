"""`scorecard import cstate`."""

from __future__ import annotations

from scorecard.cli.import_.incidents_of import make

command = make(
    "cstate",
    "Incidents from a cState status page (its Markdown files, or their folder).",
    "To get the files: git clone the repository of the page; its incidents lie in content/issues/.",
    (".md",),
)
