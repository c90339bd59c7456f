"""The decisions page: service-cost decisions, what was expected for customers and what was seen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.pages import Page
from scorecard.model.records import Entry
from scorecard.model.records.registers import Decision, SeenEffect
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views.entries import Detail, Opening, newest
from scorecard.present.words import Words, terms

PLACE = 55
#: Bad news first: worse, not looked at though due, worse for some, no change, not due yet, better.
_ORDER = ("worse", "overdue", "mixed", "no-change", "waiting", "better")


@dataclass(frozen=True, slots=True)
class DecisionEntry:
    """One decision: why, what we expected for customers, what we saw. `seen` is '' while nobody looked."""

    id: str
    title: str
    what: str
    why: str
    expected: str
    seen: str
    seen_label: str
    details: tuple[Detail, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class DecisionGroup:
    """All decisions that turned out alike."""

    id: str
    title: str
    what: str
    bad: bool
    entries: tuple[DecisionEntry, ...]


@dataclass(frozen=True, slots=True)
class Decisions(Context):
    """The page; no group where no list is published."""

    opening: Opening
    groups: tuple[DecisionGroup, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of decisions."""
    words = desk.words
    made = [entry for entry in desk.records.decisions if entry.record.decided <= desk.today]
    by_end = {end: [entry for entry in made if _end(desk, entry) == end] for end in _ORDER}
    opening = _opening(words, {end: len(found) for end, found in by_end.items()})
    looked = [effect.at for entry in made if (effect := _seen(desk, entry.record)) is not None]
    yield Page(
        uri=addresses.DECISIONS,
        kind="decisions",
        title=words.say("Decisions on service and cost"),
        template="decisions.html.jinja",
        context=Decisions(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            groups=tuple(_group(desk, end, found) for end, found in by_end.items() if found),
        ),
        updated=newest(desk, [*looked, *(entry.record.decided for entry in made)]),
        description=opening.headline,
        parent=addresses.HOME,
        nav=words.say("Savings"),
        language=words.language,
    )


def _seen(desk: Desk, decision: Decision) -> SeenEffect | None:
    effect = decision.seen_effect
    return effect if effect is not None and effect.at <= desk.today else None


def _end(desk: Desk, entry: Entry[Decision]) -> str:
    effect = _seen(desk, entry.record)
    if effect is not None:
        return effect.better if effect.better in _ORDER else "no-change"
    reading = desk.scorecard.decisions.get(entry.id)
    return "overdue" if reading is not None and reading.overdue else "waiting"


def _opening(words: Words, numbers: dict[str, int]) -> Opening:
    total = sum(numbers.values())
    if not total:
        return Opening(
            words.say("We publish no list of decisions on service and cost"),
            (words.say("So nobody can see what our savings did to you."),),
        )
    late = numbers["overdue"]
    not_looked = words.count(
        "For {n} of {all} decisions we have not looked at the effect in time",
        "For {n} of {all} decisions we have not looked at the effect in time",
        late,
        all=words.number(total),
    )
    if numbers["worse"]:
        headline = words.count(
            "{n} of {all} decisions made things worse for customers",
            "{n} of {all} decisions made things worse for customers",
            numbers["worse"],
            all=words.number(total),
        )
    elif late:
        headline = not_looked
    else:
        headline = words.count(
            "{n} decision, its effect looked at when due", "{n} decisions, each effect looked at when due", total
        )
    lines = [words.say("What we decided about service and cost, what we expected for you, and what we saw.")]
    if late and numbers["worse"]:
        lines.insert(0, f"{not_looked}.")
    return Opening(headline, tuple(lines), addresses.indicator("risks-reviewed"))


def _title(words: Words, end: str) -> str:
    if end == "overdue":
        return words.say("Not looked at, though due")
    return words.say("Not due yet") if end == "waiting" else terms.effect(words, end)


def _group(desk: Desk, end: str, found: list[Entry[Decision]]) -> DecisionGroup:
    words = desk.words
    what = {
        "overdue": words.say("We said by when we would look at the effect on customers. The day has passed."),
        "worse": words.say("Customers are worse off than before."),
        "mixed": words.say("Some customers are better off, others worse."),
        "no-change": words.say("We looked and saw no difference for customers."),
        "waiting": words.say("The day to look at the effect has not come."),
        "better": words.say("Customers are better off than before."),
    }[end]
    newest_first = sorted(found, key=lambda entry: (-entry.record.decided.toordinal(), entry.id))
    return DecisionGroup(
        end, _title(words, end), what, end == "overdue", tuple(_entry(desk, entry) for entry in newest_first)
    )


def _entry(desk: Desk, entry: Entry[Decision]) -> DecisionEntry:
    words, decision = desk.words, entry.record
    effect = _seen(desk, decision)
    label = (
        words.say("What we saw, {day}: {effect}", day=words.day(effect.at), effect=terms.effect(words, effect.better))
        if effect is not None
        else words.say("What we saw")
    )
    return DecisionEntry(
        id=addresses.anchor(addresses.DECISIONS, entry.id),
        title=decision.title,
        what=decision.what,
        why=decision.why,
        expected=decision.expected_effect,
        seen=effect.text if effect is not None else "",
        seen_label=label,
        details=tuple(_details(desk, decision)),
        comment=decision.company_comment or "",
    )


def _details(desk: Desk, decision: Decision) -> Iterator[Detail]:
    words = desk.words
    yield Detail(words.say("Decided"), words.day(decision.decided))
    touched = words.number(decision.customers) if decision.customers is not None else words.say("not stated")
    yield Detail(words.say("Customers it touches"), touched)
    yield Detail(words.say("What it saves"), decision.saving or words.say("not stated"))
    late = _seen(desk, decision) is None and decision.check_by < desk.today
    yield Detail(words.say("Look at the effect by"), words.day(decision.check_by), bad=late)
