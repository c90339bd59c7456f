"""What the presenting room decides for other programs: feeds, calendars, and the data package over the downloads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from scorecard.model.pages import Json, Picture, Tree


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One piece of news. `id` is never used again; `link` is a whole address; all texts are plain text, not markup."""

    id: str
    title: str
    link: str
    at: datetime
    text: str
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Feed:
    """News, newest first, to be written as Atom 1.0 (at `atom`) and as JSON Feed 1.1 (at `json`).

    `atom_href`, `json_href` and `home` are whole addresses. `updated` is that of the newest entry, else the cut-off.
    """

    atom: str
    json: str
    id: str
    title: str
    subtitle: str
    home: str
    atom_href: str
    json_href: str
    author: str
    author_href: str
    updated: datetime
    entries: tuple[FeedEntry, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Event:
    """A moment or a stretch of time in a calendar; `end` is None for a moment. `uid` is never used again."""

    uid: str
    title: str
    text: str
    link: str
    start: datetime
    end: datetime | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Calendar:
    """Events to subscribe to, oldest first; `stamp` is the moment of the figures."""

    uri: str
    title: str
    text: str
    stamp: datetime
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the site in a data package: its address, and what to say of it beside its size and digest."""

    uri: str
    more: dict[str, Json]


@dataclass(frozen=True, slots=True)
class Package:
    """A data package: `head` as decided; sizes and digests are added from the bytes as published.

    Beside its resources it holds every JSON file below one of its `folders`, in their order. `checksums` is
    the address of the same digests in the form that `sha256sum -c` reads.
    """

    uri: str
    checksums: str
    head: dict[str, Json]
    resources: tuple[Resource, ...]
    folders: tuple[str, ...] = ()


#: What an interface may make. Packages are written last: they hold digests of the other files.
Interface = Tree | Picture | Feed | Calendar | Package
