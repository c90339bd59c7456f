"""MkDocs calls this: it adds the made pages and their part of the navigation."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from docs import making


def on_config(config: Any) -> Any:
    """Hang the made pages into the navigation, where the heading waits for them; problems only by their index."""
    made = making.pages()
    for entry in config.nav:
        for heading, below in entry.items():
            if isinstance(below, str) and below.endswith("/"):
                own = [name for name in made if name.startswith(below) and not name.startswith("problems/")]
                entry[heading] = own or [f"{below}index.md"]
    return config


def on_files(files: Files, config: Any) -> Files:
    """Add the made pages."""
    for name, text in making.pages().items():
        files.append(File.generated(config, name, content=text))
    return files
