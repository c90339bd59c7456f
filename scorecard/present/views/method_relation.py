"""Step 9: what we call the relation, rule by rule with the numbers in force."""

from __future__ import annotations

from scorecard.model.records.method import Method
from scorecard.present.views.method_steps import Step
from scorecard.present.words import Words


def relation_step(words: Words, method: Method) -> Step:
    """The words partner, guarded, broken, recovering, not known, and the rules R0 to R9."""
    state = method.state
    n = {
        "line": words.plain(state.partner_at),
        "margin": words.plain(state.partner_at + state.margin),
        "low": words.plain(state.partner_at - state.margin),
        "below": words.plain(state.broken_below),
        "floor": words.plain(state.floor),
        "drop": words.plain(state.drop),
        "slow": words.plain(state.slow_drop),
        "rise": words.plain(state.rise),
        "weak": words.plain(state.weakest_partner),
        "weaker": words.plain(state.weakest_guarded),
        "partner_after": state.partner_after,
        "guarded_after": state.guarded_after,
    }
    say = words.say
    rules = (
        (
            "R0",
            say("No usable score. The word stays, and we say when we last measured."),
            say("After two such quarters partner becomes not known; guarded does after four."),
            say("Broken and recovering stay: silence does not heal."),
        ),
        (
            "R1",
            say("Trust broken: the upper end is under {below}, and the score fell far.", **n),
            say("Far is {drop} against the best of four quarters, or {slow} against the best of twelve.", **n),
            say("Even the smallest likely fall must be that large."),
            say("Or the upper end alone is under {floor}.", **n),
        ),
        (
            "R2",
            say("From broken to recovering: the score rose from its lowest by {rise} or more, beyond chance.", **n),
            say("A repair must be published, and none may be late."),
        ),
        (
            "R3",
            say("From recovering back to broken: the same cause came back after its repair."),
            say("Or the score fell again beyond chance, and its upper end is under {below}.", **n),
        ),
        (
            "R4",
            say("From recovering to partner: {partner_after} quarters or more after the break.", **n),
            say("The lower end is {line} or more twice running, and no part is under {weak}.", **n),
        ),
        (
            "R5",
            say("From recovering to guarded: {guarded_after} quarters or more after the break.", **n),
            say("The lower end is {below} or more.", **n),
        ),
        ("R6", say("To partner: lower end {line} or more, score {margin} or more, no part under {weak}.", **n)),
        ("R7", say("From not known to guarded: any other usable score.")),
        (
            "R8",
            say("From partner to guarded: the upper end is under {line}.", **n),
            say("Or the score is {low} or less twice running.", **n),
            say("Or four lower ends running are under {line}, and so is that of all four together.", **n),
        ),
        ("R9", say("From partner to guarded: one part is under {weaker}.", **n)),
    )
    return Step(
        "relation",
        say("What we call the relation"),
        (
            say("The lower of T and S decides, with its own range."),
            say("The rules run over the whole history at every build. One step a quarter is the most."),
            say("Each step says which rule it was and its numbers."),
            say("Partner needs T. The direct question alone gives guarded at most."),
            say("A company may call trust broken early. It can never call it mended."),
        ),
        tuple((name, " ".join(sentences)) for name, *sentences in rules),
    )
