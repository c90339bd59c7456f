"""Who was asked and who answered."""

from __future__ import annotations

from scorecard.model.records.survey import Dispositions, Wave
from scorecard.model.trust import Fielding


def aapor(outcomes: Dispositions) -> tuple[float, float] | None:
    """Response rates RR1 and RR2 (partial interviews counted), 0 to 1; None when nobody was tried.

    RR1 = I / ((I + P) + (R + NC + O) + (UH + UO)). Source: AAPOR Standard Definitions, vector V08.
    """
    tried = (
        outcomes.interviews
        + outcomes.partial
        + outcomes.refusals
        + outcomes.non_contacts
        + outcomes.other
        + outcomes.unknown_household
        + outcomes.unknown_other
    )
    return (outcomes.interviews / tried, (outcomes.interviews + outcomes.partial) / tried) if tried else None


def answered(wave: Wave) -> int:
    """How many people the wave's own figures speak of: respondents, else the most who met any one question."""
    if wave.respondents is not None:
        return wave.respondents
    most = 0
    for question in wave.questions:
        counts = question.counts or {}
        given = sum(counts["all"]) if "all" in counts else sum(map(sum, counts.values()))
        met = given + question.dont_know.get("all", 0) + question.no_answer.get("all", 0)
        most = max(most, met, question.n or 0)
    return most


def fielding(wave: Wave, n: int | None, *, suppressed: bool) -> Fielding:
    """How the wave was done; `n` people answered (None: not stated). With `suppressed` nothing tells how many."""
    field = wave.fieldwork
    rates = aapor(wave.dispositions) if wave.dispositions else None
    plain = n / wave.invited if n is not None and wave.invited and n <= wave.invited else None
    if suppressed:
        rates = plain = None
    return Fielding(
        sample=wave.sample,
        population=wave.population,
        invited=wave.invited,
        respondents=None if suppressed else wave.respondents,
        response_rate=rates[0] if rates else plain,
        response_rate_name="RR1" if rates else "answered of asked" if plain is not None else "",
        response_rate_partial=rates[1] if rates else None,
        from_day=field.from_ if field else None,
        to_day=field.to if field else None,
        mode=field.mode if field else (),
        agency=(field.agency or "") if field else "",
        note=wave.note or "",
        company_comment=wave.company_comment or "",
        comments=() if suppressed else wave.comments,
        suppressed=suppressed,
    )
