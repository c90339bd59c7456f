"""Every number of the method in force, with its key in method.yml, and whose it is: ours or from the literature."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from scorecard.model.records.method import Method
from scorecard.present.words import Words, terms


@dataclass(frozen=True, slots=True)
class Number:
    """One constant. `key` is its path in method.yml; `reason` says who chose it and why."""

    key: str
    name: str
    value: str
    reason: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Constants about one thing."""

    id: str
    title: str
    rows: tuple[Number, ...]


def numbers(words: Words, method: Method) -> tuple[Numbers, ...]:
    """All of them but the weights of questions, which stand with the questions."""
    say = words.say
    return (
        Numbers("adding-up", say("Adding up"), tuple(_adding(words, method))),
        Numbers("gates", say("How many answers it takes"), tuple(_gates(words, method))),
        Numbers("verdicts", say("When a change has a name"), tuple(_verdicts(words, method))),
        Numbers("relation", say("When the relation changes its word"), tuple(_state(words, method))),
        Numbers("pillars", say("Weights of the pillars and signs of openness"), tuple(_pillars(words, method))),
        Numbers("incidents", say("How incidents count"), tuple(_incidents(words, method))),
        Numbers("times", say("Targets and limits"), tuple(_durations(words, method))),
        Numbers("windows", say("How far back openness looks"), tuple(_windows(words, method))),
        Numbers("caps", say("Highest points after what must not happen"), tuple(_caps(words, method))),
    )


def _adding(words: Words, method: Method) -> Iterator[Number]:
    say = words.say
    kind = say("geometric mean") if method.aggregation == "geometric" else say("plain mean")
    yield Number(
        "aggregation",
        say("How parts make the trust score"),
        kind,
        say("From the literature: the Human Development Index does so since 2010.")
        if method.aggregation == "geometric"
        else say("Our choice."),
    )


def _gates(words: Words, method: Method) -> Iterator[Number]:
    say, gates = words.say, method.gates
    yield Number(
        "gates.suppress_below",
        say("Hidden under so many answers"),
        words.number(gates.suppress_below),
        say("Our choice. A few answers can give people away."),
    )
    yield Number(
        "gates.full_from",
        say("Judged from so many answers on"),
        words.number(gates.full_from),
        say("Our choice. Under it a mean moves too much by chance."),
    )
    yield Number(
        "gates.coverage",
        say("Share of the weight that must be there"),
        words.percent(gates.coverage),
        say("Our choice. With more missing it would be another score."),
    )
    yield Number(
        "gates.dont_know_flag",
        say("Marked as weak over this share of “don’t know”"),
        words.percent(gates.dont_know_flag),
        say("Our choice. Then too many cannot judge."),
    )
    yield Number(
        "gates.year_below",
        say("Headline by four quarters under so many answers"),
        words.number(gates.year_below),
        say("Our choice. A single quarter would rarely show a change."),
    )


def _verdicts(words: Words, method: Method) -> Iterator[Number]:
    say, verdicts = words.say, method.verdicts
    yield Number(
        "verdicts.least",
        say("Smallest change called better or worse"),
        words.plain(verdicts.least),
        say("Our choice. A smaller one matters to nobody, however sure it is."),
    )
    yield Number(
        "verdicts.same",
        say("Steady within so much either way"),
        words.plain(verdicts.same),
        say("Our choice. Half a point is half a step of the scale."),
    )
    yield Number(
        "verdicts.gap",
        say("Gap between T and S that we mention"),
        words.plain(verdicts.gap),
        say("Our choice. One step of the scale."),
    )


def _state(words: Words, method: Method) -> Iterator[Number]:
    say, state = words.say, method.state
    plain = words.plain
    yield Number(
        "state.partner_at",
        say("Partner from this score on"),
        plain(state.partner_at),
        say("The idea of a line comes from work on customer trust. Its place is our choice."),
    )
    yield Number(
        "state.margin",
        say("So much above the line to become partner, so much under it to stop"),
        plain(state.margin),
        say("Our choice. Else the word would flip back and forth at the line."),
    )
    yield Number(
        "state.broken_below",
        say("Broken only with an upper end under this"),
        plain(state.broken_below),
        say("Our choice: the middle of the scale."),
    )
    yield Number(
        "state.floor", say("Broken without any fall under this"), plain(state.floor), say("Our choice: deep distrust.")
    )
    yield Number(
        "state.drop",
        say("Fall within a year that breaks trust"),
        plain(state.drop),
        say("Our choice. Even the smallest likely fall must be that large."),
    )
    yield Number(
        "state.slow_drop",
        say("Fall within three years that breaks trust"),
        plain(state.slow_drop),
        say("Our choice. A slow slide must not pass unseen."),
    )
    yield Number(
        "state.rise",
        say("Rise from the lowest that counts as recovering"),
        plain(state.rise),
        say("Our choice, tried out: without it a flat line would recover by chance in a third of cases."),
    )
    yield Number(
        "state.weakest_partner",
        say("Weakest part that partner allows"),
        plain(state.weakest_partner),
        say("Our choice. One collapsed part is no partnership."),
    )
    yield Number(
        "state.weakest_guarded",
        say("Weakest part that ends partner"),
        plain(state.weakest_guarded),
        say("Our choice. Lower than the one above, so that the word does not flip."),
    )
    yield Number(
        "state.partner_after",
        say("Quarters from a break to partner, at least"),
        words.number(state.partner_after),
        say("Our choice. Trust needs a year of proof."),
    )
    yield Number(
        "state.guarded_after",
        say("Quarters from a break to guarded, at least"),
        words.number(state.guarded_after),
        say("Our choice. A break stays in memory for two years."),
    )


def _pillars(words: Words, method: Method) -> Iterator[Number]:
    say = words.say
    for pillar in method.pillars:
        yield Number(
            f"pillars.{pillar.id}",
            say("Pillar: {name}", name=pillar.name),
            words.plain(pillar.weight),
            say("Our choice."),
        )
        for id, weight in pillar.indicators.items():
            yield Number(
                f"pillars.{pillar.id}.{id}",
                say("Sign: {name}", name=id.replace("-", " ")),
                words.plain(weight),
                say("Our choice."),
            )


def _incidents(words: Words, method: Method) -> Iterator[Number]:
    say, plain = words.say, words.plain
    for name, weight in method.severity_weights.items():
        yield Number(
            f"severity_weights.{name}",
            say("Weight of incidents: {severity}", severity=terms.severity(words, name)),
            plain(weight),
            say("Our choice. Else many small ones would hide a large one."),
        )
    yield Number(
        "own_fault_weight",
        say("Weight of our own faults"),
        plain(method.own_fault_weight),
        say("Our choice. We owe most where we failed."),
    )
    yield Number(
        "silence_limit",
        say("No points from so many times the promised silence on"),
        plain(method.silence_limit),
        say("Our choice."),
    )
    yield Number(
        "repeat_within_months",
        say("Months within which a cause counts as back"),
        words.number(method.repeat_within_months),
        say("Our choice."),
    )
    yield Number(
        "action_days",
        say("Days a repair may take at most"),
        words.number(method.action_days),
        say("Our choice. A far date must not win time."),
    )
    yield Number(
        "fault_unknown_days",
        say("Days after which an unknown fault counts as not owned"),
        words.number(method.fault_unknown_days),
        say("Our choice."),
    )


def _durations(words: Words, method: Method) -> Iterator[Number]:
    say = words.say
    for id, rule in method.durations.items():
        name, reason = _duration(words, id)
        for end, length in (("target", rule.target), ("limit", rule.limit)):
            minutes = length.total_seconds() / 60
            yield Number(
                f"durations.{id}.{end}",
                say("{what}: full points up to", what=name)
                if end == "target"
                else say("{what}: no points from", what=name),
                words.duration(minutes),
                reason if end == "limit" else say("Our choice."),
            )


def _duration(words: Words, id: str) -> tuple[str, str]:
    """What a pair of target and limit is about, and the reason of its limit."""
    say = words.say
    ours = say("Our choice.")
    notice = say("First word, {kind}", kind=terms.kind(words, id).lower())
    law = say("By law the authority is told within 72 hours (GDPR, Article 33, 2016). People need it sooner.")
    known = {
        "personal-data": (notice, law),
        "in-the-dark": (say("Time in the dark"), say("Our choice. Wider, because finding out takes time.")),
        "explanation": (
            say("Explanation"),
            say("Our choice, close to the month that rules for banks allow for a last report."),
        ),
        "correction": (say("Correction of an error"), ours),
        "enquiry": (say("Answer to an enquiry"), say("Our choice, in working days.")),
    }
    return known.get(id, (notice, ours))


def _windows(words: Words, method: Method) -> Iterator[Number]:
    say, windows = words.say, method.windows
    yield Number(
        "windows.quarters",
        say("Quarters looked at, the shortest that will do"),
        ", ".join(words.number(count) for count in windows.quarters),
        say("Our choice. Longer only where there were few incidents."),
    )
    yield Number(
        "windows.least_incidents",
        say("Incidents it takes to judge"),
        words.number(windows.least_incidents),
        say("Our choice. One or two show luck, not habit."),
    )
    yield Number(
        "windows.pillar_coverage",
        say("Share of a pillar’s weight that must be there"),
        words.percent(windows.pillar_coverage),
        say("Our choice."),
    )
    yield Number(
        "windows.total_coverage",
        say("Share of all weight that must be there"),
        words.percent(windows.total_coverage),
        say("Our choice."),
    )


def _caps(words: Words, method: Method) -> Iterator[Number]:
    say, caps = words.say, method.caps
    yield Number(
        "caps.made_public",
        say("Others told first, and we were silent past the limit"),
        words.plain(caps.made_public),
        say("Our choice. Nothing else can make up for that."),
    )
    yield Number(
        "caps.changed_without_notice",
        say("A published figure changed without saying so"),
        words.plain(caps.changed_without_notice),
        say("Our choice. All other figures rest on that."),
    )
    yield Number(
        "caps.unknown_fields", say("Too many facts not known"), words.plain(caps.unknown_fields), say("Our choice.")
    )
    yield Number(
        "caps.unknown_share",
        say("Too many is more than this share"),
        words.percent(caps.unknown_share),
        say("Our choice."),
    )
