"""axe-core, which we did not write, finds nothing against WCAG 2.2 A and AA."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.kinds import KINDS, QUICK, REST

pytestmark = pytest.mark.browser

AXE = Path("build/browser/node_modules/axe-core/axe.min.js")
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

#: Two frames pass, so that scripts have heard of a change and colours begin to change; then all of that has ended.
SETTLED = """async () => {
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(one => one.finished));
}"""


@pytest.fixture(scope="session")
def axe(repository: Path) -> str:
    """The program; skipped where it could not be installed."""
    file = repository / AXE
    if not file.is_file():
        pytest.skip("axe-core is not installed: make browser does it where npm reaches a registry")
    return file.read_text(encoding="utf-8")


def violations(page: Page) -> list[tuple[str, str, str]]:
    """Rule, place and what is wrong, of everything found on the page as it is now."""
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: rules, resultTypes: ['violations']})", RULES
    )
    return [
        (one["id"], str(node["target"]), str(node["failureSummary"]))
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize(
    "looks", [pytest.param(QUICK, id="quick"), pytest.param(REST, id="rest", marks=pytest.mark.thorough)]
)
@pytest.mark.parametrize("path", KINDS)
def test_no_violation(
    browser: Browser, address: str, axe: str, path: str, looks: tuple[tuple[Literal["light", "dark"], int], ...]
) -> None:
    """Every page kind, by day and night, on three widths; the menu and the tables behind pictures open."""
    page = browser.new_page()
    page.goto(address + path, wait_until="load")
    if "q=" in path:
        page.wait_for_selector(".sc-search-found li")
    page.evaluate(axe)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    found = {}
    for scheme, width in looks:
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate(SETTLED)  # colours that still change
        if wrong := violations(page):
            found[scheme, width] = wrong
    page.close()
    assert found == {}


def test_the_judge_can_say_no(browser: Browser, axe: str) -> None:
    """A page with pale letters, no language and a picture without words is refused."""
    page = browser.new_page()
    page.set_content("<title>x</title><main><p style='color:#aaa'>pale</p><img src='data:,'></main>")
    page.evaluate(axe)
    assert {rule for rule, _, _ in violations(page)} == {"html-has-lang", "color-contrast", "image-alt"}
    page.close()
