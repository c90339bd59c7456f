"""The title is still the one of the form for a new incident.

Why
    The page would tell the public to say what happened, and nobody what did.

How to fix
    Write what happened in a few words that customers understand.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: WHAT HAPPENED, AS A CUSTOMER WOULD SAY IT
    kind: service
    severity: minor
    fault: unknown
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: not-yet

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages are slow
    kind: service
    severity: minor
    fault: unknown
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: not-yet
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC712"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True

#: What stands in the form that `scorecard init` links to, in capitals so that nobody overlooks it.
FORM = "WHAT HAPPENED, AS A CUSTOMER WOULD SAY IT"


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Incidents with the title of the form."""
    for entry in records.incidents:
        if entry.record.title.strip() == FORM:
            yield RULE.at(
                entry,
                ("title",),
                "this is the title of the form, not of an incident",
                label="not replaced",
                help="write what happened in a few words that customers understand, such as 'Pages are slow'",
            )
