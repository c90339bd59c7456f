"""Names of things as the public reads them: states, verdicts, severities, faults, audiences, registers."""

from __future__ import annotations

from scorecard.model.readings import Verdict, VerdictWord
from scorecard.model.states import StateName
from scorecard.present.words.book import Words


def state_word(words: Words, state: StateName) -> str:
    """The word of a state; it always stands with its sentence."""
    return {
        StateName.PARTNER: words.say("Partner"),
        StateName.GUARDED: words.say("Guarded"),
        StateName.BROKEN: words.say("Trust broken"),
        StateName.RECOVERING: words.say("Recovering"),
        StateName.UNKNOWN: words.say("Not known"),
    }[state]


def state_meaning(words: Words, state: StateName, audience: str = "customers") -> str:
    """What a state means, in one plain sentence."""
    if audience != "customers":
        return {
            StateName.PARTNER: words.say("These people count on us."),
            StateName.GUARDED: words.say("These people still hold back."),
            StateName.BROKEN: words.say("These people no longer trust us."),
            StateName.RECOVERING: words.say("Better, not yet well."),
            StateName.UNKNOWN: words.say("Not measured well enough to say."),
        }[state]
    return {
        StateName.PARTNER: words.say("Customers count on us."),
        StateName.GUARDED: words.say("Customers still hold back."),
        StateName.BROKEN: words.say("Customers no longer trust us."),
        StateName.RECOVERING: words.say("Better, not yet well."),
        StateName.UNKNOWN: words.say("Not measured well enough to say."),
    }[state]


def verdict_cell(words: Words, verdict: Verdict | None, same: float = 0.5) -> str:
    """A change as a table cell says it."""
    if verdict is None:
        return words.say("no figure to compare")
    if verdict.word is VerdictWord.SAME:
        return words.say("steady")
    if verdict.word is VerdictWord.UNCLEAR:
        return words.say("too few answers to tell")
    if verdict.word is VerdictWord.NOT_COMPARABLE or verdict.d is None:
        return words.say("cannot be compared")
    size = words.difference(verdict.d)
    up, down = words.say("up {size}", size=size), words.say("down {size}", size=size)
    return up if verdict.word is VerdictWord.BETTER else down


def verdict_key(words: Words, same: float = 0.5) -> tuple[str, ...]:
    """What the words of a change mean, under every table that uses them."""
    size = words.say("half a point") if same == 0.5 else words.say("{size} points", size=words.plain(same))
    return (
        words.say("Up and down: more than chance."),
        words.say("Steady: any change is under {size}.", size=size),
        words.say("Too few answers to tell: the change could be chance."),
    )


def severity(words: Words, name: str) -> str:
    """Critical, major or minor."""
    return words.once(_severities).get(name, name)


def _severities(words: Words) -> dict[str, str]:
    return {"critical": words.say("Critical"), "major": words.say("Major"), "minor": words.say("Minor")}


def kind(words: Words, name: str) -> str:
    """What an incident was about."""
    return words.once(_kinds).get(name, name)


def _kinds(words: Words) -> dict[str, str]:
    return {
        "service": words.say("Service"),
        "personal-data": words.say("Personal data"),
        "billing": words.say("Bills"),
        "safety": words.say("Safety"),
        "maintenance": words.say("Planned work"),
        "other": words.say("Other"),
    }


def fault(words: Words, name: str) -> str:
    """Whose fault, in a word for tables."""
    return words.once(_faults).get(name, name)


def _faults(words: Words) -> dict[str, str]:
    return {
        "ours": words.say("ours"),
        "supplier": words.say("a supplier’s"),
        "nature": words.say("nature"),
        "unknown": words.say("not known"),
    }


def fault_sentence(words: Words, name: str) -> str:
    """Whose fault, in a sentence: our own in the active voice."""
    names = words.once(_fault_sentences)
    return names.get(name, names[""])


def _fault_sentences(words: Words) -> dict[str, str]:
    return {
        "ours": words.say("The fault was ours."),
        "supplier": words.say("The fault lay with a supplier."),
        "nature": words.say("The cause was nature."),
        "": words.say("We do not know yet whose fault it was."),
    }


def found_by(words: Words, name: str | None) -> str:
    """Who noticed."""
    names = words.once(_finders)
    return names.get(name or "", names[""])


def _finders(words: Words) -> dict[str, str]:
    return {
        "company": words.say("We found it ourselves."),
        "customer": words.say("A customer told us."),
        "partner": words.say("A partner told us."),
        "press": words.say("The press told us."),
        "authority": words.say("An authority told us."),
        "unknown": words.say("We do not know who found it."),
        "": words.say("Who found it is not stated."),
    }


def publisher(words: Words, name: str) -> str:
    """Who made it public before us."""
    names = {
        "customer": words.say("a customer"),
        "press": words.say("the press"),
        "partner": words.say("a partner"),
        "authority": words.say("an authority"),
    }
    return names.get(name, words.say("others"))


def update_status(words: Words, name: str) -> str:
    """Where an incident stood when a word was given."""
    return words.once(_statuses).get(name, name)


def _statuses(words: Words) -> dict[str, str]:
    return {
        "investigating": words.say("looking into it"),
        "identified": words.say("cause found"),
        "monitoring": words.say("watching"),
        "resolved": words.say("put right"),
        "postmortem": words.say("explained"),
        "planned": words.say("planned"),
        "in-progress": words.say("under way"),
        "update": words.say("news"),
    }


def audience(words: Words, name: str) -> str:
    """A title for a series."""
    names = {
        "customers": words.say("Customers"),
        "community": words.say("Acceptance by neighbours"),
        "staff": words.say("Staff"),
        "agencies": words.say("Authorities"),
    }
    return names.get(name, name)


def party(words: Words, name: str) -> str:
    """Who a conversation was with."""
    names = {
        "customers": words.say("Customers"),
        "community": words.say("Neighbours"),
        "staff": words.say("Staff"),
        "operations": words.say("Operations"),
        "agencies": words.say("Authorities"),
    }
    return names.get(name, name)


def promise_state(words: Words, name: str) -> str:
    """What became of a promise."""
    names = {
        "kept": words.say("Kept"),
        "compromise": words.say("Partly kept"),
        "broken": words.say("Broken"),
        "in-the-works": words.say("In the works"),
        "stalled": words.say("Stalled"),
        "not-yet-rated": words.say("Not yet rated"),
    }
    return names.get(name, name)


def outcome(words: Words, name: str) -> str:
    """How a conversation ended."""
    names = {
        "changed": words.say("We changed something"),
        "answered": words.say("Answered"),
        "declined-because": words.say("We will not"),
        "open": words.say("Open"),
    }
    return names.get(name, name)


def effect(words: Words, name: str) -> str:
    """What a decision did to customers."""
    names = {
        "better": words.say("Better for customers"),
        "worse": words.say("Worse for customers"),
        "no-change": words.say("No change seen"),
        "mixed": words.say("Better for some, worse for others"),
    }
    return names.get(name, name)


def sample(words: Words, name: str) -> str:
    """How people were chosen."""
    names = {
        "random": words.say("chosen by chance"),
        "census": words.say("everyone was asked"),
        "opt-in": words.say("only those who chose to answer"),
        "not-stated": words.say("not stated"),
    }
    return names.get(name, name)


def register(words: Words, name: str) -> str:
    """A register that is not published, as a sentence names it."""
    names = {
        "incidents": words.say("list of incidents"),
        "promises": words.say("list of promises"),
        "dialogue": words.say("record of questions"),
        "enquiries": words.say("count of enquiries"),
        "risks": words.say("list of risks"),
        "corrections": words.say("list of corrections"),
        "checks": words.say("plan of surveys"),
        "waves_planned": words.say("plan of surveys"),
        "releases": words.say("release dates"),
        "decisions": words.say("list of decisions"),
        "outcomes": words.say("outcomes"),
    }
    return names.get(name, name.replace("_", " ").replace("-", " "))


def correction_label(words: Words, name: str) -> str:
    """Why a published figure changed."""
    names = {
        "R1": words.say("Late data"),
        "R2": words.say("Planned update"),
        "R3": words.say("New method"),
        "C": words.say("Our mistake"),
    }
    return names.get(name, name)
