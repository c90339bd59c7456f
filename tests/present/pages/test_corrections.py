"""The corrections page: what was said, what it says now, why, who found it; each leads to the page it concerns."""

from __future__ import annotations

import pytest

from scorecard.model.records.registers import Correction
from scorecard.present import downloads
from scorecard.present.pages import corrections
from scorecard.present.words import Words
from tests.present import made
from tests.present.pages.drawn import desk, entry, html, in_order, page, read


def correction(id: str, **more: object) -> object:
    given = {
        "concerns": "survey:2026-Q3",
        "field": "invited",
        "was": "6000",
        "is": "5400",
        "label": "C",
        "found": "2026-10-20",
        "published": "2026-10-22",
        "reason": f"Because of {id}.",
        **more,
    }
    return entry(Correction, id, **given)


def test_everything_a_reader_asks_stands_there() -> None:
    """Date, page, said, says now, why, who found it, what that changes."""
    known = made.records(
        corrections=(correction("slip", found_by="a researcher", effect="The response rate rises. No score changed."),)
    )
    told = read(corrections, desk(known))
    assert in_order(
        told,
        "1 of 1 corrections was our own mistake",
        "People asked",
        "Our mistake",
        "On the page: Survey of customers, Q3 2026",
        "We said 6,000",
        "It says now 5,400",
        "Why Because of slip.",
        "What that changes The response rate rises. No score changed.",
        "Who found it a researcher",
        "Found 20 October 2026",
        "Corrected 22 October 2026, after 2 days",
    )


def test_a_change_without_notice_is_the_headline_and_stands_first() -> None:
    """Silence is worse than any mistake, so it comes before a newer correction."""
    known = made.records(
        corrections=(
            correction("new", published="2026-10-30"),
            correction("quiet", notice="none", published="2026-10-21"),
        )
    )
    told = read(corrections, desk(known))
    assert in_order(
        told,
        "We changed 1 published figure without saying so",
        "Changed without saying so",
        "Because of quiet.",
        "Because of new.",
    )


def test_the_newest_stands_first_and_tomorrow_is_not_told() -> None:
    """By the day of publication; one that is published later is not there."""
    known = made.records(
        corrections=(
            correction("old", published="2026-10-21"),
            correction("new", published="2026-10-29"),
            correction("later", published="2026-11-20"),
        )
    )
    told = read(corrections, desk(known))
    assert in_order(told, "2 of 2 corrections were our own mistakes", "Because of new.", "Because of old.")
    assert "Because of later." not in told
    assert "later" not in str([one.rows for one in downloads.tables(desk(known))])


@pytest.mark.parametrize(
    ("concerns", "name", "href"),
    [
        ("survey:2026-Q3", "Survey of customers, Q3 2026", "quarters/2026-q3/"),
        ("survey:2026-Q3-staff", "Survey of staff, Q3 2026", ""),
        ("survey:1999-Q1", "Survey of customers, Q1 1999", ""),
        ("enquiries:2026-Q3", "Enquiries, Q3 2026", "quarters/2026-q3/"),
        ("incident:2026-08-14-wrong-bills", "We sent 9,400 wrong bills", "incidents/2026-08-14-wrong-bills/"),
        ("incident:2020-01-01-gone", "incident:2020-01-01-gone", ""),
        ("promise:phone", "A person answers the phone", "promises/#promise-phone"),
        ("method:1.0.0", "How we measure", "method/"),
        ("something else", "something else", ""),
    ],
)
def test_each_leads_to_the_page_it_concerns(concerns: str, name: str, href: str) -> None:
    """A link where the page exists, the bare name where it does not."""
    known = made.records(
        incidents=(made.incident(),), promises=(made.promise(),), corrections=(correction("x", concerns=concerns),)
    )
    at = desk(known)
    assert corrections.concerned(at, known.corrections[0].record) == (name, href)
    assert ("On the page: <a" in html(page(corrections, at))) is bool(href)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("6000", "6,000"),
        ("0600", "0600"),
        ("11.6", "11.6"),
        ("2026-02-24", "24 February 2026"),
        ("2026-02-24T09:00", "24 February 2026, 09:00"),
        ("2026-02-31", "2026-02-31"),
        ("about half", "about half"),
    ],
)
def test_values_are_written_as_people_write_them(written: str, shown: str) -> None:
    """Counts and days in words; anything else stays letter for letter."""
    assert corrections.value(Words(), written) == shown


def test_without_any_the_page_does_not_boast() -> None:
    """No correction does not mean that everything is right."""
    told = read(corrections, desk(made.records()))
    assert "We have published no correction That does not mean that everything is right." in told


def test_a_field_nobody_foresaw_stands_as_it_is() -> None:
    """Its key is better than nothing."""
    assert corrections.field(Words(), "told_directly") == "told directly"
