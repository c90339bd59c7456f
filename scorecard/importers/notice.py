"""One notice of a status page, read once: its words, its stamps, and what the source says of its end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from scorecard.importers import names, values
from scorecard.importers.head import left_out

#: The words of status pages and ours. A word that is not here counts as minor, and a remark says so.
SEVERITIES = (
    ("critical", "critical"),
    ("major", "major"),
    ("major-outage", "major"),
    ("full-outage", "major"),
    ("partial-outage", "minor"),
    ("degraded-performance", "minor"),
    ("degraded", "minor"),
    ("minor", "minor"),
    ("none", "minor"),
    ("operational", "minor"),
)
_PLANNED = ("maintenance", "under-maintenance", "scheduled-maintenance", "scheduled")
_NOTICE = frozenset(
    {"id", "kind", "title", "severity", "components", "resolved", "resolved_at", "first_notice_at", "last_update_at"}
    | {"text", "updates", "url"}
)
_UPDATE = frozenset({"at", "text", "postmortem"})


@dataclass(frozen=True, slots=True)
class Said:
    """One word to the public; `after` marks an explanation that came afterwards."""

    at: datetime
    text: str
    after: bool


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice. `word` is the source's severity; `over` None: the source does not say whether it is over.

    `end` is None unless the source names the end itself; `updated`: there was a word after the first one.
    """

    id: str
    title: str
    word: str
    planned: bool
    parts: tuple[str, ...]
    first: datetime
    said: tuple[Said, ...]
    over: bool | None
    end: datetime | None
    updated: bool
    url: str | None

    @property
    def severity(self) -> str:
        """Ours, by the table of this module; planned work is always minor."""
        return "minor" if self.planned else dict(SEVERITIES).get(self.word, "minor")

    @property
    def last(self) -> datetime:
        """The latest stamp there is."""
        return max([self.first, *(said.at for said in self.said), *([self.end] if self.end else [])])


def notice(found: Mapping[str, Any], remarks: list[str]) -> Notice | None:
    """The notice, None where it has no time at all; appends to `remarks` what was left out."""
    left_out(found, _NOTICE, "the notices", remarks)
    title = names.line(found.get("title")) or names.line(found.get("id")) or "Without a title"
    if names.changed(found.get("title")) or names.changed(found.get("text")):
        remarks.append(f"{title}: characters that nobody can see were taken out of its text.")
    later = _updates(found, title, remarks)
    first = values.moment(found.get("first_notice_at"))
    if first is None and not later:
        remarks.append(f"{title}: it has no time and was left out.")
        return None
    if first is None:
        remarks.append(f"{title}: it has no time of its own; that of its first update is used.")
        first = later[0].at
    text = names.text(found.get("text"))
    said = sorted([*([Said(first, text, False)] if text else []), *later], key=lambda one: one.at)
    word = _dashed(found.get("severity"))
    parts = found.get("components") or ()
    resolved = found.get("resolved")
    end = values.moment(found.get("resolved_at")) or values.moment(resolved)
    return Notice(
        id=str(found.get("id") or title),
        title=title,
        word=word,
        planned=_dashed(found.get("kind")) in _PLANNED or word in _PLANNED,
        parts=tuple(p for p in ([parts] if isinstance(parts, str) else parts) if isinstance(p, str) and p.strip()),
        first=min([first, *(one.at for one in said)]),
        said=tuple(said),
        over=True if end else resolved if isinstance(resolved, bool) else None,
        end=end,
        updated=any(not one.after for one in later),
        url=names.link(found["url"]) if isinstance(found.get("url"), str) else None,
    )


def _updates(found: Mapping[str, Any], title: str, remarks: list[str]) -> list[Said]:
    made = []
    for one in found.get("updates") or ():
        at, text = (
            (values.moment(one.get("at")), names.text(one.get("text"))) if isinstance(one, Mapping) else (None, None)
        )
        if at is None or text is None:
            remarks.append(f"{title}: an update without a time or a text was left out.")
            continue
        left_out(one, _UPDATE, "the updates", remarks)
        if names.changed(one.get("text")):
            remarks.append(f"{title}: characters that nobody can see were taken out of its text.")
        made.append(Said(at, text, one.get("postmortem") is True))
    return sorted(made, key=lambda said: said.at)


def _dashed(value: Any) -> str:
    return "-".join(str(value or "not stated").lower().replace("_", " ").replace("-", " ").split())
