"""Atom and RSS histories of a status page: one entry for each incident, or one for each word of an incident.

The link of an entry names the incident, so entries with one link are one incident. It does not where it is that of the
page itself, or where all entries have the same one under different titles; there each entry is an incident. Cachet puts
the word behind the link, as `#update-3`, and its state before the title, as `[Fixed]`; both are taken off.
Where the text of an entry has a form, its words are taken apart (see feed_words). Everywhere else an entry is one word,
at its own stamp. A feed has no severity, and its stamps are no beginning and no end. Where a source keeps only the last
word of an incident, the stamp is that word's, and when the first was said is unknown.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

from scorecard.importers.conversion import Unreadable
from scorecard.importers.incidents import desk as said_of
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.feed_html import paragraphs
from scorecard.importers.incidents.feed_words import apart
from scorecard.importers.incidents.feed_xml import Element, tree
from scorecard.importers.incidents.found import NOT_YET, UNKNOWN, Clock, Found, Said, Source

NAME = "Atom/RSS"
_CACHET = re.compile(r"(https?://[^#]+?)/*#(?:reported|update-\d+)")
_CACHET_STATE = re.compile(r"\[[^\[\]]{1,30}\] *(?=\S)")


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
        found += _grouped([_bare(made) for one in entries if (made := _incident(one, desk))], home)
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


def _bare(one: Found) -> Found:
    """Without what Cachet adds for each word."""
    match = _CACHET.fullmatch(one.url or "")
    return replace(one, url=match[1], title=_CACHET_STATE.sub("", one.title, count=1)) if match else one


def _joined(id: str, group: Sequence[Found]) -> Found:
    first, last = group[0], group[-1]
    if len(group) == 1:
        return replace(first, id=id[:200])
    title = _tail(last.title) if len({_tail(one.title) for one in group}) == 1 else last.title
    words = tuple(word for one in group for word in one.said)
    times = [one.first for one in group if one.first]
    planned = any(one.planned for one in group)
    return replace(last, id=id[:200], title=title, planned=planned, said=words, notified=min(times, default=None))


def _told(one: Found) -> str:
    return one.first.isoformat() if one.first else ""


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
    stamps = [stamp for stamp in (first, last) if stamp]
    blocks = paragraphs(entry.first("encoded", "content", "description", "summary") or "")
    form = apart(blocks, stamps, title, desk)
    words = form.said
    planned = form.planned or any(word.status == "planned" for word in words)
    told = min((word.at for word in words), default=stamps[0] if stamps else None)
    if not words and form.whole and stamps:
        at = stamps[-1] if form.last else stamps[0]
        words = (Said(at, form.last or "update", form.whole),)
        told = None if form.last and len(stamps) == 1 else told
    return Found(
        id,
        title,
        planned,
        parts=form.parts,
        notified=told,
        started=next((word.at for word in words if word.status == "in-progress"), None) if planned else None,
        resolved=_end(words),
        planned_for=form.planned_for,
        url=said_of.link(address),
        said=words,
        stated={"started": NOT_YET} if planned and words and words[-1].status == "planned" else {},
        only_last=form.last is not None,
    )


def _end(words: Sequence[Said]) -> Clock:
    """The time of the word that says so; open only where the words are states and none of them is the last one."""
    over = next((word.at for word in words if word.status == "resolved"), None)
    if over or any(word.status == "postmortem" for word in words):
        return over or UNKNOWN
    return UNKNOWN if not words or all(word.status == "update" for word in words) else NOT_YET
