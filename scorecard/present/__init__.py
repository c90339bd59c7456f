"""The presenting room: decides what is said. Pure: figures and records in, pages out."""

from __future__ import annotations

import gettext
from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.model.pages import Site
    from scorecard.model.records import Records
    from scorecard.model.scorecards import Scorecard
    from scorecard.present.desk import Desk

# What draws a site is loaded when one is drawn: `scorecard check` comes here for its words only.

__all__ = ["present"]


def present(
    scorecard: Scorecard,
    records: Records,
    as_of: datetime,
    tool_version: str,
    catalogues: Mapping[str, gettext.NullTranslations] | None = None,
) -> Site:
    """Everything decided about a site: pages in every language of `catalogues`, downloads, the colours of the brand.

    The first language stands at the root, and the files that stand once are in it; English alone where none is given.
    """
    from scorecard.model.pages import Picture, Site
    from scorecard.present import languages, pages, translated
    from scorecard.present.brand import Brand
    from scorecard.present.desk import Desk
    from scorecard.present.words import Words

    organisation = records.organisation.record
    desks = [
        Desk(translated.scorecard(words, scorecard), translated.records(words, records), as_of, tool_version, words)
        for words in (
            Words(language, organisation.timezone, catalogue)
            for language, catalogue in (catalogues or {"en": gettext.NullTranslations()}).items()
        )
    ]
    desk = desks[0]
    return Site(
        name=organisation.name,
        pages=(
            *pages.make(desk),
            *(languages.moved(page) for other in desks[1:] for page in pages.make(other)),
        ),
        pictures=(Picture("assets/brand.css", "brand.css.jinja", Brand.of(organisation.brand.colour)),),
        languages=tuple(languages.make(one, folder="" if one is desk else None) for one in desks),
        more=partial(_files, desk),
    )


def _files(desk: Desk) -> Site:
    """Downloads, interfaces for programs, and pictures as files of their own."""
    from scorecard.model.pages import Picture, Site, Tree
    from scorecard.present import downloads, interfaces
    from scorecard.present.views import pictures, trend

    faces = tuple(interfaces.make(desk))
    return Site(
        name=desk.organisation.name,
        pages=(),
        tables=tuple(downloads.tables(desk)),
        trees=(*downloads.trees(desk), *(one for one in faces if isinstance(one, Tree))),
        pictures=(
            *trend.pictures(desk),
            *pictures.make(desk),
            *(one for one in faces if isinstance(one, Picture)),
        ),
        interfaces=tuple(one for one in faces if not isinstance(one, Tree | Picture)),
    )
