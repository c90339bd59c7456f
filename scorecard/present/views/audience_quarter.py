"""One audience in one quarter: the block, what changed, the parts, the questions and groups, who was asked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.trust import Fielding, TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.views import answers, changes, parts, score_block, vintages
from scorecard.present.views.answers import Answers
from scorecard.present.views.parts import Moves, QuestionRows
from scorecard.present.views.score_block import ScoreBlock
from scorecard.present.words import Words, terms


@dataclass(frozen=True, slots=True)
class Asked:
    """Who was asked and how, as pairs of label and text; remarks stand below."""

    pairs: tuple[tuple[str, str], ...]
    remarks: tuple[str, ...]
    comments: tuple[str, ...]  # words of respondents, letter for letter


@dataclass(frozen=True, slots=True)
class AudienceQuarter:
    """All that is shown of one audience in one quarter; ids on the page start with `id`."""

    id: str
    title: str
    score: ScoreBlock
    changes: tuple[str, ...]
    moves: Moves | None
    questions: tuple[QuestionRows, ...]
    answers: Answers | None
    asked: Asked | None
    comment: str


def make(desk: Desk, now: TrustQuarter) -> AudienceQuarter:
    """The view of one audience's quarter."""
    return AudienceQuarter(
        id=now.audience,
        title=terms.audience(desk.words, now.audience),
        score=score_block.make(desk, now),
        changes=changes.sentences(desk, now),
        moves=parts.moves(desk, now) if parts.asked(now) else None,
        questions=parts.questions(desk, now),
        answers=answers.make(desk, now),
        asked=asked(desk, now.fielding, now) if now.fielding is not None else None,
        comment="\n\n".join(filter(None, _comments(desk, now))),
    )


def _comments(desk: Desk, now: TrustQuarter) -> Iterator[str]:
    """The company's words on the quarter's survey, and its own that it broke its customers' trust then."""
    declared = desk.organisation.break_
    if declared is not None and declared.declared and (now.audience, now.quarter) == ("customers", declared.quarter):
        yield declared.declared
    if now.fielding is not None:
        yield now.fielding.company_comment


def asked(desk: Desk, fielding: Fielding, now: TrustQuarter) -> Asked:
    """Who was asked: what is absent is said to be not stated; a corrected count stands with what it was before."""
    words = desk.words
    nothing = words.say("not stated")
    hidden = words.say("hidden to protect people")

    def count(value: int | None) -> str:
        return words.number(value) if value is not None else nothing

    pairs = [
        (words.say("How people were chosen"), terms.sample(words, fielding.sample)),
        (words.say("People in the group"), count(fielding.population)),
        (words.say("Asked"), _with(count(fielding.invited), vintages.of_invited(desk, now))),
        (
            words.say("Answered"),
            hidden if fielding.suppressed else _with(count(now.n), vintages.of_answered(desk, now)),
        ),
        (words.say("Share that answered"), _rate(words, fielding, nothing)),
        (words.say("When"), _when(words, fielding, nothing)),
        (words.say("How they were asked"), words.listed(fielding.mode) if fielding.mode else nothing),
        (words.say("Who asked"), fielding.agency or nothing),
    ]
    remarks = []
    if now.mark:
        remarks.append(words.say("The survey changed: {note}", note=now.mark))
    if fielding.note:
        remarks.append(fielding.note)
    return Asked(tuple(pairs), tuple(remarks), fielding.comments)


def _with(text: str, earlier: str) -> str:
    return f"{text} ({earlier})" if earlier else text


def _rate(words: Words, fielding: Fielding, nothing: str) -> str:
    if fielding.response_rate is None:
        return nothing
    text = words.percent(fielding.response_rate, 1 if fielding.response_rate else 0)  # nobody: 0%, no 0.0
    if fielding.response_rate_name.startswith("RR"):
        text += " " + words.say("(AAPOR {name})", name=fielding.response_rate_name)
    if fielding.response_rate_partial is not None and fielding.response_rate_partial != fielding.response_rate:
        partial = words.percent(fielding.response_rate_partial, 1)
        text += ", " + words.say("{partial} with half-done answers", partial=partial)
    return text


def _when(words: Words, fielding: Fielding, nothing: str) -> str:
    if fielding.from_day is not None and fielding.to_day is not None:
        first, last = words.day(fielding.from_day), words.day(fielding.to_day)
        return words.say("{first} to {last}", first=first, last=last)
    day = fielding.from_day or fielding.to_day
    return words.day(day) if day is not None else nothing
