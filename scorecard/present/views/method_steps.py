"""The ten steps from answers and incidents to the two scores, in plain words with their formulas: steps 1 to 8."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from scorecard.model.records.method import Method
from scorecard.present.words import Words


@dataclass(frozen=True, slots=True)
class Formula:
    """One or more formulas, with two blanks between them, and what their letters stand for."""

    text: str
    letters: str

    @property
    def parts(self) -> tuple[str, ...]:
        """Each formula by itself."""
        return tuple(self.text.split(",  "))


@dataclass(frozen=True, slots=True)
class Step:
    """One step: sentences ('' starts a new paragraph), a list where there is one, and formulas."""

    id: str
    title: str
    sentences: tuple[str, ...]
    items: tuple[tuple[str, str], ...] = ()
    formulas: tuple[Formula, ...] = ()

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The sentences, joined up to each ''."""
        return tuple(" ".join(group) for told, group in groupby(self.sentences, key=bool) if told)


def trust_steps(words: Words, method: Method) -> Iterator[Step]:
    """Steps 1 to 8: from answers to the trust score and its changes."""
    yield _ask(words, method)
    yield _mean(words)
    yield _range(words)
    yield _other_scales(words)
    yield _parts(words, method)
    yield _hide(words, method)
    yield _other_ways(words, method)
    yield _change(words, method)


def _ask(words: Words, method: Method) -> Step:
    return Step(
        "ask",
        words.say("We ask on a scale of 1 to 10"),
        (
            words.say("Both ends and the middle of the scale carry words. “Don’t know” is on offer."),
            words.say("One question asks for trust directly. The others ask about the parts of trust."),
            words.say("We ask customers, neighbours, staff and authorities apart. We never mix their answers."),
            "",
            words.say("People who do not know are left out of the score. Their share is printed."),
            words.say(
                "Over {share} of them, the figure is marked as weak.",
                share=words.percent(method.gates.dont_know_flag),
            ),
            "",
            words.say("Answers given on 5 or 7 steps come out about 0.3 higher than answers on 10 (Dawes, 2008)."),
            words.say("At a line that decides, 0.3 is much. So we ask on 10 from the start."),
        ),
    )


def _mean(words: Words) -> Step:
    return Step(
        "mean",
        words.say("The score of a question is the mean of its answers"),
        (
            words.say("To see how firm a mean is, we look at how far the answers lie apart."),
            words.say("For that we add one made-up answer at the far end of the scale."),
            words.say("So a group in which all agree never looks certain. The mean itself stays as it is."),
            words.say("Where we know how many customers each group has, each group counts by its size."),
        ),
        formulas=(
            Formula(
                "s*² = ((n − 1)·s² + n/(n + 1)·(m − e)²) / n,  m* = (n·m + e) / (n + 1),  v = s*² / n",
                words.say(
                    "n answers, m their mean, s² their variance. e is the end of the scale farther from m."
                    " v is how much the mean itself varies."
                ),
            ),
            Formula(
                "m = Σ W·m,  m* = Σ W·m*,  v = Σ W²·s*²/n,  n = 1 / Σ (W²/n)",
                words.say("The same by groups: W is the share of a group among all customers."),
            ),
        ),
    )


def _range(words: Words) -> Step:
    return Step(
        "range",
        words.say("Each score has a range"),
        (
            words.say("Ranges made this way hold the true figure in about 95 of 100 surveys."),
            words.say("It is the range of Wilson (1927) for shares, made to fit means."),
            words.say("In our trials it held in 93.7 to 100 of 100, with ten shapes of answers and 10 to 400 people."),
            words.say("A single answer has no range."),
            words.say("A range shows chance only. Those who did not answer may feel differently."),
        ),
        formulas=(
            Formula(
                "p = (m − 1)/9,  p* = (m* − 1)/9,  N = p*(1 − p*) / (v/81)",
                words.say("The mean as a share of the scale, and the number of yes-or-no answers it is worth."),
            ),
            Formula(
                "(p + q²/2N ∓ q·√(p(1 − p)/N + q²/4N²)) / (1 + q²/N)",
                words.say("Both ends. q is the 97.5 % point of Student’s t; for shares it is 1.96."),
            ),
        ),
    )


def _other_scales(words: Words) -> Step:
    return Step(
        "other-scales",
        words.say("Other scales, and means that others published"),
        (
            words.say("Answers on another scale are moved to 1 to 10: the mean and both ends of its range."),
            words.say("Where only a mean is known, we take the widest spread that fits it and say “at most”."),
            words.say("Where nobody says how many answered, there is no range, and the page says so."),
            "",
            words.say("A question, a scale, the way of asking or the people asked may change."),
            words.say("Nothing is compared across such a change. A picture then shows a break."),
        ),
        formulas=(
            Formula("1 + 9·(x − lo) / (hi − lo)", words.say("x on a scale from lo to hi, moved to 1 to 10.")),
            Formula("s² = (hi − m)·(m − lo)·n / (n − 1)", words.say("The widest spread that a mean m allows.")),
        ),
    )


def _parts(words: Words, method: Method) -> Step:
    geometric = method.aggregation == "geometric"
    if geometric:
        how = words.say("The trust score T is the weighted geometric mean of the parts.")
        why = words.say("Strength in one part then makes up less for a collapse in another (as in the HDI, 2010).")
        formula = "T = exp(Σ w·ln D / Σ w)"
    else:
        how = words.say("The trust score T is the weighted mean of the parts.")
        why = words.say("Strength in one part makes up for weakness in another.")
        formula = "T = Σ w·D / Σ w"
    return Step(
        "parts",
        words.say("Questions make parts, parts make the trust score"),
        (
            words.say("A part of trust is the plain mean of its questions."),
            how,
            why,
            "",
            words.say("Its range runs from the T of all lower ends to the T of all upper ends."),
            words.say("That is nearly always wider than it need be."),
            "",
            words.say(
                "T is published where {share} of its weight has {n} answers or more. Else the page says why not.",
                share=words.percent(method.gates.coverage),
                n=method.gates.full_from,
            ),
            words.say("A missing part is never guessed, and never counts as nothing."),
            words.say(
                "Beside T stands S, the direct question. The lower of the two decides what we call the relation."
            ),
            words.say(
                "Where they lie more than {gap} apart and their ranges do not meet, we say so.",
                gap=words.plain(method.verdicts.gap),
            ),
            words.say(
                "With fewer than {n} answers, the headline may use four quarters together.",
                n=method.gates.year_below,
            ),
        ),
        formulas=(
            Formula(formula, words.say("D is the score of a part, w its weight.")),
            Formula(
                "κ = √(r + (1 − r)/k)",
                words.say("Where r, the link between the k parts, is published, half of each range shrinks by κ."),
            ),
        ),
    )


def _hide(words: Words, method: Method) -> Step:
    gates = method.gates
    return Step(
        "hide",
        words.say("What we hide, and what we mark as weak"),
        (
            words.say("Nobody should be found out by an answer. So some figures are hidden."),
            words.say("Where one group is hidden, the next smallest is too, so that nobody can subtract."),
        ),
        (
            (words.say("Under {n} answers", n=gates.suppress_below), words.say("Hidden.")),
            (
                words.say("{low} to {high} answers", low=gates.suppress_below, high=gates.full_from - 1),
                words.say("Shown and marked as weak. No verdict, and no new word for the relation."),
            ),
            (words.say("{n} answers or more", n=gates.full_from), words.say("Shown in full.")),
            (words.say("All answers of a group equal"), words.say("Hidden, however many there are.")),
            (words.say("1 to 4 people gave an answer"), words.say("Shown together with its neighbours.")),
        ),
    )


def _other_ways(words: Words, method: Method) -> Step:
    return Step(
        "other-ways",
        words.say("Other fair ways of adding up"),
        (
            words.say("Any score depends on choices. So we also compute T in every other fair way."),
            words.say("With one kind of mean or the other, with our weights or equal ones, with each part left out."),
            words.say(
                "The lowest and the highest result stand beside T. If they lie on both sides of {line}, we say so.",
                line=words.plain(method.state.partner_at),
            ),
        ),
    )


def _change(words: Words, method: Method) -> Step:
    least, same = words.plain(method.verdicts.least), words.plain(method.verdicts.same)
    return Step(
        "change",
        words.say("Did it change?"),
        (
            words.say("We compare with last quarter, and with the same quarter a year before."),
            words.say("Only parts that both quarters have are compared, and nothing across a break."),
            words.say("Where many changes stand on one page, some would look clear by chance."),
            words.say("So they must be clearer than usual to be named (Holm, 1979)."),
        ),
        (
            (
                words.say("Better or worse"),
                words.say("Chance alone does not explain it, and it is {least} or more.", least=least),
            ),
            (
                words.say("Steady"),
                words.say("Even the ends of the range of the change lie within {same} either way.", same=same),
            ),
            (words.say("Too few answers to tell"), words.say("Everything else.")),
            (
                words.say("Cannot be compared"),
                words.say("A break lies between, or fewer than {n} answered.", n=method.gates.full_from),
            ),
        ),
        (
            Formula(
                "d = t₂ − t₁,  L = d − √((t₂ − l₂)² + (u₁ − t₁)²),  U = d + √((u₂ − t₂)² + (t₁ − l₁)²)",
                words.say(
                    "t is a score, l and u the ends of its range, 1 before and 2 now."
                    " L and U are the ends of the change (Newcombe, 1998)."
                ),
            ),
        ),
    )
