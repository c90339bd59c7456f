"""A site that MkDocs builds from pages made by hand."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from scorecard.mkdocs_plugin import library
from scorecard.model.pages import Site
from tests import made


def built(project: Path, site: Site | None = None, *, strict: bool = True, **more: Any) -> Path:
    """Build a hand-made site with MkDocs as a library; any warning of MkDocs fails."""
    drawn = made.built(project, site, **more)
    told: list[str] = []
    library.build_site(drawn, project, project / "site", strict=strict, say=lambda level, text: told.append(text))
    assert told == []
    return project / "site"


def article(page: Path) -> str:
    """What stands in the article of a built page."""
    found = re.search(r"<article[^>]*>(.*)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return found[1].strip()
