"""The method page: the steps, every indicator, every number with its reason, what changed, what nobody can check."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from scorecard.model.pages import Page
from scorecard.model.records.method import Method
from scorecard.model.transparency import IndicatorNote
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Opening
from scorecard.present.views.method_numbers import Numbers, numbers
from scorecard.present.views.method_openness import openness_step
from scorecard.present.views.method_relation import relation_step
from scorecard.present.views.method_steps import Step, trust_steps
from scorecard.present.words import Words, reasons, terms

PLACE = 80


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """One question of the framework as it is asked unless a survey says otherwise."""

    id: str
    text: str
    scale: str


@dataclass(frozen=True, slots=True)
class PartRow:
    """One part of trust with its questions, its weight and its target ('' without one)."""

    name: str
    meaning: str
    weight: str
    target: str
    questions: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class NoteEntry:
    """One indicator, from its docstring; `weight` is '' where the method in force does not use it."""

    anchor: str
    name: str
    weight: str
    summary: str
    sections: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class PillarNotes:
    """A pillar and its indicators; `weight` is '' for those that the method in force leaves out."""

    id: str
    name: str
    weight: str
    notes: tuple[NoteEntry, ...]


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A version of the method, or a break in the survey, and from when it counts."""

    when: str
    what: str
    text: str
    published: str


@dataclass(frozen=True, slots=True)
class MethodPage(Context):
    """The page."""

    opening: Opening
    version: str
    parts: tuple[PartRow, ...]
    direct: QuestionRow | None
    steps: tuple[Step, ...]
    pillars: tuple[PillarNotes, ...]
    numbers: tuple[Numbers, ...]
    changes: tuple[ChangeRow, ...]
    breaks: tuple[ChangeRow, ...]
    marks: tuple[tuple[str, str], ...]
    severities: tuple[tuple[str, str], ...]
    comment: str


def make(desk: Desk) -> Iterator[Page]:
    """The one page of the method."""
    words, method, entry = desk.words, desk.method, desk.records.method
    opening = Opening(
        words.say("How the two scores are made, step by step"),
        (
            words.say("One score is what customers say: trust, 1 to 10."),
            words.say("The other is what we did: openness, 0 to 100 points. They are never mixed."),
            words.say("A program computes both from what we publish. Nobody here can word the headline."),
        ),
    )
    yield Page(
        uri=addresses.METHOD,
        kind="method",
        title=words.say("How we measure"),
        template="method.html.jinja",
        context=MethodPage(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            version=method.version,
            parts=tuple(_part(words, method, index) for index in range(len(method.dimensions))),
            direct=_question(method, method.direct_question),
            steps=(*trust_steps(words, method), relation_step(words, method), openness_step(words, method)),
            pillars=tuple(_pillars(words, method, desk.scorecard.notes)),
            numbers=numbers(words, method),
            changes=tuple(_changes(words, method)),
            breaks=tuple(_breaks(desk)),
            marks=_marks(words),
            severities=tuple(_severities(desk)),
            comment=method.company_comment or "",
        ),
        updated=desk.today,
        description=words.say("The ten steps, every number and its reason, and what you cannot check."),
        source=entry.file or None,
        parent=addresses.HOME,
        nav=words.say("Method"),
        language=words.language,
    )


def _question(method: Method, id: str) -> QuestionRow | None:
    item = method.item(id)
    return QuestionRow(item.id, item.text, str(item.scale)) if item is not None else None


def _part(words: Words, method: Method, index: int) -> PartRow:
    part = method.dimensions[index]
    found = (_question(method, id) or QuestionRow(id, "", "") for id in part.questions)
    return PartRow(
        name=part.name,
        meaning=part.meaning or "",
        weight=words.plain(part.weight),
        target=words.plain(part.target) if part.target is not None else "",
        questions=tuple(found),
    )


def _pillars(words: Words, method: Method, notes: tuple[IndicatorNote, ...]) -> Iterator[PillarNotes]:
    by_id = {note.id: note for note in notes}
    used = set()
    for pillar in method.pillars:
        entries = []
        for id, weight in pillar.indicators.items():
            if id in by_id:
                used.add(id)
                entries.append(_note(words, by_id[id], words.plain(weight)))
        yield PillarNotes(pillar.id, pillar.name, words.plain(pillar.weight), tuple(entries))
    rest = tuple(_note(words, note, "") for note in notes if note.id not in used)
    if rest:
        yield PillarNotes("not-used", words.say("Not used in our score"), "", rest)


def _note(words: Words, note: IndicatorNote, weight: str) -> NoteEntry:
    return NoteEntry(
        addresses.indicator(note.id).partition("#")[2],
        words.say(note.name),
        weight,
        words.say(note.summary),
        tuple((heading, tuple(words.say(text) for text in texts)) for heading, texts in note.sections),
    )


def _changes(words: Words, method: Method) -> Iterator[ChangeRow]:
    for change in sorted(method.changes, key=lambda one: one.from_, reverse=True):
        yield ChangeRow(
            words.say("From {quarter}", quarter=words.quarter(change.from_)),
            words.say("Version {version}", version=change.version),
            change.what,
            words.say("Published {day}.", day=_day(words, change.published)) if change.published else "",
        )


def _day(words: Words, text: str) -> str:
    """A day in words; any other text as it stands."""
    try:
        return words.day(date.fromisoformat(text.strip()))
    except ValueError:
        return text


def _breaks(desk: Desk) -> Iterator[ChangeRow]:
    """Breaks of the customers' series: nothing is compared across them. The newest first."""
    words, series = desk.words, desk.customers
    for one in reversed(series.quarters if series is not None else ()):
        if one.mark:
            yield ChangeRow(words.quarter(one.quarter), words.say("Survey changed"), one.mark, "")
        elif one.break_before is not None:
            text = reasons.break_words(words, one.break_before)
            yield ChangeRow(words.quarter(one.quarter), words.say("Break"), text[:1].upper() + text[1:] + ".", "")


def _marks(words: Words) -> tuple[tuple[str, str], ...]:
    """The letters that stand beside figures in the data."""
    return (
        ("b", words.say("Break: not to be compared with what was before.")),
        ("p", words.say("So far: a clock still runs, so it can change.")),
        ("u", words.say("Weak: few answers, or many who did not know.")),
        ("m", words.say("Missing: there is no figure, and the page says why.")),
        ("r", words.say("Restated: a published figure was changed, and we said so.")),
    )


def _severities(desk: Desk) -> Iterator[tuple[str, str]]:
    for name in ("critical", "major", "minor"):
        text = desk.organisation.severities.get(name)
        if text:
            yield terms.severity(desk.words, name), text
