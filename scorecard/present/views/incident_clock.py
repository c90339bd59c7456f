"""One incident's clocks: the four facts, the timeline picture, and every word said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from scorecard.model.lexical import Gap
from scorecard.model.records.incident import Incident
from scorecard.model.transparency import IncidentReading, Silence
from scorecard.present.charts import timeline
from scorecard.present.charts.timeline import Happening, Timeline
from scorecard.present.desk import Desk
from scorecard.present.words import Words, events, terms


@dataclass(frozen=True, slots=True)
class ClockFact:
    """One of the four facts: its label, the time, what it means, and whether it is bad, good or neither."""

    label: str
    time: str
    moment: str  # for <time datetime>, '' where there is no time
    text: str
    mood: str  # bad | good | ''


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the list under the picture."""

    number: int | None
    shape: str
    time: str
    moment: str
    after: str
    text: str
    remark: str


@dataclass(frozen=True, slots=True)
class Clock:
    """The timeline figure; `chart` is None where too few times are known to draw one."""

    finding: str
    what: str
    chart: Timeline | None
    lines: tuple[Line, ...]
    key: Mapping[str, str]


def facts(desk: Desk, incident: Incident, reading: IncidentReading) -> tuple[ClockFact, ...]:
    """Started, we knew, we told you, put right."""
    words = desk.words
    known = words.say("We knew")
    after_start = ""
    if isinstance(incident.known, datetime) and isinstance(incident.started, datetime):
        minutes = (incident.known - incident.started) / timedelta(minutes=1)
        after_start = words.say("{time} after it began", time=words.duration(minutes)) if minutes > 0 else ""
    if incident.should_have_known is not None:
        after_start = words.say("We should have known on {time}.", time=words.moment(incident.should_have_known))
    mood = "" if reading.kept is None else "good" if reading.kept else "bad"
    dark = ""
    if reading.dark_minutes is not None and not incident.times_doubtful:
        dark = words.say("Customers were in the dark for {time}.", time=words.duration(reading.dark_minutes))
    if reading.notice_open:
        mood = "bad"
    return (
        ClockFact(words.say("It began"), events.clock(words, incident.started), _iso(incident.started), "", ""),
        ClockFact(known, events.clock(words, incident.known), _iso(incident.known), after_start, ""),
        ClockFact(
            words.say("We told you"),
            events.clock(words, incident.notified),
            _iso(incident.notified),
            " ".join(text for text in (events.told(words, incident, reading), dark) if text),
            mood,
        ),
        ClockFact(
            words.say("Put right"),
            events.clock(words, incident.resolved),
            _iso(incident.resolved),
            _lasted(words, reading),
            "bad" if reading.resolve_open else "",
        ),
    )


def clock(desk: Desk, incident: Incident, reading: IncidentReading, id: str) -> Clock:
    """The picture from the start to the end, and the list of what happened."""
    words = desk.words
    happenings = _happenings(desk, incident, reading)
    start = next((at for at in (incident.started, incident.known, incident.notified) if isinstance(at, datetime)), None)
    if start is None or incident.times_doubtful or incident.is_maintenance:
        lines = tuple(
            Line(None, h.shape, words.short_moment(h.at), _iso(h.at), "", h.text, h.remark) for h in happenings
        )
        return Clock(words.say("What happened when"), _zone(desk), None, lines, {})
    told = incident.notified if isinstance(incident.notified, datetime) else None
    ended = incident.resolved if isinstance(incident.resolved, datetime) else None
    ongoing = ended is None and reading.resolve_open
    end = ended or (desk.as_of if ongoing else max((h.at for h in happenings), default=start))
    finding = _finding(words, incident, reading)
    chart = timeline.make(
        id=f"time-{id}",
        title=finding,
        description=words.say("A strip from the start to the end. Its events stand in the list below."),
        start=start,
        told=told,
        end=max(end, start),
        ongoing=ongoing,
        happenings=happenings,
        silences=reading.silences,
        promise_minutes=reading.notice_promise_minutes,
        wording=timeline.Wording(
            not_told=lambda time: words.say("not told {time}", time=time),
            silent=lambda time: words.say("silent {time}", time=time),
            duration=words.duration,
            tick=words.duration,
        ),
        clock_from=incident.known if isinstance(incident.known, datetime) else None,
    )
    lines = tuple(
        Line(line.number, line.shape, words.short_moment(line.at), _iso(line.at), line.after, line.text, line.remark)
        for line in chart.lines
    )
    promise = reading.notice_promise_minutes
    key = {
        "dark": words.say("customers not told"),
        "silent": words.say("silent longer than promised"),
        "told": words.say("informed"),
        "promise": words.say("first word promised by here, within {time}", time=words.duration(promise or 0)),
    }
    return Clock(finding, _zone(desk), chart, lines, key)


def _happenings(desk: Desk, incident: Incident, reading: IncidentReading) -> list[Happening]:
    """Everything with a time, in order; each update says whether it came when promised."""
    words, found = desk.words, []
    if isinstance(incident.started, datetime):
        found.append(Happening(incident.started, "square", words.say("It began.")))
    if isinstance(incident.known, datetime):
        found.append(Happening(incident.known, "circle", words.say("We knew.")))
    if isinstance(incident.staff_told, datetime):
        found.append(Happening(incident.staff_told, "circle", words.say("We told our staff.")))
    if incident.made_public is not None:
        who = terms.publisher(words, incident.made_public.by)
        found.append(Happening(incident.made_public.at, "square", words.say("Made public by {who}.", who=who)))
    if incident.first_enquiry is not None:
        found.append(Happening(incident.first_enquiry, "circle", words.say("The first customer asked us.")))
    told = incident.notified
    if isinstance(told, datetime) and not any(update.at == told for update in incident.updates):
        found.append(Happening(told, "circle", words.say("Our first word to the public.")))
    for update in incident.updates:
        first = " " + words.say("Our first word to the public.") if update.at == told else ""
        remark = (
            words.say("next word promised {time}", time=words.short_moment(update.next_update))
            if update.next_update
            else ""
        )
        text = f"{words.clip(update.text, 45, 320)}{first}"
        late = update.status == "postmortem"
        found.append(Happening(update.at, "circle", text, remark, off_axis=late))
    if isinstance(incident.resolved, datetime):
        found.append(Happening(incident.resolved, "end", words.say("Put right.")))
    silences = {silence.end: silence for silence in reading.silences if silence.too_long}
    if silences:
        found = [_after_silence(words, one, silences.pop(one.at, None)) for one in found]
    return [h for h in sorted(found, key=lambda h: (h.at, h.shape == "end")) if h.at <= desk.as_of]


def _after_silence(words: Words, one: Happening, silence: Silence | None) -> Happening:
    return one if silence is None else replace(one, remark=_silence(words, silence, one.remark))


def _silence(words: Words, silence: Silence, remark: str) -> str:
    minutes = (silence.end - silence.start) / timedelta(minutes=1)
    text = words.say(
        "after {time} of silence, promised {promised}",
        time=words.duration(minutes),
        promised=words.duration(silence.promised_minutes),
    )
    return f"{text}; {remark}" if remark else text


def _finding(words: Words, incident: Incident, reading: IncidentReading) -> str:
    """Told after how long, and the longest silence that broke a promise."""
    minutes, promise = reading.notice_minutes, reading.notice_promise_minutes
    if minutes is None:
        text = words.say("When we told people is not known")
    elif reading.notice_open:
        text = words.say("Not told for {time} so far", time=words.duration(minutes))
    elif promise is None:
        text = words.say("Told after {time}", time=words.duration(minutes))
    else:
        text = words.say(
            "Told after {time} (promise: {promise})", time=words.duration(minutes), promise=words.duration(promise)
        )
    long = [silence for silence in reading.silences if silence.too_long]
    if long:
        worst = max((silence.end - silence.start) / timedelta(minutes=1) for silence in long)
        text += ", " + words.say("then silent for {time}", time=words.duration(worst))
    return text


def _lasted(words: Words, reading: IncidentReading) -> str:
    if reading.resolve_minutes is None:
        return ""
    time = words.duration(reading.resolve_minutes)
    return (
        words.say("Open for {time} so far.", time=time)
        if reading.resolve_open
        else words.say("It lasted {time}.", time=time)
    )


def _zone(desk: Desk) -> str:
    return desk.words.say("Times are local time in {zone}.", zone=desk.organisation.timezone)


def _iso(value: datetime | Gap | None) -> str:
    return value.isoformat().replace("+00:00", "Z") if isinstance(value, datetime) else ""
