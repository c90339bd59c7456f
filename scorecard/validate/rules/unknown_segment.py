"""A wave names a segment that organisation.yml does not have.

Why
    Segments are the same in every quarter, or nothing could be compared. A mistyped one would start a series of its
    own.

How to fix
    Correct the id, or add the segment to `segments` in organisation.yml.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          all:        [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
          households: [9, 6, 18, 27, 37, 60, 109, 152, 79, 50]

Right
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          all:       [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
          household: [9, 6, 18, 27, 37, 60, 109, 152, 79, 50]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, listed, near

CODE = "SC613"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Where organisation.yml lists segments, of customers; else don't-knows of a group that has no counts."""
    listed_segments = records.organisation.record.segments
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            counts = question.counts or {}
            known = listed_segments if listed_segments and entry.record.audience == "customers" else counts
            fields = {"counts": counts, "dont_know": question.dont_know, "no_answer": question.no_answer}
            for field, groups in fields.items():
                for name in groups:
                    if name == "all" or name in known or (known is counts and not counts):
                        continue
                    there = "organisation.yml has" if known is listed_segments else f"'{question.id}' counts"
                    yield RULE.at(
                        entry,
                        ("questions", index, field, name),
                        f"{there} no segment '{name}'",
                        label=near(name, known) or "unknown segment",
                        help=f"correct the id; known are {listed(name for name in known if name != 'all')}",
                    )
