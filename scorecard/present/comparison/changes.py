"""What a reader of the site would see differently: headline, scores, states, verdicts, wording, groups, promises."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, ReasonCode, Verdict
from scorecard.model.records import Records
from scorecard.model.scorecards import Scorecard
from scorecard.model.trust import TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.pages.home import worst_facts
from scorecard.present.words import Words, headline, reasons

#: In the order they are shown, with their titles.
TOPICS = {
    "headline": "Headline",
    "states": "States",
    "verdicts": "Verdicts",
    "scores": "Scores",
    "groups": "Groups shown and hidden",
    "wording": "Wording of questions",
    "promises": "Promises",
    "incidents": "Incidents",
}
#: What stands for a thing that is not there.
NOTHING = "–"
_MOST_PLACES = 9


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that reads differently. The two values are set for scores."""

    topic: str
    subject: str
    before: str
    after: str
    value_before: float | None = None
    value_after: float | None = None


@dataclass(frozen=True, slots=True)
class _Seen:
    """What one state shows: by topic and subject a text, and a value where it is a score."""

    texts: dict[tuple[str, str], str] = field(default_factory=dict)
    values: dict[tuple[str, str], float] = field(default_factory=dict)


def compare(before: tuple[Scorecard, Records], after: tuple[Scorecard, Records], as_of: datetime) -> tuple[Change, ...]:
    """Every difference, by topic; newer quarters first where a subject has a quarter."""
    old, new = _seen(*before, as_of), _seen(*after, as_of)
    found = []
    known = {_about(subject) for _, subject in old.texts}
    for topic, subject in {**new.texts, **old.texts}:
        key = (topic, subject)
        if _says_nothing(topic, new.texts.get(key), is_new=_about(subject) not in known):
            continue
        was, now = old.values.get(key), new.values.get(key)
        texts = old.texts.get(key, NOTHING), new.texts.get(key, NOTHING)
        if was is not None and now is not None:
            if was != now:
                found.append(Change(topic, subject, *_apart(was, now), was, now))
        elif texts[0] != texts[1]:
            found.append(Change(topic, subject, *texts, was, now))
    order = list(TOPICS)
    return tuple(sorted(found, key=lambda change: order.index(change.topic)))


def _about(subject: str) -> str:
    """The quarter and its audience, where a subject has them."""
    return subject.partition(":")[0]


def _says_nothing(topic: str, text: str | None, *, is_new: bool) -> bool:
    """Of a quarter that was not there before: that it has words, and what was not asked in it."""
    return is_new and (topic == "wording" or (topic == "scores" and text == "no score: nobody was asked"))


def _apart(was: float, now: float) -> tuple[str, str]:
    """Two figures with as many decimals as tell them apart, two at least."""
    for places in range(2, _MOST_PLACES + 1):
        texts = f"{was:.{places}f}", f"{now:.{places}f}"
        if texts[0] != texts[1]:
            return texts
    return repr(was), repr(now)


def _seen(scorecard: Scorecard, records: Records, as_of: datetime) -> _Seen:
    seen = _Seen()
    words = Words("en", records.organisation.record.timezone, gettext.NullTranslations())

    def put(topic: str, subject: str, text: str) -> None:
        seen.texts[topic, subject] = text

    def score(subject: str, estimate: Estimate) -> None:
        if estimate.score is not None:
            seen.values["scores", subject] = estimate.score
            put("scores", subject, f"{estimate.score:.2f}")
        elif estimate.reason is not None:
            put("scores", subject, f"no score: {reasons.fragment(words, estimate.reason)}")

    put("headline", "home", _headline(words, scorecard, records, as_of))
    for series in scorecard.series:
        for one in reversed(series.quarters):
            if one.file:
                _quarter(one, put, score)
    for openness in reversed(scorecard.transparency):
        subject = f"{_name(openness.quarter)} telling, explaining, repairing"
        if openness.score is not None:
            seen.values["scores", subject] = openness.score
            put("scores", subject, f"{openness.score:.2f}")
    for id, promise in scorecard.promises.items():
        put("promises", id, promise.state.replace("-", " ") + (f" ({promise.detail})" if promise.detail else ""))
    for entry in records.incidents:
        incident = entry.record
        end = "over" if isinstance(incident.resolved, datetime) else "not over"
        put("incidents", entry.id, f"{incident.severity}, fault {incident.fault}, {end}")
    return seen


def _quarter(one: TrustQuarter, put: Callable[[str, str, str], None], score: Callable[[str, Estimate], None]) -> None:
    about = f"{_name(one.quarter)} {one.audience}"
    put("states", about, one.state.name.value)
    score(f"{about}: trust", one.trust)
    score(f"{about}: direct question", one.direct)
    verdicts: Mapping[str, Verdict | None] = {
        f"{about}: against the quarter before": one.verdict,
        f"{about}: against the year before": one.verdict_year,
    }
    for dimension in one.dimensions:
        score(f"{about}: {dimension.id}", dimension.estimate)
        verdicts = {**verdicts, f"{about}: {dimension.id}": dimension.verdict}
    for subject, verdict in verdicts.items():
        put("verdicts", subject, verdict.word.value if verdict is not None and verdict.word is not None else NOTHING)
    for question in one.questions:
        put("wording", f"{about}: {question.id}", question.text)
        for group in (*question.groups, *question.channels):
            reason = group.estimate.reason
            hidden = reason is not None and reason.code is ReasonCode.SUPPRESSED
            put("groups", f"{about}: {question.id}, {group.id}", "hidden" if hidden else "shown")


def _headline(words: Words, scorecard: Scorecard, records: Records, as_of: datetime) -> str:
    desk = Desk(scorecard, records, as_of, "", words)
    now = desk.trust("customers", desk.quarter)
    made = headline.make(words, desk.customers, desk.quarter, worst_facts(desk, now))
    return " ".join((made.main, *made.facts))


def _name(quarter: Quarter) -> str:
    return str(quarter)


def subjects(changes: tuple[Change, ...]) -> Iterator[tuple[str, tuple[Change, ...]]]:
    """The changes of each topic that has any, in order."""
    for topic in TOPICS:
        if found := tuple(change for change in changes if change.topic == topic):
            yield topic, found
