"""What an answer says: a place on the scale, "don't know", no answer, or nothing that fits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scorecard.importers.surveys.counting import answers_of
from scorecard.model.records.mapping import Asked, SurveyMapping
from scorecard.model.tallies import Look, Plan, Result, Skip, Tally

DONT_KNOW, NO_ANSWER = "dont_know", "no_answer"
_NUMBER = re.compile(r"([+-]?\d{1,4})(?:[.,](?:0{0,2}|0{4,}))?", re.ASCII)  # 1,000 may be a thousand
_LED = re.compile(r"(\d{1,3})\s*[-–—:.)=(]\s*\D*", re.ASCII)
_ENDED = re.compile(r"\D*\((\d{1,3})\)|[^\d\s]\D*\s[-–—]\s(\d{1,3})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Odd:
    """An answer that is not on the scale of its question."""

    question: int
    answer: str
    number: int


def plan(mapping: SurveyMapping, look: Look) -> Plan:
    """What to count. Raises KeyError with the name of a column that is missing."""
    return Plan(
        tuple(look.at(asked.column) for asked in mapping.questions),
        look.at(mapping.segment.column) if mapping.segment else None,
        look.at(mapping.response_id) if mapping.response_id else None,
        tuple(
            Skip(look.at(one.column), tuple(value.strip().lower() for value in one.values), one.empty, one.why)
            for one in mapping.leave_out
        ),
    )


def understood(
    mapping: SurveyMapping, look: Look, tally: Tally, segments: Iterable[str] = ()
) -> tuple[tuple[Result, ...], tuple[Odd, ...]]:
    """The counts of each question, and what could not be understood."""
    words = Words.of(mapping)
    named = {fold(text): id for text, id in mapping.segment.values.items()} if mapping.segment else {}
    order = ["all", *(id for id in segments if id in named.values())]
    order += sorted(set(named.values()) - set(order))
    sums = [{name: [0] * len(asked.scale.answers) for name in order} for asked in mapping.questions]
    unsaid = [{what: dict.fromkeys(order, 0) for what in (DONT_KNOW, NO_ANSWER)} for _ in mapping.questions]
    odd: dict[tuple[int, str], int] = {}
    for at, segment, answer, number in answers_of(tally):
        asked = mapping.questions[at]
        value = words.value(answer, asked)
        if value is None:
            odd[at, answer] = odd.get((at, answer), 0) + number
            continue
        for name in ("all", named.get(fold(segment))):
            if name is not None and isinstance(value, int):
                sums[at][name][value - asked.scale.low] += number
            elif name is not None:
                unsaid[at][str(value)][name] += number
    results = tuple(
        Result(
            asked.id,
            asked.text or wording(look, asked),
            asked.scale.low,
            asked.scale.high,
            {name: tuple(line) for name, line in sums[at].items()},
            unsaid[at][DONT_KNOW],
            unsaid[at][NO_ANSWER],
        )
        for at, asked in enumerate(mapping.questions)
    )
    return results, tuple(Odd(at, answer, number) for (at, answer), number in odd.items())


def wording(look: Look, asked: Asked) -> str:
    """The question as the export has it; nothing where a column is headed by a code only."""
    text = parts(look.columns[look.at(asked.column)].text)[-1]
    return text if " " in text else ""


def parts(text: str) -> list[str]:
    """A heading, and inside of it the line of a matrix, without numbers: the most telling last."""
    found = [text]
    bare = re.sub(r"^\w{1,12}(?:\[\w*\])?\.\s+", "", text)
    if bare != text:
        found.append(bare)
    if inner := re.search(r"\[([^\[\]]*\s[^\[\]]*)\]\s*$", bare):
        found.append(inner[1].strip())
    elif " - " in bare and (last := bare.rsplit(" - ", 1)[1].strip()).count(" "):
        found.append(last)
    elif len(joined := re.split(r"(?<=[?.:!])-(?=\w)", bare)) > 1 and " " in joined[-1]:
        found.append(joined[-1])
    return found


def fold(text: str) -> str:
    """For comparing: small letters, single spaces, straight apostrophes."""
    return " ".join(text.replace("’", "'").casefold().split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a mapping, ready for comparing."""

    dont_know: frozenset[str]
    no_answer: frozenset[str]
    labels: Mapping[str, Mapping[str, int]]

    @classmethod
    def of(cls, mapping: SurveyMapping) -> Words:
        """From a mapping."""
        return cls(
            frozenset(map(fold, mapping.dont_know)),
            frozenset(map(fold, mapping.no_answer)),
            {one.column: {fold(text): value for text, value in one.labels.items()} for one in mapping.questions},
        )

    def value(self, answer: str, asked: Asked) -> int | str | None:
        """The place on the scale, one of two words, or None for what fits nowhere."""
        text = fold(answer)
        if not text:
            return NO_ANSWER
        if text in self.dont_know:
            return DONT_KNOW
        if text in self.no_answer:
            return NO_ANSWER
        number = self.labels.get(asked.column, {}).get(text, numbered(text))
        return number if number is not None and number in asked.scale.answers else None


def numbered(text: str) -> int | None:
    """The whole number an answer is, begins with ("10 - Completely") or ends with ("Completely (10)"), else None."""
    text = text.strip()
    if (match := _NUMBER.fullmatch(text)) or (match := _LED.fullmatch(text)) or (match := _ENDED.fullmatch(text)):
        return int(match[match.lastindex or 1])
    return None
