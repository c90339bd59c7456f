"""Photograph the built example for people to judge: page kinds and charts, on three widths, by day and by night.

Run by `make gallery`; the pictures stand in build/gallery/. Words after the module's name choose pages.
"""

from __future__ import annotations

import shutil
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer

from playwright.sync_api import Browser, Page, sync_playwright

from tests.screenshot import QUIET, REPOSITORY, Silent

FOLDER = REPOSITORY / "build" / "gallery"
PAGES = {
    "home": "",
    "quarter": "quarters/2026-q3/",
    "incident": "incidents/2025-01-13-smart-meters-overbilled/",
    "incidents": "incidents/",
    "promises": "promises/",
    "method": "method/",
    "sums": "sums/",
    "search": "search/?q=bills",
    "data": "data/",
    "dialogue": "dialogue/",
    "risks": "risks/",
    "home-it": "it/",
}
WIDTHS = (1440, 768, 360)
SCHEMES = ("light", "dark")
#: Nobody looks at more of a page than this.
LONGEST = 4000


def photograph(page: Page, name: str, address: str) -> None:
    """The page on every width in both schemes; on a desk and a phone its charts too, each in a picture of its own."""
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(address, wait_until="networkidle")
            height = min(LONGEST, page.evaluate("document.documentElement.scrollHeight"))
            clip = {"x": 0, "y": 0, "width": width, "height": height}
            page.screenshot(path=FOLDER / f"{name}-{width}-{scheme}.png", full_page=True, clip=clip)  # type: ignore[arg-type]
            if width != WIDTHS[1]:
                for number, figure in enumerate(page.locator("article figure").all(), 1):
                    if figure.is_visible():
                        figure.screenshot(path=FOLDER / "charts" / f"{name}-{number}-{width}-{scheme}.png")


def main(names: list[str]) -> int:
    """Make the pictures; say what is missing where they cannot be made."""
    site, chromium = REPOSITORY / "site", shutil.which("chromium")
    if unknown := sorted(set(names) - set(PAGES)):
        print(f"There is no page called {', '.join(unknown)} here, only: {', '.join(PAGES)}", file=sys.stderr)
        return 2
    if not (site / "index.html").is_file():
        print("There is no site/ to photograph. Run: make site", file=sys.stderr)
        return 1
    if chromium is None:
        print("There is no chromium on this machine. On Debian: apt-get install chromium", file=sys.stderr)
        return 1
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as tools:
            browser: Browser = tools.chromium.launch(executable_path=chromium, args=QUIET)
            for name in names or PAGES:
                page = browser.new_page()
                photograph(page, name, f"http://127.0.0.1:{server.server_port}/{PAGES[name]}")
                page.close()
            browser.close()
        server.shutdown()
    print(f"wrote {FOLDER.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
