"""The small files that the examples change in one spot. Names and figures are invented."""

from __future__ import annotations

from scorecard.model.problems import RuleInfo, Severity

INCIDENT = """\
# data/incidents/2026/2026-05-02-late-bills.yml
title: Bills came late
kind: billing
severity: minor
fault: ours
known: 2026-05-02T09:00
notified: 2026-05-02T10:30
resolved: 2026-05-02T16:00
"""
WAVE = """\
# data/surveys/2026-q2.yml
quarter: 2026-Q2
audience: customers
sample: random
invited: 2000
questions:
  - id: trust
    counts: [2, 1, 4, 9, 12, 20, 41, 60, 33, 18]
"""
ORGANISATION = """\
# data/organisation.yml
name: Example Water
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
"""
METHOD = """\
# data/method.yml
version: 1.0.1
state: {partner_at: 7.5}
"""


def swap(text: str, old: str, new: str) -> str:
    """The text with one spot changed. Raises ValueError where the spot does not occur exactly once."""
    if text.count(old) != 1:
        raise ValueError(f"{old!r} occurs {text.count(old)} times")
    return text.replace(old, new)


def error(rule: str, code: str, summary: str, why: str, how: str, wrong: str = "", right: str = "") -> RuleInfo:
    """A rule whose problems stop the build."""
    return RuleInfo(rule, code, Severity.ERROR, summary, why, how, wrong, right)
