"""A critical or major incident without advice, explanation or repair.

Why
    After a serious incident people want to know what to do, why it happened, and what is being changed. A hole says
    less than a reason.

How to fix
    Add what is missing: `what_to_do` at once; `postmortem` and `remediation` when it is over. An explanation still to
    come is written as `postmortem: {due: 2026-05-20}`. Where a part does not apply, write
    `{not-applicable: reason}`.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: No page opened
    kind: service
    severity: major
    fault: supplier
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    what_to_do: Try again tomorrow.

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: No page opened
    kind: service
    severity: major
    fault: supplier
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    what_to_do: Try again tomorrow.
    postmortem: {due: 2026-05-20}
    remediation: {not-applicable: The supplier repairs its own network.}
"""

import re
from collections.abc import Iterator
from datetime import datetime

from scorecard.model.lexical import Gap
from scorecard.model.problems import Problem, Severity
from scorecard.model.records import Incident
from scorecard.model.records.incident import Postmortem
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed

CODE = "SC517"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """All missing parts of one incident in one problem."""
    for entry in records.incidents:
        one = entry.record
        if one.is_maintenance or one.severity == "minor":
            continue
        missing = list(_missing(one))
        if missing:
            yield RULE.at(
                entry,
                ("severity",),
                f"this {one.severity} incident lacks {listed(missing)}",
                label=f"{one.severity} incidents need them",
                help=f"add {listed(missing)}; where one does not apply: '{missing[0]}: {{not-applicable: reason}}'",
            )


_EMPTY = Postmortem.model_construct()
#: The word alone is no reason, and nothing that a customer could do.
_NO_REASON = re.compile(r"(?i)\W*not[-_ ]applicable\W*")


def _missing(one: Incident) -> Iterator[str]:
    if one.what_to_do is None or (isinstance(one.what_to_do, str) and _NO_REASON.fullmatch(one.what_to_do)):
        yield "what_to_do"
    if one.resolved is Gap.NOT_YET:
        return
    if one.postmortem is None or one.postmortem == _EMPTY:
        yield "postmortem"
    if one.remediation is None or one.remediation == ():
        yield "remediation"
