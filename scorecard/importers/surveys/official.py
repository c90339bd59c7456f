"""GSA Touchpoints' export of the A-11 questions: already counts, one row (or seven) per service and quarter.

Two shapes: one row with `q1_text, q1_1 … q1_5` and the volumes, or one row per question with `likert_scale_1 … 5`.
Years and quarters are the government's fiscal ones; the detail of a single form has two days instead.
Sources: the public code of GSA/touchpoints.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from scorecard.importers.surveys.tool import clean
from scorecard.model.tallies import Look, Result, Unreadable

#: The standard questions by number, with the ids of the method where it has the same one.
STANDARD = (
    "satisfaction", "trust", "service-effectiveness", "process-ease", "efficiency", "process-transparency",
    "helpful-employees",
)  # fmt: skip
_IDENTIFIED = {
    "satisfaction": "satisfaction", "trust": "trust", "confidence_trust": "trust",
    "effectiveness": "service-effectiveness",
    "quality": "service-effectiveness", "ease": "process-ease", "efficiency": "efficiency",
    "transparency": "process-transparency", "humanity": "helpful-employees", "employee": "helpful-employees",
    "helpfulness": "helpful-employees",
}  # fmt: skip
_POPULATION = ("customer_count", "total_volume", "volume_of_customers")
_INVITED = ("surveys_offered_count", "volume_of_customers_provided_survey_opportunity")
_RESPONDENTS = ("response_count", "volume_of_respondents", "response_volume")
_DAYS = ("start_date", "end_date")
_PLACE = ("service_name", "service_provided", "transaction_point", "channel")


@dataclass(frozen=True, slots=True)
class Official:
    """One service in one quarter."""

    results: tuple[Result, ...]
    population: int | None
    invited: int | None
    respondents: int
    remarks: tuple[str, ...]
    dropped: tuple[str, ...]


def official(look: Look, rows: Sequence[Sequence[str]], year: int, quarter: int, service: str = "") -> Official:
    """The counts of a fiscal quarter. Raises Unreadable where there is none or more than one service."""
    names = [one.name.lower() for one in look.columns]
    records = [dict(zip(names, (cell.strip() for cell in row), strict=False)) for row in rows if len(row) >= len(names)]
    if (wide := sum(len(row) != len(names) for row in rows)) > 0:
        raise Unreadable(
            f"{wide} rows do not have the {len(names)} columns of the heading",
            "Touchpoints leaves a name out of some headings; put it in, or use the other export",
        )
    long = "likert_scale_1" in names
    if not long and "q1_1" not in names:
        raise Unreadable(
            "this is no A-11 export: there is neither q1_1 nor likert_scale_1", "export the A-11 detail as CSV"
        )
    found = [one for one in records if _is(one, year, quarter)]
    if not found:
        have = sorted({_when(one) for one in records})
        raise Unreadable(f"there is nothing for {year} Q{quarter}", f"there is: {', '.join(have)}")
    places = {_place(one) for one in found}
    if service:
        found = [one for one in found if service.lower() in _place(one).lower()]
        places = {_place(one) for one in found}
    if len(places) != 1:
        raise Unreadable(
            f"{len(places)} services are reported for {year} Q{quarter}",
            "name one with --service: " + "; ".join(sorted(places)[:10])
            if places
            else "check the name after --service",
        )
    if not long and len(found) > 1:
        raise Unreadable(
            f"{len(found)} rows say {next(iter(places))!r} in {year} Q{quarter}", "delete the one that is wrong"
        )
    remarks: list[str] = []
    results = tuple(_long(found, remarks) if long else _wide(found[0], remarks))
    first = found[0]
    respondents = _first(first, _RESPONDENTS)
    most = max((sum(one.counts["all"]) for one in results), default=0)
    if respondents is None or long:
        respondents = most
        remarks.append(f"The number of respondents is not stated; the question answered most has {most:,}.")
    elif respondents < most:
        remarks.append(
            f"response_count is {respondents:,}, but one question has {most:,} answers: the larger one is written."
        )
        respondents = most
    used = re.compile(
        r"q\d+_(text|[1-5])|likert_scale_[1-5]|standardized_question_.*|customized_question_text|year|quarter"
    )
    volumes = {*_POPULATION, *_INVITED, *_RESPONDENTS, *_PLACE, *(() if "year" in names else _DAYS)}
    dropped = tuple(name for name in names if not used.fullmatch(name) and name not in volumes)
    return Official(results, _first(first, _POPULATION), _first(first, _INVITED), respondents, tuple(remarks), dropped)


def _is(record: Mapping[str, str], year: int, quarter: int) -> bool:
    if "year" not in record:
        return {_fiscal(record.get(name, "")) for name in _DAYS} == {(year, quarter)}
    return _digits(record.get("year", "")) == year and _digit(record.get("quarter", "")) == str(quarter)


def _when(record: Mapping[str, str]) -> str:
    if "year" not in record:
        return " to ".join(record.get(name, "?")[:10] for name in _DAYS)
    return f"{record['year']} Q{_digit(record.get('quarter', ''))}"


def _fiscal(day: str) -> tuple[int, int] | None:
    """The government's year and quarter of a day; it starts in October."""
    if not (found := re.match(r"(\d{4})-(\d{2})-\d{2}", day)):
        return None
    year, month = int(found[1]), int(found[2])
    return year + (month >= 10), (month - 10) % 12 // 3 + 1


def _digit(text: str) -> str:
    found = re.search(r"[1-4]", text)
    return found[0] if found else "?"


def _digits(text: str) -> int | None:
    found = re.search(r"\d{4}", text)
    return int(found[0]) if found else None


def _place(record: Mapping[str, str]) -> str:
    return ", ".join(text for name in _PLACE if (text := clean(record.get(name, "")).strip('"')))


def _first(record: Mapping[str, str], names: Sequence[str]) -> int | None:
    return next((value for name in names if (value := _count(record.get(name, ""), name)) is not None), None)


def _count(text: str, where: str) -> int | None:
    text = text.replace(",", "").strip()
    if not text:
        return None
    if not re.fullmatch(r"\d{1,12}(\.0+)?", text):
        raise Unreadable(f"{where} is {text!r}, not a count", "correct it in the export")
    return int(text.split(".")[0])


def _wide(record: Mapping[str, str], remarks: list[str]) -> list[Result]:
    found = []
    for number in range(1, 12):
        counts = [_count(record.get(f"q{number}_{answer}", ""), f"q{number}_{answer}") for answer in range(1, 6)]
        if one := _result(number, "", record.get(f"q{number}_text", ""), counts, remarks):
            found.append(one)
    return found


def _long(records: Sequence[Mapping[str, str]], remarks: list[str]) -> list[Result]:
    found: dict[str, Result] = {}
    for record in records:
        number = _count(record.get("standardized_question_number", ""), "standardized_question_number") or 0
        counts = [_count(record.get(f"likert_scale_{answer}", ""), f"likert_scale_{answer}") for answer in range(1, 6)]
        named = record.get("standardized_question_identifier", "").lower()
        one = _result(number, named, record.get("customized_question_text", ""), counts, remarks)
        if one and one.id in found:
            raise Unreadable(f"question {number} is there twice", "delete the row that is wrong")
        if one:
            found[one.id] = one
    return list(found.values())


def _result(number: int, named: str, text: str, counts: Sequence[int | None], remarks: list[str]) -> Result | None:
    given = [count for count in counts if count is not None]
    id = _IDENTIFIED.get(named) or (STANDARD[number - 1] if 1 <= number <= len(STANDARD) else f"question-{number}")
    if not given or not sum(given):
        if text:
            remarks.append(f"Question {number} ({id}) has no answers: left out, not counted as zero.")
        return None
    if len(given) < 5:
        raise Unreadable(f"question {number} has counts for {len(given)} of 5 answers", "complete it in the export")
    return Result(id, clean(text.strip('"')), 1, 5, {"all": tuple(given)}, {}, {})
