"""`scorecard import atom`."""

from __future__ import annotations

from scorecard.cli.import_.incidents_of import make

command = make(
    "atom",
    "Incidents from the history feed of a status page (Atom or RSS).",
    "To get the file: curl -O https://YOUR-PAGE/history.atom. A feed holds little and no severity: where there is "
    "JSON, import that.",
    (".atom", ".rss", ".xml"),
)
