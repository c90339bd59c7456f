"""Feeds: which entries are one incident, and which year a time without one belongs to."""

import pytest

from scorecard.importers.incidents import atom
from scorecard.importers.incidents.desk import Desk
from scorecard.importers.incidents.found import Found, Source

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
