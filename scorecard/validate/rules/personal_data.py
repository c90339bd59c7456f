"""A text for the public that may name a person.

Why
    Names, mail addresses, telephone and account numbers of people do not belong on a public page. They stay in copies
    of the site for ever.

How to fix
    Take them out, or move them to `private_note`, which never leaves the repository. If it is meant for the public,
    such as a hotline, acknowledge personal-data in mkdocs.yml: `scorecard build --strict` stops until then.

Wrong
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    description: Mrs Jane Roe (jane.roe@example.com, +44 20 7946 0958) told us first.

Right
    # data/incidents/2026/2026-05-04-slow-pages.yml
    title: Pages were slow
    kind: service
    severity: minor
    fault: ours
    known: 2026-05-04T09:20
    notified: 2026-05-04T09:41
    resolved: 2026-05-04T10:30
    description: A customer told us first. Write to trust@example.org if it happened to you.
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.people import people
from scorecard.validate.rule import Rule, listed

CODE = "SC705"
SEVERITY = Severity.WARNING
RULE = Rule.of(__name__, CODE, SEVERITY)
ALONE = True


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """One problem for each text, with the kinds of what it seems to hold; never the data itself."""
    own = {records.organisation.record.contact.casefold().removeprefix("mailto:")}
    for texts in records.texts_like(lambda text: any(True for _ in people(text))):
        told: dict[Loc, list[tuple[int, str, str]]] = {}
        for start, found, kind in people(texts.joined):
            if found.casefold() not in own:
                told.setdefault(texts.at(start)[0], []).append((start, found, kind))
        for finds in told.values():
            start, found, _ = finds[0]
            kinds = listed(dict.fromkeys(kind for _, _, kind in finds))
            yield RULE.at(
                texts.entry,
                texts.place(start, found),
                f"this public text seems to hold {kinds}",
                label="about a person?",
                help="take it out or move it to 'private_note'; if it is meant for the public, acknowledge "
                "personal-data in mkdocs.yml",
            )
