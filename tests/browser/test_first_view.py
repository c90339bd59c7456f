"""What a stranger sees in the first seconds, and that nothing lies over anything else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS
from tests.browser.reading import OUTSIDE, SQUEEZED, TEXT, overlaps

pytestmark = pytest.mark.browser

WIDTHS = (320, 360, 640, 768, 1024, 1440)
#: A sheet of A4 with margins of 12 mm.
SHEET = 703
#: The other language has longer words.
ITALIAN = [
    pytest.param(f"it/{one}", marks=pytest.mark.thorough)
    for one in KINDS
    if one != "404.html" and not one.startswith("it/") and f"it/{one}" not in KINDS
]
FIRST = (
    ".sc-headline",
    ".sc-worst",
    ".sc-score-figure",
    ".sc-score-between",
    ".sc-state strong",
    ".sc-state .sc-shape",
)


def opened(browser: Browser, address: str, path: str, width: int, height: int, scheme: str) -> Page:
    page = browser.new_page(viewport={"width": width, "height": height}, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address + path, wait_until="load")
    return page


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (360, 740)])
def test_the_first_view_of_home_holds_the_finding(
    browser: Browser, address: str, width: int, height: int, scheme: str
) -> None:
    """Headline, worst fact, score with interval, state word with its shape: all without scrolling."""
    page = opened(browser, address, "", width, height, scheme)
    for name in FIRST:
        box = page.locator(name).first.bounding_box()
        assert box is not None, name
        assert box["y"] >= 0 and box["y"] + box["height"] <= height, (name, box)
        assert box["x"] >= 0 and box["x"] + box["width"] <= width, (name, box)
    page.close()


@pytest.mark.parametrize("path", [*KINDS, *ITALIAN])
def test_nothing_overlaps_and_nothing_scrolls_sideways(browser: Browser, address: str, path: str) -> None:
    """And no word is cut, from the smallest phone to a desk; 640 is what a small desk shows at a zoom of 200 %."""
    page = opened(browser, address, path, WIDTHS[0], 900, "light")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        assert overlaps(page.evaluate(TEXT)) == [], width
        assert page.evaluate(SQUEEZED) == [], width
        assert page.evaluate(OUTSIDE) == [], width
    page.emulate_media(media="print")
    page.set_viewport_size({"width": SHEET, "height": 900})
    assert overlaps(page.evaluate(TEXT)) == [], "printed"
    assert page.evaluate(SQUEEZED) == [], "printed"
    page.close()


@pytest.mark.parametrize("width", [320, 360])
def test_the_name_on_a_phone_is_whole(browser: Browser, address: str, width: int) -> None:
    """The name of the company is never cut, beside a button, another language and the search."""
    page = opened(browser, address, "it/", width, 740, "light")
    name = page.locator(".md-header__topic .md-ellipsis").first
    assert name.evaluate("one => one.scrollWidth <= one.clientWidth && one.scrollHeight <= one.clientHeight")
    text = name.bounding_box()
    header = page.locator(".md-header").bounding_box()
    assert text is not None and header is not None
    assert header["y"] <= text["y"] and text["y"] + text["height"] <= header["y"] + header["height"]
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_one_heading_and_no_error(browser: Browser, address: str, path: str) -> None:
    """One h1 on each page, no script error, and no call to another host."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: faults.append(sent.url) if not sent.url.startswith((address, "data:")) else None)
    page.goto(address + path, wait_until="load")
    assert page.locator("h1").count() == 1
    assert faults == []
    page.close()


def test_home_prints_on_one_page(browser: Browser, address: str, tmp_path: Path) -> None:
    """A board or a journalist can carry it: one sheet of A4."""
    page = opened(browser, address, "", 1440, 900, "light")
    file = tmp_path / "home.pdf"
    page.pdf(path=str(file), format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"})
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1
    page.close()


def test_dark_works_without_a_script(browser: Browser, address: str) -> None:
    """The night of a reader without JavaScript is the same."""
    with_script = opened(browser, address, "", 1440, 900, "dark")
    context = browser.new_context(java_script_enabled=False, color_scheme="dark")
    without = context.new_page()
    without.goto(address)
    backgrounds = [one.screenshot(clip={"x": 5, "y": 400, "width": 10, "height": 10}) for one in (with_script, without)]
    assert backgrounds[0] == backgrounds[1]
    context.close()
    with_script.close()
