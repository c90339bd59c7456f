"""Incidents of other tools: one module for each tool turns its export into `Found`; the rest is the same for all.

Texts go in, texts of files come out; nothing is read or written here. What the tool does not say stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.importers import names
from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import incidents_csv, mapping, merging, writing
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import Found, Said, Source, settled, without_repeats
from scorecard.importers.incidents.merging import Mark, digest, mark_of

__all__ = ["Company", "Desk", "File", "Found", "Plan", "Source", "Unreadable", "find", "mark_of", "plan", "table_find"]

#: No file of the project is larger (see the reading room).
LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Company:
    """What is there already. `files`: path to text of every incident; `systems`: id to name; `plain` parses YAML.

    `scored_from`: the first day whose incidents are scored; None: all are.
    """

    zone: ZoneInfo
    scored_from: date | None
    systems: Mapping[str, str]
    files: Mapping[str, str]
    plain: Callable[[str], Any]


@dataclass(frozen=True, slots=True)
class File:
    """What becomes of one file. `text` None: nothing is written.

    `action`: added, updated, unchanged, or kept where a person's own file stands in the way. `differs`: keys that a
    person edited and for which the source says something new. `open`: keys that a person should fill in;
    one that somebody edited, if only by a comment behind it, is a person's word.
    """

    path: str
    action: str
    text: str | None = None
    differs: tuple[str, ...] = ()
    open: tuple[str, ...] = ()


@dataclass(slots=True)
class Plan:
    """All files, and sentences for the person."""

    files: list[File] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


#: So many remarks say why nothing can be read.
REASONS = 5


def find(tool: str, sources: Sequence[Source], desk: Desk) -> list[Found]:
    """The incidents of a tool's export. Raises Unreadable."""
    module = import_module(f"{__name__}.{tool.replace('-', '_')}")
    try:
        found: list[Found] = module.incidents(sources, desk)
    except Unreadable as problem:  # with what was said of the files that were left out
        raise Unreadable("\n  = note: ".join([str(problem), *desk.remarks[:REASONS]])) from problem
    return _checked(found, desk)


def table_find(sources: Sequence[Source], used: mapping.Mapping, desk: Desk) -> list[Found]:
    """The incidents of tables, by a mapping. Raises Unreadable."""
    return _checked(incidents_csv.incidents([incidents_csv.table(one) for one in sources], used, desk), desk)


def _checked(found: Sequence[Found], desk: Desk) -> list[Found]:
    if desk.unzoned:
        many = len(desk.unzoned)
        raise Unreadable(
            f"{many} {'time has' if many == 1 else 'times have'} no zone, the first is {desk.unzoned[0]}. Say which "
            "zone they follow, such as --zone Europe/Rome; nothing was written"
        )
    kept = []
    for one in without_repeats([settled(one) for one in found]):
        if one.first is None:
            desk.say(f"{one.title[:100]}: it has no time at all and was left out: it could stand in no quarter")
        else:
            kept.append(one)
    return kept


def plan(
    tool: str, found: Sequence[Found], company: Company, desk: Desk, skip: Sequence[str] = (), table: str | None = None
) -> Plan:
    """The files to write: new ones, and earlier ones with what is new; see merging for what is never touched.

    `skip`: the tool's ids of what is never imported. `table`: the name of one of several tables, each with its own ids.
    """
    made = Plan(remarks=desk.remarks)
    found = [one for one in found if one.id not in skip]
    known: dict[tuple[str, str], tuple[str, Mark]] = {}
    for path, text in company.files.items():
        mark = mark_of(text)
        if mark is not None:
            first, _ = known.setdefault((mark.tool, mark.id), (path, mark))
            if first != path:
                desk.say(f"{first} and {path} are marked as the same incident; only the first is kept up to date")
    if table:
        found = _of_table(table, found, {id for wrote, id in known if wrote == tool})
    name = import_module(f"{__name__}.{tool.replace('-', '_')}").NAME
    paths = _paths(tool, found, company, known)
    earlier = {id: path for (wrote, id), (path, _) in known.items() if wrote == tool}
    parents = _parents(found, paths, company, earlier, desk)
    offered: dict[str, str] = {}
    for one in found:
        systems, foreign = _systems(one, company)
        for part in foreign:
            id = offered.setdefault(part, names.slug(part, {*company.systems, *offered.values()}))
            desk.say(
                f"data/organisation.yml: 'systems' has no {part!r}: add it as '{id}: {writing.scalar(part)}' and "
                "import again, and the incidents name it"
            )
        keys = writing.keys(one, company.zone, systems, parents.get(one.id), scored=_scored(one, company))
        pieces = writing.pieces(keys)
        old = known.get((tool, one.id))
        path = paths[one.id]
        if old is not None:
            made.files.append(_merged(path, old[1], one, pieces, company))
        elif path in company.files:
            made.files.append(File(path, "kept"))
            desk.say(
                f"{path} exists and was not imported from here, so it was left alone. If it is the same incident, put "
                f"this line on top of it: '{Mark(tool, one.id, {}, ()).line().strip()}'; if it is another, rename it"
            )
        else:
            text = merging.fresh(tool, name, one.id, pieces, writing.words(one.said, company.zone))
            if not _reads_back(company.plain(text), company.plain("".join(pieces.values())), one):
                desk.say(f"{one.title[:100]}: its text cannot be written so that it reads back the same; left out")
            elif len(text.encode()) > LARGEST:
                desk.say(f"{one.title[:100]}: with {len(text):,} letters it is too large for a file; it was left out")
            else:
                made.files.append(File(path, "added", text, (), tuple(_open(company.plain(text), one))))
    return made


def _of_table(table: str, found: Sequence[Found], known: Collection[str]) -> list[Found]:
    """The same, with ids that those of another table cannot equal; a larger incident may be of no table."""
    ids = {f"{table}/{one.id}" for one in found} | {*known}
    parents = [f"{table}/{one.parent}" if f"{table}/{one.parent}" in ids else one.parent for one in found]
    return [replace(one, id=f"{table}/{one.id}", parent=parent) for one, parent in zip(found, parents, strict=True)]


def _scored(one: Found, company: Company) -> bool:
    day = one.first.astimezone(company.zone).date() if one.first else None
    return company.scored_from is None or day is None or day >= company.scored_from


def _paths(
    tool: str, found: Sequence[Found], company: Company, known: Mapping[tuple[str, str], tuple[str, Mark]]
) -> dict[str, str]:
    """The path of each incident: the one it has, or a new one made of its day and title."""
    made = {one.id: known[tool, one.id][0] for one in found if (tool, one.id) in known}
    taken = {_stem(path) for path, _ in known.values()}
    for one in found:
        if one.id in made or one.first is None:
            continue
        day = one.first.astimezone(company.zone).date()
        id = names.slug(f"{day} {one.title}", taken, "incident")
        taken.add(id)
        made[one.id] = f"data/incidents/{day.year}/{id}.yml"
    return made


def _systems(one: Found, company: Company) -> tuple[list[str], list[str]]:
    """Ids of our systems by their names or ids, and names that are none of ours."""
    ids = {key.casefold(): id for id, name in company.systems.items() for key in (name, id)}
    found = [(part, ids.get(part.casefold()) or ids.get(names.slug(part))) for part in one.parts]
    return list(dict.fromkeys(id for _, id in found if id)), [part for part, id in found if id is None]


def _parents(
    found: Sequence[Found],
    paths: Mapping[str, str],
    company: Company,
    known: Mapping[str, str],
    desk: Desk,
) -> dict[str, str]:
    """Our id of the larger incident by the tool's id of the smaller one: of this export, an earlier one, or a file.

    `known`: the tool's ids of earlier imports to their paths.
    """
    files = {_stem(path): _stem(path) for path in company.files}
    own = files | {id: _stem(path) for id, path in {**known, **paths}.items()}
    named = {one.id: own[one.parent] for one in found if one.parent in own and one.parent != one.id}
    smaller = {_stem(paths[id]) for id in named}
    for one in found:
        if one.parent is None or one.parent == one.id:
            continue
        above = named.get(one.id)
        if above is None or above in smaller:
            reason = (
                "is in neither the source nor data/incidents" if above is None else "belongs to a larger one itself"
            )
            desk.say(f"{one.title[:100]}: its larger incident {one.parent[:100]!r} {reason}; 'parent' was left out")
            named.pop(one.id, None)
    return named


def _stem(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".yml")


def _merged(path: str, mark: Mark, one: Found, pieces: Mapping[str, str], company: Company) -> File:
    text = company.files[path]
    before = company.plain(text)
    one = _with_earlier(before, mark, one, company)
    words = writing.words(one.said, company.zone)
    later = _later(before, mark, one, words, company)
    new = merging.merged(text, mark, pieces, words, later)
    after = company.plain(new.text)
    wanted = dict(company.plain("".join(pieces.values())).items())
    if not isinstance(before, Mapping) or not _sound(before, after, new.updated, wanted):
        return File(path, "unchanged", None, ("the whole file: it cannot be changed key by key",))
    changed = new.text != text
    return File(
        path,
        "updated" if changed else "unchanged",
        new.text if changed else None,
        tuple(new.differs),
        tuple(key for key in _open(after, one) if key not in new.edited),
    )


def _sound(before: Mapping[str, Any], after: Any, updated: Sequence[str], wanted: Mapping[str, Any]) -> bool:
    """Whether the new text can be read, and says what it should: the source's word where updated, else the old one."""
    if not isinstance(after, Mapping):
        return False
    if any(after.get(key) != wanted.get(key) for key in updated if key != "updates"):
        return False
    return {k: v for k, v in before.items() if k not in updated} == {k: v for k, v in after.items() if k not in updated}


def _reads_back(data: Any, keys: Any, one: Found) -> bool:
    """Whether a new file says letter for letter what the source says."""
    if not isinstance(data, Mapping) or not isinstance(keys, Mapping) or data.get("title") != one.title:
        return False
    said = data.get("updates", [])
    return (
        data.get("description") == one.description
        and isinstance(said, list)
        and [item.get("text") for item in said] == [word.text for word in one.said]
        and {key: value for key, value in data.items() if key != "updates"} == keys
    )


def _with_earlier(before: Any, mark: Mark, one: Found, company: Company) -> Found:
    """Where the source keeps only its last word: with the words of earlier imports that nobody edited."""
    if not one.only_last:
        return one
    pairs = zip(_times(before, company), _listed(before), strict=True)
    told = [Said(at, str(item.get("status")), str(item.get("text"))) for at, item in pairs if at]
    earlier = [
        word for word, text in zip(told, writing.words(told, company.zone), strict=True) if digest(text) in mark.said
    ]
    return replace(one, said=tuple(sorted({*earlier, *one.said}, key=lambda word: word.at)))


def _listed(before: Any) -> list[Any]:
    listed = before.get("updates") if isinstance(before, Mapping) else None
    return listed if isinstance(listed, list) else []


def _times(before: Any, company: Company) -> list[datetime | None]:
    """The time of each update of a file; None where it has none that can be read."""
    desk = Desk(company.zone, company.plain)
    return [desk.moment(item.get("at"), "") if isinstance(item, Mapping) else None for item in _listed(before)]


def _later(before: Any, mark: Mark, one: Found, words: Sequence[str], company: Company) -> list[str]:
    """New updates that come after everything a person's list holds; none where its times cannot be compared."""
    times = _times(before, company)
    last = max((at for at in times if at), default=None)
    if last is None or None in times:
        return []
    pairs = zip(one.said, words, strict=True)
    return [word for said, word in pairs if digest(word) not in mark.said and said.at > last]


def _open(data: Any, one: Found) -> Iterator[str]:
    """Keys that a person should fill in or look at."""
    if not isinstance(data, Mapping):
        return
    planned = data.get("kind") == "maintenance"
    if one.severity is None and not planned and data.get("severity") == "minor":
        yield "severity"
    wanted = ("started", "notified", "resolved") if planned else ("fault", "started", "known", "notified", "resolved")
    yield from (key for key in wanted if data.get(key) == "unknown")
    if data.get("affected") in ("unknown", {"customers": "unknown"}):
        yield "affected"
    if planned or data.get("severity") not in ("critical", "major"):
        return
    if data.get("fault") == "ours" and "acknowledged" not in data:
        yield "acknowledged"
    silent = {"not-applicable": writing.SILENT}
    account = ("what_to_do",) if data.get("resolved") == "not-yet" else ("what_to_do", "postmortem", "remediation")
    yield from (key for key in account if data.get(key) in (None, silent))
