"""One page kind made from hand-made records, and drawn with the packaged templates."""

from __future__ import annotations

import re
from html import unescape
from types import ModuleType
from typing import Any

from scorecard.model.pages import Page, Site
from scorecard.model.records import Entry, Records
from scorecard.model.records.base import FileRecord
from scorecard.present.desk import Desk
from scorecard.publish.drawing import Templates
from scorecard.publish.templates import packaged_templates
from scorecard.score import outcomes, registers
from tests.present import made


def entry(kind: type[FileRecord], id: str, **given: Any) -> Entry[Any]:
    """A record with its id."""
    return Entry(id, kind.model_validate(given), f"data/{id}.yml")


def desk(known: Records, **more: Any) -> Desk:
    """A desk whose registers are read as the scoring room reads them at the cut-off."""
    given: dict[str, Any] = {
        "promises": registers.promises(known, made.AS_OF),
        "risks": registers.risks(known, made.AS_OF, more.get("incidents", {})),
        "decisions": registers.decisions(known, made.AS_OF),
        "dialogue": registers.dialogue(known, made.AS_OF),
        "outcomes": outcomes.outcomes(known, made.AS_OF),
        **more,
    }
    return made.desk(made.scorecard(made.two(made.quarter()), **given), known)


def page(kind: ModuleType, at: Desk) -> Page:
    """The one page of a kind."""
    pages: tuple[Page, ...] = tuple(kind.make(at))
    (found,) = pages
    return found


def html(found: Page) -> str:
    """The page, drawn."""
    return Templates([packaged_templates()]).document(found, Site("Example Water", (found,))).html


def text(drawn: str) -> str:
    """What a reader reads."""
    bare = re.sub(r"<[^>]*>", " ", re.sub(r"<(style|title|desc)\b.*?</\1>", " ", drawn, flags=re.DOTALL))
    return re.sub(r"\s+", " ", unescape(bare)).strip()


def read(kind: ModuleType, at: Desk) -> str:
    """A page kind as a reader reads it."""
    return text(html(page(kind, at)))


def in_order(whole: str, *parts: str) -> bool:
    """Do the parts stand one after the other, each somewhere behind the one before?"""
    at = 0
    for part in parts:
        found = whole.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    return True


def without_linked(html: str) -> str:
    """HTML without its one block of linked data, which holds no `<` that could end it."""
    return re.sub(r'<script type="application/ld\+json">[^<]*</script>', "", html, count=1)
