"""Companies in other states than the example's: no word is cut, nothing lies over anything else."""

from __future__ import annotations

import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Silent
from tests.browser.reading import OUTSIDE, SQUEEZED, TEXT, overlaps
from tests.gallery.__main__ import build
from tests.gallery.states import STATES

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("state", [name for name in STATES if name != "large"])
def test_every_state_can_be_read(browser: Browser, state: str, tmp_path: Path) -> None:
    """Nothing published, the least YAML, one quarter, broken, late, corrected; on a phone, between, and on a desk."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(build(state, tmp_path)))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        page = browser.new_page()
        for path in STATES[state][2]:
            page.goto(f"http://127.0.0.1:{server.server_port}/{path}", wait_until="load")
            for width in (320, 768, 1000, 1440):
                page.set_viewport_size({"width": width, "height": 900})
                assert page.evaluate("document.documentElement.scrollWidth") <= width, (path, width)
                assert page.evaluate(SQUEEZED) == [], (path, width)
                assert overlaps(page.evaluate(TEXT)) == [], (path, width)
                assert page.evaluate(OUTSIDE) == [], (path, width)
        page.close()
        server.shutdown()
