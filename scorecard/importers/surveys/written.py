"""The YAML that is written: a wave with counts, and a mapping. Texts are quoted so that they come back as they are."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence

from scorecard.importers.surveys.tool import clean, one_line
from scorecard.model.records.mapping import SurveyMapping
from scorecard.model.tallies import Result

_PLAIN = re.compile(r"[A-Za-z(][\w (),.?!'’/&+%=\-–—À-ÿ]*")
_WORDS = frozenset({"yes", "no", "on", "off", "true", "false", "null", "y", "n"})


def scalar(text: str, *, flow: bool = False) -> str:
    """A text as YAML: plain where that is safe, else in double quotes."""
    plain = _PLAIN.fullmatch(text) and text.lower() not in _WORDS and text == text.strip()
    if plain and not (flow and re.search(r"[,\[\]{}]", text)):
        return text
    return json.dumps(text, ensure_ascii=False)


def wave_text(
    quarter: str, head: Mapping[str, object], results: Sequence[Result], respondents: int, source: str
) -> str:
    """A whole new file of a wave; `head` holds audience, sample, population and invited where they are known."""
    lines = [
        f"# Counts of answers, imported from {clean(source)}. No row of the export stands here.",
        f"quarter: {quarter}",
        *(f"{name}: {value}" for name, value in head.items() if value is not None),
        f"respondents: {respondents}",
        "questions:",
        *block(results),
    ]
    return "\n".join(lines) + "\n"


def block(results: Iterable[Result]) -> list[str]:
    """The questions, as lines below `questions:`."""
    lines = []
    for one in results:
        lines.append(f"  - id: {one.id}")
        if one.text:
            lines.append(f"    text: {scalar(one.text)}")
        lines.append(f"    scale: {one.low}-{one.high}")
        if len(one.counts) == 1:
            lines.append(f"    counts: [{_numbers(one.counts['all'])}]")
        else:
            width = max(map(len, one.counts)) + 1
            lines.append("    counts:")
            lines += [f"      {name + ':':{width}} [{_numbers(line)}]" for name, line in one.counts.items()]
        for name, unsaid in (("dont_know", one.dont_know), ("no_answer", one.no_answer)):
            if unsaid:
                lines.append(f"    {name}: {_unsaid(unsaid)}")
    return lines


def _numbers(counts: Iterable[int]) -> str:
    return ", ".join(map(str, counts))


def _unsaid(unsaid: Mapping[str, int]) -> str:
    if len(unsaid) == 1:
        return str(unsaid["all"])
    return "{" + ", ".join(f"{name}: {number}" for name, number in unsaid.items()) + "}"


def mapping_text(mapping: SurveyMapping, notes: Iterable[str] = ()) -> str:
    """A mapping as a file for people to check."""
    lines = [
        "# Which column of the export is which question. Written by `scorecard import`; it is yours to change.",
        "# Nothing is counted before it says `confirmed: true`.",
        *(f"# Look here: {one_line(note)}" for note in notes),
        f"tool: {mapping.tool}",
        f"confirmed: {'true' if mapping.confirmed else 'false'}",
        f"audience: {mapping.audience}",
    ]
    if mapping.response_id:
        lines.append(f"response_id: {scalar(mapping.response_id)}")
    if mapping.leave_out:
        lines.append("leave_out: # rows that are no answers")
        for one in mapping.leave_out:
            lines.append(f"  - column: {scalar(one.column)}")
            if one.values:
                lines.append(f"    values: [{', '.join(map(json_text, one.values))}]")
            if one.empty:
                lines.append("    empty: true")
            lines.append(f"    why: {one.why}")
    if mapping.segment:
        lines += ["segment:", f"  column: {scalar(mapping.segment.column)}", "  values:"]
        lines += [f"    {json_text(text)}: {id}" for text, id in mapping.segment.values.items()]
    lines.append(f"dont_know: [{', '.join(map(json_text, mapping.dont_know))}]")
    lines.append(f"no_answer: [{', '.join(map(json_text, mapping.no_answer))}]")
    lines.append("dropped: # never read" if mapping.dropped else "dropped: []")
    lines += [f"  - {scalar(name)}" for name in mapping.dropped]
    lines.append("questions:" if mapping.questions else "questions: []")
    for asked in mapping.questions:
        lines += [f"  - id: {asked.id}", f"    column: {scalar(asked.column)}", f"    scale: {asked.scale}"]
        if asked.text:
            lines.append(f"    text: {scalar(asked.text)}")
        if asked.labels:
            pairs = ", ".join(f"{json_text(text)}: {value}" for text, value in asked.labels.items())
            lines.append(f"    labels: {{{pairs}}}")
    return "\n".join(lines) + "\n"


def json_text(text: str) -> str:
    """A text in double quotes."""
    return json.dumps(text, ensure_ascii=False)
