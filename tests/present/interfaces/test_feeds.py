"""An entry for each word, ids that are never used again, and nothing of tomorrow."""

from __future__ import annotations

from typing import Any

from scorecard.model.interfaces import Feed
from scorecard.model.records import Entry
from scorecard.model.records.registers import Correction, Dialogue
from scorecard.present.interfaces import feeds
from tests.present import made

WORDS = [
    {"at": "2026-08-14T11:00Z", "text": "One."},
    {"at": "2026-08-14T11:00Z", "text": "Two."},
    {"at": "2026-12-01T11:00Z", "text": "CANARY"},
]


def correction(id: str, published: str) -> Entry[Correction]:
    given = {"concerns": "survey:2026-Q1", "field": "invited", "was": "6000", "is": "5400", "label": "C"}
    given |= {
        "found": "2026-03-30",
        "published": published,
        "reason": "CANARY" if published > "2026-11-01" else "Slip.",
    }
    return Entry(id, Correction.model_validate(given))


def made_feeds(**records: Any) -> dict[str, Feed]:
    return {
        one.atom.removeprefix("feeds/").removesuffix(".xml"): one
        for one in feeds.make(made.desk(known=made.records(**records)))
    }


def test_each_word_is_an_entry_with_an_id_of_its_own() -> None:
    """Two of the same minute too; a word after the cut-off is none."""
    found = made_feeds(incidents=(made.incident("a", updates=WORDS),))["incidents"].entries
    assert [one.id for one in found] == [
        "tag:trust.example.org,2026:incident:a:20260814T110000Z-2",
        "tag:trust.example.org,2026:incident:a:20260814T110000Z",
    ]
    assert found[0].text.startswith("Two.\n\nWe sent 9,400 wrong bills. It affected 9,400 customers.")
    assert found[0].link == "https://trust.example.org/incidents/a/"


def test_a_later_word_changes_no_id() -> None:
    """Ids of words that were there stay when others come."""
    before = made_feeds(incidents=(made.incident("a", updates=WORDS[:1]),))["incidents"].entries
    after = made_feeds(incidents=(made.incident("a", updates=WORDS[:2]),))["incidents"].entries
    assert {one.id for one in before} < {one.id for one in after}


def test_an_incident_without_words_is_told_by_its_times() -> None:
    """First word and end, as the record has them."""
    found = made_feeds(incidents=(made.incident("a"),))["incidents"].entries
    assert [(one.title, one.at.isoformat()) for one in found] == [
        ("Put right: We sent 9,400 wrong bills", "2026-08-20T08:00:00+00:00"),
        ("Looking into it: We sent 9,400 wrong bills", "2026-08-14T10:00:00+00:00"),
    ]


def test_feeds_hold_the_newest_fifty() -> None:
    """Of 60 words of 60 incidents; the same 50 that a sort of all words gives."""
    many = tuple(
        made.incident(f"a-{n}", updates=[{"at": f"2026-0{1 + n % 8}-1{n % 7}T10:{n:02d}Z", "text": "x"}])
        for n in range(60)
    )
    found = made_feeds(incidents=many)["incidents"].entries
    wanted = sorted((entry.record.updates[0].at for entry in many), reverse=True)[:50]
    assert [one.at for one in found] == wanted


def test_corrections_have_a_feed_and_stand_in_the_whole_one() -> None:
    """With what was said and what it says now; one of tomorrow is in neither."""
    found = made_feeds(corrections=(correction("c", "2026-04-02"), correction("d", "2026-12-01")))
    assert [one.id for one in found["corrections"].entries] == ["tag:trust.example.org,2026:correction:c"]
    assert "we had said 6,000; it says 5,400 now." in found["corrections"].entries[0].text
    assert found["corrections"].entries[0] in found["all"].entries
    assert "CANARY" not in str(found)


def test_an_answer_of_tomorrow_is_not_told() -> None:
    """A question that is still open on the day is no news."""
    given = {"with": "customers", "started_by": "a council", "asked": "2026-09-01", "question": "Why?"}
    given |= {"answered": "2026-12-01", "answer": "CANARY"}
    found = made_feeds(dialogue=(Entry("q", Dialogue.model_validate(given)),))
    assert found["all"].entries == ()


def test_an_empty_feed_is_as_old_as_the_figures() -> None:
    """No clock is asked."""
    assert all(one.updated == made.AS_OF for one in made_feeds().values())
