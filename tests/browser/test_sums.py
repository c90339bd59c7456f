"""The reader's own weights in a real browser, against Python's own arithmetic."""

from __future__ import annotations

import random
import re
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from scorecard.model.figures import shown
from scorecard.score.aggregate import average
from tests.browser.conftest import Silent

pytestmark = pytest.mark.browser

SETS = 1000
#: Sets the weights row by row, as a person does, and reads what the page then says.
TRY = """([weights, scores, kind]) => {
  const rows = [...document.querySelectorAll('[data-part]')];
  return weights.map((set) => {
    rows.forEach((row, i) => { row.querySelector('[type=number]').value = set[i]; });
    document.querySelector('.sc-own').dispatchEvent(new Event('input', {bubbles: true}));
    return document.querySelector('.sc-own-figure').textContent;
  });
}"""
POLICY = "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:"


class Strict(Silent):
    """Serves the site under a strict policy."""

    def end_headers(self) -> None:
        """Add the policy."""
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()


@pytest.fixture(scope="module")
def strict(site: Path) -> Iterator[str]:
    """Where the site is served with the policy."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Strict, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def opened(browser: Browser, address: str, hash: str = "") -> Page:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{address}{hash}", wait_until="load")
    return page


def figure(page: Page) -> str:
    return page.locator(".sc-own-figure").inner_text()


def python(weights: list[float], scores: list[float], kind: str) -> str:
    """What the house prints for these weights."""
    return shown(average(scores, weights, kind))


def weight_sets(count: int, parts: int) -> list[list[float]]:
    """Random weights of every kind: whole, in tenths, many noughts, one part alone; never all nought."""
    luck = random.Random(20260724)
    found: list[list[float]] = [[1.0 if i == j else 0.0 for j in range(parts)] for i in range(parts)]
    while len(found) < count:
        kind = luck.choice(["whole", "tenths", "few"])
        one = [float(luck.randrange(0, 11)) if kind == "whole" else luck.randrange(0, 101) / 10 for _ in range(parts)]
        if kind == "few":
            one = [weight if luck.random() < 0.3 else 0.0 for weight in one]
        if sum(one) > 0:
            found.append(one)
    return found


@pytest.mark.parametrize("kind", ["geometric", "arithmetic"])
def test_the_browser_and_python_agree_on_a_thousand_weight_sets(browser: Browser, address: str, kind: str) -> None:
    """To the last printed digit, with the scores of the site and with scores close to every border."""
    page = opened(browser, address + "sums/")
    scores = [float(text) for text in page.locator("[data-part]").evaluate_all("x => x.map(o => o.dataset.score)")]
    sets = weight_sets(SETS, len(scores))
    edges = [6.95, 7.0, 6.999999999, 6.9499999995, 7.05, 6.85, 10.0, 1.0]
    assert len(edges) == len(scores)
    for given in (scores, edges, [7.0] * 8):
        changed = page.evaluate(
            """([scores, kind]) => {
              const place = document.querySelector('[data-sums]'), fresh = place.cloneNode(true);
              fresh.dataset.sums = kind;
              fresh.querySelectorAll('[data-part]').forEach((row, i) => { row.dataset.score = scores[i]; });
              place.replaceWith(fresh);
              const script = document.createElement('script');
              script.src = document.querySelector('script[src$="sums.js"]').src;
              return new Promise(done => { script.onload = () => done(true); document.body.append(script); });
            }""",
            [[repr(score) for score in given], kind],
        )
        assert changed
        found = page.evaluate(TRY, [[[repr(weight) for weight in one] for one in sets], None, None])
        wanted = [python(one, given, kind) for one in sets]
        assert [(s, f, w) for s, f, w in zip(sets, found, wanted, strict=True) if f != w] == []
    page.close()


def test_it_starts_with_our_score_and_can_go_back(browser: Browser, address: str) -> None:
    """Our weights give our score; other weights another; the button leads back and clears the address."""
    page = opened(browser, address + "sums/")
    ours = re.search(r"Our weights give (\d+\.\d+)", page.locator("body").inner_text())
    assert ours is not None and figure(page) == ours[1]
    first = page.locator("[data-part] [type=range]").first
    first.focus()
    for _ in range(5):
        page.keyboard.press("ArrowRight")
    assert page.locator("[data-part] [type=number]").first.input_value() == "10"
    assert page.evaluate("location.hash").startswith("#weights=contact:10,heard:5")
    changed = figure(page)
    assert changed != ours[1]
    shared = opened(browser, page.url)
    assert figure(shared) == changed
    assert shared.locator("[data-part] [type=range]").first.input_value() == "10"
    shared.close()
    page.get_by_role("button", name="Back to our weights").click()
    assert (figure(page), page.evaluate("location.hash")) == (ours[1], "")
    page.close()


def test_all_noughts_are_no_score(browser: Browser, address: str) -> None:
    """Without any weight there is no figure, and the page says what to do."""
    page = opened(browser, address + "sums/", "#weights=" + ",".join(f"{name}:0" for name in names(browser, address)))
    assert figure(page) == "Give at least one part some weight."
    page.locator("[data-part] [type=number]").first.fill("99")
    page.keyboard.press("Tab")
    assert page.locator("[data-part] [type=number]").first.input_value() == "10"
    assert re.fullmatch(r"[\d.]+", figure(page))
    page.close()


def names(browser: Browser, address: str) -> list[str]:
    """The ids of the parts."""
    page = opened(browser, address + "sums/")
    found: list[str] = page.locator("[data-part]").evaluate_all("x => x.map(o => o.dataset.part)")
    page.close()
    return found


@pytest.mark.parametrize(
    "hash",
    [
        "#weights=contact:11",
        "#weights=contact:-1,heard:1e9",
        "#weights=%3Cscript%3E:5",
        "#weights=<img src=x onerror=alert(1)>:5",
        "#weights=__proto__:5,constructor:5",
        "#weights=" + "contact:1," * 5000,
        "#weights==,,::",
        "#%E0%A4%A",
        "#lower",
    ],
)
def test_a_hostile_address_changes_nothing_it_may_not(browser: Browser, address: str, hash: str) -> None:
    """Unknown parts, numbers out of 0 to 10 and broken escapes are ignored; nothing runs, nothing breaks."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(f"{error} {error.stack}"))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(f"{address}sums/{hash}", wait_until="load")
    assert [fault for fault in faults if "sums.js" in fault or "alert" in fault] == []
    wanted = "1" if hash.startswith("#weights=contact:1,") else "5"
    assert page.locator("[data-part] [type=number]").first.input_value() == wanted
    assert re.fullmatch(r"[\d.]+", figure(page))
    page.close()


def test_it_works_from_the_file_system(browser: Browser, site: Path) -> None:
    """Opened as a file, the controls work and the weights still reach the address."""
    page = opened(browser, (site / "sums" / "index.html").as_uri())
    page.locator("[data-part] [type=number]").first.fill("10")
    page.keyboard.press("Tab")
    assert re.fullmatch(r"[\d.]+", figure(page))
    assert page.evaluate("location.hash").startswith("#weights=contact:10,")
    page.close()


def test_it_works_under_a_strict_policy(browser: Browser, strict: str) -> None:
    """With scripts and styles from the site's own files only, ours still run and break no rule of the policy."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    broken: list[str] = []
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', e => {"
        " (window.broken ||= []).push(`${e.sourceFile} ${e.blockedURI} ${e.violatedDirective}`) })"
    )
    page.goto(strict + "sums/#weights=contact:10", wait_until="load")
    assert page.locator(".sc-own").is_visible()
    assert page.locator("[data-part] [type=number]").first.input_value() == "10"
    broken += [one for one in page.evaluate("window.broken || []") if "sums" in one.split()[0].rpartition("/")[2]]
    assert broken == []
    page.close()


def test_without_a_script_the_sums_stand(browser: Browser, address: str) -> None:
    """No controls, all the arithmetic, and the range over all weights."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "sums/")
    assert not page.locator(".sc-own").is_visible()
    words = page.locator("main").inner_text()
    assert "Whatever the weights, the result lies between" in words
    assert "e^" in words and "With JavaScript you could set weights of your own here." in words
    context.close()
