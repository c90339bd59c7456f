"""Transparency in words: never the bare number, and the record that needs no score."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason
from scorecard.model.transparency import Cap, Fact, IncidentFigures, IndicatorReading, TransparencyQuarter
from scorecard.present.words import reasons, terms
from scorecard.present.words.book import Words


def total(words: Words, one: TransparencyQuarter) -> str:
    """62 of 100 points for telling, explaining, repairing; or that nothing is rated."""
    if one.score is None:
        return words.say("Not rated: {reason}.", reason=reasons.fragment(words, one.reason))
    return words.say("{n} of 100 points for telling, explaining, repairing.", n=words.points(one.score))


def window(words: Words, one: TransparencyQuarter) -> str:
    """Over which quarters was judged; a longer window is said with its reason."""
    if not one.window:
        return ""
    if len(one.window) == 1:
        return words.say("Judged over one quarter.")
    if one.lengthened:
        years = words.plain(len(one.window) / 4, 1)
        return words.say("Judged over {years} years, because there were few incidents.", years=years)
    return words.say(
        "Judged over {first} to {last}.", first=words.quarter(one.window[0]), last=words.quarter(one.window[-1])
    )


def cap(words: Words, one: Cap, rated: bool) -> str:
    """Why the total cannot be higher."""
    most = words.points(one.value)
    held = words.say("No more than {most} points:", most=most)
    number = len(one.cases)
    if one.id == "made_public":
        why = words.count(
            "others made {n} case public before we spoke.", "others made {n} cases public before we spoke.", number
        )
    elif one.id == "changed_without_notice":
        why = words.count(
            "we changed {n} published figure without saying so.",
            "we changed {n} published figures without saying so.",
            number,
        )
    elif one.id == "unknown_fields":
        unknown, fields = one.facts.get("unknown", 0), one.facts.get("fields", 0)
        why = words.say("{unknown} of {fields} facts that we owe are not known.", unknown=unknown, fields=fields)
    else:
        why = words.count("{n} case.", "{n} cases.", number)
    return f"{held} {why}" if rated else why[:1].upper() + why[1:]


def fact_name(words: Words, one: Fact) -> str:
    """What a count is of: Told in time."""
    name = words.say(one.words) if one.words else one.id.replace("-", " ")
    return name[:1].upper() + name[1:]


def fact_count(words: Words, one: Fact) -> str:
    """2 of 3."""
    return words.say("{met} of {of}", met=words.number(one.met), of=words.number(one.of))


def fact(words: Words, one: Fact) -> str:
    """A count anybody can check: Told in time: 2 of 3."""
    return words.say("{what}: {count}", what=fact_name(words, one), count=fact_count(words, one))


def heading(words: Words, quarter: Quarter, figures: IncidentFigures, unknown: int = 0) -> str:
    """How many incidents a quarter had, and how many were our fault, as a heading. `unknown`: fault not known."""
    name = words.quarter(quarter)
    if not figures.count:
        return words.say("No incident on our list for {quarter}", quarter=name)
    return words.count(
        "{n} incident in {quarter}, {own} our fault",
        "{n} incidents in {quarter}, {own} our fault",
        figures.count,
        quarter=name,
        own=words.number(figures.own_fault) if figures.own_fault or unknown else words.say("none"),
    ) + (words.say(", {n} not known", n=words.number(unknown)) if unknown else "")


def counted(words: Words, figures: IncidentFigures, unknown: int = 0) -> str:
    """How many incidents, how bad, whose fault; `unknown` counts those whose fault is not known."""
    if not figures.count:
        return words.say("No incident is on our list for this quarter.")
    parts = [words.count("{n} incident.", "{n} incidents.", figures.count)]
    kinds = [
        words.say("{n} {severity}", n=words.number(number), severity=terms.severity(words, name).lower())
        for name, number in figures.by_severity.items()
        if number
    ]
    if kinds:
        listed = words.listed(kinds)
        parts.append(listed[:1].upper() + listed[1:] + ".")
    parts.append(
        words.count("{n} was our fault.", "{n} were our fault.", figures.own_fault)
        if figures.own_fault or unknown
        else words.say("None was our fault.")
    )
    if unknown:
        parts.append(
            words.count(
                "For {n} we do not know whose fault it was.", "For {n} we do not know whose fault it was.", unknown
            )
        )
    if figures.people is not None:
        parts.append(
            words.count("{n} customer was affected in all.", "{n} customers were affected in all.", figures.people)
        )
    if figures.people_unknown:
        parts.append(
            words.count(
                "For {n} we do not know how many people.",
                "For {n} we do not know how many people.",
                figures.people_unknown,
            )
        )
    return " ".join(parts)


def times(words: Words, figures: IncidentFigures) -> tuple[str, ...]:
    """How fast, how long, how silent; medians in plain words."""
    found = []
    if figures.median_minutes_to_notice is not None:
        found.append(
            words.say(
                "Half of the first words came within {time}.", time=words.duration(figures.median_minutes_to_notice)
            )
        )
    if figures.worst_notice_minutes is not None and figures.count > 1:
        found.append(words.say("The slowest took {time}.", time=words.duration(figures.worst_notice_minutes)))
    if figures.median_minutes_to_resolve is not None:
        found.append(
            words.say(
                "Half of the incidents were put right within {time}.",
                time=words.duration(figures.median_minutes_to_resolve),
            )
        )
    if figures.longest_silence_minutes is not None:
        found.append(
            words.say("The longest silence lasted {time}.", time=words.duration(figures.longest_silence_minutes))
        )
    return tuple(found)


def change(words: Words, figures: IncidentFigures) -> str:
    """More or fewer than the quarter before, on the counts' own verdict."""
    return {
        "fewer": words.say("That is fewer than the quarter before, beyond chance."),
        "more": words.say("That is more than the quarter before, beyond chance."),
        "no clear change": words.say("That is no clear change against the quarter before."),
    }.get(figures.change, "")


def absent(words: Words, names: Iterable[str]) -> str:
    """Registers that are not published, by name."""
    listed = [terms.register(words, name) for name in names]
    if not listed:
        return ""
    return words.say("We publish no {registers}.", registers=_either(words, listed))


def indicator(words: Words, one: IndicatorReading) -> str:
    """Points of one indicator, or why there are none."""
    if one.value is None:
        return reasons.sentence(words, one.reason)
    text = words.say("{n} of 100", n=words.points(one.value))
    return text + " " + words.say("so far") if one.provisional else text


def extremes(words: Words, one: IndicatorReading) -> str:
    """Its median and worst case, printed and never scored."""
    if one.median is None and one.worst is None:
        return ""
    if one.unit not in ("minutes", "days", "ratio"):
        return ""

    def tell(value: float) -> str:
        if one.unit == "ratio":
            return words.say("{n} times the promise", n=words.plain(value, 1))
        return words.duration(value) if one.unit == "minutes" else words.days(value)

    parts = []
    if one.median is not None:
        parts.append(words.say("half within {time}", time=tell(one.median)))
    if one.worst is not None:
        parts.append(words.say("worst {time}", time=tell(one.worst)))
    return ", ".join(parts)


def pillar_reason(words: Words, reason: Reason | None) -> str:
    """Why a pillar is not rated."""
    return words.say("Not rated: {reason}.", reason=reasons.fragment(words, reason))


def span(words: Words, quarters: tuple[Quarter, ...]) -> str:
    """Q4 2025 to Q3 2026."""
    if not quarters:
        return ""
    return words.say("{first} to {last}", first=words.quarter(quarters[0]), last=words.quarter(quarters[-1]))


def _either(words: Words, items: list[str]) -> str:
    if len(items) < 2:
        return "".join(items)
    return words.say("{most} and no {last}", most=", ".join(items[:-1]), last=items[-1])
