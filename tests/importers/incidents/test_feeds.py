"""Feeds: which entries are one incident, and which year a time without one belongs to."""

from pathlib import Path

import pytest

from scorecard.importers.incidents import atom
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import Found, Source
from tests.importers.incidents.harbour import Harbour

PAGE = "https://status.example.org"


def entry(number: int, title: str, link: str, day: int = 14) -> str:
    """One entry, stamped at the hour of its number."""
    stamp = f"2026-03-{day}T{number:02d}:00:00Z"
    return (
        f"<entry><id>e{number}</id><title>{title}</title><published>{stamp}</published><updated>{stamp}</updated>"
        f'<link href="{link}"/><content>Word {number}.</content></entry>'
    )


def found(*entries: str, desk: Desk | None = None) -> list[Found]:
    """The incidents of an Atom feed of these entries."""
    text = f'<feed xmlns="http://www.w3.org/2005/Atom"><link href="{PAGE}/"/>{"".join(entries)}</feed>'
    return atom.incidents([Source("x", text)], desk or Desk(None, lambda text: text))


def test_entries_with_one_link_are_words_of_one_incident() -> None:
    """Known by the link, so that a word more does not make it another one; the common part of the titles remains."""
    first, second = entry(8, "Investigating: Fog", f"{PAGE}/i/1"), entry(9, "Resolved: Fog", f"{PAGE}/i/1")
    other = entry(10, "Rain", f"{PAGE}/i/2")
    made = found(other, second, first)
    assert [(one.id, one.title, len(one.said)) for one in made] == [
        (f"{PAGE}/i/2", "Rain", 1),
        (f"{PAGE}/i/1", "Fog", 2),
    ]
    assert [word.text for word in made[1].said] == ["Word 8.", "Word 9."]
    assert found(other, first)[1].id == made[1].id
    assert [one.title for one in found(second, first)] == ["Fog"]


@pytest.mark.parametrize("link", [f"{PAGE}/", PAGE, f"{PAGE}/history"])
def test_a_link_that_all_share_names_no_incident(link: str) -> None:
    """The page itself, or one address under different titles: each entry is one."""
    assert [one.id for one in found(entry(8, "Fog", link), entry(9, "Rain", link))] == ["e8", "e9"]


def test_one_title_many_times_on_the_page_itself_stays_many() -> None:
    """112 incidents of one title are 112."""
    assert len(found(*(entry(hour, "Fog", PAGE) for hour in range(1, 20)))) == 19


def words(published: str, updated: str, *lines: str) -> list[str]:
    """The times of the words of an entry in the form of Statuspage."""
    content = "".join(f"&lt;p&gt;&lt;small&gt;{line}&lt;/small&gt;&lt;br&gt;Update - Text.&lt;/p&gt;" for line in lines)
    stamps = f"<published>{published}</published><updated>{updated}</updated>"
    text = f"<entry><id>e</id><title>Fog</title>{stamps}<content>{content}</content></entry>"
    (made,) = found(text)
    return [word.at.isoformat() for word in made.said]


def test_the_year_is_the_one_between_the_stamps() -> None:
    """Also over New Year, and with a clock of twelve hours."""
    over = words("2025-12-31T22:00:00Z", "2026-01-01T02:00:00Z", "Jan 1, 02:00 UTC", "Dec 31, 22:00 UTC")
    assert over == ["2025-12-31T22:00:00+00:00", "2026-01-01T02:00:00+00:00"]
    assert words("2026-03-14T16:41:00Z", "2026-03-14T16:41:00Z", "Mar 14, 9:41 AM PDT", "March 14, 12:05 PM EDT") == [
        "2026-03-14T16:05:00+00:00",
        "2026-03-14T16:41:00+00:00",
    ]


def test_a_time_that_fits_no_year_is_not_bent() -> None:
    """The stamp of the entry is used instead, and a person hears of it."""
    desk = Desk(None, lambda text: text)
    body = "&lt;p&gt;Sep 9, 09:41 UTC&lt;br&gt;Update - Text.&lt;/p&gt;"
    stamps = "<published>2026-03-14T08:00:00Z</published><updated>2026-03-14T08:00:00Z</updated>"
    (made,) = found(f"<entry><id>e</id><title>Fog</title>{stamps}<content>{body}</content></entry>", desk=desk)
    assert [word.at.isoformat() for word in made.said] == ["2026-03-14T08:00:00+00:00"]
    assert desk.remarks == [
        "Fog: the time 'Sep 9, 09:41 UTC' in its text fits no year of the entry's stamps",
        "Fog: none of the times in its text can be understood; the stamp of the entry is used",
    ]


def form(*lines: tuple[str, str], above: str = "") -> str:
    """A content in the form of Statuspage or Instatus: (time, state) before each word."""
    words = "".join(f"<p><small>{time}</small><br /><strong>{state}</strong> -\n  Text.</p>" for time, state in lines)
    return f"<content><![CDATA[{above}{words}]]></content>"


def test_the_form_of_instatus_is_taken_apart() -> None:
    """Times with seconds and an offset from GMT; its kind and its parts stand above the words."""
    above = (
        "<p><strong>Type:</strong> Maintenance</p><p><strong>Duration:</strong> 8 minutes</p>"
        "<p><strong>Affected Components:</strong> Till, Line 2 (north)</p>"
    )
    content = form(
        ("Mar <var> 1</var>, <var>07:24:48</var> GMT+0", "Identified"),
        ("Mar <var> 14</var>, <var>11:30:01</var> GMT+5:30", "Completed"),
        above=above,
    )
    stamps = "<published>2026-03-14T06:00:00Z</published><updated>2026-03-01T07:24:48Z</updated>"
    desk = Desk(None, lambda text: text)
    (made,) = found(f"<entry><id>e</id><title>New tills</title>{stamps}{content}</entry>", desk=desk)
    assert (made.planned, made.parts, desk.remarks) == (True, ("Till", "Line 2 (north)"), [])
    assert [(word.at.isoformat(), word.status, word.text) for word in made.said] == [
        ("2026-03-01T07:24:48+00:00", "identified", "Text."),
        ("2026-03-14T06:00:01+00:00", "resolved", "Text."),
    ]
    assert (made.notified, made.resolved) == (made.said[0].at, made.said[1].at)


@pytest.mark.parametrize(
    ("event", "wanted"),
    [
        ("Jan 7, 13:00 - 23:45 UTC", "2027-01-07T13:00:00+00:00"),
        ("Jan 7, 22:00 - Jan 8, 02:00 PST", "2027-01-08T06:00:00+00:00"),
        ("Jan 7, 10:00 AM - 11:00 PM EST", "2027-01-07T15:00:00+00:00"),
    ],
)
def test_the_beginning_of_a_scheduled_event_is_planned(event: str, wanted: str) -> None:
    """Statuspage writes it above the words, without a year: here the one after the stamps."""
    content = form(("Dec 20, 09:00 UTC", "Scheduled"), above=f"<p>THIS IS A SCHEDULED EVENT <b>{event}</b></p>")
    stamps = "<published>2026-12-20T09:00:00Z</published><updated>2026-12-20T09:00:00Z</updated>"
    (made,) = found(f"<entry><id>e</id><title>New tills</title>{stamps}{content}</entry>")
    assert made.planned_for is not None
    assert (made.planned, made.planned_for.isoformat(), made.stated) == (True, wanted, {"started": "not-yet"})


def test_words_of_cachet_are_one_incident() -> None:
    """It puts the word behind the link and the state before the title; the first word alone has the same id."""
    first, second = entry(8, "[Reported] Fog", f"{PAGE}/i/1#reported"), entry(9, "[Fixed] Fog", f"{PAGE}/i/1#update-2")
    (alone,) = found(first)
    (made,) = found(second, first)
    assert (alone.id, made.id, made.url) == (f"{PAGE}/i/1", f"{PAGE}/i/1", f"{PAGE}/i/1")
    assert (alone.title, made.title, len(made.said)) == ("Fog", "Fog", 2)


def standing(state: str, hour: int, stamps: tuple[str, ...] = ("updated",)) -> str:
    """A feed in the form of incident.io: one state and the last word."""
    given = "".join(f"<{name}>2026-03-14T{hour if name == 'updated' else 7:02d}:00:00Z</{name}>" for name in stamps)
    text = f"<![CDATA[<b>Status: {state}</b><br/><br/>Word {hour}.<br/><br/><b>Affected components</b>]]>"
    return (
        f'<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>e</id><title>Fog</title>{given}'
        f'<link href="{PAGE}//i/1"/><content type="html">{text}</content></entry></feed>'
    )


def test_the_stamp_of_a_last_word_is_not_the_time_of_the_first() -> None:
    """Where a source keeps the last word only, its state and its end count; the first word is unknown or as stamped."""
    desk = Desk(None, lambda text: text)
    (made,) = atom.incidents([Source("x", standing("Resolved", 9))], desk)
    assert (made.notified, str(made.resolved)) == (None, "2026-03-14 09:00:00+00:00")
    assert [(word.status, word.text) for word in made.said] == [
        ("resolved", "Status: Resolved\n\nWord 9.\n\nAffected components")
    ]
    (made,) = atom.incidents([Source("x", standing("Monitoring", 9, ("published", "updated")))], desk)
    assert (str(made.notified), made.resolved) == ("2026-03-14 07:00:00+00:00", "not-yet")


def test_words_that_a_source_no_longer_keeps_stay(harbour: Harbour, tmp_path: Path) -> None:
    """A later import adds its last word to those before it; the same again changes nothing, and an edit stays."""
    file = tmp_path / "feed.atom"
    path = "data/incidents/2026/2026-03-14-fog.yml"
    for state, hour, action in (("Investigating", 8, "added"), ("Resolved", 9, "updated")):
        file.write_text(standing(state, hour))
        assert harbour.run("atom", str(file)).out == f"{action} {path}\n"
    text = harbour.files()[path]
    assert "notified: unknown\nresolved: 2026-03-14T10:00\n" in text
    assert [line.strip() for line in text.splitlines() if "Word" in line] == ["Word 8.", "Word 9."]
    assert harbour.run("atom", str(file)).out == ""
    text = harbour.edit(path, {"Word 8.": "Word 8, corrected."})
    assert harbour.run("atom", str(file)).out == ""
    assert harbour.files()[path] == text
    assert {rule for rule, _ in harbour.problems()} <= {"suspicious-gap"}
