"""What a correction concerns: survey:2026-Q1, survey:2026-Q1-staff, incident:ID, promise:ID and so on."""

from __future__ import annotations

import re
from typing import NamedTuple

from scorecard.model.lexical import ID_PATTERN
from scorecard.model.quarters import Quarter
from scorecard.model.records import Correction, quarter_of_id
from scorecard.model.records.base import AUDIENCES

#: The words before the colon.
KINDS = ("survey", "incident", "promise", "dialogue", "risk", "decision", "enquiries", "outcome", "method")
_WITH_QUARTER = ("survey", "enquiries")


class Target(NamedTuple):
    """The kind and name of what was corrected; `quarter` and `audience` for what has a quarter."""

    kind: str
    name: str
    quarter: Quarter | None = None
    audience: str = "customers"


def target_of(correction: Correction) -> Target | None:
    """Read `concerns`; None when it does not follow the agreed way."""
    kind, colon, rest = correction.concerns.strip().partition(":")
    name = rest.strip()
    if not colon or kind not in KINDS:
        return None
    if kind == "method":
        return Target(kind, name) if re.fullmatch(r"[\w.-]{0,64}", name) else None
    if kind in _WITH_QUARTER:
        quarter = quarter_of_id(name)
        suffix = name[7:].removeprefix("-")
        if quarter is None or (suffix and suffix not in AUDIENCES):
            return None
        return Target(kind, name, quarter, suffix or correction.audience or "customers")
    return Target(kind, name) if re.fullmatch(ID_PATTERN, name) else None
