"""Nodes to records: the record decides what each text means."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from collections.abc import Mapping as MappingABC
from dataclasses import replace
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from pydantic import ValidationError

from scorecard.model.lexical import parse_id, parse_text, parse_zone
from scorecard.model.nodes import Loc, Mapping, Node, Scalar, Sequence
from scorecard.model.origins import AtHand
from scorecard.model.problems import Problem
from scorecard.model.records import Entry, FileRecord, Incident
from scorecard.read import events, guards, private
from scorecard.read.errors import problems as problems_of
from scorecard.read.places import TAGS, field_names, locate, record_at, required
from scorecard.read.sources import Finding, Source, width

#: Problems told of one file; more help nobody.
MOST_PROBLEMS = 100
#: Errors of one record that are looked at; a file with more of them is something else.
MOST_ERRORS = 500
#: Keys of the method whose own keys are merged with the packaged ones; all others are replaced whole.
MERGED = ("gates", "state", "verdicts", "durations", "caps", "windows", "severity_weights")

#: The one key with a dash; all others have underscores, so this spelling is taken too.
_DASHED, SNAKE = "not-applicable", "not_applicable"
_OVER = ("resolved", "postmortem")


class Page(NamedTuple):
    """A file's nodes, read as far as they can be. `root` is None where no record can come of it."""

    source: Source
    root: Mapping | None
    problems: tuple[Problem, ...] = ()
    private: tuple[tuple[Scalar, Node], ...] = ()


def parse(file: str, data: bytes | Finding, *, pure: bool = False) -> Page:
    """Bytes to nodes, with every problem of encoding and of YAML."""
    text = data if isinstance(data, Finding) else guards.decode(data)
    if isinstance(text, Finding):
        source = Source(file)
        return Page(source, None, (source.problem(text),))
    lines = tuple(text.split("\n"))
    source = Source(file, lines)
    findings = list(guards.forbidden(text)) or [one for one in (guards.directive(lines),) if one]
    if findings:
        return Page(source, None, tuple(map(source.problem, findings)))
    tree = events.parse(text, lines, pure=pure)
    findings = list(tree.findings)
    root = tree.root
    if tree.sound and (root is None or _nothing(root)):
        findings.append(_empty())
    elif not isinstance(root, Mapping) and (root is not None or findings):
        strange = guards.foreign(lines)
        if strange is not None:
            findings = [strange]
        elif root is not None and tree.sound:
            findings.append(events.not_a_mapping(root))
    found = tuple(map(source.problem, findings))
    return Page(source, root if isinstance(root, Mapping) and tree.sound else None, found, tree.private)


def _nothing(root: Node) -> bool:
    return isinstance(root, Scalar) and root.plain and not root.text


def _empty() -> Finding:
    return Finding("empty-file", 1, 1, "the file is empty", help="write the record, or delete the file")


def record(
    page: Page, kind: type[FileRecord], id: str | None, zone: ZoneInfo, base: MappingABC[str, Any] | None = None
) -> tuple[Entry[Any] | None, tuple[Problem, ...]]:
    """The entry a page holds, or what is wrong with it; `base` holds values for what the page leaves out."""
    if page.root is None:
        return None, page.problems
    source, root = page.source, page.root
    found = list(page.problems)
    secret = page.private
    lines = source.lines
    if secret:
        found.extend(_private(source, secret))
        lines = private.blanked(lines, secret)
        root = private.without(root)
    data: dict[str, Any] = {}
    for key, value in root.pairs:
        data[key.text] = plain(value)
    found.extend(_own_id(source, root, id))
    missing = ["resolved"] if kind is Incident and needs_resolved(data) else []
    built, errors = _built(kind, merge(base, data) if base else data, zone)
    if errors or missing:
        found.extend(problems_of(source, root, kind, errors, missing))
    if found or id is None:
        return None, _capped(found)
    return Entry(id, built, source.file, AtHand(root, lines)), ()


def _built(kind: type[FileRecord], data: dict[str, Any], zone: ZoneInfo) -> tuple[Any, list[Any]]:
    """The record, or pydantic's errors. A key that may be left out and has no value counts as left out."""
    errors: list[Any] = []
    for blanks_may_go in (True, False):
        try:
            return kind.model_validate(data, context={"zone": zone}, by_alias=True, by_name=False), []
        except ValidationError as error:
            errors = list(error.errors(include_url=False, include_input=False))[:MOST_ERRORS]
        dropped = [_drop_blank(kind, data, error["loc"]) for error in errors] if blanks_may_go else []
        if not any(dropped):
            break
    return None, errors


def _drop_blank(kind: type[FileRecord], data: Any, loc: Loc) -> bool:
    """Take a key without a value out of the data, where the record does not need it."""
    *above, name = tuple(step for step in loc if step not in TAGS) or ("",)
    end = max((index for index, step in enumerate(loc) if step == name), default=0)
    expected = record_at(kind, loc[:end])
    if name not in field_names(expected) or name in required(expected):
        return False
    for step in above:
        fits = step in data if isinstance(data, dict) else isinstance(data, list) and isinstance(step, int)
        if not fits or (isinstance(data, list) and isinstance(step, int) and step >= len(data)):
            return False
        data = data[step]
    if not isinstance(data, dict) or data.get(str(name), "") is not None:
        return False
    del data[str(name)]
    return True


def _capped(found: list[Problem]) -> tuple[Problem, ...]:
    found.sort(key=lambda problem: problem.order)
    more = len(found) - MOST_PROBLEMS
    if more > 0:
        last = found[MOST_PROBLEMS - 1]
        found[MOST_PROBLEMS - 1] = replace(last, help=f"{last.help} (and {more} more problems in this file)")
    return tuple(found[:MOST_PROBLEMS])


def plain(node: Node) -> Any:
    """Texts, lists and dictionaries; None for what is empty, ~ or null and not in quotes."""
    if isinstance(node, Scalar):
        return None if node.plain and node.text in ("", "~", "null") else node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    pairs = {key.text: plain(value) for key, value in node.pairs}
    if SNAKE in pairs and _DASHED not in pairs:
        pairs[_DASHED] = pairs.pop(SNAKE)
    return pairs


def merge(base: MappingABC[str, Any], own: MappingABC[str, Any]) -> dict[str, Any]:
    """The packaged method with a company's own keys in place of it."""
    merged = {**base, **own}
    for name in MERGED:
        if isinstance(own.get(name), dict) and isinstance(base.get(name), dict):
            merged[name] = _deep(base[name], own[name])
    return merged


def _deep(base: Any, own: Any) -> Any:
    if not isinstance(base, dict) or not isinstance(own, dict):
        return own
    return {**base, **{key: _deep(base.get(key), value) for key, value in own.items()}}


def zone_of(page: Page | None) -> ZoneInfo:
    """The organisation's zone; UTC where it cannot be told."""
    node = page.root.get("timezone") if page is not None and page.root is not None else None
    try:
        return ZoneInfo(parse_zone(node.text if isinstance(node, Scalar) else None))
    except ValueError:
        return ZoneInfo("UTC")


def _private(source: Source, secret: Iterable[tuple[Scalar, Node]]) -> Iterator[Problem]:
    for key, value in secret:
        try:
            if plain(value) is not None:
                parse_text(plain(value))
        except ValueError as error:
            context: Any = getattr(error, "context", None) or {}
            spot = locate(Mapping(((key, value),), 1, 1, 1, 1), (key.text,))
            message = f"{key.text}: {context.get('message', '')}"
            rule = str(getattr(error, "type", "wrong-shape"))
            yield source.at(spot.place(source.file), rule, message, help=context.get("help", ""))


def _own_id(source: Source, root: Mapping, id: str | None) -> Iterator[Problem]:
    value, key = root.get("id"), root.key("id")
    if not isinstance(value, Scalar) or key is None:
        return
    if plain(value) is None:
        message = "id: an id expected, but nothing is written here"
        help = "leave the key out; the file name is the id"
        yield source.problem(Finding("empty-value", key.line, key.column, message, "", help, width(key)))
        return
    try:
        given = parse_id(value.text)
    except ValueError:
        return  # told with the record
    if id is not None and given != id:
        message = f"the id is '{given}', but the file is called {id}.yml"
        help = f"rename the file to {given}.yml, or leave the id out"
        yield source.problem(Finding("id-differs", value.line, value.column, message, "", help, width(value)))


def needs_resolved(data: MappingABC[str, Any]) -> bool:
    """Whether an incident leaves open if it is over: no resolved, and no update that says it goes on."""
    if "resolved" in data:
        return False
    updates = data.get("updates")
    last = updates[-1] if isinstance(updates, list) and updates else None
    if not isinstance(last, dict):
        return True
    return last.get("status", "investigating") in _OVER
