# ruff: noqa: E501 (headings are read by rows)
"""Exports as each tool documents its shape. Every answer, name and address in them is invented.

The answers come from one list of invented people, so each export must give the same counts (see `counted`).
"""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: The questions: id, words, scale.
ASKED = (
    ("trust", "How much do you trust Harbourlight? (1 not at all, 10 completely)"),
    ("heard-listens", "Harbourlight listens to me."),
    ("contact-easy", "Harbourlight makes it easy to get things done."),
)
AGREE = ("Strongly disagree", "Disagree", "Neither agree nor disagree", "Agree", "Strongly agree")


@dataclass(frozen=True)
class Person:
    """One invented respondent; answers are 1 to 10, 0 is "Don't know", -1 nothing."""

    number: int
    answers: tuple[int, int, int]
    household: bool
    #: "", "test", "partial" or "repeated": as the person before.
    kind: str = ""

    @property
    def words(self) -> str:
        """An invented comment, which nobody may ever see in data/."""
        return f'Line {self.number} of a "private" comment; with, separators\nand a second line about Ms Quill'


def people(count: int = 60, seed: int = 7) -> list[Person]:
    """Invented people: some tests, some unfinished, two sent twice."""
    dice = random.Random(seed)
    found: list[Person] = []
    for number in range(1, count + 1):
        answers = [dice.choice((3, 4, 5, 6, 7, 7, 8, 8, 9, 10)) for _ in ASKED]
        if dice.random() < 0.1:
            answers[1] = 0
        if dice.random() < 0.1:
            answers[2] = -1
        kind = "test" if number in (1, 2) else "partial" if number in (10, 20, 30) else ""
        found.append(Person(number, (answers[0], answers[1], answers[2]), dice.random() < 0.7, kind))
    for number in (15, 40):
        one = found[number - 1]
        found.append(Person(one.number, one.answers, one.household, "repeated"))
    return found


def counted(
    some: Iterable[Person], *, low: int = 1, high: int = 10, kinds: Sequence[str] = ("",)
) -> dict[str, tuple[int, ...]]:
    """An independent count, question by question: the scale, then don't know, then nothing."""
    kept = [one for one in some if one.kind in kinds]
    return {
        id: tuple(sum(one.answers[at] == value for one in kept) for value in (*range(low, high + 1), 0, -1))
        for at, (id, _) in enumerate(ASKED)
    }


def table(rows: Iterable[Sequence[object]], *, delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    """Rows as CSV with CRLF, as tools write it."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, quoting=quoting, lineterminator="\r\n").writerows(rows)  # type: ignore[arg-type]
    return out.getvalue()


def said(value: int, number: str = "{}", unknown: str = "Don't know") -> str:
    """An answer as a cell."""
    return "" if value < 0 else unknown if value == 0 else number.format(value)


def qualtrics(some: Iterable[Person], *, codes: bool = False, tab: bool = False) -> str:
    """Three heading rows; recipient and place before the answers; choice texts or codes."""
    names = [
        "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished", "RecordedDate",
        "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference",
        "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage", "Q1", "Q2_1", "Q2_2", "Q3", "Q9",
    ]  # fmt: skip
    texts = [
        "Start Date", "End Date", "Response Type", "IP Address", "Progress", "Duration (in seconds)", "Finished",
        "Recorded Date", "Response ID", "Recipient Last Name", "Recipient First Name", "Recipient Email",
        "External Data Reference", "Location Latitude", "Location Longitude", "Distribution Channel", "User Language",
        ASKED[0][1], f"How far do you agree?\n- {ASKED[1][1]}", f"How far do you agree?\n- {ASKED[2][1]}",
        "Are you a household or a business?", "Is there anything else you want to tell us?",
    ]  # fmt: skip
    ids = ['{"ImportId":"' + name[0].lower() + name[1:] + '","timeZone":"Europe/Rome"}' for name in names]
    rows: list[Sequence[object]] = [names, texts, ids]
    for one in some:
        status = ("1" if codes else "Survey Preview") if one.kind == "test" else ("0" if codes else "IP Address")
        done = ("0" if codes else "False") if one.kind == "partial" else ("1" if codes else "True")
        rows.append([
            "2026-11-02 09:00:00", "2026-11-02 09:04:00", status, f"192.0.2.{one.number}",
            40 if one.kind == "partial" else 100, 240, done, "2026-11-02 09:04:01", f"R_{one.number:015d}",
            "Quill", "Ada", f"person{one.number}@example.org", f"C-{one.number}", "44.41", "8.93", "email", "EN",
            said(one.answers[0], "{}", "Don't know"), said(one.answers[1], "{}"), said(one.answers[2], "{}"),
            "Household" if one.household else "Business", one.words,
        ])  # fmt: skip
    return table(rows, delimiter="\t" if tab else ",")


def surveymonkey(some: Iterable[Person]) -> str:
    """Two heading rows; a matrix has its heading once; scale labels stand in the answers."""
    first = [
        "Respondent ID", "Collector ID", "Date Created", "Date Modified", "IP Address", "Email Address", "First Name",
        "Last Name", "Custom Data 1", ASKED[0][1], "How far do you agree?", "", "Anything else?", "Response Status",
    ]  # fmt: skip
    second = [""] * 9 + ["Response", ASKED[1][1], ASKED[2][1], "Open-Ended Response", ""]
    rows: list[Sequence[object]] = [first, second]
    for one in some:
        label = {1: "1 - Not at all", 10: "10 - Completely"}.get(one.answers[0], said(one.answers[0]))
        rows.append([
            118_000_000_000 + one.number, "preview" if one.kind == "test" else "4410", "11/02/2026 09:00:00 AM",
            "11/02/2026 09:04:00 AM", f"192.0.2.{one.number}", f"person{one.number}@example.org", "Ada", "Quill", "",
            label, said(one.answers[1]), said(one.answers[2]), one.words,
            "Partial" if one.kind == "partial" else "Complete",
        ])  # fmt: skip
    return table(rows)


def limesurvey(some: Iterable[Person], *, whole: bool = False) -> str:
    """Semicolons, every cell quoted; codes or codes with whole questions; no `submitdate` on what was not finished."""
    names = [
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "token",
        "startdate",
        "datestamp",
        "ipaddr",
        "refurl",
    ]
    if whole:
        names = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Access code", "Date started",
                 "Date last action", "IP address", "Referrer URL"]  # fmt: skip
        names += [f"G1Q01. {ASKED[0][1]}", f"G1Q02[SQ001]. How far do you agree? [{ASKED[1][1]}]",
                  f"G1Q02[SQ002]. How far do you agree? [{ASKED[2][1]}]", "G1Q09. Anything else?"]  # fmt: skip
    else:
        names += ["trust", "G1Q02[SQ001]", "G1Q02[SQ002]", "G1Q09"]
    rows: list[Sequence[object]] = [names]
    for one in some:
        if one.kind == "test":
            continue  # LimeSurvey has no rows for tests
        rows.append([
            one.number, "" if one.kind == "partial" else "2026-11-02 09:04:00", 1 if one.kind == "partial" else 3, "en",
            4711 + one.number, f"tok{one.number:08d}", "2026-11-02 09:00:00", "2026-11-02 09:04:00",
            f"192.0.2.{one.number}", "", *(said(value) for value in one.answers), one.words,
        ])  # fmt: skip
    return table(rows, delimiter=";", quoting=csv.QUOTE_ALL)


def google_forms(some: Iterable[Person]) -> str:
    """Timestamp first; a grid has its line in brackets; whole responses only, without a number."""
    names = ["Timestamp", "Email Address", ASKED[0][1], f"How far do you agree? [{ASKED[1][1]}]",
             f"How far do you agree? [{ASKED[2][1]}]", "Household or business?", "Anything else?"]  # fmt: skip
    rows: list[Sequence[object]] = [names]
    for one in some:
        if one.kind:
            continue
        rows.append([
            f"2026/11/02 9:{one.number % 60:02d}:00 AM GMT+1", f"person{one.number}@example.org",
            *(said(value) for value in one.answers), "Household" if one.household else "Business", one.words,
        ])  # fmt: skip
    return table(rows)


def typeform(some: Iterable[Person]) -> str:
    """The number of the response first, as 32 letters; kind, times and network last."""
    names = ["#", *(text for _, text in ASKED), "Anything else?", "Response Type", "Start Date (UTC)",
             "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags", "Ending"]  # fmt: skip
    rows: list[Sequence[object]] = [names]
    for one in some:
        if one.kind == "test":
            continue  # Typeform's preview is not kept
        part = one.kind == "partial"
        rows.append([
            f"{one.number:032x}", *(said(value) for value in one.answers), one.words, "partial" if part else "completed",
            "2026-11-02 08:00:00", "2026-11-02 08:03:00" if part else "", "" if part else "2026-11-02 08:04:00",
            f"{one.number * 7919:010x}", "", "Default ending",
        ])  # fmt: skip
    return table(rows)


def plain(some: Iterable[Person], *, delimiter: str = ",", decimal: str = "{}") -> str:
    """A table somebody made: ids as headings."""
    rows: list[Sequence[object]] = [
        ["respondent id", *(id for id, _ in ASKED), "segment", "finished", "is test", "telefono"]
    ]
    for one in some:
        rows.append([
            one.number, *(said(value, decimal) for value in one.answers), "household" if one.household else "business",
            "no" if one.kind == "partial" else "yes", "yes" if one.kind == "test" else "no", f"+39 010 55 {one.number:05d}",
        ])  # fmt: skip
    return table(rows, delimiter=delimiter)


def touchpoints() -> str:
    """The wide A-11 detail: two quarters of one service; the seventh question was not asked."""
    names = ["service_provider_id", "service_id", "year", "quarter", "service_provided", "transaction_point", "channel",
             "customer_count", "surveys_offered_count", "response_count"]  # fmt: skip
    texts = ["I am satisfied with the service.", "This increased my trust.", "My need was addressed.", "It was easy.",
             "It took a reasonable amount of time.", "I was treated fairly.", "Employees were helpful."]  # fmt: skip
    for number in range(1, 8):
        names += [f"q{number}_text", *(f"q{number}_{answer}" for answer in range(1, 6))]
    rows: list[Sequence[object]] = [names]
    for quarter, more in ((3, 0), (4, 5)):
        row: list[object] = [
            "hisp-1",
            "svc-1",
            2026,
            quarter,
            "Invented benefits",
            "after the call",
            "phone",
            41000,
            5400,
            700 + more,
        ]
        for number, text in enumerate(texts, 1):
            counts = [10 + number, 20, 90, 270, 300 + more] if number < 7 else [0] * 5
            row += [text, *counts]
        rows.append(row)
    return table(rows)


def touchpoints_long() -> str:
    """The summary: one row for each of the seven questions."""
    names = [
        "organization_abbreviation", "organization_name", "organization_id", "service_provider_name", "service_provider_id",
        "service_id", "year", "quarter", "service_provided", "transaction_point", "channel", "standardized_question_number",
        "standardized_question_identifier", "customized_question_text", "likert_scale_1", "likert_scale_2",
        "likert_scale_3", "likert_scale_4", "likert_scale_5", "point_scale", "response_volume", "notes", "question_total",
        "start_date", "end_date",
    ]  # fmt: skip
    rows: list[Sequence[object]] = [names]
    for number, named in enumerate(
        ("satisfaction", "trust", "effectiveness", "ease", "efficiency", "transparency", "humanity"), 1
    ):
        counts = [3 + number, 5, 40, 90, 120]
        rows.append([
            "EXO", "Example Office", 1, "Example Provider", "hisp-1", "svc-1", 2026, "4", "Invented benefits",
            "after the call", "phone", number, named, f"Words of {named}, invented.", *counts, 4.2, "", "", sum(counts),
            "2026-07-01", "2026-09-30",
        ])  # fmt: skip
    return table(rows)
