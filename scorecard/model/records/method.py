"""method.yml: the method in force. The package's defaults hold for everything a company leaves out."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import ConfigDict, Field, model_validator

from scorecard.model import written
from scorecard.model.annotations import Parsed
from scorecard.model.lexical import Count, Duration, Id, Line, Number, QuarterName, Text, Words, parse_like
from scorecard.model.records.base import FileRecord, Ids, Record, Severity
from scorecard.model.records.survey import Scale, ScaleText


def _version(value: Any) -> str:
    help = "write three numbers with points, such as 1.0.0"
    return parse_like(r"[0-9]{1,4}\.[0-9]{1,4}\.[0-9]{1,4}", value, "a version", "bad-version", help)


Version = Annotated[str, Parsed(_version, written.VERSION)]


class Item(Record):
    """One question of the framework, with the text and scale it has unless a wave says otherwise."""

    id: Id
    """The id of the question."""
    text: Line
    """The question as people read it."""
    scale: Annotated[Scale, ScaleText]
    """Its two ends, low to high."""


class Dimension(Record):
    """A group of questions with one weight."""

    id: Id
    """The id of the dimension."""
    name: Line
    """The name that readers see."""
    weight: Number = 1.0
    """Its weight among the dimensions."""
    questions: Ids
    """The ids of its questions."""
    target: Number | None = None
    """The score the company aims at, 1 to 10."""
    meaning: Text | None = None
    """What it means, in a sentence."""


class Gates(Record):
    """From how many answers a figure is shown (suppress_below), and judged (full_from)."""

    suppress_below: Count
    """Under this many answers no figure is shown."""
    full_from: Count
    """From this many answers a figure is judged too."""
    coverage: Number
    """Share of the dimensions' weight that must be there, 0 to 1."""
    dont_know_flag: Number
    """Share of don't knows, 0 to 1, from which a figure carries a remark."""
    year_below: Count
    """Under this n the year figure stands in the headline."""


class StateRules(Record):
    """Thresholds of the relationship state (METHOD.md, R0 to R9)."""

    partner_at: Number
    """Trust from which customers are partners, 1 to 10."""
    margin: Number
    """So much above the line to become partner, so much under it to stop."""
    broken_below: Number
    """Broken only with an upper end of the interval under this."""
    floor: Number
    """Broken without any fall under this: deep distrust."""
    drop: Number
    """Fall within a year that breaks trust."""
    slow_drop: Number
    """Fall within three years that breaks trust."""
    rise: Number
    """Rise from the lowest point that counts as recovering."""
    weakest_partner: Number
    """The weakest dimension a partner may have."""
    weakest_guarded: Number
    """The weakest dimension that ends being a partner."""
    partner_after: Count
    """Quarters from a break until partner, at least."""
    guarded_after: Count
    """Quarters from a break until guarded, at least."""


class Verdicts(Record):
    """When a change has a name: at least `least` for better or worse, within `same` for about the same."""

    least: Number
    """The least change that is called better or worse."""
    same: Number
    """The largest change that is called about the same."""
    gap: Number
    """Gap between T and S from which a sentence says so."""


class Pillar(Record):
    """A part of the transparency score with its indicators and their weights."""

    model_config = ConfigDict(json_schema_extra={"required": ["id", "weight", "indicators"]})

    id: Id
    """The id of the pillar."""
    name: Line
    """Shown to readers; the id in words when left out."""
    weight: Number
    """Its weight among the pillars."""
    indicators: Mapping[Id, Number]
    """Its indicators, each with its weight."""

    @model_validator(mode="before")
    @classmethod
    def _named(cls, value: Any) -> Any:
        if isinstance(value, dict) and "name" not in value and isinstance(value.get("id"), str):
            return {**value, "name": value["id"].replace("-", " ").strip().capitalize() or None}
        return value


class DurationRule(Record):
    """Full points up to the target, none from the limit."""

    target: Duration
    """Up to this long gives full points."""
    limit: Duration
    """From this long gives none."""


class Caps(Record):
    """Highest totals after what must not happen."""

    made_public: Number
    """Highest total after others told the public first."""
    changed_without_notice: Number
    """Highest total after a published figure was changed without telling."""
    unknown_fields: Number
    """Highest total when too much is unknown."""
    unknown_share: Number
    """Share of unknown fields, 0 to 1, that is too much."""


class Windows(Record):
    """Over how many quarters transparency looks, and what it needs."""

    quarters: tuple[Count, ...]
    """Lengths of the looks back, in quarters, shortest first."""
    least_incidents: Count
    """How many incidents a look back needs."""
    pillar_coverage: Number
    """Share of a pillar's weight that must be there, 0 to 1."""
    total_coverage: Number
    """Share of all weight that must be there, 0 to 1."""


class Change(Record):
    """A change of method: from which quarter which version was in force."""

    version: Version
    """The version that came into force."""
    from_: Annotated[QuarterName, Field(alias="from")]
    """The first quarter it holds for."""
    what: Text
    """What changed, and why."""
    published: Line | None = None
    """Where or when the change was told."""


class Method(FileRecord):
    """Questions, weights, targets and thresholds."""

    version: Version
    """The version of the method; raise it with every change."""
    aggregation: Annotated[
        str,
        Words(
            geometric="A weak part pulls the score down more than a strong one lifts it.",
            arithmetic="The plain weighted mean.",
        ),
    ]
    """How questions and dimensions are put together."""
    direct_question: Id
    """The id of the question that asks for trust itself."""
    questions: tuple[Item, ...]
    """All questions, with their texts and scales."""
    dimensions: tuple[Dimension, ...]
    """Groups of questions with their weights."""
    gates: Gates
    """From how many answers figures are shown and judged."""
    verdicts: Verdicts
    """When a change is called better, worse or about the same."""
    state: StateRules
    """Thresholds of the relationship: broken, recovering, guarded, partner."""
    pillars: tuple[Pillar, ...]
    """The parts of the transparency score."""
    severity_weights: Mapping[Severity, Number]
    """How much an incident counts by its severity."""
    own_fault_weight: Number
    """How many times more an incident counts when the fault is the company's own."""
    durations: Mapping[Id, DurationRule]
    """Per kind: service, personal-data, billing, safety, other; and in-the-dark, explanation, correction, enquiry."""
    silence_limit: Number
    """Longest silence as a multiple of the promised interval that scores nothing."""
    repeat_within_months: Count
    """Within how many months the same cause counts as a repeat."""
    action_days: Count
    """A repair action may be due at most this many days after the incident."""
    fault_unknown_days: Count
    """For how many days the fault may be unknown without loss."""
    windows: Windows
    """How far back transparency looks."""
    caps: Caps
    """Highest totals after what must not happen."""
    changes: tuple[Change, ...] = ()
    """Changes of the method, oldest first."""

    def item(self, id: str) -> Item | None:
        """A question by id."""
        for item in self.questions:
            if item.id == id:
                return item
        return None
