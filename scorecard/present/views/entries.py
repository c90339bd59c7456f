"""What the pages of the registers share: an opening, and the details of an entry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from scorecard.model.records.registers import Dialogue
from scorecard.present.desk import Desk


@dataclass(frozen=True, slots=True)
class Opening:
    """The finding as the page's heading, then what the page is; `to` leads to the method where it counts."""

    headline: str
    lines: tuple[str, ...]
    to: str = ""


@dataclass(frozen=True, slots=True)
class Detail:
    """One labelled line of an entry. `href` is a link from data, `to` an address of the site; '' without one."""

    label: str
    text: str
    href: str = ""
    to: str = ""
    bad: bool = False
    wide: bool = False  # a sentence, not a date or a name: it takes the whole width


def newest(desk: Desk, days: Iterable[date | None]) -> date:
    """The newest of these days that has come, else the day of the cut-off."""
    return max((day for day in days if day is not None and day <= desk.today), default=desk.today)


def language(text: str | None) -> str:
    """A language code for an attribute, '' where it is none: it comes from data."""
    code = (text or "").strip()
    return code if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", code) else ""


def state_of(item: Dialogue, today: date) -> str:
    """How a question stands on a day: an answer that has not come yet is not told."""
    waiting = item.outcome == "open" if item.answered is None else item.answered > today
    if waiting:
        return "open"
    return "answered" if item.outcome == "open" else item.outcome
