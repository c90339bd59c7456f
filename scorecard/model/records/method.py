"""method.yml: the method in force. The package's defaults hold for everything a company leaves out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator

from scorecard.model.lexical import Count, Duration, Id, Line, Number, QuarterName, Text, Words, fault
from scorecard.model.records.base import FileRecord, Ids, Record, Severity
from scorecard.model.records.survey import Scale, parse_scale


def _version(value: Any) -> Any:
    if not isinstance(value, str) or re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}", value.strip()) is None:
        raise fault("bad-version", f"{value!r} is not a version", "write three numbers with points, such as 1.0.0")
    return value.strip()


class Item(Record):
    """One question of the framework, with the text and scale it has unless a wave says otherwise."""

    id: Id
    text: Line
    scale: Annotated[Scale, BeforeValidator(parse_scale)]


class Dimension(Record):
    """A group of questions with one weight."""

    id: Id
    name: Line
    weight: Number = 1.0
    questions: Ids
    target: Number | None = None
    meaning: Text | None = None


class Gates(Record):
    """From how many answers a figure is shown (suppress_below), and judged (full_from)."""

    suppress_below: Count
    full_from: Count
    coverage: Number
    """Share of the dimensions' weight that must be there, 0 to 1."""
    dont_know_flag: Number
    year_below: Count
    """Under this n the year figure stands in the headline."""


class StateRules(Record):
    """Thresholds of the relationship state (METHOD.md, R0 to R9)."""

    partner_at: Number
    margin: Number
    broken_below: Number
    floor: Number
    drop: Number
    slow_drop: Number
    rise: Number
    weakest_partner: Number
    weakest_guarded: Number
    partner_after: Count
    guarded_after: Count


class Verdicts(Record):
    """When a change has a name: at least `least` for better or worse, within `same` for about the same."""

    least: Number
    same: Number
    gap: Number
    """Gap between T and S from which a sentence says so."""


class Pillar(Record):
    """A part of the transparency score with its indicators and their weights."""

    id: Id
    name: Line
    """Shown to readers; the id in words when left out."""
    weight: Number
    indicators: Mapping[Id, Number]

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("id"), str):
            return {**value, "name": value["id"].replace("-", " ").strip().capitalize() or None}
        return value


class DurationRule(Record):
    """Full points up to the target, none from the limit."""

    target: Duration
    limit: Duration


class Caps(Record):
    """Highest totals after what must not happen."""

    made_public: Number
    changed_without_notice: Number
    unknown_fields: Number
    unknown_share: Number


class Windows(Record):
    """Over how many quarters transparency looks, and what it needs."""

    quarters: tuple[Count, ...]
    least_incidents: Count
    pillar_coverage: Number
    total_coverage: Number


class Change(Record):
    """A change of method: from which quarter which version was in force."""

    version: Annotated[str, BeforeValidator(_version)]
    from_: Annotated[QuarterName, Field(alias="from")]
    what: Text
    published: Line | None = None


class Method(FileRecord):
    """Questions, weights, targets and thresholds."""

    version: Annotated[str, BeforeValidator(_version)]
    aggregation: Annotated[str, Words("geometric", "arithmetic")]
    direct_question: Id
    questions: tuple[Item, ...]
    dimensions: tuple[Dimension, ...]
    gates: Gates
    verdicts: Verdicts
    state: StateRules
    pillars: tuple[Pillar, ...]
    severity_weights: Mapping[Severity, Number]
    own_fault_weight: Number
    durations: Mapping[Id, DurationRule]
    """Per kind: service, personal-data, billing, safety, other; and in-the-dark, explanation, correction, enquiry."""
    silence_limit: Number
    """Longest silence as a multiple of the promised interval that scores nothing."""
    repeat_within_months: Count
    action_days: Count
    """A repair action may be due at most this many days after the incident."""
    fault_unknown_days: Count
    windows: Windows
    caps: Caps
    changes: tuple[Change, ...] = ()

    def item(self, id: str) -> Item | None:
        """A question by id."""
        for item in self.questions:
            if item.id == id:
                return item
        return None
