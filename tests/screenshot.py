"""Make the picture of the README: the home page of site/ in chromium. Run by `make screenshot`."""

import shutil
import sys
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from playwright.sync_api import sync_playwright

REPOSITORY = Path(__file__).resolve().parent.parent
PICTURE = REPOSITORY / "pictures" / "home.png"
WIDTH, HEIGHT = 1440, 900
# Chromium as a quiet guest: no calls home, no sandbox of its own inside a container.
QUIET = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class Silent(SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


def photograph(site: Path, chromium: str, picture: Path) -> None:
    """Open the home page of `site` on 127.0.0.1 and write the first view as PNG."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        with sync_playwright() as tools:
            browser = tools.chromium.launch(executable_path=chromium, args=QUIET)
            page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light")
            page.goto(f"http://127.0.0.1:{server.server_port}/", wait_until="networkidle")
            picture.parent.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=picture)
            browser.close()
        server.shutdown()


def main() -> int:
    """Make the picture; say what is missing where it cannot be made."""
    site, chromium = REPOSITORY / "site", shutil.which("chromium")
    if not (site / "index.html").is_file():
        print("There is no site/ to photograph. Run: make site", file=sys.stderr)
        return 1
    if chromium is None:
        print("There is no chromium on this machine. On Debian: apt-get install chromium", file=sys.stderr)
        return 1
    photograph(site, chromium, PICTURE)
    print(f"wrote {PICTURE.relative_to(REPOSITORY)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
