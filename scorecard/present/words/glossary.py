"""The words of this site, each with its meaning in plain words. One word for one thing, everywhere."""

from __future__ import annotations

from dataclasses import dataclass

from scorecard.present.words.book import Words


@dataclass(frozen=True, slots=True)
class Term:
    """A word and what it means. `id` is its place on the glossary page, the same in every language."""

    id: str
    word: str
    meaning: str


def terms(words: Words) -> tuple[Term, ...]:
    """All of them, by their word."""
    found = (*_survey(words), *_relation(words), *_incidents(words), *_registers(words), *_figures(words))
    return tuple(sorted(found, key=lambda term: (term.word.casefold(), term.id)))


def _survey(words: Words) -> tuple[Term, ...]:
    say = words.say
    return (
        Term("wave", say("Survey"), say("One time of asking: who was asked, when and how. In the data it is a wave.")),
        Term("item", say("Question"), say("One sentence that people rate from 1 to 10. In the data it is an item.")),
        Term("dimension", say("Part of trust"), say("Questions about one thing, such as being heard.")),
        Term("respondent", say("Respondent"), say("Somebody who answered.")),
        Term(
            "response-rate",
            say("Response rate"),
            say("How many of those asked answered. The others may think otherwise."),
        ),
        Term("trust-score", say("Trust score"), say("What customers say, 1 to 10: all parts of trust together.")),
        Term("direct", say("Asked directly"), say("The answers to the one question how much people trust us.")),
        Term("range", say("Range"), say("Where the true figure lies, as far as chance goes, in 95 of 100 surveys.")),
        Term("n", say("n"), say("How many answers stand behind a figure.")),
        Term(
            "audience", say("Audience"), say("Who was asked: customers, neighbours, staff, authorities. Never mixed.")
        ),
        Term(
            "acceptance",
            say("Acceptance by neighbours"),
            say("How far people near our works put up with us. Elsewhere it is called social licence."),
        ),
        Term("cost-care", say("Savings do not hurt me"), say("The part of trust about cost. Elsewhere: cost care.")),
        Term(
            "opt-in",
            say("Only those who chose to answer"),
            say("Nobody was picked by chance. Such figures get no verdict."),
        ),
        Term("break", say("Break"), say("Something about the survey changed. Nothing is compared across it.")),
        Term(
            "hidden",
            say("Hidden to protect people"),
            say("So few answered that a figure could give them away."),
        ),
        Term(
            "rescaled",
            say("Moved to 1 to 10"),
            say("Answers on another scale, shown on ours. The scale as asked stands beside."),
        ),
    )


def _relation(words: Words) -> tuple[Term, ...]:
    say = words.say
    return (
        Term("state", say("Relation"), say("What we call it: partner, guarded, broken, recovering or not known.")),
        Term("partner", say("Partner"), say("Customers count on us.")),
        Term("guarded", say("Guarded"), say("Customers still hold back.")),
        Term("broken", say("Trust broken"), say("Customers no longer trust us. Only deeds and time mend that.")),
        Term("recovering", say("Recovering"), say("Better, not yet well.")),
        Term("unknown", say("Not known"), say("Not measured well enough to say.")),
        Term("steady", say("Steady"), say("Any change is smaller than we would name.")),
        Term(
            "no-clear-change",
            say("Too few answers to tell"),
            say("There may be a change, but chance could explain it."),
        ),
        Term("better-worse", say("Up, down"), say("A change that chance alone does not explain.")),
        Term("not-comparable", say("Cannot be compared"), say("The two figures were not made in the same way.")),
    )


def _incidents(words: Words) -> tuple[Term, ...]:
    say = words.say
    return (
        Term("incident", say("Incident"), say("Something went wrong for customers. Planned work is none.")),
        Term("started", say("Started"), say("When it began for customers.")),
        Term("known", say("Known"), say("When the first person in the company knew. A clock starts here.")),
        Term("notified", say("Told"), say("When we said the first word in public. In the data: notified.")),
        Term("resolved", say("Put right"), say("When it was over for customers. In the data: resolved.")),
        Term(
            "notice", say("First word"), say("The first message to customers about an incident. In the data: notice.")
        ),
        Term("update", say("Update"), say("Each further word while an incident lasts.")),
        Term("dark", say("Time in the dark"), say("From the start of an incident to our first word.")),
        Term("silence", say("Silence"), say("Time without a word while an incident lasts.")),
        Term("postmortem", say("Explanation"), say("What happened and why, in public. In the data: postmortem.")),
        Term(
            "remediation",
            say("Repair"),
            say("What we change so that it does not come again. In the data: remediation."),
        ),
        Term("severity", say("Critical, major, minor"), say("How bad an incident was for people, by a fixed table.")),
        Term("fault", say("Fault"), say("Whose doing it was: ours, a supplier’s, nature’s, or not known.")),
        Term("foreseen", say("Foreseen"), say("The incident came from a risk on our list.")),
    )


def _registers(words: Words) -> tuple[Term, ...]:
    say = words.say
    return (
        Term("promise", say("Promise"), say("Something we said in public, with a measure and a day.")),
        Term("kept", say("Kept"), say("Done by the measure that we had named.")),
        Term(
            "partly-kept",
            say("Partly kept"),
            say("A part was done. It does not count as kept. In the data: compromise."),
        ),
        Term("broken-promise", say("Broken promise"), say("Not done on its day, or nobody can tell.")),
        Term(
            "dialogue", say("You said, we did"), say("What people asked us and what came of it. In the data: dialogue.")
        ),
        Term("risk", say("Risk"), say("Something that could go wrong for customers.")),
        Term(
            "decision", say("Decision on service and cost"), say("A saving or spending, and what it did to customers.")
        ),
        Term("outcome", say("Outcome"), say("What people did: stayed, left, complained. No cause is claimed.")),
        Term("enquiry", say("Enquiry"), say("Somebody wrote or called us.")),
        Term(
            "restatement",
            say("Correction"),
            say("A published figure that was changed, with its reason. Also: restatement."),
        ),
        Term("vintage", say("Earlier version"), say("Figures as they were published on a day. Elsewhere: vintage.")),
        Term("comment", say("The company comments"), say("Our own words beside a figure. They change no figure.")),
    )


def _figures(words: Words) -> tuple[Term, ...]:
    say = words.say
    return (
        Term(
            "openness",
            say("Openness"),
            say("Points, 0 to 100, for telling, explaining, repairing. In the data: transparency."),
        ),
        Term(
            "indicator",
            say("Sign of openness"),
            say("One thing we count, such as the time to the first word. Also: indicator."),
        ),
        Term("pillar", say("Pillar"), say("Signs of openness about one thing, such as putting right.")),
        Term("weight", say("Weight"), say("How much one thing counts beside the others.")),
        Term("coverage", say("Coverage"), say("The share of the weight for which there is a figure.")),
        Term("cap", say("Never above"), say("A highest number of points after something that must not happen.")),
        Term("reading", say("Reading"), say("One figure for one quarter, or the reason why there is none.")),
        Term(
            "not-tested",
            say("Too few incidents to judge"),
            say("Nothing went wrong often enough to show how open we are."),
        ),
        Term("so-far", say("So far"), say("A clock still runs. The figure can change, and only for the worse.")),
        Term("problem", say("Problem"), say("Something wrong in our data files. With one, no page is built.")),
    )
