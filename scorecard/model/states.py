"""The relation between customers and the company, by name; light, because records of the ledger name states too."""

from __future__ import annotations

from enum import StrEnum


class StateName(StrEnum):
    """The relation customers have with the company."""

    PARTNER = "partner"
    GUARDED = "guarded"
    BROKEN = "broken"
    RECOVERING = "recovering"
    UNKNOWN = "unknown"
