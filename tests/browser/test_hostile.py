"""Every text that people write, as bad as texts come, in a real browser: nothing runs, and no page loses its shape."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page

from tests.browser import hostile
from tests.browser.conftest import AS_OF, Silent
from tests.browser.kinds import KINDS

pytestmark = [pytest.mark.browser, pytest.mark.thorough]

ENGLISH = tuple(path for path in KINDS if not path.startswith("it/"))
#: Told before any script of the page runs.
LISTEN = (
    "document.addEventListener('securitypolicyviolation', e =>"
    " (window.refused ||= []).push(`${e.violatedDirective} ${e.blockedURI} ${e.sample}`))"
)
#: Markup that came out of a text: code in attributes or addresses, elements that no page of ours has.
ALIVE = """() => {
  const found = [];
  for (const one of document.querySelectorAll('*')) {
    if (/^(iframe|object|embed|base|video|audio|source|math|form|style)$/.test(one.localName)
      && !one.matches('form.sc-search, form.sc-own')) found.push(one.outerHTML.slice(0, 90));
    for (const {name, value} of one.attributes) {
      if (/^on/.test(name) || name === 'style' || name === 'srcdoc' || name === 'contenteditable'
        || (/^(href|src|action|data|xlink:href)$/.test(name) && /^\\s*(javascript|vbscript|data:text)/i.test(value)))
        found.push(`${one.localName} ${name}=${value.slice(0, 60)}`);
    }
  }
  const own = [...document.scripts].filter(one => !one.src && one.type !== 'application/ld+json');
  return [found, own.filter(one => one.textContent.includes('ran')).length, window.ran ?? null, window.refused ?? []];
}"""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def watched(browser: Browser, address: str) -> tuple[Page, list[str]]:
    """A page, and what it does that it should not."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    faults: list[str] = []
    page.add_init_script(LISTEN)

    def closed(dialog: Dialog) -> None:
        faults.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", closed)
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("request", lambda sent: faults.append(sent.url) if not sent.url.startswith((address, "data:")) else None)
    return page, faults


def test_no_text_of_two_hundred_runs_in_any_field(browser: Browser, repository: Path, tmp_path: Path) -> None:
    """Every text field holds all two hundred; every page is opened, and everything on it that opens."""
    given = hostile.texts()
    assert len(set(given)) == hostile.COUNT
    whole = " ".join(given)
    folder, fields = hostile.site(repository, tmp_path / "site", AS_OF, lambda field, number: whole)
    assert len(fields) > 60
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    assert len(paths) > 90
    found = {}
    with served(folder) as address:
        page, faults = watched(browser, address)
        for path in (*paths, "search/index.html?q=script", "search/index.html?q=%3Cimg"):
            page.goto(address + path, wait_until="load")
            if "q=script" in path:
                page.wait_for_selector(".sc-search-found li")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            alive, scripts, ran, refused = page.evaluate(ALIVE)
            if alive or scripts or ran is not None or refused or faults:
                found[path] = [alive, scripts, ran, refused, list(faults)]
            faults.clear()
        page.close()
    assert found == {}


@pytest.mark.parametrize("turn", range(6))
def test_no_text_breaks_a_layout(browser: Browser, repository: Path, tmp_path: Path, turn: int) -> None:
    """Long words, other scripts, towers of accents, nothing but dots: no page scrolls sideways, each keeps its heading.

    Each field gets the next text each time it is filled, so fields with one value see six of them, others all.
    """
    texts = hostile.WIDE + hostile.MEAN[::9]
    step = len(texts) // 6
    folder, _ = hostile.site(
        repository,
        tmp_path / "site",
        AS_OF,
        lambda field, number: texts[(number + turn * step + len(field)) % len(texts)],
    )
    found = []
    with served(folder) as address:
        page, faults = watched(browser, address)
        for path in ENGLISH:
            page.goto(address + path, wait_until="load")
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
            for width in (1440, 360):
                page.set_viewport_size({"width": width, "height": 900})
                wide = page.evaluate("document.documentElement.scrollWidth")
                if wide > width:
                    found.append((path, width, wide, page.evaluate(WIDEST)))
            if page.locator("h1").count() != 1:
                found.append((path, 0, 0, "h1"))
        page.close()
    assert (found, faults) == ([], [])


#: The element that reaches farthest to the right.
WIDEST = """() => {
  const most = [...document.querySelectorAll('body *')].filter(one => one.checkVisibility())
    .sort((a, b) => b.getBoundingClientRect().right - a.getBoundingClientRect().right);
  const least = most.filter(one => one.getBoundingClientRect().right === most[0].getBoundingClientRect().right).at(-1);
  return `${least.parentElement.localName}.${least.parentElement.className} > ${least.outerHTML.slice(0, 120)}`;
}"""
