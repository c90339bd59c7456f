"""The data page: every download, its columns, and how to quote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from scorecard.model.pages import Json, Page
from scorecard.present import addresses, downloads, linked
from scorecard.present.desk import Context, Desk
from scorecard.present.downloads import Download
from scorecard.present.views.entries import Opening
from scorecard.present.words import Words, columns

PLACE = 90


@dataclass(frozen=True, slots=True)
class Column:
    """One column and what it means."""

    name: str
    meaning: str


@dataclass(frozen=True, slots=True)
class DownloadEntry:
    """One file to take away."""

    id: str
    href: str
    file: str
    title: str
    what: str
    rows: str
    columns: tuple[Column, ...]


@dataclass(frozen=True, slots=True)
class DataPage(Context):
    """The page. `licence` and `source` say '' where they are not stated."""

    opening: Opening
    tables: tuple[DownloadEntry, ...]
    scores: str
    licence: str
    cite: str
    cite_url: str
    linked: Mapping[str, Json]


def make(desk: Desk) -> Iterator[Page]:
    """The one page of downloads."""
    words, organisation = desk.words, desk.organisation
    opening = Opening(
        words.say("Every figure on this site, to take away"),
        (
            words.say("As tables (CSV) for a spreadsheet, and as JSON for programs."),
            words.say("Scores are not rounded here, so you can work out each one again."),
            words.say("What is hidden to protect people is hidden here too."),
        ),
    )
    yield Page(
        uri=addresses.DATA,
        kind="data",
        title=words.say("Data"),
        template="data.html.jinja",
        context=DataPage(
            words=words,
            say=words.say,
            frame=desk.frame,
            opening=opening,
            tables=tuple(_entry(words, one) for one in desk.once(downloads.listed)),
            scores=downloads.SCORES,
            licence=organisation.licence or "",
            cite=_cite(desk),
            cite_url=organisation.url,
            linked=linked.graph(linked.organisation(desk), linked.dataset(desk)),
        ),
        updated=desk.today,
        description=words.say("All tables and JSON files, their columns, the licence and how to quote them."),
        parent=addresses.HOME,
        nav=words.say("Data"),
        language=words.language,
    )


def _entry(words: Words, one: Download) -> DownloadEntry:
    file = one.table.uri.rpartition("/")[2]
    id = file.partition(".")[0]
    return DownloadEntry(
        id=f"table-{id}",
        href=one.table.uri,
        file=file,
        title=one.title,
        what=one.what,
        rows=words.count("{n} row", "{n} rows", len(one.table.rows)),
        columns=tuple(Column(name, columns.meaning(words, id, name)) for name in one.table.columns),
    )


def _cite(desk: Desk) -> str:
    words = desk.words
    day = words.day(desk.today)
    if desk.quarter is None:
        return words.say("{name}: Trust scorecard. As of {day}.", name=desk.organisation.name, day=day)
    return words.say(
        "{name}: Trust scorecard, {quarter}. As of {day}.",
        name=desk.organisation.name,
        quarter=words.quarter(desk.quarter),
        day=day,
    )
