"""The corrections page: what we said, what it says now, why, who found it, and what that did to the score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from scorecard.model.pages import Page
from scorecard.model.records import Entry, quarter_of_id
from scorecard.model.records.registers import Correction
from scorecard.present import addresses
from scorecard.present.desk import Context, Desk
from scorecard.present.views import vintages
from scorecard.present.views.entries import Detail, Opening, newest
from scorecard.present.words import Words, terms

PLACE = 70


@dataclass(frozen=True, slots=True)
class CorrectionEntry:
    """One published figure that was wrong. `href` is the page it stands on, '' where there is none any more."""

    id: str
    title: str
    href: str
    page: str
    label: str
    ours: bool
    silent: bool
    said: str
    says: str
    why: str
    effect: str
    details: tuple[Detail, ...]
    comment: str


@dataclass(frozen=True, slots=True)
class Corrections(Context):
    """The page; `published` is False where there is no list at all."""

    opening: Opening
    entries: tuple[CorrectionEntry, ...]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of corrections."""
    words = desk.words
    seen = [entry for entry in desk.records.corrections if entry.record.published <= desk.today]
    seen.sort(key=lambda entry: (entry.record.notice != "none", -entry.record.published.toordinal(), entry.id))
    opening = _opening(words, seen)
    yield Page(
        uri=addresses.CORRECTIONS,
        kind="corrections",
        title=words.say("Corrections"),
        template="corrections.html.jinja",
        context=Corrections(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            entries=tuple(_entry(desk, entry) for entry in seen),
        ),
        updated=newest(desk, [entry.record.published for entry in seen]),
        description=opening.headline,
        parent=addresses.HOME,
        nav=words.say("Corrections"),
        language=words.language,
    )


def _opening(words: Words, seen: list[Entry[Correction]]) -> Opening:
    if not seen:
        return Opening(
            words.say("We have published no correction"),
            (words.say("That does not mean that everything is right. If you find an error, tell us."),),
        )
    ours = sum(entry.record.label == "C" for entry in seen)
    silent = sum(entry.record.notice == "none" for entry in seen)
    if silent:
        headline = words.count(
            "We changed {n} published figure without saying so",
            "We changed {n} published figures without saying so",
            silent,
        )
    elif ours:
        headline = words.count(
            "{n} of {all} corrections was our own mistake",
            "{n} of {all} corrections were our own mistakes",
            ours,
            all=words.number(len(seen)),
        )
    else:
        headline = words.count("{n} correction, no mistake of ours", "{n} corrections, no mistake of ours", len(seen))
    lines = (
        words.say("What we had published, and what it says now. The newest stands first."),
        words.say("Correcting gives points: hiding an error costs more than mending it."),
    )
    return Opening(headline, lines, addresses.indicator("corrections-made"))


def _entry(desk: Desk, entry: Entry[Correction]) -> CorrectionEntry:
    words, one = desk.words, entry.record
    title, href = concerned(desk, one)
    name = field(words, one.field)
    return CorrectionEntry(
        id=addresses.anchor(addresses.CORRECTIONS, entry.id),
        title=name[:1].upper() + name[1:],
        href=href,
        page=title,
        label=terms.correction_label(words, one.label),
        ours=one.label == "C",
        silent=one.notice == "none",
        said=value(words, one.was),
        says=value(words, one.is_),
        why=one.reason,
        effect=one.effect or words.say("We have not said what it changes."),
        details=(*_details(words, one), *_versions(desk, entry.id)),
        comment=one.company_comment or "",
    )


def _details(words: Words, one: Correction) -> Iterator[Detail]:
    yield Detail(words.say("Who found it"), one.found_by or words.say("not stated"))
    yield Detail(words.say("Found"), words.day(one.found))
    days = words.days(max(0, (one.published - one.found).days))
    yield Detail(words.say("Corrected"), words.say("{day}, after {days}", day=words.day(one.published), days=days))
    for link in one.links:
        yield Detail(words.say("Links"), link, href=link, wide=True)


def _versions(desk: Desk, id: str) -> Iterator[Detail]:
    """The published versions before and after a correction, where the ledger names it."""
    words = desk.words
    for known in desk.records.vintages:
        after = known.record
        if after.restatement is None or after.restatement.correction != id:
            continue
        before = [one for one in vintages.of(desk, after.quarter) if one.version < after.version]
        for label, one in ((words.say("Version before"), before[-1] if before else None), (words.say("After"), after)):
            if one is not None:
                name = words.say("{quarter}, version {number}", quarter=words.quarter(one.quarter), number=one.version)
                yield Detail(label, name, to=addresses.version(one.quarter, one.version))


def concerned(desk: Desk, one: Correction) -> tuple[str, str]:
    """The name and the address of what a correction concerns; the address is '' where no such page is there."""
    words = desk.words
    kind, _, name = one.concerns.strip().partition(":")
    kind, name = kind.strip(), name.strip()
    if kind in ("survey", "enquiries") and (quarter := quarter_of_id(name)) is not None:
        when = words.quarter(quarter)
        if kind == "enquiries":
            title = words.say("Enquiries, {quarter}", quarter=when)
            return title, addresses.quarter(quarter) if quarter in desk.quarters else ""
        who = name[7:].removeprefix("-") or one.audience or "customers"
        title = {
            "community": words.say("Survey of neighbours, {quarter}", quarter=when),
            "staff": words.say("Survey of staff, {quarter}", quarter=when),
            "agencies": words.say("Survey of authorities, {quarter}", quarter=when),
        }.get(who, words.say("Survey of customers, {quarter}", quarter=when))
        if who == "customers":
            return title, addresses.quarter(quarter) if quarter in desk.quarters else ""
        return title, addresses.audience(who) if desk.scorecard.of(who) is not None else ""
    if kind == "incident" and name in desk.incidents:
        return words.clip(desk.incidents[name].record.title, 24, 140), addresses.incident(name)
    if kind == "method":
        return words.say("How we measure"), addresses.METHOD
    return _registered(desk, kind, name) or (one.concerns, "")


def _registered(desk: Desk, kind: str, name: str) -> tuple[str, str] | None:
    """An entry of a register by its id."""
    records = desk.records
    titled: dict[str, tuple[str, dict[str, str]]] = {
        "promise": (addresses.PROMISES, {entry.id: entry.record.title for entry in records.promises}),
        "dialogue": (addresses.DIALOGUE, {entry.id: entry.record.question for entry in records.dialogue}),
        "risk": (addresses.RISKS, {entry.id: entry.record.title for entry in records.risks}),
        "decision": (addresses.DECISIONS, {entry.id: entry.record.title for entry in records.decisions}),
        "outcome": (
            addresses.OUTCOMES,
            {one.id: one.title for one in records.outcomes.record.outcomes} if records.outcomes else {},
        ),
    }
    register, known = titled.get(kind, ("", {}))
    if name not in known:
        return None
    return desk.words.clip(known[name], 24, 140), addresses.entry(register, name)


def field(words: Words, key: str) -> str:
    """The key of a field in plain words; a key nobody foresaw stands as it is."""
    return {
        "invited": words.say("people asked"),
        "respondents": words.say("people who answered"),
        "population": words.say("people in all"),
        "counts": words.say("counts of answers"),
        "known": words.say("when we knew"),
        "notified": words.say("when we told people"),
        "started": words.say("when it started"),
        "resolved": words.say("when it was put right"),
        "severity": words.say("how bad it was"),
        "fault": words.say("whose fault it was"),
        "cause": words.say("the cause"),
        "title": words.say("the title"),
        "affected.customers": words.say("customers affected"),
        "due": words.say("due day"),
    }.get(key.strip(), key.strip().replace("_", " "))


def value(words: Words, text: str) -> str:
    """A published value as a reader writes it: whole numbers with separators, days and times in words."""
    bare = text.strip()
    if re.fullmatch(r"[1-9]\d{3,11}", bare):
        return words.number(int(bare))
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", bare):
            return words.day(date.fromisoformat(bare))
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}", bare):
            at = datetime.fromisoformat(bare)
            return words.say("{day}, {time}", day=words.day(at.date()), time=bare[11:])
    except ValueError:
        pass
    return text
