"""The segments together are not the total.

Why
    When all segments of organisation.yml stand here, they are taken to divide the people who answered: nobody in two,
    nobody in none. The total is then weighted by them, so they must add up, answer by answer.

How to fix
    Correct the counts. People in no segment need a segment of their own, such as `other`. Segments that overlap do
    not divide people: then leave their `customers` out in organisation.yml.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          all:       [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
          household: [9, 6, 18, 27, 37, 60, 109, 152, 79, 50]
          business:  [2, 2, 4, 8, 9, 13, 29, 38, 17, 1]

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
          business:  [2, 2, 4, 8, 9, 13, 29, 38, 17, 11]
"""

from collections.abc import Iterator
from datetime import datetime

from scorecard.model.problems import Problem, Severity
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule, count, listed

CODE = "SC531"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Sums per answer where every segment is present; evident overlaps claim nothing."""
    segments = {name: one for name, one in records.organisation.record.segments.items() if name != "all"}
    weighted = bool(segments) and all(segment.customers is not None for segment in segments.values())
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            counts = question.counts or {}
            total = counts.get("all")
            parts = [counts[name] for name in segments if name in counts]
            if total is None or len(parts) < max(2, len(segments)) or any(len(p) != len(total) for p in parts):
                continue
            if any(one > whole for part in parts for one, whole in zip(part, total, strict=True)):
                continue  # told by segment-larger-than-all
            overlap = not weighted and sum(map(sum, parts)) > sum(total)
            sums = [sum(column) for column in zip(*parts, strict=True)]
            if sums != list(total) and not overlap:
                scale = records.scale(question)
                odd = [place for place, (a, b) in enumerate(zip(sums, total, strict=True)) if a != b]
                told = [f"answer {scale.low + at}: {sums[at]:,} in segments, {total[at]:,} in all" for at in odd]
                yield RULE.at(
                    entry,
                    ("questions", index, "counts", "all"),
                    f"the segments hold {count(sum(sums), 'answer')}, 'all' holds {sum(total):,} ({listed(told, 3)})",
                    label="not the sum of the segments",
                    help="correct the counts; people in no segment need a segment of their own, such as 'other'",
                )
