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
from tests.browser.conftest import Silent
from tests.browser.kinds import KINDS
from tests.texts import everything

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


#: What a page shows of the texts between marks: each mark with whether all of the text follows, the beginning of it, or
#: something else. White space is left aside: HTML lays it out anew. Also every link that none of ours is.
SHOWN = """whole => {
  const bare = text => text.replace(/\\s+/g, '');
  const page = document.documentElement.cloneNode(true);
  page.querySelectorAll('script, style').forEach(one => one.remove());
  const attributes = [...page.querySelectorAll('*')].flatMap(one => [...one.attributes].map(at => at.value));
  const said = [page.textContent, ...attributes];
  const wanted = bare(whole), found = {};
  for (const text of said) {
    const parts = bare(text).split(/⟦([^⟧]+)⟧/);
    for (let at = 1; at < parts.length; at += 2) {
      const [mark, follows, next] = [parts[at], parts[at + 1], parts[at + 2]];
      if (mark === 'end') continue;
      const cut = follows.indexOf('…', 1);
      const how = follows === wanted && next === 'end' ? 'whole'
        : cut > 9 && wanted.startsWith(follows.slice(0, cut)) ? 'begun' : follows.slice(0, 200);
      (found[mark.replace(/:\\d+$/, '')] ||= {})[how] = true;
    }
  }
  const links = [...document.querySelectorAll('a[href]')].map(one => one.getAttribute('href'));
  const led = links.filter(one => one.includes('other.example'));
  return [Object.entries(found).map(([field, how]) => [field, Object.keys(how)]), led];
}"""
#: How each link that holds the other host begins: a link of a record, this site's own address, a letter.
LED = (hostile.LINK[: hostile.LINK.index("[")], "mailto:=alert%23!$%25^*|~+b/x@other.example?subject=")
#: Where a text is shown in another way on purpose: in code to be copied, and the key of above.
OTHERWISE = {("subscribe/index.html", "Organisation.name"), ("corrections/index.html", "Correction.field")}


def test_no_text_of_two_hundred_runs_in_any_field(browser: Browser, tmp_path: Path) -> None:
    """Every text field holds all two hundred; every page is opened, and everything on it that opens.

    Nothing runs, no other host is asked, and each text is shown letter for letter.
    """
    given = hostile.texts()
    assert len(set(given)) == hostile.COUNT
    whole = " ".join(given)
    folder, fields = hostile.site(tmp_path / "site", lambda field, number: f"⟦{field}:{number}⟧{whole}⟦end⟧")
    paths = sorted(file.relative_to(folder).as_posix() for file in folder.rglob("*.html"))
    assert len(paths) > 100
    found: dict[str, object] = {}
    wrong: dict[tuple[str, str], list[str]] = {}
    links: set[str] = set()
    seen: set[str] = set()
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
            if "?" in path:
                continue  # what is found is shown in pieces
            shown, led = page.evaluate(SHOWN, whole)
            seen |= {field for field, how in shown if "whole" in how}
            wrong |= {(path, field): how for field, how in shown if not {*how} <= {"whole", "begun"}}
            links |= set(led)
        page.close()
    assert found == {}
    assert wrong.keys() == OTHERWISE
    assert fields.keys() - seen == everything.UNSEEN.keys()
    assert links, "links of records are shown"
    assert {link for link in links if not link.startswith(LED)} == set()


@pytest.mark.parametrize("turn", range(6))
def test_no_text_breaks_a_layout(browser: Browser, tmp_path: Path, turn: int) -> None:
    """Long words, other scripts, towers of accents, nothing but dots: no page scrolls sideways, each keeps its heading.

    Each field gets the next text each time it is filled, so fields with one value see six of them, others all.
    """
    texts = hostile.WIDE + hostile.MEAN[::9]
    step = len(texts) // 6
    folder, _ = hostile.site(
        tmp_path / "site",
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
