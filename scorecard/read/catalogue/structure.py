"""SC3xx: which fields there are, and of what shape."""

from __future__ import annotations

from scorecard.read.catalogue.examples import INCIDENT, WAVE, error, swap

RULES = (
    error(
        "unknown-field",
        "SC301",
        "A record has a field that no record of its kind has.",
        "A misspelt field would be missing on the site without anybody noticing.",
        "Write the field as the message offers it, or take it out.",
        swap(INCIDENT, "severity:", "sevrity:"),
        INCIDENT,
    ),
    error(
        "missing-field",
        "SC302",
        "A record lacks a field that it must have.",
        "Without the field nothing honest can be said of the record.",
        "Add the field. Where nobody knows a time, write unknown; where it has not happened, write not-yet.",
        swap(INCIDENT, "notified: 2026-05-02T10:30\n", ""),
        INCIDENT,
    ),
    error(
        "wrong-shape",
        "SC303",
        "A list, a text or keys with values stand where another of them is expected.",
        "Items of a list begin with a dash. Keys with values stand on lines of their own, or in { }.",
        "Write the value in the shape the message names.",
        INCIDENT + "updates:\n  at: 2026-05-02T10:30\n  text: We print the bills again.\n",
        INCIDENT + "updates:\n  - at: 2026-05-02T10:30\n    text: We print the bills again.\n",
    ),
    error(
        "empty-list",
        "SC304",
        "A list has no items.",
        "An empty list of counts says neither that nobody answered nor that nobody was asked.",
        "Write the items, zeros included, or leave the key out and say why with missing.",
        swap(WAVE, "[2, 1, 4, 9, 12, 20, 41, 60, 33, 18]", "{all: []}"),
        WAVE,
    ),
)
