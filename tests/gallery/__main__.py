"""Photograph what is built for people to judge, on three widths, by day and by night, and as it prints.

`python -m tests.gallery` takes every page kind of the example (site/); words after the module's name choose pages, by
the start of their address, or states of other companies (nothing, least, broken …; states: all of them).
The pictures stand in build/gallery/. Run by `make gallery`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from scorecard.cli import run
from tests.browser.kinds import KINDS, SCHEMES, WIDTHS
from tests.gallery.states import STATES
from tests.screenshot import QUIET, REPOSITORY, Silent

FOLDER = REPOSITORY / "build" / "gallery"
#: Nobody looks at more of a page than this.
LONGEST = 9000


def named(address: str) -> str:
    """The name of a page's picture: quarters-2026-q3, home."""
    return address.split("?")[0].strip("/").replace("/", "-").removesuffix(".html") or "home"


def photograph(browser: Browser, address: str, name: str) -> None:
    """The page on every width in both schemes, and printed; on a desk and a phone its charts too, each by itself."""
    page = browser.new_page()
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
    page.pdf(path=FOLDER / "print" / f"{name}.pdf", format="A4")
    page.close()


def walk(browser: Browser, site: Path, addresses: tuple[str, ...], before: str = "") -> None:
    """Photograph these pages of a built site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for address in addresses:
            photograph(browser, f"http://127.0.0.1:{server.server_port}/{address}", before + named(address))
        server.shutdown()


def build(state: str, folder: Path) -> Path:
    """Build a company in this state; gives its site."""
    make, as_of, _ = STATES[state]
    make(folder)
    if run(["build", "-C", str(folder), "--as-of", as_of, "--site-dir", str(folder / "site")]) != 0:
        raise SystemExit(f"{state} cannot be built")
    return folder / "site"


def main(names: list[str]) -> int:
    """Make the pictures; say what is missing where they cannot be made."""
    site, chromium = REPOSITORY / "site", shutil.which("chromium")
    states = [state for state in STATES if state in names or "states" in names]
    words = [name for name in names if name not in STATES and name != "states"]
    pages = tuple(one for one in KINDS if not names or any(named(one).startswith(word) for word in words))
    if unknown := [word for word in words if not any(named(one).startswith(word) for one in KINDS)]:
        known = ", ".join([*map(named, KINDS), "states", *STATES])
        print(f"There is no page called {', '.join(unknown)} here, only: {known}", file=sys.stderr)
        return 2
    if pages and not (site / "index.html").is_file():
        print("There is no site/ to photograph. Run: make site", file=sys.stderr)
        return 1
    if chromium is None:
        print("There is no chromium on this machine. On Debian: apt-get install chromium", file=sys.stderr)
        return 1
    with sync_playwright() as tools:
        browser = tools.chromium.launch(executable_path=chromium, args=QUIET)
        walk(browser, site, pages)
        for state in states:
            with tempfile.TemporaryDirectory() as folder:
                walk(browser, build(state, Path(folder)), STATES[state][2], f"{state}-")
        browser.close()
    print(f"wrote {FOLDER.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
