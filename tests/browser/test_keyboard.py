"""Without a mouse, without a script, with large text, on the smallest screen, in forced colours, on paper."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.kinds import KINDS, SCHEMES
from tests.browser.reading import TEXT, overlaps

pytestmark = pytest.mark.browser

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1440, "height": 900}
#: What has the focus: what it is, whether it can be seen, whether its outline can.
FOCUS = """() => {
  const one = document.activeElement;
  if (!one || one === document.body) return null;
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  const shown = one.checkVisibility({checkOpacity: true, checkVisibilityCSS: true}) && box.width > 0 && box.right > 0;
  const ringed = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
  return [`${one.tagName} ${one.getAttribute('href') || one.id || one.className}`, shown, ringed];
}"""
#: The company's own: in another one a script adds the reader's times.
ZONE = "Europe/Rome"
#: The text spacing of WCAG 1.4.12.
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-bottom: 2em !important }"""


def opened(browser: Browser, url: str, size: dict[str, int]) -> Page:
    page = browser.new_page(viewport=size)  # type: ignore[arg-type]
    page.goto(url, wait_until="load")
    return page


def tab_to(page: Page, selector: str, most: int = 80) -> None:
    """Press Tab until something has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("name => document.activeElement.matches(name)", selector):
            return
    raise AssertionError(f"no Tab leads to {selector}")


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "incidents/", "sums/", "search/", "about/"])
def test_every_stop_of_tab_can_be_seen(browser: Browser, address: str, path: str, size: dict[str, int]) -> None:
    """No key press leads to something hidden, and each stop shows its outline."""
    page = opened(browser, address + path, size)
    stops = []
    for _ in range(400):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(FOCUS)) is None:
            break
        stops.append(stop)
    assert 3 <= len(stops) < 400
    assert [stop for stop in stops if not stop[1] or not stop[2]] == []
    page.close()


def test_the_first_stop_skips_to_the_page(browser: Browser, address: str) -> None:
    """Enter there, and the next stop lies in the page itself."""
    page = opened(browser, address, DESK)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "sc-skip"
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('article')")
    page.close()


@pytest.mark.parametrize("script", [True, False], ids=["script", "no script"])
def test_the_menu_of_a_phone_opens_by_keys(browser: Browser, address: str, script: bool) -> None:
    """Closed, none of its links is a stop; opened, they lead on; a desk has its tabs instead."""
    context = browser.new_context(viewport=PHONE, java_script_enabled=script)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    link = page.locator('.sc-menu a[href="method/"]')
    assert not link.is_visible()
    page.locator(".sc-menu summary").focus()
    page.keyboard.press("Enter")
    assert link.is_visible()
    if script:
        page.keyboard.press("Tab")
        page.keyboard.press("Escape")
        assert not link.is_visible()
        assert page.evaluate("document.activeElement.tagName") == "SUMMARY"
        page.keyboard.press("Enter")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/method/")
    page.set_viewport_size(DESK)  # type: ignore[arg-type]
    assert not page.locator(".sc-menu").is_visible()
    assert page.locator(".md-tabs").is_visible()
    context.close()


def test_colours_change_by_keys_and_are_remembered(browser: Browser, address: str) -> None:
    """On generated and hand-written pages alike; the button says what it will do."""
    context = browser.new_context(viewport=DESK)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(address)
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(scheme) == "default"
    tab_to(page, ".sc-scheme")
    name = page.evaluate("document.activeElement.ariaLabel")
    page.keyboard.press("Enter")
    assert page.evaluate(scheme) == "slate"
    assert page.evaluate("document.activeElement.ariaLabel") != name
    for path in ("about/", "incidents/"):
        page.goto(address + path)
        assert page.evaluate(scheme) == "slate"
    tab_to(page, ".sc-scheme")
    page.keyboard.press("Space")
    page.reload()
    assert page.evaluate(scheme) == "default"
    context.close()


@pytest.mark.parametrize("path", ["", "about/"])
def test_the_first_colours_are_the_systems(browser: Browser, address: str, path: str) -> None:
    """And they follow it as long as the reader has not chosen."""
    page = browser.new_page(color_scheme="dark")
    page.goto(address + path)
    scheme = "document.body.getAttribute('data-md-color-scheme')"
    assert page.evaluate(scheme) == "slate"
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "default")
    page.close()


def test_search_by_keys(browser: Browser, address: str) -> None:
    """From home to a found page without a mouse."""
    page = opened(browser, address, DESK)
    tab_to(page, ".sc-search-link")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/")
    tab_to(page, "#sc-search-words")
    page.keyboard.type("bills")
    page.wait_for_selector(".sc-search-found li")
    tab_to(page, ".sc-search-found a")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "search" not in url)
    page.close()


def test_own_weights_by_keys(browser: Browser, address: str) -> None:
    """A slider moves by arrows and the figure follows."""
    page = opened(browser, address + "sums/", DESK)
    tab_to(page, ".sc-own [type=range]", 120)
    before = page.locator(".sc-own-figure").inner_text()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.locator(".sc-own-figure").inner_text() != before
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_text_spacing_loses_nothing(browser: Browser, address: str, path: str) -> None:
    """WCAG 1.4.12 and 1.4.10: no words over others, nothing cut off sideways, on the smallest screen too.

    There the labels of an axis may touch, as "Q3" and "Q4" do in 18 pixels each: the table beside has the same words.
    """
    page = browser.new_page(viewport={"width": 320, "height": 900}, bypass_csp=True)
    page.goto(address + path, wait_until="load")
    page.add_style_tag(content=SPACING)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    for width in (320, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        assert page.evaluate("document.documentElement.scrollWidth") <= width, width
        text = TEXT.replace("'.sc-hidden,", "'svg, .sc-hidden,") if width == 320 else TEXT
        # The space after the last letter of a word is air.
        boxes = [[left, top, max(left, right - 1.5), *rest] for left, top, right, *rest in page.evaluate(text)]
        assert overlaps(boxes) == [], width
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_letters_twice_as_large_lose_nothing(browser: Browser, address: str, path: str) -> None:
    """WCAG 1.4.4: a browser set to letters of 200 %; the small print of pictures, in pixels, grows with zoom only."""
    page = browser.new_page(viewport=DESK)  # type: ignore[arg-type]
    settings = page.context.new_cdp_session(page)
    settings.send("Page.setFontSizes", {"fontSizes": {"standard": 32, "fixed": 26}})
    page.goto(address + path, wait_until="load")
    assert page.evaluate("getComputedStyle(document.documentElement).fontSize") in ("40px", "32px")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= DESK["width"]
    assert overlaps(page.evaluate(TEXT)) == []
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_without_a_script_the_page_is_whole(browser: Browser, address: str, path: str) -> None:
    """The same words stand in the page, and the colours follow the system."""
    words, grounds = [], []
    for script in (True, False):
        context = browser.new_context(viewport=DESK, java_script_enabled=script, color_scheme="dark", timezone_id=ZONE)  # type: ignore[arg-type]
        page = context.new_page()
        page.goto(address + path.partition("?")[0], wait_until="load")
        article = page.locator("article.md-content__inner").inner_text()
        words.append(re.sub(r"\s+", " ", article))
        ground = page.screenshot(clip={"x": 5, "y": 600, "width": 4, "height": 4})
        grounds.append(ground)
        context.close()
    if path not in (
        "sums/",
        "it/sums/",
        "search/?q=bills",
    ):  # there a script adds controls, and a note is for readers without
        assert words[0] == words[1]
    assert grounds[0] == grounds[1]


@pytest.mark.parametrize("path", KINDS)
def test_forced_colours_leave_words_and_outlines(browser: Browser, address: str, path: str) -> None:
    """Text is drawn in a colour that is not its ground's."""
    page = browser.new_page(viewport=DESK, forced_colors="active")  # type: ignore[arg-type]
    page.goto(address + path, wait_until="load")
    same = page.evaluate(
        """() => [...document.querySelectorAll('article *')].filter(one => {
          const words = [...one.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
          if (!words || one.closest('svg') || !one.checkVisibility()) return false;
          const style = getComputedStyle(one), clear = style.backgroundColor === 'rgba(0, 0, 0, 0)';
          return style.color === (clear ? getComputedStyle(document.body) : style).backgroundColor;
        }).map(one => one.outerHTML.slice(0, 80))"""
    )
    assert same == []
    page.close()


@pytest.mark.parametrize("path", KINDS)
def test_paper_holds_every_column(browser: Browser, address: str, path: str) -> None:
    """Printed, no table is wider than the sheet and no frame of the screen is left."""
    page = browser.new_page(viewport={"width": 703, "height": 1000})  # A4 without its margins
    page.goto(address + path, wait_until="load")
    page.emulate_media(media="print")
    wide = page.evaluate(
        "[...document.querySelectorAll('article table, article svg')]"
        ".filter(one => one.checkVisibility() && one.getBoundingClientRect().right > innerWidth + 1)"
        ".map(one => one.className.baseVal ?? one.className)"
    )
    assert wide == []
    for name in (".md-header", ".md-tabs", ".sc-menu", ".md-footer"):
        assert not page.locator(name).first.is_visible(), name
    page.close()


@pytest.mark.parametrize("scheme", SCHEMES)
def test_home_is_one_sheet(browser: Browser, address: str, tmp_path: Path, scheme: str) -> None:
    """By day and by night, on white paper."""
    page = browser.new_page(viewport=DESK, color_scheme=scheme)  # type: ignore[arg-type]
    page.goto(address, wait_until="load")
    file = tmp_path / "home.pdf"
    page.pdf(path=str(file), format="A4")
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.close()
