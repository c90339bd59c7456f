"""The server of `scorecard serve`: MkDocs' own, with leaf pages drawn on demand and problems told in the browser."""

from __future__ import annotations

import logging
import shutil
import tempfile
import threading
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from mkdocs.livereload import LiveReloadServer
from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

if TYPE_CHECKING:
    from scorecard.mkdocs_plugin.leaves import Leaves

_EDITS = ("created", "deleted", "modified", "moved")
_ALONE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>This site cannot be built yet</title></head>
<body></body></html>
"""
_TROUBLE = """
<div class="sc-trouble" role="alert">
<h2>Your last edit is not shown</h2>
<p>{words}</p>
<pre>{text}</pre>
</div>
"""


class Preview(LiveReloadServer):
    """Shows the last good site of a folder of its own; `trouble` is what is wrong with the edits since."""

    def __init__(self, root: Path, host: str, port: int) -> None:
        self._root = root
        self._shown = root / "shown"  # a link that always leads to the last good site
        self._leaves: Leaves | None = None
        self._all_files = False
        self._drawing = threading.Lock()
        self.trouble = ""
        super().__init__(builder=lambda: None, host=host, port=port, root=str(self._shown))
        logging.getLogger("watchdog").addHandler(logging.NullHandler())  # its farewell is no news to anybody
        self.error_handler = self._error
        # Told by the system: no file is looked at until it changes.
        self.observer = Observer()  # type: ignore[assignment]

    @property
    def filled(self) -> bool:
        """Was there a good build?"""
        return self._leaves is not None

    def fresh(self) -> Path:
        """A new folder to build into."""
        return Path(tempfile.mkdtemp(dir=self._root))

    def show(self, folder: Path, leaves: Leaves) -> None:
        """From now on this site is shown."""
        with self._drawing:
            before = self._shown.resolve() if self._shown.is_symlink() else None
            (self._root / "next").symlink_to(folder)
            (self._root / "next").replace(self._shown)
            self._leaves, self._all_files, self.trouble = leaves, False, ""
        if before is not None:
            shutil.rmtree(before, ignore_errors=True)

    def bound(self) -> None:
        """Take the port. Raises OSError where it is taken."""
        self.server_bind()
        self.server_activate()
        self.server_bind = self.server_activate = lambda: None  # type: ignore[method-assign]

    def watch(self, path: str, func: None = None, *, recursive: bool = True) -> None:
        """Build again after an edit below a path; that we read a file is none."""
        handler = _Edits(self._edited)
        self._watched_paths[path] = 1
        self._watch_refs[path] = self.observer.schedule(handler, path, recursive=recursive)

    def _edited(self) -> None:
        with self._rebuild_cond:
            self._want_rebuild = True
            self._rebuild_cond.notify_all()

    def _serve_request(self, environ: Any, start_response: Any) -> Iterable[bytes] | None:
        uri = unquote(environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")).lstrip("/")
        if not uri.startswith("livereload/"):
            with self._epoch_cond:  # not while a build is going on
                self._epoch_cond.wait_for(lambda: self._visible_epoch == self._wanted_epoch)
            self._draw(uri.removesuffix("index.html"))
        answer: Iterable[bytes] | None = super()._serve_request(environ, start_response)
        return answer

    def _draw(self, uri: str) -> None:
        """Write what is asked for the first time: a leaf page, or all the files that no page waits for."""
        with self._drawing:
            page = uri if uri == "" or uri.endswith("/") else uri + "/"
            if self._leaves is None or (self._shown / page / "index.html").exists() or (self._shown / uri).is_file():
                return
            if self._leaves.holds(page):
                self._leaves.put(page)
            elif not self._all_files:
                self._leaves.put_files()
                self._all_files = True

    def _error(self, code: int) -> bytes | None:
        file = self._shown / f"{code}.html"
        page = file.read_bytes() if file.is_file() else _ALONE.encode() if self.trouble else None
        return None if page is None else self._inject_js_into_html(page, self._visible_epoch)

    def _inject_js_into_html(self, content: bytes, epoch: int) -> bytes:
        if self.trouble:
            words = "The page below is the last good build." if self.filled else "There is no good build yet."
            told = _TROUBLE.format(words=f"{words} Mend the problem and save.", text=escape(self.trouble)).encode()
            start = content.find(b">", max(content.find(b"<body"), 0)) + 1
            content = content[:start] + told + content[start:]
        whole: bytes = super()._inject_js_into_html(content, epoch)  # type: ignore[no-untyped-call]
        return whole


class _Edits(FileSystemEventHandler):
    def __init__(self, edited: Any) -> None:
        self._edited = edited

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Every change of a file; a folder that comes or goes brings events of its files."""
        if event.event_type in _EDITS and not (event.is_directory and event.event_type == "modified"):
            self._edited()
