"""Badges and a card to embed: what a site of others shows of us, in words; and the same for shields.io."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Picture, Tree
from scorecard.model.readings import Estimate, Reason, ReasonCode
from scorecard.model.states import StateName
from scorecard.present import addresses
from scorecard.present.brand import Brand
from scorecard.present.charts.dimensions import Track, track
from scorecard.present.desk import Desk
from scorecard.present.views import score_block
from scorecard.present.views.score_block import ScoreBlock
from scorecard.present.words import headline, terms

TRUST_JSON = addresses.BADGES + "trust.json"
TRUST_SVG = addresses.BADGES + "trust.svg"
INCIDENTS_JSON = addresses.BADGES + "incidents.json"
CARD = addresses.BADGES + "card.svg"
#: The site's colours by day (tokens.css; a test compares): white letters stand out from each. The words say the same.
COLOURS = {
    StateName.PARTNER: "#0b6655",
    StateName.GUARDED: "#7d5200",
    StateName.BROKEN: "#a8201a",
    StateName.RECOVERING: "#27599c",
    StateName.UNKNOWN: "#5a5e65",
}
_SEVERITY = {"critical": "#a8201a", "major": "#7d5200", "minor": "#5a5e65"}
_CALM = "#5a5e65"
#: Widths of letters in the badge's type, in pixels: narrow, usual, wide.
_NARROW, _USUAL, _WIDE = 4.0, 6.4, 11.0
#: So many letters stand in a line of the card at most.
LINE = 60


@dataclass(frozen=True, slots=True)
class Badge:
    """Two words side by side. `left` and `right` are the widths of their fields; the text in each is 10 narrower."""

    name: str
    label: str
    message: str
    colour: str
    left: int
    right: int

    @property
    def width(self) -> int:
        """Of the whole badge."""
        return self.left + self.right


@dataclass(frozen=True, slots=True)
class Card:
    """The score block as a picture of 420 by 200: the same figure, range, word and date as on home."""

    title: str
    description: str
    name: str
    label: str
    figure: str
    between: str
    state: str
    colour: str
    accent: str
    lines: tuple[str, ...]
    stamp: str
    ruler: Track
    line_name: str


def make(desk: Desk) -> Iterator[Tree | Picture]:
    """The badges as JSON for shields.io, and as pictures of our own."""
    label, message, colour = trust(desk)
    yield Tree(TRUST_JSON, _shield(label, message, colour))
    yield Picture(TRUST_SVG, "charts/badge.svg.jinja", _badge(desk.organisation.name, label, message, colour))
    yield Tree(INCIDENTS_JSON, _shield(*_incidents(desk)))
    yield Picture(CARD, "charts/embed.svg.jinja", _card(desk))


def _leading(desk: Desk) -> tuple[ScoreBlock, StateName] | None:
    """The score block of home, None where there is no score."""
    now = desk.trust("customers", desk.quarter)
    block = score_block.make(desk, now) if now is not None else None
    return (block, now.state.name) if block is not None and now is not None and block.figure else None


def trust(desk: Desk) -> tuple[str, str, str]:
    """Label, message and colour: the score with its state in words, or that there is none."""
    words, found = desk.words, _leading(desk)
    if found is None:
        return words.say("trust"), words.say("not measured"), COLOURS[StateName.UNKNOWN]
    block, state = found
    message = words.say("{figure} of 10, {state}", figure=block.figure, state=block.state.word.lower())
    return words.say("trust"), message, COLOURS[state]


def _incidents(desk: Desk) -> tuple[str, str, str]:
    words = desk.words
    if not desk.open_incidents:
        return words.say("incidents"), words.say("none open on our list"), _CALM
    worst = desk.open_incidents[0].record.severity
    message = words.say(
        "{n} open, worst {severity}",
        n=words.number(len(desk.open_incidents)),
        severity=terms.severity(words, worst).lower(),
    )
    return words.say("incidents"), message, _SEVERITY[worst]


def _shield(label: str, message: str, colour: str) -> dict[str, str | int]:
    """The endpoint form of shields.io."""
    return {"schemaVersion": 1, "label": label, "message": message, "color": colour.lstrip("#"), "cacheSeconds": 3600}


def width(text: str) -> int:
    """About how wide a text is in the badge's type; the picture then fits it to exactly that."""
    sizes = (
        _WIDE if unicodedata.east_asian_width(letter) in "WF" else _NARROW if letter in " .,:;!'ijlrtfI|" else _USUAL
        for letter in text
    )
    return round(sum(sizes))


def _badge(name: str, label: str, message: str, colour: str) -> Badge:
    return Badge(name, label, message, colour, width(label) + 10, width(message) + 10)


def _card(desk: Desk) -> Card:
    words, found = desk.words, _leading(desk)
    block, state = found if found is not None else (None, StateName.UNKNOWN)
    said = headline.make(words, desk.customers, desk.quarter).main
    name, line = desk.organisation.name, desk.method.state.partner_at
    stamp = words.say("Figures as of {moment}.", moment=words.day(desk.as_of))
    nothing = track(Estimate(reason=Reason(ReasonCode.NOT_ASKED)), partner_at=line)
    return Card(
        title=words.say("Can you trust {name}?", name=name),
        description=" ".join((said, stamp)),
        name=words.clip(name, 8, 44),
        label=words.clip(block.label, 12, 60) if block is not None else words.say("Trust"),
        figure=block.figure if block is not None else "–",
        between=block.between if block is not None else "",
        state=terms.state_word(words, state),
        colour=COLOURS[state],
        accent=Brand.of(desk.organisation.brand.colour).light,
        lines=wrapped(said, LINE, 2),
        stamp=stamp + (" " + words.say("All data are invented.") if desk.invented else ""),
        ruler=block.ruler if block is not None else nothing,
        line_name=words.plain(line),
    )


def wrapped(text: str, most: int, lines: int) -> tuple[str, ...]:
    """A sentence as at most that many lines, cut between words, the last with an ellipsis where it does not end."""
    found: list[str] = [""]
    for word in text.split():
        longer = f"{found[-1]} {word}".strip()
        if len(longer) <= most or not found[-1]:
            found[-1] = longer
        else:
            found.append(word)
    kept = [line[:most] for line in found[:lines]]
    if len(found) > lines:
        kept[-1] = kept[-1][: most - 1].rstrip(" ,;:.") + "…"
    return tuple(kept)
