"""From the keys of the old draft to today's: a whole valid tree in which only the fault differs.

The port goes by lines and keys, never by the names of files. Lines with a fault of syntax or bytes stay as they are;
keys are renamed, and what today's records also need is added. A key of the old draft that has no counterpart today
raises Unported, so that no case is passed in silence.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

import yaml

from tests.hostile.corpus import Case

ORGANISATION = """\
name: Example Water
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
data_source: invented
"""
EARLIER = """\
quarter: 2026-Q2
audience: customers
sample: random
invited: 5400
questions:
  - {id: trust, counts: [12, 9, 21, 33, 48, 71, 140, 188, 97, 61]}
"""
BASE = {"data/organisation.yml": ORGANISATION.encode(), "data/surveys/2026-q2.yml": EARLIER.encode()}
QUESTION = "I am told quickly when something goes wrong"
DEFAULT_ID = "2026-08-14-wrong-bills"
VALID_ID = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?")

_ADDED = {
    "kind": "kind: service",
    "what_to_do": "what_to_do: Wait for the right bill.",
    "acknowledged": "acknowledged: {text: We sent wrong bills. That was our mistake.}",
    "postmortem": "postmortem: {not-applicable: no part of this case}",
    "remediation": "remediation: {not-applicable: no part of this case}",
}
_REQUIRED = {
    "title": "title: Wrong bills sent",
    "severity": "severity: major",
    "notified": "notified: 2026-08-14T09:30:00Z",
    "resolved": "resolved: 2026-08-29T17:00:00Z",
    "our_fault": "fault: ours",
}
_INCIDENT_KEYS = frozenset((*_REQUIRED, "id", "started", "affected", "updates", "links", "private_notes", "owner"))
_LARGE = 50_000
_WITHOUT_COUNTERPART = ("attachments",)


class Unported(Exception):  # noqa: N818 - it is a finding about a case, not a fault of the code
    """A case holds something for which nobody has written a port."""


@dataclass(frozen=True)
class Ported:
    """A tree (path to bytes) with the fault in `file`; `text` is what readers would see of it."""

    tree: Mapping[str, bytes]
    file: str
    text: str = ""
    id: str = ""

    def where(self, old: str, new: str) -> "Ported":
        """The same under another file name."""
        tree = {new if name == old else name: content for name, content in self.tree.items()}
        return replace(self, tree=tree, file=new)


def port(case: Case) -> list[Ported]:
    """The trees of a case: one, and a second one whose file name is the hostile id where a disk allows it."""
    if case.kind == "incidents":
        return _incident(case.content)
    if case.kind == "surveys":
        return [_survey(case.content)]
    raise Unported(f"there is no port for the folder {case.kind}/")


# ---- incidents


def _incident(content: bytes) -> list[Ported]:
    text = _decoded(content)
    value = _json(text)
    new = content
    if value is not None:
        new = json.dumps(_json_incident(value)).encode()
    elif text is not None:
        new = _incident_lines(text).encode("utf-8", "surrogatepass")
    given = _given_id(text) if value is None else str(value.get("id"))
    id = given if given is not None and VALID_ID.fullmatch(given) else DEFAULT_ID
    file = f"data/incidents/2026/{id}.yml"
    ported = Ported({**BASE, file: new}, file, _told(new), id)
    if given is None or given == id or not _fits_a_disk(given):
        return [ported]
    return [ported, ported.where(file, f"data/incidents/2026/{given}.yml")]


def _incident_lines(text: str) -> str:
    end = _line_end(text)
    lines = text.split(end)
    keys = [key for line in lines if (key := _key(line)) is not None]
    known = [key for key in keys if key in _INCIDENT_KEYS]
    if lost := [key for key in keys if key in _WITHOUT_COUNTERPART]:
        raise Unported(f"no counterpart of {lost[0]!r}")
    if len(known) < 2 or "wave" in keys:
        return text
    added = dict(_ADDED)
    if len(known) == len(keys):
        added |= {key: line for key, line in _REQUIRED.items() if key not in keys}
    added["known"] = f"known: {_known(lines)}"
    if _value(lines, "our_fault") == "false":
        del added["acknowledged"]
    after = next((i for name in ("severity", "title", "id") for i, line in enumerate(lines) if _key(line) == name), 0)
    ported: list[str] = []
    for index, line in enumerate(lines):
        ported += _incident_line(line)
        if index == after:
            ported += added.values()
    return end.join(ported)


def _incident_line(line: str) -> list[str]:
    key, value = _key(line), line.partition(":")[2].strip()
    if key == "our_fault":
        if value in ("true", "false"):
            return ["fault: ours" if value == "true" else "fault: supplier"]
        return ["fault: ours", f"retroactive: {value}"]
    if key == "private_notes":
        return [line.replace("private_notes", "private_note", 1)]
    if key == "owner":
        return [line.replace("owner", "company_comment", 1)]
    update = re.match(r"(\s+)- at:", line)
    return [line, f"{update[1]}  status: update"] if update else [line]


def _json_incident(value: Mapping[str, object]) -> dict[str, object]:
    ported: dict[str, object] = {key: one for key, one in value.items() if one is not None}
    ported["fault"] = "ours" if ported.pop("our_fault", None) else "supplier"
    ported.setdefault("resolved", "not-yet")
    return {**ported, "kind": "service", "known": ported.get("started", "unknown"), "affected": {"customers": "0"}}


def _known(lines: list[str]) -> str:
    for name in ("started", "notified"):
        value = _value(lines, name)
        try:
            datetime.fromisoformat(value)
        except ValueError:
            continue
        if ":" in value:
            return value
    return "2026-08-14T02:15:00Z"


def _given_id(text: str | None) -> str | None:
    """The id a file gives itself, after escapes; None when it gives none, or nobody can read it."""
    line = next((line for line in re.split(r"\r\n|\r|\n", text or "") if _key(line) == "id"), None)
    try:
        value = yaml.safe_load(line) if line is not None else {}
    except yaml.YAMLError:
        return None
    given = value.get("id") if isinstance(value, dict) else None
    return None if given is None else str(given)


def _fits_a_disk(name: str) -> bool:
    return not re.search(r"[/\x00]", name) and len(name.encode()) < 250


def _told(content: bytes) -> str:
    """The text that differs from the control: the title or the first update; empty for what is large or refused."""
    try:
        if len(content) > _LARGE or any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(content)):
            return ""
        value = yaml.safe_load(content)
    except (yaml.YAMLError, UnicodeDecodeError, ValueError, RecursionError):
        return ""
    if not isinstance(value, dict):
        return ""
    title, updates = value.get("title"), value.get("updates")
    if title != "Wrong bills sent" or not isinstance(updates, list) or not isinstance(updates[0], dict):
        return str(title)
    text = str(updates[0].get("text"))
    return str(title) if text == "We are looking into it." else text


# ---- surveys


def _survey(content: bytes) -> Ported:
    text = _decoded(content)
    file = "data/surveys/2026-q3.yml"
    if text is None or "wave" not in map(_key, text.split("\n")):
        return Ported({**BASE, file: content}, file)
    groups, lines = _taken_groups(text.split("\n"))
    method: list[str] = []
    ported: list[str] = []
    for index, line in enumerate(lines):
        ported += _survey_line(line, _scale(lines, index), groups, method)
    name = re.fullmatch(r"(\d{4})-Q([1-4])", _value(lines, "wave").strip("\"'"))
    if name:
        file = f"data/surveys/{name[1]}-q{name[2]}.yml"
    body = _respondents("\n".join(ported), groups)
    tree = {**BASE, file: body.encode()}
    if method:
        tree["data/method.yml"] = ("\n".join(method) + "\n").encode()
        return Ported(tree, "data/method.yml", QUESTION)
    return Ported(tree, file, QUESTION, file[13:-4])


def _survey_line(line: str, scale: tuple[int, int], groups: list[dict[str, int]], method: list[str]) -> list[str]:
    key, value = line.strip().removeprefix("- ").partition(":")[0], line.partition(":")[2].strip()
    top, indent = _key(line) is not None, line[: len(line) - len(line.lstrip())]
    if top and key in _WITHOUT_COUNTERPART:
        raise Unported(f"no counterpart of {key!r}")
    if top and key == "wave":
        return [f"quarter: {value}", "audience: customers", "sample: random"]
    if top and key in ("asked", "answered"):
        return [f"{'invited' if key == 'asked' else 'respondents'}: {value}"]
    if top and key == "version":
        method += [f"version: {value}"]
        return []
    if not top and key == "weight":
        if value != "1.0":
            row = f"{{id: openness, name: Openness, weight: {value}, questions: [told-quickly, admits-mistakes]}}"
            method += ["version: 1.0.0", "dimensions:", f"  - {row}"]
        return []
    ends = re.fullmatch(r"\[(\d+), (\d+)\]", value)
    if not top and key == "scale" and ends:
        return [f"{indent}scale: {ends[1]}-{ends[2]}"]
    if not top and key == "counts":
        return _counts(line, indent, value, scale, groups)
    return [line]


def _counts(line: str, indent: str, value: str, scale: tuple[int, int], groups: list[dict[str, int]]) -> list[str]:
    pairs = [pair.partition(":") for pair in value.strip("{}").split(",") if pair.strip()]
    keys = [key.strip().strip("\"'") for key, _, _ in pairs]
    whole = value.startswith("{") and value.endswith("}")
    if not whole or not all(re.fullmatch(r"\d+", key) for key in keys):
        return [line]
    answers = range(min(scale[0], *map(int, keys), scale[0]), max(scale[1], *map(int, keys), scale[1]) + 1)
    given = {int(key): number.strip() for key, (_, _, number) in zip(keys, pairs, strict=True)}
    total = [given.get(answer, "0") for answer in answers]
    if len(given) < len(keys):  # the same answer counted twice: the same line of counts given twice
        quoted = any('"' in key or "'" in key for key, _, _ in pairs)
        again = '"all"' if quoted else "all"
        return [f"{indent}counts:", f"{indent}  all: [{', '.join(total)}]", f"{indent}  {again}: [{', '.join(total)}]"]
    if not groups:
        return [f"{indent}counts: [{', '.join(total)}]"]
    parts = _adding_up([int(number) for number in total], groups, answers)
    rows = [f"{indent}  {name}: {counts}" for name, counts in parts.items()]
    return [f"{indent}counts:", *rows]


def _adding_up(total: list[int], groups: list[dict[str, int]], answers: range) -> dict[str, list[int]]:
    """The groups so that they add up: small ones as they are, large ones as their share of what is left."""
    sizes = {str(group["id"]): int(group["answered"]) for group in groups}
    partition = sum(sizes.values()) == sum(total)
    parts: dict[str, list[int]] = {}
    for group in groups:
        if int(group["answered"]) < 30:
            counts = {int(key): number for key, number in dict(group["counts"]).items()}  # type: ignore[call-overload]
            parts[str(group["id"])] = [counts.get(answer, 0) for answer in answers]
    small = [sum(column) for column in zip(*parts.values(), strict=True)] or [0] * len(total)
    total = [max(whole, part) for whole, part in zip(total, small, strict=True)]
    left = [whole - part for whole, part in zip(total, small, strict=True)]
    large = [name for name in sizes if name not in parts]
    for index, name in enumerate(large):
        if partition and index == len(large) - 1:
            parts[name] = left
        else:
            share = sizes[name] / sum(sizes[other] for other in large[index:]) if partition else sizes[name] / sum(left)
            parts[name] = [round(number * share) for number in left]
            left = [a - b for a, b in zip(left, parts[name], strict=True)]
    return {"all": total, **{name: parts[name] for name in sizes}}


def _respondents(body: str, groups: list[dict[str, int]]) -> str:
    """As many respondents as answers, where groups moved the total."""
    total = re.search(r"^ +all: \[(.*)\]$", body, flags=re.MULTILINE)
    if not groups or total is None:
        return body
    return re.sub(r"^respondents: .*$", f"respondents: {sum(map(int, total[1].split(',')))}", body, flags=re.MULTILINE)


def _taken_groups(lines: list[str]) -> tuple[list[dict[str, int]], list[str]]:
    start = next((i for i, line in enumerate(lines) if _key(line) == "groups"), None)
    if start is None:
        return [], lines
    end = next((i for i, line in enumerate(lines[start + 1 :], start + 1) if _key(line) is not None), len(lines))
    groups = yaml.safe_load("\n".join(lines[start:end]))["groups"]
    return groups, [*lines[:start], *lines[end:]]


def _scale(lines: list[str], index: int) -> tuple[int, int]:
    for line in reversed(lines[:index]):
        ends = re.fullmatch(r" +scale: \[(\d+), (\d+)\]", line)
        if ends:
            return min(int(ends[1]), int(ends[2])), max(int(ends[1]), int(ends[2]))
    return 1, 10


# ---- lines


def _decoded(content: bytes) -> str | None:
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _json(text: str | None) -> dict[str, object] | None:
    try:
        value = json.loads(text or "")
    except ValueError:
        return None
    return value if isinstance(value, dict) else None


def _line_end(text: str) -> str:
    return "\r\n" if "\r\n" in text else "\n" if "\n" in text else "\r"


def _key(line: str) -> str | None:
    """The key of a line that begins in the first column; None for any other."""
    match = re.match(r"([^\s:#\[\]{},\"'-][^\s:]*):(?:\s|$)", line)
    return match[1] if match else None


def _value(lines: list[str], key: str) -> str:
    return next((line.partition(":")[2].strip() for line in lines if _key(line) == key), "")
