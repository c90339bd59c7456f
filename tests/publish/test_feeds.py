"""Feeds hold plain text only, whatever stands in it, and say the same in both forms."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

from scorecard.model.interfaces import Feed, FeedEntry
from scorecard.publish.feeds import ATOM, atom_bytes, json_feed, possible

HOSTILE = "</content><script>x</script> ]]> &amp; {{ 7*7 }} \x00\x0b\x1f\ud800\ufffe 'a' \"b\"\r\nnext"
#: The same with what XML cannot hold replaced, and line ends as XML reads them.
READ = "</content><script>x</script> ]]> &amp; {{ 7*7 }} ����� 'a' \"b\"\nnext"
AT = datetime(2026, 8, 14, 10, tzinfo=UTC)


def feed(*entries: FeedEntry, title: str = "T") -> Feed:
    return Feed(
        atom="feeds/all.xml",
        json="feeds/all.json",
        id="https://t.example/feeds/all.xml",
        title=title,
        subtitle=title,
        home="https://t.example/",
        atom_href="https://t.example/feeds/all.xml",
        json_href="https://t.example/feeds/all.json",
        author=title,
        author_href="https://t.example/",
        updated=AT,
        entries=entries,
    )


def test_hostile_text_is_read_letter_for_letter() -> None:
    """Title, subtitle, author, tags and content are texts; nothing in them becomes an element."""
    entry = FeedEntry("tag:t.example,2026:x", HOSTILE, "https://t.example/?a=1&b=2", AT, HOSTILE, (HOSTILE,))
    root = Xml.fromstring(atom_bytes(feed(entry, title=HOSTILE)))
    assert [one.tag.removeprefix(f"{{{ATOM}}}") for one in root] == [
        *("id", "title", "subtitle", "updated", "link", "link", "author", "entry")
    ]
    assert root.findtext(f"{{{ATOM}}}title") == READ
    found = root.find(f"{{{ATOM}}}entry")
    assert found is not None
    assert found.findtext(f"{{{ATOM}}}title") == found.findtext(f"{{{ATOM}}}content") == READ
    link = found.find(f"{{{ATOM}}}link")
    assert link is not None and link.get("href") == "https://t.example/?a=1&b=2"


def test_text_that_xml_can_hold_stays() -> None:
    """Letters of every script, tabs and line ends."""
    text = "Ядро 水 😀\tx\ny\x85"
    assert possible(text) == text


def test_both_forms_hold_the_same_entries() -> None:
    """Ids, moments and texts; times are UTC."""
    entry = FeedEntry("tag:t.example,2026:x", "T", "https://t.example/", AT, "Text", ("a",))
    value = json.loads(json_feed(feed(entry)))
    assert value["version"] == "https://jsonfeed.org/version/1.1"
    assert value["items"] == [
        {
            "id": "tag:t.example,2026:x",
            "url": "https://t.example/",
            "title": "T",
            "content_text": "Text",
            "date_published": "2026-08-14T10:00:00Z",
            "date_modified": "2026-08-14T10:00:00Z",
            "tags": ["a"],
        }
    ]


def test_a_feed_without_entries_is_a_feed() -> None:
    """It has its three required elements."""
    root = Xml.fromstring(atom_bytes(feed()))
    assert all(root.find(f"{{{ATOM}}}{name}") is not None for name in ("id", "title", "updated"))
    assert root.find(f"{{{ATOM}}}entry") is None
