"""A corrected figure in a real browser: the example with a ledger made by hand (tests/published/)."""

from __future__ import annotations

import re
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from scorecard.cli import run
from tests.browser.conftest import AS_OF, Silent
from tests.browser.reading import OUTSIDE, TEXT, overlaps

pytestmark = pytest.mark.browser

PAGES = ("", "quarters/", "quarters/2026-q3/", "quarters/2026-q3/v1/", "it/quarters/2026-q3/v2/")


@pytest.fixture(scope="module")
def corrected(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the example stands, its last quarter published twice before."""
    project = tmp_path_factory.mktemp("corrected")
    for name in ("data", "content", "pictures"):
        shutil.copytree(repository / name, project / name)
    shutil.copy(repository / "mkdocs.yml", project)
    shutil.copytree(repository / "tests" / "published", project / "data" / "published")
    assert run(["build", "-C", str(project), "--as-of", AS_OF, "--site-dir", str(project / "site")]) == 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(project / "site"))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.mark.parametrize("width", [320, 768, 1440])
@pytest.mark.parametrize("path", PAGES)
def test_nothing_overlaps_and_nothing_scrolls_sideways(browser: Browser, corrected: str, path: str, width: int) -> None:
    """Lines under a figure, marks in the picture, the banner of an earlier version."""
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(corrected + path, wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert overlaps(page.evaluate(TEXT)) == []
    assert page.evaluate(OUTSIDE) == []
    page.close()


def test_home_with_a_corrected_figure_prints_on_one_page(browser: Browser, corrected: str, tmp_path: Path) -> None:
    """What was said at first is on the sheet too; further versions are on the page of the quarter."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(corrected, wait_until="load")
    assert page.locator(".sc-score .sc-earlier").inner_text().startswith("On 20 October 2026 we published")
    page.emulate_media(media="print")
    assert page.locator(".sc-score .sc-earlier").is_visible()
    file = tmp_path / "home.pdf"
    page.pdf(path=str(file), format="A4", margin={"top": "12mm", "bottom": "12mm", "left": "12mm", "right": "12mm"})
    assert len(re.findall(rb"/Type\s*/Page\b", file.read_bytes())) == 1
    page.close()
