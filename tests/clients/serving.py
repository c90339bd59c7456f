"""A folder, served on this machine as any static host does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


class Quiet(SimpleHTTPRequestHandler):
    """Says nothing, refuses what a static host refuses, and names the kinds of files that Python does not know."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".json": "application/json", ".ics": "text/calendar"}

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""

    def _refused(self) -> None:
        self.send_response(405)
        self.send_header("Allow", "GET, HEAD")
        self.end_headers()

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = do_QUERY = _refused  # noqa: N815


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder while the block runs, without a slash last."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
