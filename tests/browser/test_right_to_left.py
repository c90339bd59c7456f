"""A site that runs from the right: the example in an invented language of Hebrew letters, in a real browser."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from babel.messages.pofile import read_po, write_po
from playwright.sync_api import Browser, Page

from scorecard.cli import run
from scorecard.read import locale
from tests.browser.conftest import AS_OF, Silent
from tests.browser.reading import OUTSIDE, TEXT, overlaps

pytestmark = pytest.mark.browser

LETTERS = "abcdefghijklmnopqrstuvwxyz", "אבגדהוזחטיכלמנסעפצקרשתאבגד"
KINDS = (
    *(
        "he/",
        "he/quarters/",
        "he/quarters/2026-q3/",
        "he/incidents/",
        "he/incidents/2025-01-13-smart-meters-overbilled/",
    ),
    *("he/promises/", "he/dialogue/", "he/risks/", "he/outcomes/", "he/method/", "he/sums/", "he/data/", "he/search/"),
)


def turned(text: str) -> str:
    """The text in letters that run from the right; facts in braces, addresses and patterns of dates stay."""
    if re.fullmatch(r"[dMyH ,:m]*", text):
        return text
    pieces = re.split(r"(\{\w*\})", text.lower())
    table = str.maketrans(*LETTERS)
    return "".join(piece if piece.startswith("{") else piece.translate(table) for piece in pieces)


def catalogue(folder: Path) -> None:
    """Write the invented language."""
    with (locale.FOLDER / "messages.pot").open("rb") as opened:
        texts = read_po(opened, locale="he")
    texts.locale = "he"
    for message in texts:
        if message.id and isinstance(message.id, str):
            message.string = turned(message.id)
        elif message.id:
            message.string = tuple(turned(message.id[min(form, 1)]) for form in range(texts.num_plurals))
    with (folder / "he.po").open("wb") as out:
        write_po(out, texts)


@pytest.fixture(scope="module")
def hebrew(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example stands in English and the invented language."""
    project = tmp_path_factory.mktemp("hebrew")
    for name in ("data", "content", "pictures"):
        shutil.copytree(repository / name, project / name)
    shutil.copy(repository / "mkdocs.yml", project)
    file = project / "data/organisation.yml"
    file.write_text(re.sub(r"(?m)^languages: .*", "languages: [en, he]", file.read_text()))
    (project / "locale").mkdir()
    catalogue(project / "locale")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(locale, "FOLDER", project / "locale")
        assert run(["build", "-C", str(project), "--as-of", AS_OF, "--site-dir", str(project / "site")]) == 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(project / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def opened(browser: Browser, address: str, width: int) -> Page:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(address, wait_until="load")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    return page


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("path", KINDS)
def test_pages_run_from_the_right_and_nothing_overlaps(browser: Browser, hebrew: str, path: str, width: int) -> None:
    """Direction, no sideways scrolling, no word over another, pictures whole; their axes still run from the left."""
    page = opened(browser, hebrew + path, width)
    assert page.evaluate("[document.documentElement.lang, getComputedStyle(document.body).direction]") == ["he", "rtl"]
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert overlaps(page.evaluate(TEXT)) == []
    assert page.evaluate(OUTSIDE) == []
    heading = page.locator("main h1").first
    box = heading.bounding_box()
    assert box is not None and box["x"] >= 0 and box["x"] + box["width"] <= width
    assert page.evaluate(
        "[...document.querySelectorAll('.sc-svg')].every(x => getComputedStyle(x).direction === 'ltr')"
    )
    page.close()


def test_the_heading_stands_at_the_right(browser: Browser, hebrew: str) -> None:
    """Text begins where a reader of that script begins."""
    page = opened(browser, hebrew + "he/", 1440)
    edges = page.evaluate(
        """() => { const h = document.querySelector('main h1'), range = document.createRange();
          range.selectNodeContents(h); const text = range.getClientRects()[0], box = h.getBoundingClientRect();
          return [box.right - text.right, text.left - box.left]; }"""
    )
    assert edges[0] < 2 < edges[1]
    page.close()


def test_english_texts_of_staff_say_so(browser: Browser, hebrew: str) -> None:
    """What staff wrote in English stands in a page from the right with its language and its direction."""
    page = opened(browser, hebrew + "he/incidents/2025-01-13-smart-meters-overbilled/", 1440)
    marked = page.locator("main p[lang=en]")
    assert marked.count() > 3
    assert set(marked.evaluate_all("all => all.map(one => getComputedStyle(one).direction)")) == {"ltr"}
    page.close()
