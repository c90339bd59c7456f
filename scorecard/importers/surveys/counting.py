"""Counting answers: one way row by row, one way as statements for an engine. Both give the same tally.

Answers stay as they stand in the file; what they mean is decided afterwards (see `meaning`), once for both ways.
Comparing response numbers: the same number with the same answers counts once; with different answers it contradicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from hashlib import blake2b

from scorecard.model.tallies import Plan, Run, Tally, Unreadable

#: A question with more different answers than this is no question with a scale.
MOST_ANSWERS = 2_000
#: Rows named for one odd answer.
ROWS_NAMED = 5


def by_rows(rows: Iterable[Sequence[str]], plan: Plan, width: int) -> Tally:
    """Count row by row, with the standard library only. Raises Unreadable."""
    cells: list[Counter[tuple[str, str]]] = [Counter() for _ in plan.questions]
    skipped: Counter[int] = Counter()
    places: dict[tuple[int, str], list[int]] = {}
    seen: dict[bytes, bytes] = {}
    contradicting: set[bytes] = set()
    number = repeated = wide = blank = 0
    used = _used(plan)

    def cell(row: Sequence[str], at: int | None) -> str:
        return row[at].strip(" ") if at is not None and at < len(row) else ""

    for number, row in enumerate(rows, 1):
        if len(row) > width and any(one.strip(" ") for one in row[width : width + 1]):
            wide += 1
        if not any(cell(row, at) for at in used):
            blank += 1
            continue
        skip = _skip(plan, [cell(row, one.column) for one in plan.skips])
        if skip is not None:
            skipped[skip] += 1
            continue
        segment = cell(row, plan.segment)
        answers = [cell(row, at) for at in plan.questions]
        if name := cell(row, plan.response_id):
            key = blake2b(name.encode(), digest_size=16).digest()
            what = blake2b("\x1f".join([segment, *answers]).encode(), digest_size=8).digest()
            if (before := seen.setdefault(key, what)) is not what:
                if before != what:
                    contradicting.add(key)
                repeated += before == what
                continue
        for at, answer in enumerate(answers):
            counter = cells[at]
            counter[segment, answer] += 1
            if counter[segment, answer] <= ROWS_NAMED:
                places.setdefault((at, answer), []).append(number)
                if len(counter) > MOST_ANSWERS:
                    raise _no_scale(at)
    named = {key: tuple(found[:ROWS_NAMED]) for key, found in places.items()}
    return Tally(number - blank, skipped, repeated, len(contradicting), wide, tuple(cells), blank, named)


def _used(plan: Plan) -> list[int]:
    """Positions of all columns that are looked at."""
    others = [at for at in (plan.segment, plan.response_id) if at is not None]
    return sorted({*plan.questions, *others, *(one.column for one in plan.skips)})


def _skip(plan: Plan, texts: Sequence[str]) -> int | None:
    """Position of the first rule that leaves this row out."""
    for at, (one, text) in enumerate(zip(plan.skips, texts, strict=True)):
        if text.lower() in one.values or (one.empty and not text):
            return at
    return None


def _no_scale(at: int) -> Unreadable:
    error = Unreadable(f"more than {MOST_ANSWERS:,} different answers", "this column is no question with a scale")
    error.args = (*error.args, at)
    return error


def by_statements(run: Run, table: str, plan: Plan) -> Tally:
    """Count with an engine that speaks SQL. Raises Unreadable."""
    marked = _marked(table, plan)
    skipped: Counter[int] = Counter()
    rows = blank = 0
    for skip, number in run(f"SELECT skip, COUNT(*) AS n FROM {marked} AS m GROUP BY skip"):  # noqa: S608
        if int(skip) < 0:
            blank += int(number)
            continue
        rows += int(number)
        if skip:
            skipped[int(skip) - 1] += int(number)
    cells = _cells(run, f"(SELECT *, 1 AS weight FROM {marked} AS m WHERE skip = 0)", plan)  # noqa: S608
    repeated = contradicting = 0
    if plan.response_id is not None:
        twice = f"(SELECT id FROM {marked} AS m WHERE skip = 0 AND id <> '' GROUP BY id HAVING COUNT(*) > 1)"  # noqa: S608
        ((found,),) = run(f"SELECT COUNT(*) AS n FROM {twice} AS t")  # noqa: S608
        if int(found):
            answers = ", ".join(["s", *(f"q{at}" for at in range(len(plan.questions)))])
            copies = (
                f"(SELECT id, {answers}, COUNT(*) AS n FROM {marked} AS m WHERE skip = 0 AND id IN {twice}"  # noqa: S608
                f" GROUP BY id, {answers})"
            )
            forms = f"(SELECT id, COUNT(*) AS forms, SUM(n) AS n FROM {copies} AS c GROUP BY id)"  # noqa: S608
            sums = "SUM(n - forms) AS surplus, SUM(CASE WHEN forms > 1 THEN 1 ELSE 0 END) AS different"
            ((surplus, different),) = run(f"SELECT {sums} FROM {forms} AS f")  # noqa: S608
            repeated, contradicting = int(surplus), int(different)
            if repeated:
                extra = _cells(run, f"(SELECT *, n - 1 AS weight FROM {copies} AS c WHERE n > 1)", plan)  # noqa: S608
                cells = tuple(_less(all_, more) for all_, more in zip(cells, extra, strict=True))
    return Tally(rows, skipped, repeated, contradicting, 0, cells, blank)


def placed(run: Run, table: str, plan: Plan, tally: Tally, odd: Iterable[tuple[int, str]]) -> Tally:
    """The tally with the rows of odd answers, from an engine that keeps the order of rows."""
    found: dict[tuple[int, str], tuple[int, ...]] = {}
    marked = _marked(table, plan, numbered=True)
    for at, answer in odd:
        where = f"skip = 0 AND q{at} = {_quoted(answer)} ORDER BY number LIMIT {ROWS_NAMED}"
        numbers = run(f"SELECT number FROM {marked} AS m WHERE {where}")  # noqa: S608 - quoted
        found[at, answer] = tuple(int(number) for (number,) in numbers)
    return replace(tally, places=found)


def _marked(table: str, plan: Plan, *, numbered: bool = False) -> str:
    """The answers that are asked for, with what each row is."""
    nothing = " AND ".join(f"c{at} = ''" for at in _used(plan))
    cases = f" WHEN {nothing} THEN -1" + "".join(
        f" WHEN {_condition(f'c{skip.column}', skip.values, skip.empty)} THEN {at}"
        for at, skip in enumerate(plan.skips, 1)
    )
    picked = [
        *(f"c{column} AS q{at}" for at, column in enumerate(plan.questions)),
        f"{'c' + str(plan.segment) if plan.segment is not None else _quoted('')} AS s",
        f"{'c' + str(plan.response_id) if plan.response_id is not None else _quoted('')} AS id",
        f"CASE{cases} ELSE 0 END AS skip",
        *(["ROW_NUMBER() OVER () AS number"] if numbered else []),
    ]
    return f"(SELECT {', '.join(picked)} FROM {table} AS a)"  # noqa: S608 - every text in it is quoted


def _condition(column: str, values: tuple[str, ...], empty: bool) -> str:
    parts = [f"LOWER({column}) IN ({', '.join(map(_quoted, values))})"] if values else []
    return " OR ".join([*parts, *([f"{column} = ''"] if empty else [])]) or "1 = 0"


def _cells(run: Run, table: str, plan: Plan) -> tuple[Mapping[tuple[str, str], int], ...]:
    names = [f"q{at}" for at in range(len(plan.questions))]
    sets = ", ".join(f"(s, {name})" for name in names)
    statement = f"SELECT s, {', '.join(names)}, SUM(weight) AS n FROM {table} AS w GROUP BY GROUPING SETS ({sets})"  # noqa: S608
    found: tuple[dict[tuple[str, str], int], ...] = tuple({} for _ in names)
    for segment, *answers, number in run(statement):
        at = next(at for at, answer in enumerate(answers) if answer is not None)
        found[at][segment, answers[at]] = int(number)
        if len(found[at]) > MOST_ANSWERS:
            raise _no_scale(at)
    return found


def _less(cells: Mapping[tuple[str, str], int], extra: Mapping[tuple[str, str], int]) -> dict[tuple[str, str], int]:
    left = {key: number - extra.get(key, 0) for key, number in cells.items()}
    return {key: number for key, number in left.items() if number}


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def answers_of(tally: Tally) -> Iterator[tuple[int, str, str, int]]:
    """(position of the question, segment, answer, how often), sorted."""
    for at, cells in enumerate(tally.cells):
        for (segment, answer), number in sorted(cells.items()):
            yield at, segment, answer, number
