"""The method page: every step, every number with its reason, every indicator, and what nobody can check."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

import pytest

from scorecard.model.records import Entry, Records
from scorecard.model.records.method import Change
from scorecard.model.transparency import IndicatorNote
from scorecard.present import addresses
from scorecard.present.pages import method
from scorecard.present.views.method_numbers import numbers
from scorecard.present.words import Words
from scorecard.score.indicators import notes
from tests.present import made, readable
from tests.present.pages.drawn import desk, html, in_order, page, read


def changed(**more: Any) -> Records:
    """Records under a method with single keys of its own."""
    own = made.method()
    return made.records(method=Entry("method", own.record.model_copy(update=more), "data/method.yml"))


def leaves(value: Any, path: str = "") -> Iterator[str]:
    """The path of every number of a method."""
    if isinstance(value, Mapping):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, (int, float, timedelta, tuple, list)) and not isinstance(value, bool):
        yield path


def test_every_number_of_the_method_has_a_row_with_its_reason() -> None:
    """No constant stands in method.yml that the page does not show and explain."""
    record = made.method().record
    given = record.model_dump()
    told = ("gates", "verdicts", "state", "severity_weights", "durations", "windows", "caps")
    wanted = {path for key in told for path in leaves(given[key], key)}
    wanted |= set(leaves({key: value for key, value in given.items() if isinstance(value, (int, float))}))
    wanted |= {f"pillars.{one.id}" for one in record.pillars}
    wanted |= {f"pillars.{one.id}.{id}" for one in record.pillars for id in one.indicators}
    wanted |= {"aggregation"}
    rows = [row for group in numbers(Words(), record) for row in group.rows]
    assert {row.key for row in rows} == wanted
    assert len(rows) == len(wanted)
    assert [row.key for row in rows if not row.reason or not row.value] == []


def test_every_reason_says_whose_choice_it_is() -> None:
    """Ours, the law's or the literature's."""
    rows = [row for group in numbers(Words(), made.method().record) for row in group.rows]
    assert [row.key for row in rows if not re.search(r"[Oo]ur choice|law|literature", row.reason)] == []


def test_a_number_of_the_company_replaces_the_packaged_one_in_steps_and_table() -> None:
    """Nothing on the page is written down twice."""
    record = made.method().record
    own = changed(
        gates=record.gates.model_copy(update={"suppress_below": 13}),
        state=record.state.model_copy(update={"partner_at": 7.7, "margin": 0.1}),
        aggregation="arithmetic",
    )
    told = read(method, desk(own))
    assert "Under 13 answers Hidden." in told
    assert "lower end 7.7 or more, score 7.8 or more" in told
    assert "Hidden under so many answers gates.suppress_below 13" in told
    assert "The trust score T is the weighted mean of the parts." in told
    assert "geometric" not in told


def test_the_ten_steps_stand_in_order() -> None:
    """From the question to the points for openness."""
    steps = page(method, desk(made.records())).context.steps  # type: ignore[attr-defined]
    assert [step.id for step in steps] == [
        "ask", "mean", "range", "other-scales", "parts", "hide", "other-ways", "change", "relation", "openness",
    ]  # fmt: skip
    assert [name for name, _ in steps[8].items] == [f"R{number}" for number in range(10)]


def test_every_indicator_has_its_section_at_its_address() -> None:
    """Other pages link to method/#indicator-ID; the text is that of the docstring."""
    drawn = html(page(method, desk(made.records(), notes=notes())))
    for note in notes():
        assert f'id="{addresses.indicator(note.id).partition("#")[2]}"' in drawn, note.id
    assert "What it cannot show" in drawn
    assert "Not used in our score" not in drawn


def test_an_indicator_that_the_method_leaves_out_says_so() -> None:
    """It is explained, without a weight."""
    extra = IndicatorNote("weather", "The weather", "Whether it rained.", (("Why", ("Rain matters.",)),))
    told = read(method, desk(made.records(), notes=(*notes(), extra)))
    assert in_order(told, "Not used in our score", "The weather", "Whether it rained.", "Rain matters.")


def test_what_nobody_can_check_stands_before_the_method() -> None:
    """The limits first."""
    told = read(method, desk(made.records()))
    assert in_order(
        told, "What you cannot check here", "Our word only", "When we really knew of an incident", "You can check"
    )
    assert told.index("What you cannot check here") < told.index("We ask on a scale of 1 to 10")


def test_what_changed_and_where_the_survey_broke_is_listed() -> None:
    """Versions with their first quarter, and breaks that someone set by hand."""
    at = made.desk(
        made.scorecard(made.series(made.quarter(mark="A new agency asked."))),
        changed(changes=(_change("1.0.0", "2023-Q3", "First version.", "2023-08-15"),)),
    )
    told = read(method, at)
    assert in_order(told, "From Q3 2023", "Version 1.0.0. First version. Published 15 August 2023.")
    assert in_order(told, "Breaks in the survey of customers", "Q3 2026", "Survey changed. A new agency asked.")


def test_without_a_listed_change_the_version_in_force_is_named() -> None:
    """No hole where nothing changed."""
    assert "No change of the method is listed. Version 1.0.0 is in force." in read(method, desk(made.records()))


@pytest.mark.parametrize("note", notes(), ids=lambda note: note.id)
def test_an_indicator_is_explained_in_plain_words(note: IndicatorNote) -> None:
    """Its docstring is public text: short sentences, easy words."""
    text = " ".join([note.summary, *(paragraph for _, paragraphs in note.sections for paragraph in paragraphs)])
    assert readable.longest(text) <= readable.MOST_WORDS
    assert readable.hardness(text) <= readable.HARDEST


def _change(version: str, quarter: str, what: str, published: str) -> Change:
    return Change.model_validate({"version": version, "from": quarter, "what": what, "published": published})
