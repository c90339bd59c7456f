"""Weights that cannot be used.

Why
    A weight says how much a part counts. Below zero it would turn good into bad, and with nothing but zeros there is
    nothing to add up.

How to fix
    Write weights of 0 or more, at least one of them above 0.

Wrong
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: -1, questions: [heard-listens, heard-matters]}

Right
    # data/method.yml
    version: 1.1.0
    dimensions:
      - {id: heard, name: Heard, weight: 1, questions: [heard-listens, heard-matters]}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, written

CODE = "SC575"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Dimensions, pillars, their indicators, severities."""
    method = records.method.record
    groups: list[tuple[str, list[tuple[Loc, float]]]] = [
        ("dimensions", [(("dimensions", i, "weight"), d.weight) for i, d in enumerate(method.dimensions)]),
        ("pillars", [(("pillars", i, "weight"), p.weight) for i, p in enumerate(method.pillars)]),
        ("severity_weights", [(("severity_weights", name), w) for name, w in method.severity_weights.items()]),
    ]
    for i, pillar in enumerate(method.pillars):
        inside: list[tuple[Loc, float]] = [
            (("pillars", i, "indicators", name), weight) for name, weight in pillar.indicators.items()
        ]
        groups.append((f"the indicators of {pillar.id}", inside))
    for name, weights in groups:
        for loc, weight in weights:
            if weight < 0:
                yield RULE.at(
                    records.method,
                    loc,
                    f"the weight {written(records.method, *loc)} is below zero",
                    label="below zero",
                    help="write 0 or more; 0 leaves the part out",
                )
        if name == "dimensions" and not weights:
            continue  # an empty list: only the direct question is asked
        if all(weight == 0 for _, weight in weights):
            spot = weights[0][0][:-1] if weights else (name,)
            yield RULE.at(
                records.method,
                spot,
                f"no weight of {name} is above zero",
                label="nothing counts",
                help="give at least one part a weight above 0",
            )
    if method.own_fault_weight <= 0:
        yield RULE.at(
            records.method,
            ("own_fault_weight",),
            "own faults have no weight",
            label="not above zero",
            help="write a number above 0, such as 2",
        )
