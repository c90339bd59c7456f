"""Why a relation is called as it is: the rule that decided and its numbers, in plain sentences."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from scorecard.model.readings import Flag
from scorecard.model.states import StateName
from scorecard.model.trust import State, TrustQuarter
from scorecard.present.words.book import Words


def why(words: Words, now: TrustQuarter) -> str:
    """One to three sentences: the rule and the numbers it looked at. An unknown detail says the state's own minimum."""
    tell = _Tell(words, now, now.state, now.state.facts)
    known = {
        "unusable": tell.unusable,
        "never": tell.never,
        "lapsed": tell.lapsed,
        "marked": tell.marked,
        "drop": tell.fell,
        "slide": tell.fell,
        "deep_distrust": tell.deep_distrust,
        "rise": tell.rise,
        "no_rise": tell.no_rise,
        "no_action": tell.no_action,
        "overdue": tell.overdue,
        "repeat": tell.repeat,
        "fall": tell.fall,
        "healed": tell.healed,
        "time": tell.time,
        "waiting": tell.waiting,
        "partner": tell.partner,
        "holds": tell.holds,
        "no_trust": tell.no_trust,
        "lower_end": tell.lower_end,
        "margin": tell.margin,
        "weakest": tell.weakest,
        "upper_end": tell.upper_end,
        "twice": tell.twice,
        "pooled": tell.pooled,
    }.get(now.state.detail)
    return known() if known is not None else tell.plainly()


@dataclass(frozen=True, slots=True)
class _Tell:
    """The sentences of one quarter's state."""

    words: Words
    now: TrustQuarter
    state: State
    facts: Mapping[str, float | int | str]

    def figure(self, name: str, *boundaries: str) -> str:
        value = self.facts.get(name)
        limits = [float(v) for b in boundaries if isinstance(v := self.facts.get(b), int | float)]
        return self.words.figure(float(value), *limits) if isinstance(value, int | float) else "?"

    def size(self, name: str) -> str:
        value = self.facts.get(name)
        return self.words.difference(float(value)) if isinstance(value, int | float) else "?"

    def limit(self, name: str) -> str:
        value = self.facts.get(name)
        return self.words.plain(float(value)) if isinstance(value, int | float) else "?"

    def number(self, name: str) -> int:
        value = self.facts.get(name)
        return value if isinstance(value, int) else 0

    def of(self) -> str:
        """Which figure decided, named only where the reader sees another one first."""
        both = self.now.trust.score is not None and self.now.direct.score is not None
        if both and self.facts.get("measure") == "S":
            return self.words.say(" of the direct answers")
        return ""

    def say(self, message: str, **facts: object) -> str:
        return self.words.say(message, **facts)

    def unusable(self) -> str:
        state = self.state
        if state.measured is None:
            return self.never()
        last = self.say("Last measured well enough in {quarter}.", quarter=self.words.quarter(state.measured))
        if state.name in (StateName.BROKEN, StateName.RECOVERING):
            return last + " " + self.say("Silence does not heal.")
        return last

    def never(self) -> str:
        if self.now.fielding is not None and self.now.fielding.sample == "opt-in":
            return self.say("Only those who chose to answer were asked, so we give no verdict.")
        shown = self.now.shown
        if shown.n is not None and Flag.LOW_RELIABILITY in shown.flags:
            return self.words.count(
                "{n} answer is too few for a verdict.", "{n} answers are too few for a verdict.", shown.n
            )
        return self.say("No score so far can carry a verdict.")

    def lapsed(self) -> str:
        if self.state.measured is None:
            return self.never()
        return self.say(
            "The last good measurement was in {quarter}. That is too long ago.",
            quarter=self.words.quarter(self.state.measured),
        )

    def marked(self) -> str:
        if self.state.name is StateName.BROKEN:
            return self.say(
                "The survey changed, but even the upper end, {hi}, is under {floor}.",
                hi=self.figure("hi", "floor"),
                floor=self.limit("floor"),
            )
        return self.say(
            "The survey changed, but even the upper end, {hi}, is under {line}.",
            hi=self.figure("hi", "line"),
            line=self.limit("line"),
        )

    def fell(self) -> str:
        return self.say(
            "It fell by about {drop} (very likely at least {least}) from {high} and is wholly below {below}.",
            drop=self.size("drop"),
            least=self.size("least_drop"),
            high=self.figure("from"),
            below=self.limit("below"),
        )

    def deep_distrust(self) -> str:
        return self.say(
            "This is deep distrust: even the upper end{of}, {hi}, is under {floor}.",
            of=self.of(),
            hi=self.figure("hi", "floor"),
            floor=self.limit("floor"),
        )

    def broke(self) -> str:
        quarter = self.state.broke
        return self.say("Trust broke in {quarter}.", quarter=self.words.quarter(quarter)) if quarter else ""

    def rise(self) -> str:
        rose = self.say(
            "It rose by about {rise} (very likely at least {least}) from {low}.",
            rise=self.size("rise"),
            least=self.size("least_rise"),
            low=self.figure("lowest"),
        )
        repairs = self.words.count(
            "{n} repair is published and on time.", "{n} repairs are published and on time.", self.number("published")
        )
        return f"{self.broke()} {rose} {repairs}".strip()

    def no_rise(self) -> str:
        if "least_rise" not in self.facts:
            return self.broke()
        rest = self.say(
            "It has not risen by {needed} beyond chance since.",
            needed=self.limit("least_needed"),
        )
        return f"{self.broke()} {rest}".strip()

    def no_action(self) -> str:
        return f"{self.broke()} {self.say('It has risen since, but we have published no repair.')}".strip()

    def overdue(self) -> str:
        late = self.words.count(
            "It has risen since, but {n} repair is past its date.",
            "It has risen since, but {n} repairs are past their date.",
            self.number("overdue"),
        )
        return f"{self.broke()} {late}".strip()

    def repeat(self) -> str:
        return self.say("The same cause came back after we said it was mended, so trust is broken again.")

    def fall(self) -> str:
        return self.say(
            "It fell again, from {before}, and is wholly below {below}.",
            before=self.figure("before"),
            below=self.limit("below"),
        )

    def healed(self) -> str:
        return self.say(
            "{n} quarters after the break, the lower end was {line} or more twice running.",
            n=self.number("since_break"),
            line=self.limit("line"),
        )

    def time(self) -> str:
        return self.say(
            "{n} quarters after the break, the lower end, {lo}, is {line} or more.",
            n=self.number("since_break"),
            lo=self.figure("lo", "guarded_line"),
            line=self.limit("guarded_line"),
        )

    def waiting(self) -> str:
        since = self.number("since_break")
        past = self.words.count("That is {n} quarter ago.", "That is {n} quarters ago.", since)
        partner, guarded = self.number("partner_after"), self.number("guarded_after")
        if since < partner:
            needs = self.say(
                "Partner needs {n} quarters and a lower end of {line} twice running; ours is {lo}.",
                n=partner,
                line=self.limit("line"),
                lo=self.figure("lo", "line"),
            )
        elif since < guarded:
            needs = self.say(
                "Partner needs a lower end of {line} twice running; ours is {lo}.",
                line=self.limit("line"),
                lo=self.figure("lo", "line"),
            )
        else:
            needs = self.say(
                "The word guarded needs a lower end of {line}; ours is {lo}.",
                line=self.limit("guarded_line"),
                lo=self.figure("lo", "guarded_line"),
            )
        return f"{self.broke()} {past} {needs}".strip()

    def partner(self) -> str:
        return self.say(
            "We call this partner because even the lower end{of}, {lo}, is {line} or more.",
            of=self.of(),
            lo=self.figure("lo", "line"),
            line=self.limit("line"),
        )

    def holds(self) -> str:
        lo = self.facts.get("lo")
        line = self.facts.get("line")
        if isinstance(lo, float | int) and isinstance(line, float | int) and lo >= line:
            return self.partner()
        return self.say(
            "It stays so for now: the upper end{of}, {hi}, is {line} or more.",
            of=self.of(),
            hi=self.figure("hi", "line"),
            line=self.limit("line"),
        )

    def no_trust(self) -> str:
        return self.say("The parts of trust have no score, so we go no further than guarded.")

    def lower_end(self) -> str:
        return self.say(
            "We call this guarded because the lower end{of}, {lo}, is under {line}.",
            of=self.of(),
            lo=self.figure("lo", "line"),
            line=self.limit("line"),
        )

    def margin(self) -> str:
        return self.say(
            "We call this guarded because the score{of}, {x}, is under {needed}.",
            of=self.of(),
            x=self.figure("x", "needed"),
            needed=self.limit("needed"),
        )

    def weakest(self) -> str:
        return self.say(
            "We call this guarded because one part, {part}, stands at {score}, under {limit}.",
            part=self.part(),
            score=self.figure("weakest", "weakest_limit"),
            limit=self.limit("weakest_limit"),
        )

    def part(self) -> str:
        id = self.facts.get("weakest_id")
        return next((one.name for one in self.now.dimensions if one.id == id), str(id))

    def upper_end(self) -> str:
        return self.say(
            "We call this guarded because even the upper end{of}, {hi}, is under {line}.",
            of=self.of(),
            hi=self.figure("hi", "line"),
            line=self.limit("line"),
        )

    def twice(self) -> str:
        return self.say(
            "We call this guarded because the score{of} was {low} or less twice running: {before}, then {x}.",
            of=self.of(),
            low=self.limit("low"),
            before=self.figure("before", "low"),
            x=self.figure("x", "low"),
        )

    def pooled(self) -> str:
        return self.say(
            "We call this guarded because four quarters together lie at {mean}, and their lower end is {lo}.",
            mean=self.figure("mean"),
            lo=self.figure("pooled_lo", "line"),
        )

    def plainly(self) -> str:
        return self.say("Rule {rule} of the method gives this word.", rule=self.state.rule)
