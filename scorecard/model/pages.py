"""What the presenting room hands to the publishing room, and what that hands to a front door."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from scorecard.model.interfaces import Calendar, Feed, Package

Cell = str | int | float | None
Json = None | bool | int | float | str | Sequence["Json"] | Mapping[str, "Json"]


@dataclass(frozen=True, slots=True)
class Later:
    """A context that is made when its page is drawn: there are thousands of leaf pages, and not all are asked for."""

    make: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Page:
    """One page as decided, not yet drawn.

    `uri` is a folder-style address without leading slash ('' is home, 'quarters/2026-q3/'); `template` a file of
    site_templates/; `context` the frozen dataclass that is this template's contract, or Later; `source` the
    project-relative file a reader's edit link leads to; `parent` the uri of the page above (tab and breadcrumb);
    `summary` what search shows; `nav` the label in the site's navigation, None for leaf pages, which never stand in it.
    `folder` is that of the page's language, already part of `uri`; there `label` is the label in the navigation and
    `nav` is None, because the site's own navigation is that of the first language.
    """

    uri: str
    kind: str
    title: str
    template: str
    context: object
    updated: date
    description: str = ""
    source: str | None = None
    parent: str | None = None
    summary: str = ""
    nav: str | None = None
    language: str = "en"
    folder: str = ""
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Language:
    """A language the site speaks. `folder` is where its pages stand: '' for the first, 'it/' for another.

    `name` is its name for itself, `texts` what the theme's frame says in it, by their names.
    """

    code: str
    name: str
    folder: str
    direction: str
    texts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows for a CSV download. Text cells are made safe for spreadsheets when written; numbers stay numbers."""

    uri: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class Tree:
    """A value for a JSON download, written by a serializer."""

    uri: str
    value: Json


@dataclass(frozen=True, slots=True)
class Picture:
    """A standalone picture (SVG file) drawn by a template from a chart's view model."""

    uri: str
    template: str
    context: object


@dataclass(frozen=True, slots=True)
class Site:
    """Everything decided about a site, in the order of its pages.

    `more` decides further files (no pages) when they are written; nothing of the pages depends on them.
    """

    name: str
    pages: tuple[Page, ...]
    tables: tuple[Table, ...] = ()
    trees: tuple[Tree, ...] = ()
    pictures: tuple[Picture, ...] = ()
    languages: tuple[Language, ...] = ()
    more: Callable[[], Site] | None = None
    interfaces: tuple[Feed | Calendar | Package, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A piece of a document under one heading; the first piece before any second-level heading has id ''."""

    id: str
    title: str
    html: str


@dataclass(frozen=True, slots=True)
class Document:
    """A page that can be drawn: the body as sections of HTML, without the theme around it.

    `draw` gives the sections: at once where the page was drawn already, else by drawing it, each time it is asked.
    """

    uri: str
    kind: str
    title: str
    draw: Callable[[], tuple[Section, ...]]
    updated: date
    description: str = ""
    source: str | None = None
    parent: str | None = None
    summary: str = ""
    nav: str | None = None
    language: str = "en"
    folder: str = ""
    label: str | None = None

    @property
    def path(self) -> str:
        """The address within its language, the same in every language."""
        return self.uri.removeprefix(self.folder)

    @property
    def sections(self) -> tuple[Section, ...]:
        """The pieces of the body."""
        return self.draw()

    @property
    def html(self) -> str:
        """The whole body."""
        return "".join(section.html for section in self.draw())


@dataclass(frozen=True, slots=True)
class Asset:
    """A file of the site that is not a page."""

    uri: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Bundle:
    """All of a site: what the plugin hands to MkDocs and `render` writes.

    Leaf pages may still be undrawn. `more` makes the files that no page waits for; none where `assets` holds all.
    """

    name: str
    documents: tuple[Document, ...]
    assets: tuple[Asset, ...]
    more: Callable[[], tuple[Asset, ...]] = tuple
