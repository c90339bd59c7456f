"""A side corridor: survey answers → counts → YAML.

It opens the rooms for `scorecard import`, as `pipeline` does for the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal
from zoneinfo import ZoneInfo

from scorecard.model.problems import Problem
from scorecard.model.quarters import Quarter
from scorecard.model.records import Entry, Records, Wave
from scorecard.model.records.mapping import SurveyMapping
from scorecard.model.tallies import Brought, Known, Look, Progress, Result, Run, Tally, Unreadable

if TYPE_CHECKING:
    from scorecard.importers.surveys import Fate as Fate
    from scorecard.importers.surveys.official import Official as Official
    from scorecard.importers.surveys.proposal import Proposal as Proposal

Engine = Literal["auto", "duckdb", "plain"]


@dataclass(frozen=True, slots=True)
class Counted:
    """An import before it is written; nothing may be written while there are `faults` (message, help)."""

    results: tuple[Result, ...]
    tally: Tally
    engine: str
    faults: tuple[tuple[str, str], ...]
    remark: str = ""


def look(path: Path, tool: str) -> Look:
    """What an export looks like. Raises Unreadable."""
    from scorecard.importers import surveys
    from scorecard.read import answers

    if answers.is_parquet(path):
        return answers.look_parquet(path)
    return answers.look(path, surveys.tool(tool).headings)


def connect(address: str) -> Any:
    """A company's own engine by its address. Raises Unreadable."""
    from scorecard.read import answers

    return answers.connect(address)


def look_table(connection: Any, table: str) -> Look:
    """What a table there looks like. Raises Unreadable."""
    from scorecard.read import answers

    return answers.look_table(connection, table)


def known(records: Records, audience: str) -> tuple[Known, ...]:
    """The questions of the method and of earlier waves of this audience, as asked last."""
    found = {
        one.id: Known(one.id, one.text, one.scale.low, one.scale.high, (one.text,))
        for one in records.method.record.questions
    }
    waves = (entry.record for entry in records.waves if entry.record.audience == audience)
    for wave in sorted(waves, key=lambda wave: wave.quarter):
        for one in wave.questions:
            before = found.get(one.id)
            text = one.text or (before.text if before else "")
            low, high = (
                (one.scale.low, one.scale.high) if one.scale else (before.low, before.high) if before else (1, 10)
            )
            texts = (*before.texts, text) if before else (text,)
            found[one.id] = Known(one.id, text, low, high, tuple(dict.fromkeys(texts)))
    return tuple(found.values())


def propose(seen: Look, tool: str, records: Records, audience: str, told: Mapping[str, str] | None = None) -> Proposal:
    """A mapping for a person to confirm."""
    from scorecard.importers import surveys

    segments = {id: (one.name,) if one.name else () for id, one in records.organisation.record.segments.items()}
    found = surveys.propose(seen, surveys.tool(tool), known(records, audience), segments, audience, told)
    wrong = surveys.wrong_tool(seen, tool)
    return replace(found, doubts=(wrong, *found.doubts)) if wrong else found


def mapping_file(name: str) -> str:
    """Where a mapping is saved."""
    return f"data/imports/{name}.yml"


def saved(project: Path, name: str) -> tuple[SurveyMapping | None, tuple[Problem, ...]]:
    """The mapping of an earlier import, or what is wrong with it; neither where there is none."""
    from scorecard.read import mappings

    return mappings.mapping(project / mapping_file(name), mapping_file(name), name)


def fates(seen: Look, tool: str, mapping: SurveyMapping) -> tuple[Fate, ...]:
    """What becomes of each column."""
    from scorecard.importers import surveys

    return surveys.fates(seen, surveys.tool(tool), mapping)


def count(
    seen: Look,
    mapping: SurveyMapping,
    records: Records,
    *,
    engine: Engine = "auto",
    connection: Any = None,
    progress: Progress | None = None,
) -> Counted:
    """Count the answers. Raises Unreadable for what cannot be counted at all."""
    from scorecard.importers import surveys
    from scorecard.importers.surveys import counting, faults

    try:
        plan = surveys.plan(mapping, seen)
    except KeyError as error:
        raise faults.missing_column(str(error.args[0]), seen) from error
    if not plan.questions:
        raise Unreadable("the mapping names no question", "give the columns of the questions in it, with id and scale")
    width = len(seen.columns)
    used, opened = _opened(seen, engine, connection, progress)
    segments = tuple(records.organisation.record.segments)
    try:
        with opened as found:
            if found is None:
                from scorecard.read import answers

                tally = surveys.by_rows(answers.rows(seen, progress), plan, width)
            else:
                run, table = found
                tally = surveys.by_statements(run, table, plan)
            results, odd = surveys.understood(mapping, seen, tally, segments)
            if odd and found is not None and connection is None:
                named = [(one.question, one.answer) for one in odd[:20]]
                tally = counting.placed(run, table, plan, tally, named)
    except Unreadable as error:
        if used == "duckdb" and engine == "auto" and seen.form == "csv" and len(error.args) < 2:
            slowly = count(seen, mapping, records, engine="plain", progress=progress)
            return replace(slowly, remark=f"DuckDB does not read it: {error.help}")
        raise faults.of_question(error, mapping) from error
    return Counted(results, tally, used, faults.faults(mapping, seen, tally, odd, ordered=connection is None))


def _opened(
    seen: Look, engine: Engine, connection: Any, progress: Progress | None
) -> tuple[str, AbstractContextManager[tuple[Run, str] | None]]:
    from scorecard.read import answers

    if connection is not None:
        return "warehouse", nullcontext((answers.statements(connection), answers.source(seen)))
    fits = seen.form == "parquet" or answers.reads(seen.encoding)
    if engine == "duckdb" and not answers.available():
        raise Unreadable("DuckDB is not installed", answers.INSTALL)
    if engine == "duckdb" and not fits:
        raise Unreadable(f"DuckDB does not read {seen.encoding}", "leave --engine out, or save the export as UTF-8")
    if seen.form == "parquet" and engine == "plain":
        raise Unreadable("a Parquet file needs DuckDB", "leave --engine out")
    if engine != "plain" and fits and answers.available():
        return "duckdb", answers.engine(seen, progress)
    return "plain", nullcontext(None)


def official(seen: Look, wave: Quarter, service: str) -> Official:
    """The counts of a Touchpoints A-11 export. Raises Unreadable."""
    from scorecard.importers import surveys
    from scorecard.read import answers

    return surveys.official(seen, list(answers.rows(seen)), wave.year, wave.number, service)


def reworded(records: Records, audience: str, wave: Quarter, results: Iterable[Result]) -> tuple[str, ...]:
    """Ids of questions whose words or scale are not those of the wave before."""
    own = (one.record for one in records.waves if (one.record.audience, one.record.kind) == (audience, "quarterly"))
    before = [one for one in own if one.quarter < wave]
    if not before:
        return ()
    last = {one.id: one for one in max(before, key=lambda one: one.quarter).questions}
    return tuple(
        one.id
        for one in results
        if (old := last.get(one.id)) is not None
        and (
            (bool(one.text) and bool(old.text) and " ".join(one.text.split()) != " ".join((old.text or "").split()))
            or (old.scale is not None and (old.scale.low, old.scale.high) != (one.low, one.high))
        )
    )


def wave_file(wave: Quarter, audience: str) -> str:
    """Where a wave is written."""
    return f"data/surveys/{wave.slug}{'' if audience == 'customers' else '-' + audience}.yml"


def standing(records: Records, wave: Quarter, audience: str) -> Entry[Wave] | None:
    """The wave of the quarter that is there already; one of after-contact answers is another."""
    found = (one for one in records.waves if (one.record.quarter, one.record.audience) == (wave, audience))
    return next((one for one in found if one.record.kind == "quarterly"), None)


def differences(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """What a wave that is there says otherwise; see scorecard.edit.waves."""
    from scorecard.edit import waves

    return waves.differences(wave, brought)


def lacks(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """What a wave that is there does not say yet."""
    from scorecard.edit import waves

    return waves.lacks(wave, brought)


def other_words(wave: Wave, brought: Brought) -> tuple[tuple[str, str], ...]:
    """Questions that the export words otherwise, with its words."""
    from scorecard.edit import waves

    return waves.other_words(wave, brought)


def waiting(wave: Wave, brought: Brought) -> tuple[str, ...]:
    """Questions that still have no answers after an import."""
    from scorecard.edit import waves

    return waves.waiting(wave, brought)


def wave_text(wave: Quarter, audience: str, brought: Brought, source: str) -> str:
    """The file of a wave, read back and compared before it is given. Raises RuntimeError when it is not the same."""
    from scorecard.importers import surveys
    from scorecard.read import records

    head = {"audience": audience} | {key: getattr(brought, key) for key in ("sample", "population", "invited")}
    text = surveys.wave_text(str(wave), head, brought.results, brought.respondents, source)
    entry, problems = records.record(records.parse("wave.yml", text.encode()), Wave, "wave", ZoneInfo("UTC"))
    if entry is None or differences(entry.record, brought) or lacks(entry.record, brought):
        raise RuntimeError(f"the wave does not read back: {problems[0].message if problems else 'other counts'}")
    return text


def block(results: Iterable[Result]) -> str:
    """The questions of a wave, to paste."""
    from scorecard.importers.surveys import written

    return "".join(f"{line}\n" for line in written.block(results))


def mapping_text(mapping: SurveyMapping, notes: Iterable[str] = ()) -> str:
    """The file of a mapping, read back and compared before it is given."""
    from scorecard.importers import surveys
    from scorecard.read import mappings

    text = surveys.mapping_text(mapping, notes)
    found, problems = mappings.parsed(text.encode(), "mapping.yml", "mapping")
    if found is None or replace_id(found) != replace_id(mapping):
        raise RuntimeError(f"the mapping does not read back: {problems[0].message if problems else 'it differs'}")
    return text


def replace_id(mapping: SurveyMapping) -> SurveyMapping:
    """Without the id, which is the name of the file."""
    return mapping.model_copy(update={"id": None})


def write_new(project: Path, file: str, text: str, *, replacing: bool = False) -> None:
    """Write a file of data/ whole or not at all; one that is there is left alone. Raises Unreadable."""
    from scorecard.edit import Refused, disk

    if not replacing and disk.exists(project / file):
        raise Unreadable(f"{file} is there already", "move it away, or choose another wave")
    try:
        disk.put(project, file, text.encode(), replacing=replacing)
    except Refused as refused:
        raise Unreadable(f"{refused.file}: {refused.what}", refused.by_hand) from refused
