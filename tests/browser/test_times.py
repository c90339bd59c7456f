"""The reader's own time beside the organisation's: added where it differs, never in its place."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.test_sums import strict as strict

pytestmark = pytest.mark.browser

SUMMER, WINTER = "incidents/2026-08-14-wrong-bills/", "incidents/2026-01-22-castelbrina-pressure/"
TIMES = "[...document.querySelectorAll('time[datetime]')].map(one => [one.dateTime, one.textContent])"


def opened(browser: Browser, address: str, zone: str, locale: str = "en-GB", script: bool = True) -> Page:
    context = browser.new_context(
        timezone_id=zone, locale=locale, java_script_enabled=script, viewport={"width": 1440, "height": 900}
    )
    page = context.new_page()
    page.goto(address, wait_until="load")
    return page


def added(page: Page) -> list[str]:
    found: list[str] = page.locator(".sc-yours").all_inner_texts()
    return found


@pytest.mark.parametrize(("path", "hours"), [(SUMMER, 6), (WINTER, 6)])
def test_a_reader_far_away_sees_both(browser: Browser, address: str, path: str, hours: int) -> None:
    """In New York every time has its own beside it, six hours earlier, and one sentence says what the brackets are."""
    page = opened(browser, address + path, "America/New_York")
    times = page.evaluate(TIMES)
    found = added(page)
    assert len(found) == len(times) > 3
    for (_, shown), own in zip(times, found, strict=True):
        theirs, ours = re.findall(r"(\d\d):(\d\d)", f"{own} {shown}")
        assert (int(ours[0]) - int(theirs[0])) % 24 == hours and ours[1] == theirs[1]
        assert own.strip().endswith(" your time)")
    note = "In brackets stand the same moments in your own time zone, America/New_York."
    assert page.locator(".sc-zone").inner_text() == note
    page.context.close()


def test_the_times_themselves_stay_as_they_were(browser: Browser, address: str) -> None:
    """Letter for letter what a reader without JavaScript is given, who misses nothing."""
    with_script = opened(browser, address + SUMMER, "Asia/Kathmandu")
    without = opened(browser, address + SUMMER, "Asia/Kathmandu", script=False)
    bare = without.locator("time").all_inner_texts()
    assert len(bare) > 3 and with_script.locator("time").all_inner_texts() == bare
    assert without.locator(".sc-yours").count() == 0
    assert not without.locator(".sc-zone").is_visible()
    assert "Times are local time in Europe/Rome." in without.locator("main").inner_text()
    for page in (with_script, without):
        page.context.close()


@pytest.mark.parametrize("zone", ["Europe/Rome", "Europe/Madrid"])
def test_where_the_clock_shows_the_same_nothing_is_added(browser: Browser, address: str, zone: str) -> None:
    """A reader in the same time, under whatever name of the zone, is not bothered."""
    page = opened(browser, address + SUMMER, zone)
    assert added(page) == [] and not page.locator(".sc-zone").is_visible()
    page.context.close()


def test_another_day_is_named(browser: Browser, address: str) -> None:
    """Across midnight the date stands beside the time."""
    page = opened(browser, address + SUMMER, "Pacific/Kiritimati")
    assert any(re.match(r" ?\(\d+ \w+ 2026, \d\d:\d\d your time\)", text) for text in added(page)), added(page)
    page.context.close()


def test_an_italian_page_says_it_in_italian(browser: Browser, address: str) -> None:
    """Words and names of months are those of the page, not of the browser."""
    page = opened(browser, address + "it/" + SUMMER, "Pacific/Kiritimati")
    assert any(re.match(r" ?\(15 ago 2026, \d\d:\d\d ora vostra\)", text) for text in added(page)), added(page)
    page.context.close()


def test_it_breaks_no_rule_of_a_strict_policy(browser: Browser, strict: str) -> None:
    """A file of the site that writes text only."""
    page = browser.new_context(timezone_id="America/New_York").new_page()
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => {"
        " (window.broken ||= []).push(`${e.sourceFile} ${e.violatedDirective}`) })"
    )
    page.goto(strict + SUMMER, wait_until="load")
    assert len(added(page)) > 3
    assert [one for one in page.evaluate("window.broken || []") if "times.js" in one] == []
    page.context.close()
