"""Answers in words that many surveys use: whole scales from the low end to the high end, and words for no answer."""

from __future__ import annotations

from collections.abc import Iterable

from scorecard.importers.surveys.meaning import fold

LIKERT = (
    ("strongly disagree", "disagree", "neither agree nor disagree", "agree", "strongly agree"),
    ("strongly disagree", "disagree", "neutral", "agree", "strongly agree"),
    ("strongly disagree", "somewhat disagree", "neither agree nor disagree", "somewhat agree", "strongly agree"),
    ("strongly disagree", "somewhat disagree", "neutral", "somewhat agree", "strongly agree"),
    ("strongly disagree", "disagree", "somewhat disagree", "neither agree nor disagree", "somewhat agree", "agree",
     "strongly agree"),
    ("very dissatisfied", "dissatisfied", "neither satisfied nor dissatisfied", "satisfied", "very satisfied"),
    ("very dissatisfied", "dissatisfied", "neutral", "satisfied", "very satisfied"),
    ("extremely dissatisfied", "somewhat dissatisfied", "neither satisfied nor dissatisfied", "somewhat satisfied",
     "extremely satisfied"),
    ("extremely unlikely", "somewhat unlikely", "neither likely nor unlikely", "somewhat likely", "extremely likely"),
    ("not at all likely", "not so likely", "somewhat likely", "very likely", "extremely likely"),
    ("very poor", "poor", "fair", "good", "very good"),
    ("poor", "fair", "good", "very good", "excellent"),
    ("never", "rarely", "sometimes", "often", "always"),
    ("never", "sometimes", "about half the time", "most of the time", "always"),
    ("not at all", "a little", "a moderate amount", "a lot", "a great deal"),
    ("none at all", "a little", "a moderate amount", "a lot", "a great deal"),
    ("per niente d'accordo", "poco d'accordo", "né d'accordo né in disaccordo", "d'accordo", "molto d'accordo"),
    ("completamente in disaccordo", "in disaccordo", "né d'accordo né in disaccordo", "d'accordo",
     "completamente d'accordo"),
    ("molto insoddisfatto", "insoddisfatto", "neutrale", "soddisfatto", "molto soddisfatto"),
    *(
        ("stimme überhaupt nicht zu", f"stimme {rather}nicht zu", middle, f"stimme {rather}zu",
         "stimme voll und ganz zu")
        for rather in ("", "eher ")
        for middle in ("teils/teils", "teils, teils", "weder noch", "neutral")
    ),
    *(
        ("pas du tout d'accord", f"{rather}pas d'accord", middle, f"{rather}d'accord", "tout à fait d'accord")
        for rather in ("", "plutôt ")
        for middle in ("ni d'accord ni pas d'accord", "ni d'accord, ni pas d'accord", "neutre")
    ),
    ("totalmente en desacuerdo", "en desacuerdo", "ni de acuerdo ni en desacuerdo", "de acuerdo",
     "totalmente de acuerdo"),
)  # fmt: skip
#: As they are compared: "weiß" is "weiss".
DONT_KNOW = tuple(map(fold, (
    "don't know", "do not know", "i don't know", "not sure", "can't say", "no opinion", "don't know / no opinion",
    "don't know/no opinion", "non so", "weiß nicht", "weiß ich nicht", "ne sait pas", "je ne sais pas", "no sé",
)))  # fmt: skip
NO_ANSWER = tuple(map(fold, (
    "prefer not to say", "prefer not to answer", "no answer", "n/a", "na", "not applicable", "-",
    "preferisco non rispondere", "keine antwort", "keine angabe",
)))  # fmt: skip


def likert(texts: Iterable[str]) -> tuple[str, ...] | None:
    """The scale of exactly these words, else the first that holds all of them, which are at least two."""
    words = {fold(text) for text in texts} - {*DONT_KNOW, *NO_ANSWER, ""}
    fitting = [one for one in LIKERT if len(words) > 1 and words <= set(one)]
    return min(fitting, key=lambda one: len(one) != len(words), default=None)
