"""A time that should bring no points is not later than the one for full points.

Why
    Full points go up to the target, none are left from the limit on. Between them the score falls. Without a distance
    nothing can be computed.

How to fix
    Make `limit` longer than `target`. The names are those of the packaged method.

Wrong
    # data/method.yml
    version: 1.1.0
    durations: {service: {target: PT24H, limit: PT30M}}

Right
    # data/method.yml
    version: 1.1.0
    durations: {service: {target: PT30M, limit: PT24H}}
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, near

CODE = "SC581"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


_KNOWN = (
    "service",
    "billing",
    "personal-data",
    "safety",
    "other",
    "in-the-dark",
    "explanation",
    "correction",
    "enquiry",
)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Target against limit; names that nothing uses, names that are missing."""
    method, entry = records.method.record, records.method
    for name, rule in method.durations.items():
        if rule.limit <= rule.target:
            yield RULE.at(
                entry,
                ("durations", name, "limit"),
                f"the limit of '{name}' is not longer than its target",
                label="not longer",
                help="make 'limit' longer than 'target'",
                also=[(("durations", name, "target"), "target")],
            )
        if name not in _KNOWN:
            yield RULE.at(
                entry,
                ("durations", name),
                f"nothing uses the duration '{name}'",
                label=near(name, _KNOWN) or "unknown name",
                help=f"the names are {listed(_KNOWN)}",
            )
    missing = [name for name in _KNOWN if name not in method.durations]
    if missing:
        yield RULE.at(
            entry,
            ("durations",),
            f"the durations of {listed(missing)} are missing",
            label="not all there",
            help="add 'target' and 'limit' for each of them",
        )
    if method.silence_limit <= 1:
        yield RULE.at(
            entry,
            ("silence_limit",),
            f"the silence limit {method.silence_limit:g} is not above 1",
            label="not above 1",
            help="write how many times the promised interval brings no points, such as 8",
        )
