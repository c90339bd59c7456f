"""Whatever staff write in a register is text and nothing else; with nothing written, every page still stands."""

from __future__ import annotations

import re
from itertools import pairwise
from types import ModuleType

import pytest

from scorecard.model.records import Records
from scorecard.model.records.registers import Correction, Decision, Dialogue, Outcomes, Promise, Risk
from scorecard.present.pages import (
    corrections,
    data,
    decisions,
    dialogue,
    glossary,
    method,
    outcomes,
    promises,
    risks,
)
from scorecard.score.indicators import notes
from tests.made import HOSTILE
from tests.present import made
from tests.present.pages.drawn import desk, entry, html, page, without_linked

KINDS = (promises, dialogue, risks, decisions, outcomes, corrections, method, glossary, data)


def hostile() -> Records:
    """One of everything, with every free text as bad as texts come."""
    text = f"{HOSTILE}\n\n# Heading\n\n- [x](javascript:alert(1)) ${{x}} {{x}} %s"
    comment = {"company_comment": text}
    action = {"what": HOSTILE, "owner": HOSTILE, "due": "2026-01-01"}
    return made.records(
        organisation=made.organisation(name=HOSTILE, licence=HOSTILE, severities={"major": text}),
        promises=(
            entry(
                Promise, "p", title=HOSTILE, made="2025-01-01", due="2026-01-01", measure=text, owner=HOSTILE,
                text=text, proof="https://example.org/?a=1&b=2",
                renegotiated=[{"at": "2025-12-01", "due": "2026-02-01", "why": text}],
                history=[{"at": "2026-02-02", "state": "broken", "text": text}], **comment,
            ),
        ),
        dialogue=(
            entry(
                Dialogue, "d", **{"with": "customers"}, started_by=HOSTILE, asked="2026-01-01", channel=HOSTILE,
                question=text, answered="2026-01-02", answer=text, outcome="changed", changed=text, **comment,
            ),
        ),
        risks=(
            entry(
                Risk, "r", title=HOSTILE, description=text, owner=HOSTILE, next_review="2026-01-01", measures=[action],
                ratings=[
                    {"at": "2025-01-01", "likelihood": "3", "impact": "3", "note": text},
                    {"at": "2025-02-01", "likelihood": "4", "impact": "3", "note": text},
                ],
                **comment,
            ),
        ),
        decisions=(
            entry(
                Decision, "c", title=HOSTILE, decided="2025-01-01", what=text, why=text, expected_effect=text,
                saving=HOSTILE, check_by="2026-01-01",
                seen_effect={"at": "2026-01-01", "text": text, "better": "mixed"}, **comment,
            ),
        ),
        corrections=(
            entry(
                Correction, "x", concerns=HOSTILE, field=HOSTILE, was=HOSTILE, **{"is": HOSTILE}, label="C",
                found="2026-01-01", published="2026-01-02", found_by=HOSTILE, reason=text, effect=text, **comment,
            ),
        ),
        outcomes=entry(
            Outcomes, "outcomes", **comment,
            outcomes=[
                {
                    "id": "o", "title": HOSTILE, "kind": "number", "unit": HOSTILE, "note": text,
                    "series": [{"quarter": "2026-Q2", "value": "3"}, {"quarter": "2026-Q3", "missing": HOSTILE}],
                }
            ],
        ),
    )  # fmt: skip


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_text_from_data_is_never_markup(kind: ModuleType) -> None:
    """No tag, no template and no link of theirs gets through."""
    drawn = without_linked(html(page(kind, desk(hostile()))))
    assert "<script" not in drawn
    assert "<b>" not in drawn
    assert "49" not in drawn.replace("{{ 7*7 }}", "")
    assert 'href="javascript' not in drawn
    assert "</title><script>" not in drawn


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_the_emptiest_project_has_the_page(kind: ModuleType) -> None:
    """Links of other pages lead here, so the page is there and says what is missing; it has one heading of rank 1."""
    drawn = html(page(kind, desk(made.records(), notes=notes())))
    assert drawn.count("<h1") == 1
    assert "None" not in drawn
    assert "not stated" not in drawn or kind is data


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.rpartition(".")[2])
def test_ids_are_unique_and_headings_step_down(kind: ModuleType) -> None:
    """A link leads to one place, and no rank of heading is left out."""
    drawn = html(page(kind, desk(hostile(), notes=notes())))
    ids = re.findall(r'\bid="([^"]+)"', drawn)
    assert len(ids) == len(set(ids))
    ranks = [int(rank) for rank in re.findall(r"<h([1-6])\b", drawn)]
    assert ranks[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(ranks)), ranks
