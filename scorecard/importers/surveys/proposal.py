"""A first mapping: which column is which question, by the words of the company's own questions.

A person confirms it.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from scorecard.importers.surveys.fates import free_text, is_own, personal
from scorecard.importers.surveys.meaning import fold, numbered, parts
from scorecard.importers.surveys.spread import spread
from scorecard.importers.surveys.tool import Tool, one_line, plain_name, shown
from scorecard.importers.surveys.words import DONT_KNOW, NO_ANSWER, likert
from scorecard.model.characters import FORBIDDEN
from scorecard.model.records.mapping import Asked, LeftOut, Split, SurveyMapping
from scorecard.model.tallies import Column, Known, Look

#: Unknown words of a column named in a doubt.
WORDS_NAMED = 4
#: How alike two questions must be to be offered as one.
ALIKE = 0.87


@dataclass(frozen=True, slots=True)
class Proposal:
    """A mapping to confirm; `doubts` are sentences for the person; `open` are columns that may be questions too."""

    mapping: SurveyMapping
    doubts: tuple[str, ...]
    open: tuple[str, ...]


def propose(
    look: Look,
    tool: Tool,
    known: Sequence[Known],
    segments: Mapping[str, Iterable[str]],
    audience: str,
    told: Mapping[str, str] | None = None,
) -> Proposal:
    """From names, words and some values; `told` are columns that a person said are a question (column: id)."""
    doubts = _unknown_words(look, tool)
    names = {name or one.name: one.name for one in reversed(look.columns) for name in reversed(tool.called(one.name))}
    response_id = next(
        (names[plain_name(name) or name] for name in tool.response_id if (plain_name(name) or name) in names), None
    )
    skips = _skips(look, tool)
    if tool.own and "partial" in {one.why for one in tool.skips}.difference(one.why for one in skips):
        doubts.append("no column tells who did not finish: unless only complete responses were exported, all count")
    taken = {response_id, *(one.column for one in skips)}
    free = [one for one in look.columns if one.name not in taken and not personal(one, tool) and not is_own(one, tool)]
    for question, choices in spread(free).items():
        free = [one for one in free if one.name not in choices]
        if _matched([Column(question, question)], known, {}, []):
            doubts.append(
                f"'{question}' is spread over {len(choices)} columns, one for each answer, and was not taken: "
                "export it condensed, with one column for each question"
            )
    matched = _matched(free, known, told or {}, doubts)
    asked = tuple(_asked(column, matched[column.name], doubts) for column in free if column.name in matched)
    rest = [one for one in free if one.name not in matched]
    segment = next((split for one in rest if (split := _split(one, segments))), None)
    said = {fold(text) for column in free if column.name in matched for text in column.samples}
    mapping = SurveyMapping(
        tool=tool.name,
        audience=audience,
        response_id=response_id,
        leave_out=skips,
        segment=segment,
        dont_know=tuple(sorted({text for text in said if text in DONT_KNOW})),
        no_answer=tuple(sorted({text for text in said if text in NO_ANSWER})),
        questions=asked,
    )
    used = {*matched, *(one for one in taken if one), segment.column if segment else ""}
    dropped = tuple(one.name for one in look.columns if one.name not in used)
    candidates = tuple(one.name for one in rest if one.name not in used and on_a_scale(one))
    return Proposal(mapping.model_copy(update={"dropped": dropped}), tuple(map(one_line, doubts)), candidates)


def on_a_scale(column: Column) -> bool:
    """Whether the values look like answers on a scale."""
    filled = [text for text in column.samples if text]
    if not filled or free_text(column):
        return False
    fitting = [text for text in filled if numbered(text) is not None and 0 <= (numbered(text) or 0) <= 100]
    return len(fitting) * 2 > len(filled) or likert(filled) is not None


def _skips(look: Look, tool: Tool) -> tuple[LeftOut, ...]:
    names = {name: one.name for one in reversed(look.columns) for name in reversed(tool.called(one.name))}
    return tuple(
        LeftOut.model_validate(
            {
                "column": names[plain_name(one.column)],
                "values": one.values,
                "empty": "true" if one.empty else "false",
                "why": one.why,
            }
        )
        for one in tool.skips
        if plain_name(one.column) in names
    )


def _unknown_words(look: Look, tool: Tool) -> list[str]:
    """Doubts about columns that tell which rows are no answers, but in words that are not known of the tool."""
    doubts = []
    for column in look.columns:
        mine = [one for one in tool.skips if plain_name(one.column) in tool.called(column.name)]
        known = {text for one in mine for text in (*one.values, *one.kept)} if any(one.kept for one in mine) else None
        odd = [text for text in sorted({*column.samples} - {""}) if known and text.strip().lower() not in known]
        if odd:
            # Many different texts are no words of a tool, and may be a person's: they are not repeated.
            named = f" ({', '.join(map(shown, odd))})" if len(odd) <= WORDS_NAMED and not personal(column, tool) else ""
            doubts.append(
                f"'{column.name}' has words that are not known here{named}: "
                "name under leave_out those of rows that are no answers"
            )
    return doubts


def _matched(
    free: Sequence[Column], known: Sequence[Known], told: Mapping[str, str], doubts: list[str]
) -> dict[str, Known]:
    ids = {one.id: one for one in known}
    found = {
        column: ids.get(id) or Known(id, "", *_guess(next(one for one in free if one.name == column)))
        for column, id in told.items()
    }
    texts = {_bare(text): one for one in reversed(known) for text in (one.text, *one.texts) if text}
    texts |= {_bare(one.id): one for one in known}
    for column in free:
        exact = next(
            (texts[_bare(text)] for text in reversed([column.name, *parts(column.text)]) if _bare(text) in texts), None
        )
        if exact and column.name not in found and exact.id not in {one.id for one in found.values()}:
            found[column.name] = exact
    for column in free:
        if column.name in found or free_text(column):
            continue
        words = _bare(parts(column.text)[-1])
        near = (
            difflib.get_close_matches(words, [text for text in texts if " " in text], 1, ALIKE) if " " in words else []
        )
        if near and texts[near[0]].id not in {one.id for one in found.values()}:
            found[column.name] = texts[near[0]]
            doubts.append(
                f"'{column.name}' is taken for {texts[near[0]].id}, though the words differ: "
                f"'{parts(column.text)[-1]}' here, '{texts[near[0]].text}' before"
            )
    return found


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", fold(text)).split())


def _guess(column: Column) -> tuple[int, int]:
    words = likert(column.samples)
    numbers = [value for text in column.samples if (value := numbered(text)) is not None and 0 <= value <= 10]
    if words:
        return 1, len(words)
    high = next((top for top in (5, 7, 10) if max(numbers, default=10) <= top), 10)
    return (0, 10) if 0 in numbers else (1, high)


def _asked(column: Column, known: Known, doubts: list[str]) -> Asked:
    words = likert(column.samples)
    low, high, labels = known.low, known.high, {}
    if words:
        low, high = 1, len(words)
        labels = {text: place for place, text in enumerate(words, 1)}
        middle, number = words[len(words) // 2], sum(map(bool, column.samples))
        if number >= 30 and middle not in map(fold, column.samples):
            doubts.append(
                f"'{column.name}' is taken for a scale of {low}-{high}, but nobody answered '{middle}' in the first "
                f"{number} rows: if it was not offered, correct the scale and the labels"
            )
    elif numbers := [value for text in column.samples if (value := numbered(text)) is not None]:
        if len(numbers) >= 30 and low == 1 and high > 7 and max(numbers) <= 5:
            low, high = 1, 5
            doubts.append(
                f"'{column.name}' is taken for a scale of 1-5: no answer above 5 in the first {len(numbers)} rows"
            )
        elif low == 1 and 0 in numbers and max(numbers) <= 10:
            low, high = 0, 10
            doubts.append(f"'{column.name}' is taken for a scale of 0-10: there are zeros")
    return Asked.model_validate({"id": known.id, "column": column.name, "scale": f"{low}-{high}", "labels": labels})


def _split(column: Column, segments: Mapping[str, Iterable[str]]) -> Split | None:
    """The column whose values are the company's segments, by id or by name, at least two of them."""
    words = {fold(word): id for id, names in segments.items() for word in (id, *names)}
    words |= {f"{word}s": id for word, id in words.items()}
    held = {text for text in column.samples if not FORBIDDEN.search(text)}  # by a file
    found = {text: words[fold(text)] for text in sorted(held) if fold(text) in words}
    filled = [text for text in column.samples if text]
    fitting = sum(text in found for text in filled)
    return Split(column=column.name, values=found) if len(found) > 1 and fitting * 2 > len(filled) else None
