"""Atom and RSS histories of a status page: one entry for each incident, or one for each word of an incident.

The link of an entry names the incident, so entries with one link are one incident. It does not where it is that of the
page itself, or where all entries have the same one under different titles; there each entry is an incident.
Where the text of an entry is the one of Statuspage (a time and a state before each word), its words are taken apart.
Their times have no year: it is the one that fits between the first and the last stamp of the entry. Everywhere else an
entry is one word, at its own stamp. A feed has no severity, and its stamps are no beginning and no end.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import NAMED, Desk
from scorecard.importers.incidents.feed_html import paragraphs
from scorecard.importers.incidents.feed_xml import Element, tree
from scorecard.importers.incidents.found import NOT_YET, UNKNOWN, Clock, Found, Said, Source
from scorecard.importers.incidents.statuspage import STATUSES

NAME = "Atom/RSS"
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_WORD = re.compile(
    r"([A-Z][a-z]{2})[a-z]* +(\d{1,2}), +(\d{1,2}):(\d{2})(?: *([AaPp])[Mm])?(?: +([A-Z]{1,5}|[+-]\d{2}:?\d{2}))?\s*"
    r"(Investigating|Identified|Monitoring|Update|Resolved|Postmortem|Scheduled|In progress|Verifying|Completed)"
    r"\s*[-–—]\s*(.*)",
    re.DOTALL,
)
_PLANNED = re.compile(r"THIS IS A SCHEDULED EVENT", re.IGNORECASE)
#: An entry is stamped when its first word is written; a word may be some hours older in another zone's account.
_SLACK = timedelta(days=2)
#: Beside a single stamp, which may be that of the first or of the last word.
_ALONE = timedelta(days=180)


def incidents(sources: Sequence[Source], desk: Desk) -> list[Found]:
    """Every entry of the feeds. Raises Unreadable for anything but a feed."""
    found = []
    for source in sources:
        root = tree(source)
        entries = root.all("entry") if root.name == "feed" else []
        if root.name in ("rss", "RDF"):
            entries = [item for part in (*root.all("channel"), root) for item in part.all("item")]
            home = {_link(part) for part in root.all("channel")}
        elif root.name != "feed":
            raise Unreadable(
                f"{source.name}: this is no feed: it begins with <{root.name[:40]}>, not with <feed> or <rss>. "
                "Download https://YOUR-PAGE/history.atom"
            )
        else:
            home = {one.attributes.get("href", "").rstrip("/") for one in root.all("link")}
        found += _grouped([made for one in entries if (made := _incident(one, desk))], home)
    return found


def _grouped(found: Sequence[Found], home: Collection[str | None]) -> list[Found]:
    """Entries with one link as one incident, known by that link; all others as they are."""
    links = {one.url.rstrip("/") for one in found if one.url}
    shared = len(links) == 1 and len(found) > 1 and len({_tail(one.title) for one in found}) > 1
    groups: dict[str, list[Found]] = {}
    for one in found:
        link = (one.url or "").rstrip("/")
        groups.setdefault(one.id if not link or link in home or shared else link, []).append(one)
    return [_joined(id, sorted(group, key=_told)) for id, group in groups.items()]


def _joined(id: str, group: Sequence[Found]) -> Found:
    first, last = group[0], group[-1]
    if len(group) == 1:
        return replace(first, id=id[:200])
    title = _tail(last.title) if len({_tail(one.title) for one in group}) == 1 else last.title
    words = tuple(word for one in group for word in one.said)
    times = [one.notified for one in group if one.notified]
    planned = any(one.planned for one in group)
    return replace(last, id=id[:200], title=title, planned=planned, said=words, notified=min(times, default=None))


def _told(one: Found) -> str:
    return one.notified.isoformat() if one.notified else ""


def _tail(title: str) -> str:
    """A title without what feeds put before it, such as `Resolved: `."""
    return title.rpartition(": ")[2]


def _link(part: Element) -> str | None:
    found = next((one.attributes.get("href") or one.text for one in part.all("link")), None)
    return found.rstrip("/") if found else None


def _incident(entry: Element, desk: Desk) -> Found | None:
    address = next((one.attributes.get("href") or one.text for one in entry.all("link")), None)
    id = said_of.ident(entry.first("id", "guid") or address)
    if id is None:
        desk.say("an entry without an id was left out: it could not be found again in the next import")
        return None
    title = desk.line(" ".join(paragraphs(entry.first("title") or "")), id) or "Without a title"
    first = desk.moment(entry.first("published", "pubDate", "issued", "date"), f"{title}, published")
    last = desk.moment(entry.first("updated", "modified"), f"{title}, updated")
    blocks = paragraphs(entry.first("encoded", "content", "description", "summary") or "")
    planned = any(_PLANNED.search(block) for block in blocks)
    words, whole = _said(blocks, first, last, title, desk)
    planned = planned or any(word.status == "planned" for word in words)
    stamp = first or last
    if not words and whole and stamp:
        words = (Said(stamp, "update", whole),)
    told = min((word.at for word in words), default=stamp)
    return Found(
        id,
        title,
        planned,
        notified=told,
        started=next((word.at for word in words if word.status == "in-progress"), None) if planned else None,
        resolved=_end(words),
        url=said_of.link(address),
        said=words,
        stated={"started": NOT_YET} if planned and words and words[-1].status == "planned" else {},
    )


def _end(words: Sequence[Said]) -> Clock:
    """The time of the word that says so; open only where the words are states and none of them is the last one."""
    over = next((word.at for word in words if word.status == "resolved"), None)
    if over or any(word.status == "postmortem" for word in words):
        return over or UNKNOWN
    return UNKNOWN if not words or all(word.status == "update" for word in words) else NOT_YET


def _said(
    blocks: Sequence[str], first: datetime | None, last: datetime | None, title: str, desk: Desk
) -> tuple[tuple[Said, ...], str | None]:
    """The words of Statuspage's form, oldest first; else the whole text."""
    made: list[tuple[re.Match[str], list[str]]] = []
    for block in blocks:
        match = _WORD.fullmatch(block)
        if match:
            made.append((match, [match[8]]))
        elif made:
            made[-1][1].append(block)
    words = []
    for match, texts in made:
        at = _at(match, first, last, title, desk)
        text = desk.text("\n\n".join(texts), title)
        if at and text:
            status = STATUSES.get("-".join(match[7].lower().split()), "update")
            words.append(Said(at, status, text))
    if made and not words:
        desk.say(f"{title}: none of the times in its text can be understood; the stamp of the entry is used")
    words.sort(key=lambda word: word.at)
    return tuple(words), desk.text("\n\n".join(blocks), title)


def _at(match: re.Match[str], first: datetime | None, last: datetime | None, title: str, desk: Desk) -> datetime | None:
    month = _MONTHS.index(match[1].lower()) + 1 if match[1].lower() in _MONTHS else 0
    hour = int(match[3])
    if match[5]:
        hour = hour % 12 + (12 if match[5] in "pP" else 0)
    stamps = [stamp for stamp in (first, last) if stamp]
    slack = _SLACK if len(stamps) > 1 else _ALONE
    for year in dict.fromkeys(stamp.year + step for stamp in stamps for step in (0, -1, 1)):
        try:
            local = datetime(year, month, int(match[2]), hour, int(match[4]))  # noqa: DTZ001 - the zone follows
        except ValueError:
            continue
        near = local.replace(tzinfo=UTC)
        if min(stamps) - slack <= near <= max(stamps) + slack:
            return _zoned(local, match[6], title, desk)
    desk.say(f"{title}: the time {match[0][:40].splitlines()[0]!r} in its text fits no year of the entry's stamps")
    return None


def _zoned(local: datetime, zone: str | None, title: str, desk: Desk) -> datetime | None:
    if zone in NAMED:
        return (local - timedelta(hours=NAMED[zone])).replace(tzinfo=UTC)
    if zone and zone[0] in "+-":
        return desk.moment(f"{local:%Y-%m-%d %H:%M}{zone}", title)
    return desk.local(local, f"{title}, time in its text{f' ({zone})' if zone else ''}")
