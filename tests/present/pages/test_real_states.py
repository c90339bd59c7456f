"""Whole sites in the states that real projects are in: nothing published, the least YAML, broken, open, hidden …"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.pages import Bundle, Document
from tests.present.pages.drawn import without_linked

AS_OF = datetime(2026, 11, 1, tzinfo=UTC)
ORGANISATION = """\
name: Example Water
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
"""
GOOD = "[12, 9, 21, 33, 48, 71, 140, 188, 97, 61]"
HIGH = "[0, 0, 1, 3, 8, 20, 90, 210, 220, 150]"
LOW = "[200, 150, 120, 90, 60, 30, 20, 10, 5, 3]"
BETTER = "[30, 40, 50, 60, 70, 80, 100, 90, 50, 30]"
INCIDENT = """\
title: Wrong bills
kind: billing
severity: minor
known: 2026-08-14T09:00
notified: 2026-08-14T10:00
resolved: 2026-08-15T10:00
fault: ours
"""
REPAIRED = (
    INCIDENT.replace("2026-08-", "2026-01-")
    + "remediation:\n  - {what: A second look, owner: billing, due: 2026-04-01, done: 2026-03-20}\n"
)
#: Hostile text that must stand on the page letter for letter.
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} {% raw %} & \"q\" 'a'"


def wave(quarter: str, answers: str, more: str = "sample: random\ninvited: 5400\n") -> str:
    return f"quarter: {quarter}\naudience: customers\n{more}questions:\n  - {{id: trust, counts: {answers}}}\n"


def built(folder: Path, **files: str) -> Bundle:
    """The drawn site of a project with these files; __ stands for a folder's slash."""
    for name, text in {"organisation": ORGANISATION, **files}.items():
        path = folder / "data" / (name.replace("__", "/").replace("_", "-") + ".yml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return pipeline.build(folder, AS_OF).bundle


def words(document: Document) -> str:
    """The words of a page, without pictures."""
    html = re.sub(r"<svg.*?</svg>", " ", document.html, flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]*>", " ", html))).strip()


def page(bundle: Bundle, uri: str = "") -> str:
    return words(next(document for document in bundle.documents if document.uri == uri))


STATES = {
    "nothing": ({}, ["We publish no trust score: our customers were not asked yet.", "No next date is announced."]),
    "least": (
        {"surveys__2026_q3": wave("2026-Q3", GOOD)},
        [
            "Our first measurement: 7.1 out of 10.",
            "We call this guarded because the lower end, 6.99, is under 7.",
            "680 of 5,400 people answered.",
            "Not asked: the 8 parts of trust.",
            "the day of publication is not stated",
        ],
    ),
    "opt-in": (
        {"surveys__2026_q3": wave("2026-Q3", GOOD, "sample: opt-in\n")},
        ["This counts only those who chose to answer: 680 people.", "so we give no verdict."],
    ),
    "hidden": (
        {"surveys__2026_q3": wave("2026-Q3", "[0, 0, 0, 0, 1, 1, 1, 1, 0, 0]")},
        [
            "We publish no trust score this quarter: hidden to protect people.",
            "How many people answered is hidden to protect them.",
        ],
    ),
    "few": (
        {"surveys__2026_q3": wave("2026-Q3", "[0, 0, 1, 1, 3, 3, 4, 3, 1, 1]")},
        ["17 answers are too few for a verdict.", "Not measured well enough to say."],
    ),
    "broken": (
        {
            "surveys__2026_q2": wave("2026-Q2", HIGH),
            "surveys__2026_q3": wave("2026-Q3", LOW),
            "incidents__2026__2026_08_14_wrong_bills": INCIDENT,
        },
        [
            "Trust in us is broken: it fell from 8.5 to 2.9 out of 10.",
            "In the same quarter: Wrong bills. How many customers it affected is not stated. The fault was ours.",
            "It was at 7 or more before and is under 7 now.",
            "It fell by about 5.6 (very likely at least 5.4) from 8.5 and is wholly below 5.5.",
        ],
    ),
    "recovering": (
        {
            "surveys__2025_q4": wave("2025-Q4", HIGH),
            "surveys__2026_q1": wave("2026-Q1", LOW),
            "surveys__2026_q2": wave("2026-Q2", BETTER),
            "surveys__2026_q3": wave("2026-Q3", GOOD),
            "incidents__2026__2026_01_14_wrong_bills": REPAIRED,
        },
        ["Trust in us is recovering: it rose from 5.8 to 7.1 out of 10.", "Recovering. Better, not yet well."],
    ),
    "relapsed": (
        {
            "surveys__2025_q4": wave("2025-Q4", HIGH),
            "surveys__2026_q1": wave("2026-Q1", LOW),
            "surveys__2026_q3": wave("2026-Q3", LOW),
        },
        ["Trust in us is broken: 2.9 out of 10.", "Trust broke in Q1 2026.", "cannot be compared", "Nobody was asked."],
    ),
    "silent": (
        {"surveys__2025_q4": wave("2025-Q4", HIGH), "surveys__2026_q1": wave("2026-Q1", LOW)},
        ["Trust in us is broken: it fell from 8.5 to 2.9 out of 10.", "Last measured in Q1 2026, 3 quarters ago."],
    ),
    "hole": (
        {"surveys__2026_q1": wave("2026-Q1", GOOD), "surveys__2026_q3": wave("2026-Q3", GOOD)},
        ["We cannot compare: nobody was asked the quarter before.", "7.1 each time we asked since Q1 2026"],
    ),
    "another-survey": (
        {
            "surveys__2026_q2": wave("2026-Q2", GOOD),
            "surveys__2026_q3": wave("2026-Q3", BETTER) + "method_changed: Asked by another agency.\n",
        },
        ["We cannot compare: the survey changed. The score is 5.8 out of 10.", "Asked by another agency."],
    ),
    "cannot-be-public": (
        {
            "surveys__2026_q3": "quarter: 2026-Q3\naudience: customers\nsample: random\n"
            "questions:\n  - {id: trust, missing: The authority looks into it until December.}\n"
        },
        ["We publish no trust score this quarter"],
    ),
    "promise-without-measure": (
        {
            "surveys__2026_q3": wave("2026-Q3", GOOD),
            "promises__be_friendlier": "title: Be friendlier\nmade: 2025-01-01\ndue: 2026-08-01\n",
        },
        ["In the same quarter we broke a promise: Be friendlier. We did not measure it.", "Promises: 1 broken"],
    ),
    "open": (
        {"incidents__2026__2026_08_14_wrong_bills": INCIDENT.replace("2026-08-15T10:00", "not-yet")},
        ["Open now: Wrong bills", "It is not put right yet."],
    ),
    "old": (
        {"surveys__2024_q3": wave("2024-Q3", GOOD)},
        ["Last measured in Q3 2024, 9 quarters ago."],
    ),
    "embargo": (
        {
            "surveys__2026_q1": wave("2026-Q1", GOOD),
            "surveys__2026_q3": wave("2026-Q3", LOW, "sample: random\npublish_at: 2026-12-01T10:00\n"),
        },
        ["Our first measurement: 7.1 out of 10.", "Last measured in Q1 2026, 3 quarters ago."],
    ),
    "no-range": (
        {
            "surveys__2026_q3": "quarter: 2026-Q3\naudience: customers\nsample: random\n"
            "questions:\n  - {id: trust, mean: 6.9}\n"
        },
        ["Our first measurement: 6.9 out of 10.", "is not stated, so we give no range."],
    ),
    "very-many": (
        {
            "surveys__2026_q3": "quarter: 2026-Q3\naudience: customers\nsample: census\n"
            "questions:\n  - {id: trust, scale: 1-5, mean: 3.9, n: 300000}\n"
        },
        ["Our first measurement: 7.53 out of 10.", "between 7.51 and 7.54 at most"],
    ),
    "only-staff": (
        {"surveys__2026_q3_staff": wave("2026-Q3", GOOD).replace("customers", "staff")},
        ["We publish no trust score: our customers were not asked yet.", "What others say of us"],
    ),
    "unknown-fault": (
        {
            "incidents__2026__2026_08_14_wrong_bills": INCIDENT.replace("fault: ours", "fault: unknown").replace(
                "2026-08-14T10:00", "unknown"
            )
        },
        ["We do not know yet whose fault it was.", "1 incident in Q3 2026, 0 our fault, 1 not known"],
    ),
}


@pytest.mark.parametrize("state", STATES)
def test_home_says_what_is_and_what_is_not(state: str, tmp_path: Path) -> None:
    """Each state has its honest sentences, and no page of it breaks a rule of the frame."""
    files, sentences = STATES[state]
    bundle = built(tmp_path, **files)
    home = page(bundle)
    for sentence in sentences:
        assert sentence in home, home[:900]
    for document in bundle.documents:
        sound(document)


def sound(document: Document) -> None:
    """One h1, ids once, nothing inline, no leftovers of Python or Jinja."""
    html = document.html
    assert html.count("<h1") == 1, document.uri
    ids = re.findall(r'\bid="([^"]+)"', html)
    assert len(ids) == len(set(ids)), document.uri
    assert not re.search(r"\sstyle=|<script|\son\w+=", without_linked(without_own_scripts(html))), document.uri
    found = words(document)
    assert not re.search(r"\bNone\b(?! was)|\bnan\b|\{\{|\}\}|\[\]|\(\)|Decimal|datetime", found), document.uri


def test_hostile_text_is_shown_letter_for_letter(tmp_path: Path) -> None:
    """Text of the company is never markup, on no page."""
    quoted = "'" + HOSTILE.replace("'", "''") + "'"
    bundle = built(
        tmp_path,
        organisation=ORGANISATION.replace("Example Water", quoted),
        surveys__2026_q3=wave("2026-Q3", GOOD) + f"company_comment: {quoted}\n",
        incidents__2026__2026_08_14_wrong_bills=INCIDENT.replace("Wrong bills", quoted)
        + f"description: {quoted}\nwhat_to_do: {quoted}\ncompany_comment: {quoted}\n",
        promises__p=f"title: {quoted}\nmade: 2025-01-01\ndue: 2026-08-01\nmeasure: {quoted}\n",
    )
    assert HOSTILE in page(bundle, "incidents/2026-08-14-wrong-bills/")
    assert HOSTILE in page(bundle, "quarters/2026-q3/")
    for document in bundle.documents:
        assert "<script" not in without_linked(without_own_scripts(document.html))
    for asset in bundle.assets:
        if asset.uri.endswith(".svg"):
            assert b"<script" not in asset.content


def without_own_scripts(html: str) -> str:
    """HTML without the scripts that are files of the site itself."""
    return re.sub(r'<script src="[./]*assets/scripts/\w+\.js" defer></script>', "", html)


def test_links_of_home_lead_everywhere(tmp_path: Path) -> None:
    """Every page kind of the navigation is one click from home; every other page two."""
    bundle = built(tmp_path, surveys__2026_q3=wave("2026-Q3", GOOD), incidents__2026__2026_08_14_wrong_bills=INCIDENT)
    uris = {document.uri for document in bundle.documents}
    by_uri = {document.uri: document for document in bundle.documents}

    def led(uri: str) -> set[str]:
        found = set()
        for link in re.findall(r'href="([^"#]*)', by_uri[uri].html):
            steps = uri.split("/")[:-1] if link else []
            for part in link.split("/")[:-1]:
                steps = steps[:-1] if part == ".." else [*steps, part] if part not in (".", "") else steps
            target = "/".join(steps) + "/" if steps else ""
            if target in uris:
                found.add(target)
        return found

    first = led("")
    second = set().union(*(led(uri) for uri in first))
    named = {document.uri for document in bundle.documents if document.nav is not None}
    assert uris - first - second - named == {"search/"}  # the frame of every page links the search


def test_a_hidden_group_is_told_in_words(tmp_path: Path) -> None:
    """A group with few answers stands by name with what hides it; no page and no download holds its figure."""
    counts = "\n".join(
        [
            "      all:       [4, 3, 9, 17, 22, 37, 66, 95, 49, 33]",
            "      household: [4, 3, 9, 17, 22, 37, 66, 95, 49, 29]",
            "      business:  [0, 0, 0, 0, 0, 0, 0, 0, 0, 4]",
        ]
    )
    segments = "segments: {household: {customers: 41000}, business: {customers: 7210}}\n"
    survey = (
        f"quarter: 2026-Q3\naudience: customers\nsample: random\nquestions:\n  - id: trust\n    counts:\n{counts}\n"
    )
    bundle = built(tmp_path, organisation=ORGANISATION + segments, surveys__2026_q3=survey)
    found = page(bundle, "quarters/2026-q3/")
    assert "Hidden to protect people:" in found and "usiness" in found
    assert not re.search(r"usiness\s+10(\.0)?\b", found)
    for document in bundle.documents:
        sound(document)


def test_why_a_figure_cannot_be_public_stands_in_its_place(tmp_path: Path) -> None:
    """The reason in the company's words, on the page of the quarter, where the figure would be."""
    files, _ = STATES["cannot-be-public"]
    found = page(built(tmp_path, **files), "quarters/2026-q3/")
    assert "No figure: The authority looks into it until December." in found


def test_answers_that_are_late_are_told_and_the_next_day_is_named(tmp_path: Path) -> None:
    """The announced day has come and nothing is out: that is said, not that nobody was asked; nor a day to come."""
    releases = (
        "releases:\n"
        "  - {quarter: 2026-Q3, at: 2026-10-20T10:00+02:00, published: 2026-11-06T10:00+01:00}\n"
        "  - {quarter: 2026-Q4, at: 2027-01-20T10:00+01:00}\n"
    )
    late = wave("2026-Q3", GOOD, "sample: random\ninvited: 5400\npublish_at: 2026-11-06T10:00+01:00\n")
    before = wave("2026-Q2", HIGH)
    bundle = built(tmp_path, organisation=ORGANISATION + releases, surveys__2026_q2=before, surveys__2026_q3=late)
    home, quarter = page(bundle), page(bundle, "quarters/2026-q3/")
    assert home.startswith(
        "We publish no trust score this quarter: the answers were due on 20 October 2026 and are not published."
    )
    due = "Q3 2026 was due on 20 October 2026 and is not published."
    assert f"{due} Next: Q4 2026 on 20 January 2027." in home
    assert due in quarter
    assert "6 November 2026" not in home + quarter
    for document in bundle.documents:
        assert "obody was asked" not in words(document), document.uri


def test_a_release_ahead_is_the_next_whatever_the_file_says_of_its_day(tmp_path: Path) -> None:
    """A site built for an earlier moment names the release that came next then."""
    releases = "releases: [{quarter: 2026-Q3, at: 2026-11-05T10:00+01:00, published: 2026-11-05T10:00+01:00}]\n"
    survey = wave("2026-Q2", GOOD)
    home = page(built(tmp_path, organisation=ORGANISATION + releases, surveys__2026_q2=survey))
    assert "Next: Q3 2026 on 5 November 2026." in home


@pytest.mark.parametrize(
    ("before", "told", "untold"),
    [
        ({}, "The weakest stands first.", "What moved most stands first."),
        ({"surveys__2026_q2": "2026-Q2"}, "What moved most stands first.", "The weakest stands first."),
    ],
)
def test_the_order_of_the_parts_is_told_as_it_is(
    before: dict[str, str], told: str, untold: str, tmp_path: Path
) -> None:
    """Without a quarter to compare with, the weakest part is first, and no words about changes are explained."""
    parts = (
        "  - {id: honest, counts: [10, 10, 20, 30, 40, 60, 80, 90, 50, 20]}\n"
        "  - {id: friendly, counts: [1, 1, 2, 3, 10, 30, 90, 120, 90, 40]}\n"
    )
    files = {name: wave(quarter, HIGH) + parts for name, quarter in before.items()}
    home = page(built(tmp_path, surveys__2026_q3=wave("2026-Q3", GOOD) + parts, **files))
    assert told in home and untold not in home
    assert ("Up and down: more than chance." in home) == bool(before)
