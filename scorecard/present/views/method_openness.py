"""Step 10: from incidents and other facts to the points for openness."""

from __future__ import annotations

from scorecard.model.records.method import Method
from scorecard.present.views.method_steps import Formula, Step
from scorecard.present.words import Words


def openness_step(words: Words, method: Method) -> Step:
    """Points for telling, explaining, repairing: 0 to 100, by the day things were first known."""
    say, windows, weights = words.say, method.windows, method.severity_weights
    quarters = [words.number(count) for count in windows.quarters]
    return Step(
        "openness",
        say("Points for openness"),
        (
            say("Openness has 0 to 100 points for telling, explaining, repairing."),
            say(
                "We look at the shortest of {quarters} quarters that holds {n} incidents or more.",
                quarters=say("{most} or {last}", most=", ".join(quarters[:-1]), last=quarters[-1])
                if len(quarters) > 1
                else "".join(quarters),
                n=windows.least_incidents,
            ),
            say("Each sign of openness gives every incident points: yes or no, or by time."),
            "",
            say("By time: 100 points up to a target, none from a limit on. Each doubling costs the same."),
            say(
                "Points are averaged by how bad it was. Critical weighs {critical}, major {major}, minor {minor}.",
                **{name: words.plain(weights.get(name, 0.0)) for name in ("critical", "major", "minor")},
            ),
            say(
                "In the first two pillars our own faults count {n} times.",
                n=words.plain(method.own_fault_weight),
            ),
            "",
            say("Signs make pillars and pillars make the total, by weight. What does not apply is left out of both."),
            "",
            say("A clock that still runs counts with its time so far. Such points can only fall."),
            say("A fact that we owe and do not know counts as the worst. Silence must not pay."),
            "",
            say(
                "A pillar needs {pillar} of its weight, the total {total}. Else it is not rated.",
                pillar=words.percent(windows.pillar_coverage),
                total=words.percent(windows.total_coverage),
            ),
            say("The counts are shown all the same. No incident is not full points: there is nothing to judge."),
            "",
            say("Only what had happened by the end of a quarter counts for it."),
            say("Planned work never counts as an incident."),
            "",
            say("Middle values and worst cases are printed, never scored. Half of all cases lie under a middle value."),
            say("Middle values count running clocks too (Kaplan and Meier, 1958). One wrong year does not move them."),
            say("We never choose these numbers by what raises trust."),
        ),
        (
            (
                say("Never above {n}", n=words.plain(method.caps.made_public)),
                say("Others made a critical or major incident public first, and we were silent past the limit."),
            ),
            (
                say("Never above {n}", n=words.plain(method.caps.changed_without_notice)),
                say("We changed a published figure without saying so."),
            ),
            (
                say("Never above {n}", n=words.plain(method.caps.unknown_fields)),
                say(
                    "More than {share} of the facts that we owe are not known.",
                    share=words.percent(method.caps.unknown_share),
                ),
            ),
        ),
        (
            Formula(
                "100 · ln(limit/d) / ln(limit/target)",
                say("Points by time: d is the time it took. Never under 0 or over 100."),
            ),
            Formula(
                "Σ w·x / Σ w",
                say("Points of a pillar and of the total: x are the points, w the weights of what is rated."),
            ),
        ),
    )
