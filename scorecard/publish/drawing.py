"""Draws a decided site: pages by their templates, tables as CSV, trees as JSON, pictures as SVG files."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from functools import partial
from pathlib import Path

import jinja2

from scorecard.model.memo import Memo
from scorecard.model.pages import Asset, Bundle, Document, Later, Page, Picture, Section, Site
from scorecard.publish.downloads import csv_bytes, json_bytes
from scorecard.publish.files import once, page_uri, safe_uri, stamps
from scorecard.publish.interfaces import written
from scorecard.publish.sections import split
from scorecard.publish.templates import environment, render


class Templates:
    """The templates of one build: a compiled template is used for every page of its kind."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folder.resolve() for folder in folders)
        self._environment: jinja2.Environment = environment(self._folders)

    def document(self, page: Page, site: Site, *, later: bool = False) -> Document:
        """Draw one page, or hand out how to. Raises TemplateProblem for a fault in its template (`draw` then does)."""
        draw: Callable[[], tuple[Section, ...]] = partial(self.sections, page, site)
        if not later:
            drawn = draw()
            draw = lambda: drawn  # noqa: E731 - a def would shadow the name
        return Document(
            uri=page_uri(page.uri),
            kind=page.kind,
            title=page.title,
            draw=draw,
            updated=page.updated,
            description=page.description,
            source=page.source,
            parent=page.parent,
            summary=page.summary,
            nav=page.nav,
            language=page.language,
            folder=page.folder,
            label=page.label,
        )

    def sections(self, page: Page, site: Site) -> tuple[Section, ...]:
        """The body of one page. Raises TemplateProblem."""
        context = page.context.make() if isinstance(page.context, Later) else page.context
        return split(self._render(page.template, context, {"page": page, "site": site}).strip() + "\n")

    def picture(self, picture: Picture, site: Site) -> Asset:
        """Draw a picture as a file of its own. Raises TemplateProblem for a fault in its template."""
        drawn = self._render(picture.template, picture.context, {"site": site})
        return Asset(safe_uri(picture.uri), (drawn.strip() + "\n").encode())

    def _render(self, template: str, context: object, more: dict[str, object]) -> str:
        given = dict(more)
        if is_dataclass(context):
            given |= {field.name: getattr(context, field.name) for field in fields(context)} | more
        given["context"] = context
        return render(self._environment, template, given, self._folders)


def draw(site: Site, template_folders: Sequence[Path], *, later: bool = False, memo: Memo | None = None) -> Bundle:
    """The whole site as documents and files, in the order decided; with `later`, leaf pages are drawn when asked for.

    Raises TemplateProblem for a fault in a template, ValueError where two things have one address or a page stands
    below itself.
    """
    _rooted(site)
    folders = tuple(template_folders)
    templates = (memo or Memo()).of("templates", (stamps(folders),), lambda: Templates(folders))
    documents = tuple(templates.document(page, site, later=later and page.nav is None) for page in site.pages)
    assets = _files(site, templates)
    taken = [*(document.uri + "index.html" for document in documents), *(asset.uri for asset in assets)]

    def more() -> tuple[Asset, ...]:
        found = _files(site.more(), templates) if site.more is not None else ()
        once([*taken, *(asset.uri for asset in found)])
        return found

    if later:
        once(taken)
        return Bundle(site.name, documents, assets, more)
    return Bundle(site.name, documents, (*assets, *more()))


def _files(site: Site, templates: Templates) -> tuple[Asset, ...]:
    assets = (
        *(Asset(safe_uri(table.uri), csv_bytes(table)) for table in site.tables),
        *(Asset(safe_uri(tree.uri), json_bytes(tree.value)) for tree in site.trees),
        *(templates.picture(picture, site) for picture in site.pictures),
    )
    return (*assets, *written(site.interfaces, assets))


def _rooted(site: Site) -> None:
    above = {page.uri: page.parent for page in site.pages}
    for uri in above:
        seen, step = {uri}, above[uri]
        while step is not None and step in above:
            if step in seen:
                raise ValueError(f"the page {uri!r} stands below itself")
            seen.add(step)
            step = above[step]
