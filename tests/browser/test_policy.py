"""Every page kind under its own policy in a real browser: nothing is refused, nothing goes to another host."""

from __future__ import annotations

import gzip
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

#: Told before any script of the page runs.
LISTEN = (
    "document.addEventListener('securitypolicyviolation', e =>"
    " (window.refused ||= []).push(`${e.violatedDirective} ${e.blockedURI}`))"
)


def watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page, and what it does that it should not: complaints of the console, errors, calls to elsewhere."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.add_init_script(LISTEN)
    page.on("console", lambda told: faults.append(told.text) if told.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: faults.append(sent.url) if not sent.url.startswith((address, "data:")) else None)
    return page, faults


def refused(page: Page) -> list[str]:
    """What the policy refused."""
    found: list[str] = page.evaluate("window.refused || []")
    return found


@pytest.mark.parametrize("path", KINDS)
def test_nothing_is_refused_and_nothing_goes_elsewhere(browser: Browser, address: str, path: str) -> None:
    """Also when everything on the page is opened and the colours are changed."""
    page, faults = watched(browser, address)
    page.goto(address + path, wait_until="networkidle")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.locator(".sc-scheme").click()
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1
    assert refused(page) == []
    assert faults == []
    page.close()


def test_search_and_own_weights_work_under_the_policy(browser: Browser, address: str) -> None:
    """Both fetch or count in the browser."""
    page, faults = watched(browser, address)
    page.goto(address + "search/")
    page.fill("#sc-search-words", "bills")
    page.wait_for_selector(".sc-search-found li")
    assert refused(page) == []
    page.goto(address + "sums/#weights=contact:10")
    assert page.locator("[data-part] [type=number]").first.input_value() == "10"
    assert refused(page) == [] and faults == []
    page.close()


def test_the_policy_refuses_what_slips_in(browser: Browser, address: str, site: Path) -> None:
    """Script, style, handler, frame, form, picture and base of others, put into the middle of home: all refused."""
    slipped = (
        "<script>window.ran = 1</script><img src=x onerror='window.ran = 2'><style>body { display: none }</style>"
        "<iframe src='https://other.example/'></iframe><img src='https://other.example/pixel.png'>"
        "<script src='https://other.example/x.js'></script><base href='https://other.example/'>"
        "<form action='https://other.example/'><button id=send>x</button></form>"
    )
    html = (site / "index.html").read_text(encoding="utf-8").replace("</article>", slipped + "</article>")
    page, faults = watched(browser, address)
    page.route(address, lambda route: route.fulfill(body=html, content_type="text/html; charset=utf-8"))
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelector('#send').click()")
    page.wait_for_timeout(300)
    kinds = {one.split()[0].removesuffix("-elem").removesuffix("-attr") for one in refused(page)}
    assert {"script-src", "style-src", "frame-src", "img-src", "base-uri", "form-action"} <= kinds
    assert page.evaluate("window.ran") is None
    sent = {urlsplit(one).hostname for one in faults if one.startswith("http")}
    assert page.url.startswith(address) and sent <= {"other.example"}
    page.close()


@pytest.mark.parametrize("path", ["", "incidents/2026-08-14-wrong-bills/", "quarters/2026-q3/"])
def test_a_first_visit_is_light(browser: Browser, address: str, path: str) -> None:
    """At most 8 requests and 60 kB, compressed as a web server does it."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    bodies: list[bytes] = []
    page.on("response", lambda got: bodies.append(got.body()))
    page.goto(address + path, wait_until="networkidle")
    assert 3 <= len(bodies) <= 8
    assert sum(len(gzip.compress(body)) for body in bodies) <= 60_000
    page.close()
