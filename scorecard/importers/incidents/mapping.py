"""Which column of a table holds what: proposed from the names of the columns, confirmed by a person, saved as YAML."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping as MappingABC
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from scorecard.importers.conversion import Unreadable
from scorecard.model.lexical import parse_zone

#: What a column can hold, with names that tools and people give it.
FIELDS = {
    "id": "id|number|incident id|incident number|ticket|ticket id|key|issue key|reference|ref|case number",
    "parent": "parent|parent incident|parent id|parent ticket|part of",
    "title": "title|summary|short description|name|subject|headline",
    "kind": "kind|type|incident type|issue type",
    "severity": "severity|impact|priority|sev|urgency",
    "fault": "fault|responsible|responsibility|caused by|fault of",
    "systems": "systems|system|service|services|component|components|affected service|configuration item",
    "started": "started|start|start time|started at|began|begin|impact start|incident start",
    "known": "known|detected|detected at|detection time|opened|opened at|discovered|reported|reported at|created",
    "staff_told": "staff told|staff told at|internal notice",
    "notified": "notified|notified at|first notice|customers told|published|published at|announced|announced at",
    "resolved": "resolved|resolved at|end|end time|ended|restored|restored at|closed|closed at|impact end",
    "status": "status|state",
    "found_by": "found by|detected by|reported by|source of report",
    "affected": "affected|customers affected|affected customers|people affected|impacted customers",
    "cause": "cause|root cause code|cause code",
    "description": "description|details|public description",
    "notice": "notice|public notice|first notice text|message",
    "source": "source|link|url",
}
#: Columns that hold a moment.
TIMES = ("started", "known", "staff_told", "notified", "resolved")
#: Words of others for our own, for the proposal only; a saved mapping says what it takes.
WORDS = {
    "severity": {
        "critical": "critical|highest|blocker|p1|sev1|sev 1|s1|1|1 critical|1 high",
        "major": "major|high|p2|sev2|sev 2|s2|2|2 high|2 medium",
        "minor": "minor|medium|moderate|low|lowest|p3|p4|p5|sev3|sev 3|sev4|sev 4|s3|s4|3|4|5|3 moderate|3 low|4 low",
    },
    "kind": {
        "service": "service|outage|incident|it|availability",
        "personal-data": "personal data|privacy|data breach|data protection",
        "billing": "billing|bills|payment",
        "safety": "safety",
        "maintenance": "maintenance|planned|planned work|change|scheduled",
        "other": "other",
    },
    "fault": {
        "ours": "ours|us|internal|own|company",
        "supplier": "supplier|vendor|third party|external|partner",
        "nature": "nature|weather|storm|force majeure",
        "unknown": "unknown|not known",
    },
    "status": {
        "open": "open|new|in progress|active|ongoing|investigating|on hold",
        "over": "over|closed|resolved|done|completed|cancelled",
    },
    "found_by": {
        "company": "company|internal|monitoring|staff|us",
        "customer": "customer|customers|client|user",
        "partner": "partner|supplier|vendor",
        "press": "press|media",
        "authority": "authority|regulator",
        "unknown": "unknown",
    },
}
DATES = ("iso", "day-first", "month-first")
_KEYS = ("kind", "columns", "dates", "zone", "words", "skip")
#: What the file of a tool whose export needs no mapping can say.
_SETTINGS = ("kind", "zone", "skip")


@dataclass(frozen=True, slots=True)
class Mapping:
    """`columns`: field to the name of its column. `words`: field to the table's word to ours. `zone`: an IANA name.

    `skip`: the tool's ids of what is never imported. Of a tool whose export needs no mapping, zone and skip only.
    """

    columns: MappingABC[str, str]
    dates: str = "iso"
    zone: str | None = None
    words: MappingABC[str, MappingABC[str, str]] = field(default_factory=dict)
    skip: tuple[str, ...] = ()

    def text(self) -> str:
        """As the file that is saved."""
        lines = [
            "# How the columns of a table become incidents. Saved by `scorecard import incidents-csv`; edit freely."
        ]
        lines += ["kind: incidents", "columns:  # ours: theirs"]
        lines += [f"  {ours}: {_quoted(theirs)}" for ours, theirs in self.columns.items()]
        lines += [f"dates: {self.dates}"] + ([f"zone: {self.zone}"] if self.zone else [])
        if any(self.words.values()):
            lines.append("words:  # theirs: ours")
        for ours, words in self.words.items():
            lines += [f"  {ours}:"] if words else []
            lines += [f"    {_quoted(theirs)}: {word}" for theirs, word in words.items()]
        return "\n".join(lines) + "\n"


def settings(data: Any, file: str) -> Mapping:
    """What the file of a tool without columns says. Raises Unreadable with the file and the key."""
    _head(data, file, _SETTINGS)
    return Mapping({}, zone=_zone(data, file), skip=_skip(data, file))


def read(data: Any, file: str) -> Mapping:
    """The mapping of a parsed file. Raises Unreadable with the file, the key and what can stand there."""
    _head(data, file, _KEYS)
    columns = _texts(data.get("columns"), f"{file}: 'columns'")
    if odd := [key for key in columns if key not in FIELDS]:
        raise Unreadable(f"{file}: 'columns' has {odd[0]!r}; a column can hold {', '.join(FIELDS)}")
    for needed in ("id", "title"):
        if needed not in columns:
            raise Unreadable(f"{file}: 'columns' lacks {needed!r}: write '{needed}:' and the name of its column")
    dates = data.get("dates", "iso")
    if dates not in DATES:
        raise Unreadable(f"{file}: 'dates' is {dates!r}; write one of {', '.join(DATES)}")
    return Mapping(columns, str(dates), _zone(data, file), _words(data, file), _skip(data, file))


def _head(data: Any, file: str, keys: Sequence[str]) -> None:
    if not isinstance(data, MappingABC):
        raise Unreadable(f"{file}: this is no mapping of columns. Delete it, and the import proposes a new one")
    if data.get("kind") != "incidents":
        raise Unreadable(f"{file}: 'kind' is {data.get('kind')!r}; the mapping of incidents says 'kind: incidents'")
    if odd := [str(key) for key in data if key not in keys]:
        raise Unreadable(f"{file}: there is no key {odd[0]!r}; the keys are {', '.join(keys)}")


def _zone(data: MappingABC[str, Any], file: str) -> str | None:
    try:
        return parse_zone(data["zone"]) if data.get("zone") is not None else None
    except ValueError:
        raise Unreadable(
            f"{file}: 'zone' is {data['zone']!r}, which is no time zone: write an IANA name, such as Europe/Rome"
        ) from None


def _skip(data: MappingABC[str, Any], file: str) -> tuple[str, ...]:
    given = data.get("skip", [])
    if not isinstance(given, list) or any(not isinstance(one, str) for one in given):
        raise Unreadable(f"{file}: 'skip' is no list of ids of the tool")
    return tuple(given)


def _words(data: MappingABC[str, Any], file: str) -> dict[str, dict[str, str]]:
    given = data.get("words")
    given = given if isinstance(given, MappingABC) else {}
    words = {key: _texts(value, f"{file}: 'words: {key}'") for key, value in given.items()}
    for key, known in words.items():
        if key not in WORDS:
            raise Unreadable(f"{file}: 'words' has {key!r}; words can be given for {', '.join(WORDS)}")
        if odd := [word for word in known.values() if word not in WORDS[key]]:
            raise Unreadable(f"{file}: 'words: {key}' has {odd[0]!r}; our words are {', '.join(WORDS[key])}")
    return words


def propose(
    rows: Sequence[MappingABC[str, str]], header: Sequence[str], dates: str | None, zone: str | None
) -> Mapping:
    """The likely mapping. Raises Unreadable where no column can be the id, or dates can be read both ways."""
    columns: dict[str, str] = {}
    for ours, aliases in FIELDS.items():
        for alias in (ours, *aliases.split("|")):
            theirs = next((one for one in header if _bare(one) == _bare(alias) and one not in columns.values()), None)
            if theirs is not None:
                columns[ours] = theirs
                break
    for needed in ("id", "title"):
        if needed not in columns:
            raise Unreadable(
                f"no column looks like the {needed} of an incident; the columns are {', '.join(header)[:600]}. Write "
                f"the mapping yourself: data/imports/NAME.yml with 'kind: incidents' and 'columns: {{{needed}: …}}'"
            )
    words = {
        ours: {
            theirs: word
            for theirs in dict.fromkeys(row[columns[ours]].strip() for row in rows)
            if theirs and (word := _ours(ours, theirs)) is not None
        }
        for ours in WORDS
        if ours in columns
    }
    times = [row[columns[one]].strip() for row in rows for one in TIMES if one in columns]
    return Mapping(columns, dates or _order([one for one in times if one]), zone, words)


def _order(times: Sequence[str]) -> str:
    found = [match for one in times if (match := re.match(r"(\d{1,2})([./-])(\d{1,2})\2\d{4}", one))]
    if not found:
        return "iso"
    day, month = (any(int(match[place]) > 12 for match in found) for place in (1, 3))
    if day != month:
        return "day-first" if day else "month-first"
    if not day and all(match[2] == "." for match in found):
        return "day-first"
    raise Unreadable(
        f"{found[0][0]} can be read with the day or with the month first, and no row tells which. "
        "Say it: --dates day-first or --dates month-first"
    )


def _ours(field: str, theirs: str) -> str | None:
    return next((ours for ours, many in WORDS[field].items() if _bare(theirs) in map(_bare, many.split("|"))), None)


def _bare(text: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", text.casefold()).split())


def _texts(value: Any, where: str) -> dict[str, str]:
    if not isinstance(value, MappingABC) or any(not isinstance(one, str) for one in value.values()):
        raise Unreadable(f"{where} is no mapping of texts")
    return {str(key): one for key, one in value.items()}


def _quoted(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z][A-Za-z0-9 ]*[A-Za-z0-9]", text) else json.dumps(text, ensure_ascii=False)
