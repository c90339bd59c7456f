"""A group has more answers than everybody together.

Why
    Everybody in a group is also in `all`. A larger group means that a count is mistyped or stands in the wrong line.

How to fix
    Compare the line with the report it was copied from. `all` must hold everybody who answered.

Wrong
    # data/surveys/2026-q2.yml
    quarter: 2026-Q2
    audience: customers
    sample: random
    questions:
      - id: trust
        counts:
          all:       [11, 8, 22, 35, 46, 73, 138, 190, 96, 61]
          household: [9, 16, 18, 27, 37, 60, 109, 152, 79, 50]

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

from collections.abc import Iterator, Mapping
from datetime import datetime

from scorecard.model.nodes import Loc
from scorecard.model.problems import Problem, Severity
from scorecard.model.records.survey import Question
from scorecard.validate.checked import Checked
from scorecard.validate.rule import Rule

CODE = "SC532"
SEVERITY = Severity.ERROR
RULE = Rule.of(__name__, CODE, SEVERITY)


def check(records: Checked, as_of: datetime) -> Iterator[Problem]:
    """Answer by answer, in segments and channels; don't-knows and empty answers too."""
    for entry in records.waves:
        for index, question in enumerate(entry.record.questions):
            low = records.scale(question).low
            for loc, which, part, whole in _larger(question, low):
                group = loc[1]
                yield RULE.at(
                    entry,
                    ("questions", index, *loc),
                    f"'{group}' has {part:,} {which}, but 'all' has {whole:,}",
                    label="more than all",
                    help=f"correct '{group}' or 'all': everybody in '{group}' is also in 'all'",
                    also=[(("questions", index, "counts" if loc[0] == "channels" else loc[0], "all"), "all")],
                )


def _larger(question: Question, low: int) -> Iterator[tuple[Loc, str, int, int]]:
    """The first answer of each group that is larger than that of all: where, in words, both counts."""
    counts = question.counts or {}
    total = counts.get("all")
    for field, groups in (("counts", counts), ("channels", question.channels or {})):
        for name, part in groups.items():
            if total is None or name == "all" or len(part) != len(total):
                continue
            for at, (one, whole) in enumerate(zip(part, total, strict=True)):
                if one > whole:
                    yield (field, name, at), f"times the answer {low + at}", one, whole
                    break
    others: tuple[tuple[str, str, Mapping[str, int]], ...] = (
        ("dont_know", "don't-knows", question.dont_know),
        ("no_answer", "empty answers", question.no_answer),
    )
    for field, words, single in others:
        for name, one in single.items():
            if "all" in single and one > single["all"]:
                yield (field, name), words, one, single["all"]
