"""A reader's question: the company's own address, with page and figure filled in and nothing else changed."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, parse_qsl, unquote, urlsplit

import pytest

from scorecard.present import asking
from tests.present.pages.test_real_states import GOOD, HOSTILE, INCIDENT, ORGANISATION, built, wave

PAGE = "https://trust.example.org/quarters/2026-q3/"


def test_a_letter_says_page_and_figure() -> None:
    """Subject and body of a mailto link, each part escaped once."""
    found = asking.link("mailto:trust@example.org", "Question about: 7 & more", PAGE, "7 & more?")
    parts = urlsplit(found)
    assert (parts.scheme, parts.path) == ("mailto", "trust@example.org")
    assert parse_qs(parts.query) == {
        "subject": ["Question about: 7 & more"],
        "body": [f"7 & more?\r\n{PAGE}\r\n\r\n"],
    }
    assert "+" not in parts.query  # mail programs show a plus as a plus


def test_a_mail_address_arrives_whole() -> None:
    """Signs that mean something in a link are escaped, so the letter goes to the address as it was written."""
    assert asking.mailto("trust+q3@example.org") == "mailto:trust+q3@example.org"
    odd = "a#b%c/d=e!@example.org"
    parts = urlsplit(asking.link(asking.mailto(odd), "Question", PAGE))
    assert (unquote(parts.path), parts.fragment) == (odd, "")


def test_what_a_mail_address_carries_already_stays() -> None:
    """A copy to somebody is kept; subject and body are ours, or there would be two."""
    found = asking.link("mailto:trust@example.org?cc=a@example.org&Subject=Hello", "Question", PAGE)
    assert parse_qsl(urlsplit(found).query)[:2] == [("cc", "a@example.org"), ("subject", "Question")]
    assert found.lower().count("subject=") == 1


def test_a_form_gets_parameters() -> None:
    """Its own parameter and its place on the page stay."""
    found = asking.link("https://example.org/ask?lang=en#form", "Question", PAGE, "It fell & rose")
    parts = urlsplit(found)
    assert parse_qs(parts.query) == {"lang": ["en"], "page": [PAGE], "figure": ["It fell & rose"]}
    assert (parts.netloc, parts.path, parts.fragment) == ("example.org", "/ask", "form")
    assert "figure" not in asking.link("https://example.org/ask", "Question", PAGE)


def test_a_long_title_is_cut() -> None:
    """Titles of thousands of letters make no address that a mail program refuses."""
    assert len(asking.link("mailto:a@example.org", "x" * 9000, PAGE, "y" * 9000)) < 1000


@pytest.mark.parametrize("contact", ["trust@example.org", "mailto:trust@example.org", "https://example.org/ask"])
def test_every_page_and_every_figure_can_be_asked_about(contact: str, tmp_path: Path) -> None:
    """One link for the page in its foot, one beside the data of each figure; each names this very page."""
    bundle = built(
        tmp_path,
        organisation=ORGANISATION.replace("trust@example.org", contact),
        surveys__2026_q3=wave("2026-Q3", GOOD),
        incidents__2026__2026_08_14_wrong_bills=INCIDENT.replace(
            "Wrong bills", f"'{HOSTILE.replace(chr(39), chr(39) * 2)}'"
        ),
    )
    figures = 0
    for document in bundle.documents:
        links = [unescape(link) for link in re.findall(r'class="sc-ask" href="([^"]+)"', document.html)]
        assert len(links) == 1 + document.html.count('<p class="sc-source">'), document.uri
        for link in links:
            assert link.startswith("https://example.org/ask?page=" if "ask" in contact else "mailto:trust@example.org?")
            assert f"https://trust.example.org/{document.uri}" in unquote(link)
        figures += len(links) - 1
    assert figures >= 5
