"""What an import of survey answers writes into a wave that is there: what is missing, and never over a figure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from scorecard.edit.drafts import Draft, Drafts
from scorecard.edit.quarters import NOT_YET
from scorecard.edit.registers import order
from scorecard.edit.steps import Add, Plain, Put, Step, Swap, Token, Value, Within
from scorecard.model.records import Entry, Wave
from scorecard.model.records.survey import Question
from scorecard.model.tallies import Brought, Result

_HEAD = ("sample", "population", "invited", "respondents")
#: The keys above the numbers of people, as `quarter new` writes them.
_ABOVE = ("quarter", "audience", "kind", "sample", "period", "fieldwork", "publish_at", *_HEAD[1:])
_FIGURES = ("counts", "channels", "percentages", "mean", "sd", "share", "n")
_UNSAID = ("dont_know", "no_answer")


def differences(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """What a wave says otherwise than an import, one sentence each; what it does not say is no difference.

    Words that a person improved are theirs: they are none either.
    """
    there = {one.id: one for one in wave.questions}
    found = []
    for key in _HEAD:
        old, new = getattr(wave, key), getattr(brought, key)
        if None not in (old, new) and old != new:
            found.append(f"{key}: {old} there, {new} here")
    for one in brought.results:
        if one.id in there and (text := _difference(there[one.id], one)):
            found.append(f"{one.id}: {text}")
    return tuple(found)


def _difference(old: Question, one: Result) -> str:
    figure = next((key for key in _FIGURES if getattr(old, key) is not None), None)
    if figure is not None and old.counts is None:
        return f"{figure} there, counts here"
    if old.counts is not None and {name: tuple(line) for name, line in old.counts.items()} != dict(one.counts):
        return "other counts"
    if old.missing is not None and not _waits(old):
        return f"counts here, but there it is missing: {old.missing.strip()}"
    if old.scale is not None and (old.scale.low, old.scale.high) != (one.low, one.high):
        return f"scale {old.scale} there, {one.low}-{one.high} here"
    for key in _UNSAID:
        before, now = dict(getattr(old, key)), dict(getattr(one, key))
        if before and now and before != now:
            return "other numbers of people who did not say"
    return ""


def lacks(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """What of an import a wave does not have: keys of its head, then ids of questions."""
    head = tuple(key for key in _HEAD if getattr(wave, key) is None and getattr(brought, key) is not None)
    there = {one.id: one for one in wave.questions}
    return (*head, *(one.id for one in brought.results if one.id not in there or any(_filling(there[one.id], one))))


def other_words(wave: Wave, brought: Brought) -> tuple[tuple[str, str], ...]:
    """Questions to be filled in that have words of their own, other than the export: id and words of the export."""
    lacking, there = lacks(wave, brought), {one.id: one.text for one in wave.questions}
    found = ((one.id, one.text, there.get(one.id)) for one in brought.results if one.id in lacking)
    return tuple((id, new) for id, new, old in found if old and new and new.split() != old.split())


def waiting(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """Questions that still have no answers after an import."""
    found = {one.id for one in brought.results}
    return tuple(one.id for one in wave.questions if _waits(one) and one.id not in found)


def _waits(one: Question) -> bool:
    return one.missing is not None and one.missing.strip() == NOT_YET


def fill(desk: Drafts, entry: Entry[Wave], brought: Brought) -> Draft:
    """The wave with what it lacks. Raises Refused; ask for differences before."""
    return desk.amended("waves", entry, tuple(_steps(entry.record, brought)))


def _steps(wave: Wave, brought: Brought) -> Iterator[Step]:
    keys = (*_ABOVE, *(key for key in order(Wave) if key not in _ABOVE))
    for key in _HEAD:
        if getattr(wave, key) is None and getattr(brought, key) is not None:
            yield Put(key, Token(str(getattr(brought, key))), keys)
    places = {one.id: number for number, one in enumerate(wave.questions)}
    for one in brought.results:
        if one.id in places:
            at = places[one.id]
            yield from (Within("questions", at, step) for step in _filling(wave.questions[at], one))
    for one in brought.results:
        if one.id not in places:
            yield Add("questions", _whole(one), keys)


def _filling(old: Question, one: Result) -> Iterator[Plain]:
    """What a question lacks; the place of the reason why there is no figure is taken by the figure."""
    keys = order(Question)
    if old.counts is None:
        if old.scale is None:
            yield Put("scale", Token(f"{one.low}-{one.high}"), keys)
        if old.missing is not None:
            yield Swap("missing", "counts", _counts(one))
        else:
            yield Put("counts", _counts(one), keys)
    for key in _UNSAID:
        if not getattr(old, key) and getattr(one, key):
            yield Put(key, _unsaid(getattr(one, key)), keys)


def _whole(one: Result) -> Mapping[str, Value]:
    head: dict[str, Value] = {"id": Token(one.id), **({"text": one.text} if one.text else {})}
    unsaid = {key: _unsaid(getattr(one, key)) for key in _UNSAID if getattr(one, key)}
    return {**head, "scale": Token(f"{one.low}-{one.high}"), "counts": _counts(one), **unsaid}


def _counts(one: Result) -> Value:
    rows = {name: [Token(str(count)) for count in line] for name, line in one.counts.items()}
    return rows if len(rows) > 1 else rows["all"]


def _unsaid(numbers: Mapping[str, int]) -> Value:
    return (
        {name: Token(str(number)) for name, number in numbers.items()}
        if len(numbers) > 1
        else Token(str(numbers["all"]))
    )
