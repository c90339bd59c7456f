"""Why counts are not written: each with what to do about it."""

from __future__ import annotations

import difflib
from collections.abc import Sequence

from scorecard.importers.surveys.counting import ROWS_NAMED
from scorecard.importers.surveys.meaning import Odd
from scorecard.importers.surveys.tool import shown
from scorecard.model.records.mapping import SurveyMapping
from scorecard.model.tallies import Look, Tally, Unreadable

#: Odd answers named for one question.
ANSWERS_NAMED = 5


def missing_column(name: str, look: Look) -> Unreadable:
    """The mapping names a column that the export does not have."""
    near = difflib.get_close_matches(name, [one.name for one in look.columns], 1, 0.6)
    hint = f"did you mean '{near[0]}'? " if near else ""
    return Unreadable(
        f"the mapping names the column '{name}', which this export does not have",
        f"{hint}correct the mapping, or delete its file to be asked again",
    )


def of_question(error: Unreadable, mapping: SurveyMapping) -> Unreadable:
    """The same fault, with the name of the column where only its place is known."""
    if len(error.args) < 2:
        return error
    asked = mapping.questions[int(error.args[1])]
    return Unreadable(
        f"the column '{asked.column}' ({asked.id}) has {error.args[0]}",
        "it is no question with a scale: take it out of `questions` in the mapping",
    )


def faults(
    mapping: SurveyMapping, look: Look, tally: Tally, odd: Sequence[Odd], *, ordered: bool
) -> tuple[tuple[str, str], ...]:
    """Messages with their helps; rows are counted as a spreadsheet shows them, headings included."""
    found = []
    if not tally.rows:
        found.append(("there are headings, but no answers", "export the answers again"))
    elif not tally.kept:
        found.append(
            (
                f"all {tally.rows:,} rows are left out",
                "look at `leave_out` in the mapping: it takes every row for a test",
            )
        )
    if tally.wide:
        found.append(
            (
                f"{_many(tally.wide, 'row has', 'rows have')} more cells than there are headings",
                "a text with a separator in it was not quoted: export it again, do not edit it by hand",
            )
        )
    if tally.contradicting:
        found.append(
            (
                f"{_many(tally.contradicting, 'response number stands', 'response numbers stand')} there with "
                f"different answers (column '{mapping.response_id}')",
                "delete the rows that are wrong, or take `response_id` out of the mapping if it is no such number",
            )
        )
    for at, asked in enumerate(mapping.questions):
        mine = sorted((one for one in odd if one.question == at), key=lambda one: (-one.number, one.answer))
        if not mine:
            continue
        named = [
            f"{shown(one.answer)} {_times(one.number)}{_rows(look, tally, one, ordered)}"
            for one in mine[:ANSWERS_NAMED]
        ]
        more = f" and {len(mine) - ANSWERS_NAMED:,} other answers" if len(mine) > ANSWERS_NAMED else ""
        found.append(
            (
                f"{asked.id} (column '{asked.column}'): not on the scale {asked.scale}: {', '.join(named)}{more}",
                "correct the scale, or name the answers in the mapping: under `dont_know`, `no_answer`, or `labels`",
            )
        )
    return tuple(found)


def _many(number: int, one: str, more: str) -> str:
    return f"{number:,} {one if number == 1 else more}"


def _times(number: int) -> str:
    return "once" if number == 1 else "twice" if number == 2 else f"{number:,} times"


def _rows(look: Look, tally: Tally, odd: Odd, ordered: bool) -> str:
    rows = tally.places.get((odd.question, odd.answer), ())
    if not rows or not ordered:
        return ""
    numbers = ", ".join(f"{row + look.headings:,}" for row in rows)
    return f" ({'row' if len(rows) == 1 else 'rows'} {numbers}{' …' if odd.number > ROWS_NAMED else ''})"
