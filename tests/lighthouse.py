"""Let Lighthouse, which we did not write, judge one page of every kind: 100 of 100, or tell what is wrong.

Run by `make lighthouse`; left out where npm cannot install it. Accessibility, best practices and search engines are
judged on a phone and on a desk. Speed is not: a score that depends on who else uses the machine proves nothing.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from functools import partial
from http.server import ThreadingHTTPServer
from typing import Any

from tests.browser.kinds import KINDS
from tests.screenshot import REPOSITORY, Silent

PROGRAM = REPOSITORY / "build" / "browser" / "node_modules" / "lighthouse" / "cli" / "index.js"
CATEGORIES = ("accessibility", "best-practices", "seo")
#: Served at 127.0.0.1 a page cannot speak https, and the canonical address of the example is another host's.
NOT_HERE = ("is-on-https", "redirects-http", "canonical")
FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


def judged(chromium: str, address: str, form: str) -> dict[str, Any]:
    """What Lighthouse says of a page."""
    command = [
        *("node", str(PROGRAM), address, "--quiet", "--output=json", f"--only-categories={','.join(CATEGORIES)}"),
        *(f"--skip-audits={','.join(NOT_HERE)}", f"--chrome-flags={FLAGS}", "--throttling-method=provided"),
        *(["--preset=desktop"] if form == "desk" else ["--form-factor=mobile"]),
    ]
    surroundings = {**os.environ, "CHROME_PATH": chromium}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=surroundings, timeout=180)
    if done.returncode != 0:
        raise RuntimeError(f"{address}: {done.stderr.strip()[-500:]}")
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def faults(found: dict[str, Any]) -> list[str]:
    """Categories below 100, and every audit that weighs in and fails."""
    told = []
    for name, category in found["categories"].items():
        if category["score"] == 1:
            continue
        told.append(f"{name} {round(100 * (category['score'] or 0))}")
        for part in category["auditRefs"]:
            audit = found["audits"][part["id"]]
            if part["weight"] and audit["score"] is not None and audit["score"] < 1:
                told.append(f"  {audit['id']}: {audit['title']}")
    return told


def main(paths: list[str]) -> int:
    """Judge the pages (all kinds, or those given); 0 where every category has 100 of 100."""
    site, chromium = REPOSITORY / "site", shutil.which("chromium")
    if not PROGRAM.is_file() or chromium is None or shutil.which("node") is None:
        print("Lighthouse left out: it needs chromium, node, and npm that can reach a registry")
        return 0
    if not (site / "index.html").is_file():
        print("There is no site/ to judge. Run: make site", file=sys.stderr)
        return 1
    wrong = 0
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Silent, directory=str(site))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for path in paths or [one for one in KINDS if one != "404.html"]:
            for form in ("phone", "desk"):
                told = faults(judged(chromium, f"http://127.0.0.1:{server.server_port}/{path}", form))
                wrong += bool(told)
                print(f"{form:5} /{path}: {'100 100 100' if not told else '; '.join(told)}", flush=True)
        server.shutdown()
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
