"""data/published/QUARTER/vN.json: the figures of a quarter as they were published on a day. Written by the tool.

The figures have the shape of scores.json (decisions/0080). Keys this version of the tool does not know are kept out,
not refused: a file that was published is never written again.
"""

from datetime import datetime
from typing import Annotated, Any, Literal

from pydantic import AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.states import StateName

#: The form of these files that this version writes and reads.
SCHEMA_VERSION = 1
#: Letters of a text in them; what the tool writes is much shorter.
LONGEST = 2_000

Score = Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)]
Points = Annotated[float, Field(ge=0, le=100, allow_inf_nan=False)]
Whole = Annotated[int, Field(ge=0)]
Text = Annotated[str, Field(max_length=LONGEST)]
Codes = Literal["not_asked", "not_published", "too_few", "not_applicable", "not_tested", "suppressed", "break", "error"]


class Published(BaseModel):
    """A frozen part of such a file."""

    model_config = ConfigDict(frozen=True, extra="ignore", strict=False)


class PublishedEstimate(Published):
    """A score with its range, or the code of the reason why there is none."""

    score: Score | None = None
    lo: Score | None = None
    hi: Score | None = None
    n: Whole | None = None
    at_most: bool = False
    reason: Codes | None = None

    @model_validator(mode="after")
    def _one_or_the_other(self) -> "PublishedEstimate":
        if self.score is not None and self.reason is not None:
            raise ValueError("a figure has a score or a reason, not both")
        if (self.lo is None) != (self.hi is None):
            raise ValueError("a range has two ends or none")
        if self.lo is None or self.hi is None:
            return self
        if self.score is None or not self.lo - 1e-9 <= self.score <= self.hi + 1e-9:
            raise ValueError("the score lies outside of its range")
        return self

    @property
    def estimate(self) -> Estimate:
        """The same as every page knows it."""
        if self.score is None:
            return Estimate(reason=Reason(ReasonCode(self.reason or "not_asked"), facts=self._facts()))
        return Estimate(self.score, self.lo, self.hi, self.n, at_most=self.at_most)

    def _facts(self) -> dict[str, str | int | float]:
        return {"n": self.n} if self.n is not None else {}


class PublishedPart(PublishedEstimate):
    """A part of trust."""

    id: Text
    name: Text = ""


class PublishedState(Published):
    """The state and the sentence that gave its reason."""

    name: StateName
    why: Text = ""


class PublishedTrust(Published):
    """Trust of one audience in the quarter."""

    n: Whole | None = None
    invited: Whole | None = None
    trust: PublishedEstimate
    direct: PublishedEstimate
    state: PublishedState
    dimensions: tuple[PublishedPart, ...] = ()

    @property
    def shown(self) -> Estimate:
        """The figure the public saw first."""
        return self.trust.estimate if self.trust.score is not None else self.direct.estimate


class PublishedOpenness(Published):
    """Transparency in the quarter, None where it was not rated."""

    score: Points | None = None
    why: Text = ""


class Restatement(Published):
    """Why this version took the place of the one before it."""

    label: Literal["R1", "R2", "R3", "C"]
    correction: Text | None = None
    """The id of the entry in data/corrections/ that tells more."""


def _quarter(value: Any) -> Any:
    return Quarter.parse(value) if isinstance(value, str) else value


class Vintage(Published):
    """One version of a quarter's figures."""

    model_config = ConfigDict(frozen=True, extra="ignore", arbitrary_types_allowed=True)

    schema_version: Literal[1]
    quarter: Annotated[Quarter, BeforeValidator(_quarter)]
    version: Annotated[int, Field(ge=1, le=9999)]
    published: AwareDatetime
    method: Text = ""
    headline: Text = ""
    restatement: Restatement | None = None
    """None for the first version."""
    trust: dict[Literal["customers", "community", "staff", "agencies"], PublishedTrust] = {}
    transparency: PublishedOpenness | None = None

    @property
    def key(self) -> tuple[Quarter, int]:
        """What versions are sorted by."""
        return self.quarter, self.version

    @property
    def at(self) -> datetime:
        """When it was published."""
        return self.published
