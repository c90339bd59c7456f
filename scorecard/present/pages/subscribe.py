"""The subscribe page: feeds, calendars, what to embed, and what programs read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.present import addresses, outward
from scorecard.present.desk import Context, Desk
from scorecard.present.interfaces import badges, calendars, feeds
from scorecard.present.views.entries import Opening

PLACE = 95


@dataclass(frozen=True, slots=True)
class FeedLine:
    """One feed in both forms: addresses of the site."""

    title: str
    atom: str
    json: str


@dataclass(frozen=True, slots=True)
class Link:
    """A file of the site, and what it is."""

    href: str
    title: str
    what: str


@dataclass(frozen=True, slots=True)
class Embedded:
    """A picture to embed: its address here, its words, its size, and the code that embeds it elsewhere."""

    href: str
    title: str
    words: str
    width: int
    height: int
    code: str


@dataclass(frozen=True, slots=True)
class Subscribe(Context):
    """The page."""

    opening: Opening
    feeds: tuple[FeedLine, ...]
    calendars: tuple[Link, ...]
    pictures: tuple[Embedded, ...]
    programs: tuple[Link, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page."""
    words, say = desk.words, desk.words.say
    opening = Opening(
        say("Hear from us without asking"),
        (
            say("A feed tells you of each word about an incident, each correction and each new quarter."),
            say("Nobody needs to know your address for that."),
        ),
    )
    yield Page(
        uri=addresses.SUBSCRIBE,
        kind="subscribe",
        title=say("Subscribe"),
        template="subscribe.html.jinja",
        context=Subscribe(
            words=words,
            say=say,
            frame=desk.frame,
            opening=opening,
            feeds=tuple(FeedLine(*one) for one in feeds.listed(desk)),
            calendars=(
                Link(calendars.RELEASES, say("Days of new figures"), say("When we publish, announced beforehand.")),
                Link(calendars.PLANNED_WORK, say("Planned work"), say("Work that we announced beforehand.")),
            ),
            pictures=tuple(_pictures(desk)),
            programs=tuple(_programs(desk)),
        ),
        updated=desk.today,
        description=say("Feeds, calendars, a badge and a card to embed, and what programs can read."),
        parent=addresses.DATA,
        nav=say("Subscribe"),
        language=words.language,
    )


def _pictures(desk: Desk) -> Iterator[Embedded]:
    say, name = desk.words.say, desk.organisation.name
    label, message, _ = badges.trust(desk)
    wide = badges.width(label) + badges.width(message) + 20
    text = f"{name}, {label}: {message}"
    for uri, title, width, height in (
        (badges.TRUST_SVG, say("Badge"), wide, 20),
        (badges.CARD, say("Card"), 420, 200),
    ):
        code = (
            f'<a href="{outward.base(desk)}"><img src="{outward.href(desk, uri)}" '
            f'alt="{_attribute(say("Can you trust {name}?", name=name))}" height="{height}"></a>'
        )
        yield Embedded(uri, title, text, width, height, code)


def _attribute(text: str) -> str:
    """A text inside the quotes of an attribute of the code that people copy; the template escapes it once more."""
    for letter, written in (("&", "&amp;"), ('"', "&quot;"), ("<", "&lt;"), (">", "&gt;")):
        text = text.replace(letter, written)
    return text


def _programs(desk: Desk) -> Iterator[Link]:
    say = desk.words.say
    yield Link(addresses.API + "index.json", say("Our own lists"), say("Incidents, quarters, promises, as JSON."))
    yield Link(addresses.API + "openapi.json", say("Their description"), say("Every field, as OpenAPI 3.1."))
    yield Link(addresses.API + "changelog.json", say("Their changes"), say("What changed for programs, and when."))
    yield Link(
        addresses.STATUSPAGE + "summary.json",
        say("Status"),
        say("Open incidents and planned work, as Statuspage has them. It holds what we wrote: we watch no machines."),
    )
    yield Link(badges.TRUST_JSON, say("Badge for shields.io"), say("Its endpoint form."))
    yield Link(addresses.PACKAGE, say("Data package"), say("All tables with their columns, sizes and digests."))
    yield Link(addresses.CHECKSUMS, say("Digests"), say("SHA-256 of each data file."))
