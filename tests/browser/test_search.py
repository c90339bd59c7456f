"""The search page in a browser: finds, shows text as text, keeps its address; no other page fetches the index."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

pytestmark = pytest.mark.browser


def test_no_other_page_fetches_the_index(browser: Browser, address: str) -> None:
    """The index grows with the archive: only who searches pays for it."""
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for uri in ("", "incidents/", "method/", "search/"):
        page.goto(address + uri, wait_until="networkidle")
        assert [url for url in asked if "search_index" in url] == []
    page.fill("#sc-search-words", "bills")
    page.wait_for_selector(".sc-search-found li")
    assert [url.removeprefix(address) for url in asked if "search_index" in url] == ["search/search_index.json"]
    page.close()


def test_words_are_found_as_a_reader_writes_them(browser: Browser, address: str, site: Path) -> None:
    """All words, their beginnings, whatever the case; titles first; the address can be shared."""
    page = browser.new_page()
    page.goto(address + "search/?q=METHOD%20meas")
    page.wait_for_selector(".sc-search-found li")
    assert page.input_value("#sc-search-words") == "METHOD meas"
    assert page.inner_text(".sc-search-found li a >> nth=0").lower().startswith("how we measure")
    page.fill("#sc-search-words", "zzzz")
    page.wait_for_function("document.querySelector('.sc-search-count').textContent.startsWith('Nothing was found')")
    assert page.locator(".sc-search-found li").count() == 0
    page.fill("#sc-search-words", "customers")
    page.press("#sc-search-words", "Enter")
    page.wait_for_selector(".sc-search-found li")
    assert page.url.endswith("search/?q=customers")
    entries = json.loads((site / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    first = page.get_attribute(".sc-search-found li a >> nth=0", "href")
    assert first is not None
    assert first.removeprefix("../") in {entry["location"].split("#")[0] for entry in entries}
    page.close()


def test_what_is_found_is_text_never_html(browser: Browser, address: str) -> None:
    """Markup in an index entry is shown letter for letter and never runs."""
    page = browser.new_page()
    hostile = "<img src=x onerror=document.title='ran'> &amp; bills"
    escaped = hostile.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    entry = {"location": "incidents/x/", "title": escaped, "text": escaped}
    page.route("**/search_index.json", lambda route: route.fulfill(json={"docs": [entry]}))
    page.goto(address + "search/?q=bills")
    page.wait_for_selector(".sc-search-found li")
    assert page.inner_text(".sc-search-found li a") == hostile
    assert page.locator(".sc-search-found img").count() == 0
    assert page.title() != "ran"
    page.close()
