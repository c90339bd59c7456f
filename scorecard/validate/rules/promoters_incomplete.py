"""A net promoter score without all of its parts, or with a figure that does not fit them.

Why
    The score is promoters minus detractors among all who answered. Its interval needs all three counts.

How to fix
    Write `promoters`, `passives` and `detractors`, and neither `value` nor another `n`. Where only the score itself is
    known, write `value`, from -100 to 100, with `n`.

Wrong
    # data/outcomes.yml
    outcomes:
      - id: recommend
        title: Would recommend us
        kind: net-promoter-score
        series:
          - {quarter: 2026-Q1, promoters: 210, detractors: 130}

Right
    # data/outcomes.yml
    outcomes:
      - id: recommend
        title: Would recommend us
        kind: net-promoter-score
        series:
          - {quarter: 2026-Q1, promoters: 210, passives: 260, detractors: 130}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, written

CODE = "SC571"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


_PARTS = ("promoters", "passives", "detractors")


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Each point of a score; parts at a figure of another kind."""
    if records.outcomes is None:
        return
    for index, outcome in enumerate(records.outcomes.record.outcomes):
        for number, point in enumerate(outcome.series):
            spot: Loc = ("outcomes", index, "series", number)
            parts = [getattr(point, name) for name in _PARTS]
            given = [name for name, part in zip(_PARTS, parts, strict=True) if part is not None]
            what = f"'{outcome.id}' of {point.quarter}"
            help = "write promoters, passives and detractors, or only 'value' from -100 to 100 with 'n'"
            wrong = ""
            if outcome.kind != "net-promoter-score":
                if given:
                    wrong, help = "is no net promoter score", "write 'kind: net-promoter-score', or 'value'"
            elif given and len(given) < 3:
                wrong = f"has {listed(given)}, but not {listed(name for name in _PARTS if name not in given)}"
            elif given and point.value is not None:
                wrong = "has a value beside its parts: the value follows from them"
            elif given and point.n is not None and point.n != sum(parts):
                wrong = f"has n {point.n:,}, but its parts are {sum(parts):,} people"
            elif point.value is not None and not -100 <= point.value <= 100:
                wrong = f"is {written(records.outcomes, *spot, 'value')}, which is not between -100 and 100"
            if wrong:
                yield RULE.at(records.outcomes, spot, f"{what} {wrong}", label="does not fit", help=help)
