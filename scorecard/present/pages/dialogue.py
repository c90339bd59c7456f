"""You said, we did: open questions first, then what we will not do, then what changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.records import Entry
from scorecard.model.records.registers import Dialogue as Item
from scorecard.model.scorecards import DialogueFigures
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Detail, Opening, language, newest, state_of
from scorecard.present.words import Words, terms

PLACE = 40
#: Open first: nobody has answered. Then the refusals, then what changed, last what only needed an answer.
_ORDER = ("open", "declined-because", "changed", "answered")


@dataclass(frozen=True, slots=True)
class DialogueEntry:
    """One question or proposal with what became of it; `lang` is the language it was asked in, '' for the page's."""

    id: str
    lang: str
    question: str
    asked: str
    answer: str
    closing_label: str
    closing: str
    closing_bad: bool
    details: tuple[Detail, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class DialogueGroup:
    """All entries with one outcome."""

    id: str
    title: str
    what: str
    entries: tuple[DialogueEntry, ...]


@dataclass(frozen=True, slots=True)
class PartyRow:
    """What was asked by one party: how much, how much of it is open, how fast half of the answers came."""

    party: str
    items: str
    started: str
    open: str
    some_open: bool
    median: str


@dataclass(frozen=True, slots=True)
class Dialogue(Context):
    """The page; no group where no record of questions is published."""

    opening: Opening
    groups: tuple[DialogueGroup, ...]
    parties: tuple[PartyRow, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of questions and answers."""
    words = desk.words
    seen = [entry for entry in desk.records.dialogue if entry.record.asked <= desk.today]
    sorted_ = {state: _sorted(desk, seen, state) for state in _ORDER}
    opening = _opening(words, len(seen), len(sorted_["open"]))
    yield Page(
        uri=addresses.DIALOGUE,
        kind="dialogue",
        title=words.say("You said, we did"),
        template="dialogue.html.jinja",
        context=Dialogue(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            groups=tuple(_group(desk, state, entries) for state, entries in sorted_.items() if entries),
            parties=tuple(_party(words, one) for one in desk.scorecard.dialogue),
        ),
        updated=newest(desk, [day for entry in seen for day in (entry.record.asked, entry.record.answered)]),
        description=opening.headline,
        parent=addresses.HOME,
        nav=words.say("You said, we did"),
        language=words.language,
    )


def _sorted(desk: Desk, seen: list[Entry[Item]], state: str) -> list[Entry[Item]]:
    """Open ones: the longest wait first; all others: the newest answer first."""
    found = [entry for entry in seen if state_of(entry.record, desk.today) == state]
    if state == "open":
        return sorted(found, key=lambda entry: (entry.record.asked, entry.id))
    return sorted(found, key=lambda entry: (-(entry.record.answered or entry.record.asked).toordinal(), entry.id))


def _opening(words: Words, total: int, waiting: int) -> Opening:
    if not total:
        return Opening(
            words.say("We publish no record of questions"),
            (words.say("Write to us: an answer that others can read helps them too."),),
        )
    number = words.number(total)
    if waiting:
        headline = words.count(
            "{n} of {all} questions has no answer yet", "{n} of {all} questions have no answer yet", waiting, all=number
        )
    else:
        headline = words.count("{n} question, none left open", "{n} questions, none left open", total)
    lines = (
        words.say("What people asked us, what we said, and what changed."),
        words.say("“We will not, because” is an answer too."),
    )
    return Opening(headline, lines, addresses.indicator("dialogue-closed"))


def _group(desk: Desk, state: str, entries: list[Entry[Item]]) -> DialogueGroup:
    words = desk.words
    title, what = {
        "open": (words.say("Open questions"), words.say("Nobody has answered yet. The longest wait stands first.")),
        "declined-because": (words.say("We will not, because"), words.say("What we were asked for and do not do.")),
        "changed": (words.say("You said, we did"), words.say("What changed because somebody spoke up.")),
    }.get(state, (words.say("Answered"), words.say("Questions that needed an answer only.")))
    return DialogueGroup(state, title, what, tuple(_entry(desk, state, entry) for entry in entries))


def _entry(desk: Desk, state: str, entry: Entry[Item]) -> DialogueEntry:
    words, item = desk.words, entry.record
    label, closing, missing = {
        "changed": (words.say("What changed"), item.changed, words.say("We have not said what.")),
        "declined-because": (words.say("Why not"), item.because, words.say("We gave no reason.")),
    }.get(state, ("", None, ""))
    answered = state != "open"
    return DialogueEntry(
        id=addresses.anchor(addresses.DIALOGUE, entry.id),
        lang=language(item.lang),
        question=item.question,
        asked=words.say("{who} asked on {day}.", who=_capital(item.started_by), day=words.day(item.asked)),
        answer=(item.answer or words.say("The answer is not written down here.")) if answered else "",
        closing_label=label,
        closing=closing or missing,
        closing_bad=bool(label) and not closing,
        details=tuple(_details(desk, item, answered)),
        comment=item.company_comment or "",
    )


def _details(desk: Desk, item: Item, answered: bool) -> Iterator[Detail]:
    words = desk.words
    yield Detail(words.say("Who"), terms.party(words, item.with_))
    if item.channel:
        yield Detail(words.say("How"), item.channel)
    if not answered:
        days = words.days((desk.today - item.asked).days)
        yield Detail(words.say("Open for"), days, bad=True)
    elif item.answered is None:
        yield Detail(words.say("Answered"), words.say("day not stated"))
    else:
        days = words.days(max(0, (item.answered - item.asked).days))
        yield Detail(words.say("Answered"), words.say("{day}, after {days}", day=words.day(item.answered), days=days))


def _party(words: Words, one: DialogueFigures) -> PartyRow:
    return PartyRow(
        party=terms.party(words, one.party),
        items=words.number(one.items),
        started=words.number(one.started_by_them),
        open=words.number(one.open),
        some_open=one.open > 0,
        median=words.days(one.median_days) if one.median_days is not None else words.say("not known"),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
