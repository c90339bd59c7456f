"""Feeds as Atom 1.0 (RFC 4287) and JSON Feed 1.1: plain text only, written by serializers."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

from scorecard.model.interfaces import Feed
from scorecard.model.moments import utc
from scorecard.model.pages import Json
from scorecard.publish.downloads import json_bytes

ATOM = "http://www.w3.org/2005/Atom"
#: What XML 1.0 cannot hold, not even as a reference.
_IMPOSSIBLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def possible(text: str) -> str:
    """Text that XML can hold: a character it cannot becomes U+FFFD, all line ends become LF."""
    return _IMPOSSIBLE.sub("�", text.replace("\r\n", "\n").replace("\r", "\n"))


def atom_bytes(feed: Feed) -> bytes:
    """A feed as Atom 1.0. All texts are of type text: whatever stands in them is read as letters."""
    root = Xml.Element("feed", {"xmlns": ATOM, "xml:lang": feed.language})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.subtitle)
    _text(root, "updated", utc(feed.updated))
    Xml.SubElement(root, "link", {"rel": "self", "type": "application/atom+xml", "href": feed.atom_href})
    Xml.SubElement(root, "link", {"rel": "alternate", "type": "text/html", "href": feed.home})
    author = Xml.SubElement(root, "author")
    _text(author, "name", feed.author)
    _text(author, "uri", feed.author_href)
    for one in feed.entries:
        entry = Xml.SubElement(root, "entry")
        _text(entry, "id", one.id)
        _text(entry, "title", one.title)
        _text(entry, "published", utc(one.at))
        _text(entry, "updated", utc(one.at))
        Xml.SubElement(entry, "link", {"rel": "alternate", "type": "text/html", "href": one.link})
        for tag in one.tags:
            Xml.SubElement(entry, "category", {"term": possible(tag)})
        _text(entry, "content", one.text)
    Xml.indent(root, "")
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + Xml.tostring(root, "unicode").encode() + b"\n"


def _text(parent: Xml.Element, name: str, text: str) -> None:
    Xml.SubElement(parent, name).text = possible(text)


def json_feed(feed: Feed) -> bytes:
    """The same as JSON Feed 1.1 (jsonfeed.org)."""
    items: list[Json] = [
        {
            "id": one.id,
            "url": one.link,
            "title": one.title,
            "content_text": one.text,
            "date_published": utc(one.at),
            "date_modified": utc(one.at),
            "tags": list(one.tags),
        }
        for one in feed.entries
    ]
    return json_bytes(
        {
            "version": "https://jsonfeed.org/version/1.1",
            "title": feed.title,
            "home_page_url": feed.home,
            "feed_url": feed.json_href,
            "description": feed.subtitle,
            "language": feed.language,
            "authors": [{"name": feed.author, "url": feed.author_href}],
            "items": items,
        }
    )
