"""The numbers that the rule of the state looked at, each with what it is."""

from __future__ import annotations

from scorecard.model.trust import TrustQuarter
from scorecard.present.words import Words


def make(words: Words, now: TrustQuarter) -> tuple[tuple[str, str], ...]:
    """(what, number) in the order the rule names them; what has no name for the public is left out."""
    say = words.say
    parts = {one.id: one.name for one in now.dimensions}
    names = {
        "x": say("the score behind the word"),
        "lo": say("its lower end"),
        "hi": say("its upper end"),
        "line": say("the line of a partner"),
        "needed": say("the score a partner needs"),
        "weakest": say("the weakest part"),
        "weakest_limit": say("the least its weakest part may be"),
        "guarded_line": say("the lower end that guarded needs"),
        "since_break": say("quarters since trust broke"),
        "partner_after": say("quarters before it may be partner again"),
        "guarded_after": say("quarters before it may be guarded again"),
        "drop": say("how much it fell"),
        "least_drop": say("how much it fell at the least"),
        "from": say("the highest score before"),
        "to": say("the score it fell to"),
        "limit": say("the fall that breaks trust"),
        "below": say("the upper end must be under"),
        "floor": say("deep distrust lies under"),
        "rise": say("how much it rose"),
        "least_rise": say("how much it rose at the least"),
        "least_needed": say("the rise that is needed"),
        "lowest": say("the lowest score since the break"),
        "published": say("repairs published"),
        "overdue": say("repairs past their date"),
        "before": say("the score before"),
        "low": say("the line that ends a partner"),
        "mean": say("mean of four quarters"),
        "pooled_lo": say("lower end of four quarters"),
        "silent": say("quarters in a row without a usable score"),
    }
    found = []
    for key, value in now.state.facts.items():
        if key not in names or isinstance(value, str):
            continue
        name = names[key]
        part = parts.get(str(now.state.facts.get("weakest_id", "")), "") if key == "weakest" else ""
        found.append((f"{name}, {part}" if part else name, words.plain(value, 4)))
    measure = {"T": say("the parts together"), "S": say("the direct question")}.get(
        str(now.state.facts.get("measure", ""))
    )
    return (*([(say("which of the two"), measure)] if measure else []), *found)
