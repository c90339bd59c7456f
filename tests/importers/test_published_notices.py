"""A status page becomes incidents, and nothing is made up on the way."""

from datetime import UTC, datetime
from typing import Any

import pytest

from scorecard.importers import Unreadable, convert
from tests.importers.sources import notice, status_page

DOUBT = "The source does not say whose clock its times follow. A stamp that ends in Z can still be local time."


def test_a_notice_says_what_is_unknown() -> None:
    """Start, knowledge, fault and end are unknown; the stamp of the notice is kept and doubted."""
    made = convert(status_page())
    assert made.files["data/incidents/2030/2030-03-04-tickets.yml"] == {
        "title": "Tickets cannot be bought",
        "kind": "service",
        "severity": "minor",
        "fault": "unknown",
        "systems": ["ticket-shop"],
        "started": "unknown",
        "known": "unknown",
        "notified": "2030-03-04T05:06:07Z",
        "resolved": "unknown",
        "times_doubtful": DOUBT,
        "updates": [
            {
                "at": "2030-03-04T05:06:07Z",
                "status": "update",
                "text": "Tickets cannot be bought. We look into it.",
            }
        ],
    }
    assert made.files["data/organisation.yml"]["systems"] == {"ticket-shop": "Ticket shop"}
    assert made.ends == datetime(2030, 3, 5, tzinfo=UTC)


def test_the_last_update_is_the_last_word_and_not_the_end() -> None:
    """Resolved without a time stays unknown, however many updates there are; a note counts them."""
    updates = [{"at": "2030-03-04T06:00:00Z", "postmortem": False, "text": "It works again."}]
    made = convert(status_page(notice("a"), notice("b", updates=updates)))
    assert made.files["data/incidents/2030/b.yml"]["resolved"] == "unknown"
    notes = made.files["data/organisation.yml"]["notes"][0]
    assert "1 of 2 notices are called resolved without any time of the end." in notes
    assert "Of 1 more only the last word has a time. It need not be the end, so the end stays unknown." in notes


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ({"resolved": False}, "not-yet"),
        ({"resolved": True}, "unknown"),
        ({"resolved": None}, "unknown"),
        ({"resolved": "2030-03-04T09:00:00Z"}, "2030-03-04T09:00:00Z"),
        ({"resolved": True, "resolved_at": "2030-03-04T11:00:00+02:00"}, "2030-03-04T09:00:00Z"),
    ],
)
def test_the_end_is_the_sources_own_or_none(given: dict[str, Any], wanted: str) -> None:
    """Open stays open, an end that the source names is taken, everything else is unknown."""
    assert convert(status_page(notice("a", **given))).files["data/incidents/2030/a.yml"]["resolved"] == wanted


@pytest.mark.parametrize(
    ("word", "severity", "kind"),
    [
        ("major-outage", "major", "service"),
        ("Major Outage", "major", "service"),
        ("partial_outage", "minor", "service"),
        ("degraded-performance", "minor", "service"),
        ("critical", "critical", "service"),
        ("under-maintenance", "minor", "maintenance"),
        ("lavender", "minor", "service"),
    ],
)
def test_severities_go_by_the_published_table(word: str, severity: str, kind: str) -> None:
    """The source's word decides; planned work is no incident."""
    incident = convert(status_page(notice("a", severity=word))).files["data/incidents/2030/a.yml"]
    assert (incident["severity"], incident["kind"]) == (severity, kind)


def test_the_mapping_of_severities_is_published() -> None:
    """Readers see which words of the source stand behind ours, and a person is told of a word nobody knows."""
    words = ["major-outage", "degraded-performance", "lavender", "under-maintenance"]
    made = convert(status_page(*(notice(word, severity=word) for word in words)))
    assert made.files["data/organisation.yml"]["severities"] == {
        "major": 'What the source calls "major-outage".',
        "minor": 'What the source calls "degraded-performance" or "lavender".',
    }
    assert "The severity 'lavender' (1 notices) is none we know: taken as minor." in made.remarks


def test_a_major_notice_says_that_the_source_is_silent() -> None:
    """Advice, explanation and repairs are not made up."""
    incident = convert(status_page(notice("a", severity="major-outage"))).files["data/incidents/2030/a.yml"]
    silent = {"not-applicable": "The source does not say."}
    assert (incident["what_to_do"], incident["postmortem"], incident["remediation"]) == (silent, silent, silent)


def test_nothing_is_scored() -> None:
    """scored_from lies after the last stamp of the source."""
    head = convert(status_page(notice("a"), notice("b", "2031-11-30T23:00:00Z"))).files["data/organisation.yml"]
    assert head["scored_from"] == "2032-Q1"


def test_texts_stay_letter_for_letter() -> None:
    """Markdown, HTML, links and blank lines are kept; an explanation afterwards is marked as one."""
    text = "### Down\n\n> quoted <b>bold</b>\n\n- [page](https://status.example.org)\n"
    updates = [{"at": "2030-03-04T06:00:00Z", "postmortem": True, "text": "**Why**: a `cable`."}]
    made = convert(status_page(notice("a", text=text, updates=updates))).files["data/incidents/2030/a.yml"]["updates"]
    assert [(said["status"], said["text"]) for said in made] == [
        ("update", text),
        ("postmortem", "**Why**: a `cable`."),
    ]


def test_characters_that_nobody_can_see_are_taken_out_and_said() -> None:
    """The reading room would refuse them."""
    made = convert(status_page(notice("a", text="Down\u2028now\u202e")))
    assert made.files["data/incidents/2030/a.yml"]["updates"][0]["text"] == "Downnow"
    assert "Tickets cannot be bought: characters that nobody can see were taken out of its text." in made.remarks


def test_updates_stand_oldest_first_and_the_first_word_is_the_earliest() -> None:
    """A list that runs backwards, and an update before its own notice, are put in order."""
    updates = [
        {"at": "2030-03-04T08:00:00Z", "text": "Late."},
        {"at": "2030-03-04T04:00:00Z", "text": "Early."},
    ]
    made = convert(status_page(notice("a", updates=updates))).files["data/incidents/2030/a.yml"]
    assert made["notified"] == "2030-03-04T04:00:00Z"
    assert [said["at"][11:13] for said in made["updates"]] == ["04", "05", "08"]


def test_ids_are_made_fit_and_stay_apart() -> None:
    """Dots, capitals, 90 letters, other scripts and reserved names become ids of their own."""
    names = ["2030-01-02-API.example.org", "2030-01-02-api-example-org", "x" * 90, "Сбой", "index"]
    made = convert(status_page(*(notice(name) for name in names)))
    assert [path.removeprefix("data/incidents/2030/") for path in made.files][1:] == [
        "2030-01-02-api-example-org.yml",
        "2030-01-02-api-example-org-2.yml",
        "x" * 64 + ".yml",
        "notice.yml",
        "notice-index.yml",
    ]


def test_a_stated_time_zone_is_used_and_the_times_are_not_doubted() -> None:
    """Only what the source leaves open is doubted."""
    made = convert(status_page(timezone="America/Denver"))
    assert made.files["data/organisation.yml"]["timezone"] == "America/Denver"
    assert "times_doubtful" not in made.files["data/incidents/2030/2030-03-04-tickets.yml"]


def test_a_notice_without_any_time_is_left_out_and_said() -> None:
    """It can stand in no quarter."""
    made = convert(status_page(notice("a"), notice("b", first_notice_at=None, title="Lost")))
    assert len(made.files) == 2
    assert "Lost: it has no time and was left out." in made.remarks


def test_a_source_without_any_time_is_refused() -> None:
    """The whole message says what is missing."""
    with pytest.raises(Unreadable) as caught:
        convert(status_page(notice("a", first_notice_at=None)))
    assert str(caught.value) == "the source has no notice with a time: 'first_notice_at' is missing or cannot be read"
