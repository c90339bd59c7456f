"""Charts drawn alone, with the packaged templates, and many random data sets to draw."""

from __future__ import annotations

import random
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from scorecard.model.pages import Page
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate, Reason, ReasonCode, VerdictWord
from scorecard.model.records import Entry
from scorecard.model.records.incident import Incident
from scorecard.model.transparency import IncidentReading
from scorecard.model.trust import AnswerShare, DimensionReading, QuestionReading, TrustQuarter
from scorecard.present.desk import Desk
from scorecard.present.views import answers, calendar, incident_clock, notices, parts, trend
from scorecard.present.words import Words
from scorecard.publish.templates import environment, packaged_templates, render
from tests.present import made

#: A chart's name -> the template with its macro, and the call.
CALLS = {
    "trust": ("partials/trend.html.jinja", "chart.figure(view)"),
    "parts": ("partials/parts.html.jinja", "chart.table(view, 'The parts')"),
    "answers": ("charts/answers.html.jinja", "chart.figure(view)"),
    "clock": ("charts/timeline.html.jinja", "chart.picture(view.chart) ~ chart.key(view.chart, view.key)"),
    "notices": ("charts/notices.html.jinja", "chart.figure(view)"),
    "days": ("charts/calendar.html.jinja", "chart.figure(view)"),
}


def drawer(folder: Path) -> Callable[[str, object], str]:
    """draw(name, view) -> the markup of one chart; `folder` takes the templates that call the macros."""
    for name, (template, call) in CALLS.items():
        text = f'{{% import "{template}" as chart with context %}}{{{{ {call} }}}}'
        (folder / f"{name}.html.jinja").write_text(text, encoding="utf-8")
    folders = (folder, packaged_templates())
    made_once = environment(folders)
    words, frame = Words(), made.desk().frame

    def draw(name: str, view: object) -> str:
        page = Page("a/b/", "kind", "Title", f"{name}.html.jinja", view, made.AS_OF.date())
        given = {"view": view, "page": page, "say": words.say, "words": words, "frame": frame}
        return render(made_once, page.template, given, folders)

    return draw


def question(
    id: str, shares: list[tuple[int, int, float]], text: str = "", n: int = 400, **more: Any
) -> QuestionReading:
    """A question whose answers are shared out like this: first answer, last answer, share."""
    given: dict[str, Any] = {"scale": (1, 10), **more}
    return QuestionReading(
        id, text or f"Question {id}", "counts", estimate=made.score(6.0, n=n),
        shares=tuple(AnswerShare(*one) for one in shares), **given,
    )  # fmt: skip


def of_counts(id: str, counts: list[int], **more: Any) -> QuestionReading:
    """A question with these counts, nothing merged."""
    total = sum(counts)
    return question(id, [(i, i, count / total) for i, count in enumerate(counts, 1)], n=total, **more)


def asked(*questions: QuestionReading, **more: Any) -> TrustQuarter:
    """A quarter with these questions."""
    return made.quarter(questions=questions, **more)


def incident_desk(*cases: dict[str, Any]) -> Desk:
    """A desk with these incidents; `minutes`, `kept`, `open`, `promise` are what their clocks say."""
    entries, readings = [], {}
    for number, case in enumerate(cases):
        known = case.pop("known")
        clock = {key: case.pop(key) for key in ("minutes", "kept", "open", "promise", "counted") if key in case}
        id = f"{known:%Y-%m-%d}-case-{number}"
        still = case.get("resolved") == "not yet"
        entries.append(made.incident(id, known=f"{known:%Y-%m-%dT%H:%MZ}", **case))
        readings[id] = IncidentReading(
            id, Quarter(known.year, (known.month + 2) // 3), clock.get("counted", True), True,
            notice_minutes=clock.get("minutes", 20.0), kept=clock.get("kept", True),
            notice_open=clock.get("open", False), notice_promise_minutes=clock.get("promise", 30.0),
            resolve_open=still, resolve_minutes=600.0,
        )  # fmt: skip
    card = made.scorecard(made.two(made.quarter()), incidents=readings)
    return made.desk(card, made.records(incidents=tuple(entries)))


def random_views(seed: int) -> dict[str, object]:
    """Every chart of one invented data set; a chart that has nothing to show is left out."""
    luck = random.Random(seed)
    series = made.series(*_quarters(luck))
    wide = made.desk(made.scorecard(series))
    now = asked(*_questions(luck), dimensions=tuple(_parts(luck)))
    events = incident_desk(*(_case(luck) for _ in range(luck.choice([1, 3, 12, 40]))))
    found: dict[str, object | None] = {
        "trust": trend.make(wide, series, f"trust-{seed}"),
        "parts": parts.moves(wide, now),
        "answers": answers.make(wide, now),
        "clock": _clock(luck, seed),
        "notices": notices.make(events),
        "days": calendar.make(events, f"days-{seed}"),
    }
    return {name: view for name, view in found.items() if view is not None}


def _score(luck: random.Random) -> float:
    return round(luck.choice([luck.uniform(1, 10), 7.0, 6.96, 1.0, 10.0]), 4)


def _quarters(luck: random.Random) -> list[TrustQuarter]:
    count = luck.choice([1, 2, 5, 9, 14, 40])
    found = []
    for i in range(count):
        missing = luck.random() < 0.15 and i != count - 1
        figure = (
            Estimate(reason=Reason(ReasonCode.NOT_ASKED)) if missing else made.score(_score(luck), luck.uniform(0, 2))
        )
        mark = "asked on the web now" if luck.random() < 0.08 else ""
        found.append(made.quarter(figure, at=made.Q3.plus(i - count + 1), mark=mark))
    return found


def _questions(luck: random.Random) -> list[QuestionReading]:
    found = []
    for i in range(luck.choice([1, 4, 9, 18])):
        counts = [luck.choice([0, luck.randrange(0, 300)]) for _ in range(10)]
        counts[luck.randrange(10)] += 5
        edges = sorted(luck.sample(range(1, 10), luck.choice([9, 9, 6, 3, 1])))
        total = sum(counts)
        shares = [(a + 1, b, sum(counts[a:b]) / total) for a, b in zip([0, *edges], [*edges, 10], strict=True)]
        text = "They tell me quickly what I need to know when something goes wrong. " * luck.choice([1, 1, 3])
        found.append(question(f"q{i}", shares, text.strip(), total))
    return found


def _parts(luck: random.Random) -> list[DimensionReading]:
    found = []
    for i in range(luck.choice([1, 4, 8])):
        now, before = _score(luck), _score(luck)
        verdict = made.verdict(luck.choice(list(VerdictWord)), before, now) if luck.random() < 0.8 else None
        target = luck.choice([None, 7.0, 8.5])
        name = luck.choice(["Contact", "Savings do not hurt me", "Openness about mistakes of every kind"])
        figure = made.score(now, luck.uniform(0, 1.5), n=luck.choice([12, 400]))
        found.append(DimensionReading(f"d{i}", name, 1.0, figure, (), target, verdict))
    return found


def _case(luck: random.Random) -> dict[str, Any]:
    known = made.AS_OF - timedelta(minutes=luck.randrange(1, 3 * 366 * 1440))
    minutes = luck.choice([0.0, 1.0, luck.uniform(1, 90), luck.uniform(60, 6000), luck.uniform(4000, 100000)])
    resolved = known + timedelta(minutes=luck.choice([1, 300, 3000, 43200]))
    return {
        "known": known,
        "started": f"{known - timedelta(minutes=luck.choice([0, 5, 9000])):%Y-%m-%dT%H:%MZ}",
        "notified": f"{known:%Y-%m-%dT%H:%MZ}",
        "resolved": f"{resolved:%Y-%m-%dT%H:%MZ}" if resolved < made.AS_OF and luck.random() < 0.9 else "not yet",
        "severity": luck.choice(["critical", "major", "minor"]),
        "minutes": minutes,
        "kept": luck.choice([minutes <= 30, minutes <= 30, None]),
        "open": luck.random() < 0.05,
        "promise": luck.choice([30.0, 30.0, 240.0]),
    }


def _clock(luck: random.Random, seed: int) -> object | None:
    start = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
    length = luck.choice([1, 30, 700, 5000, 43200])
    at = sorted(luck.randrange(0, length + 1) for _ in range(luck.choice([2, 5, 9])))
    given = {
        "started": f"{start:%Y-%m-%dT%H:%MZ}",
        "known": f"{start + timedelta(minutes=at[0]):%Y-%m-%dT%H:%MZ}",
        "notified": f"{start + timedelta(minutes=at[1]):%Y-%m-%dT%H:%MZ}",
        "resolved": f"{start + timedelta(minutes=length):%Y-%m-%dT%H:%MZ}",
        "updates": [
            {"at": f"{start + timedelta(minutes=m):%Y-%m-%dT%H:%MZ}", "status": "monitoring", "text": "Still at it."}
            for m in at[2:]
        ],
    }
    entry: Entry[Incident] = made.incident("2026-03-01-case", **given)
    reading = made.reading(
        entry.id, notice_minutes=float(at[1] - at[0]), notice_promise_minutes=luck.choice([30.0, 240.0])
    )
    found = incident_clock.clock(made.desk(), entry.record, reading, str(seed))
    return found if found.chart is not None else None
