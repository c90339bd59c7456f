"""The presenting room: decides what is said. Pure: figures and records in, pages out."""

from __future__ import annotations

from datetime import datetime

from scorecard.model.pages import Picture, Site, Tree
from scorecard.model.records import Records
from scorecard.model.scorecards import Scorecard
from scorecard.present import downloads, interfaces, pages
from scorecard.present.api import score_json
from scorecard.present.brand import Brand
from scorecard.present.desk import Desk
from scorecard.present.views import pictures, trend
from scorecard.present.words import Words

__all__ = ["present", "score_json"]


def present(scorecard: Scorecard, records: Records, as_of: datetime, tool_version: str) -> Site:
    """Everything decided about a site: pages, downloads and the colours of the brand."""
    organisation = records.organisation.record
    words = Words(language="en", zone=organisation.timezone)
    desk = Desk(scorecard, records, as_of, tool_version, words)
    faces = tuple(interfaces.make(desk))
    return Site(
        name=organisation.name,
        pages=tuple(pages.make(desk)),
        tables=tuple(downloads.tables(desk)),
        trees=(*downloads.trees(desk), *(one for one in faces if isinstance(one, Tree))),
        pictures=(
            Picture("assets/brand.css", "brand.css.jinja", Brand.of(organisation.brand.colour)),
            *trend.pictures(desk),
            *pictures.make(desk),
            *(one for one in faces if isinstance(one, Picture)),
        ),
        interfaces=tuple(one for one in faces if not isinstance(one, Tree | Picture)),
    )
