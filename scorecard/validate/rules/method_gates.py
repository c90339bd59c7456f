"""Gates that open or close the wrong way.

Why
    The gates say from how many answers a figure is shown, and from how many it is judged. They protect people in small
    groups, and readers from noise.

How to fix
    Keep `suppress_below` at most `full_from`, and every share between 0 and 1.

Wrong
    # data/method.yml
    version: 1.1.0
    gates: {suppress_below: 40, full_from: 30, coverage: 75}

Right
    # data/method.yml
    version: 1.1.0
    gates: {suppress_below: 10, full_from: 30, coverage: 0.75}
"""

from collections.abc import Iterator
from datetime import datetime
from itertools import pairwise

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC579"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Order of the two gates; shares; caps from 0 to 100; windows that grow."""
    method, entry = records.method.record, records.method
    if method.gates.suppress_below > method.gates.full_from:
        yield RULE.at(
            entry,
            ("gates", "suppress_below"),
            f"figures are shown from {method.gates.suppress_below} answers on, "
            f"but judged from {method.gates.full_from} on",
            label="after full_from",
            help="keep 'suppress_below' at most 'full_from'",
        )
    shares: list[tuple[Loc, float, float]] = [
        (("gates", "coverage"), method.gates.coverage, 1),
        (("gates", "dont_know_flag"), method.gates.dont_know_flag, 1),
        (("windows", "pillar_coverage"), method.windows.pillar_coverage, 1),
        (("windows", "total_coverage"), method.windows.total_coverage, 1),
        (("caps", "unknown_share"), method.caps.unknown_share, 1),
        (("caps", "made_public"), method.caps.made_public, 100),
        (("caps", "changed_without_notice"), method.caps.changed_without_notice, 100),
        (("caps", "unknown_fields"), method.caps.unknown_fields, 100),
    ]
    for loc, value, most in shares:
        if not 0 <= value <= most:
            yield RULE.at(
                entry,
                loc,
                f"{loc[-1]} is {value:g}, which is not between 0 and {most:g}",
                label=f"0 to {most:g}",
                help=f"write {value / 100:g}" if most == 1 and 1 < value <= 100 else f"write 0 to {most:g}",
            )
    quarters = method.windows.quarters
    if not quarters or quarters[0] < 1 or any(a >= b for a, b in pairwise(quarters)):
        yield RULE.at(
            entry,
            ("windows", "quarters"),
            "the windows must grow, each longer than the one before",
            label="not growing",
            help="write whole numbers of quarters, such as [4, 8, 12]",
        )
