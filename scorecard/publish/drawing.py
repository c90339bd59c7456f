"""Draws a decided site: pages by their templates, tables as CSV, trees as JSON, pictures as SVG files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path

import jinja2

from scorecard.model.pages import Asset, Bundle, Document, Page, Picture, Site
from scorecard.publish.downloads import csv_bytes, json_bytes
from scorecard.publish.files import once, page_uri, safe_uri
from scorecard.publish.interfaces import written
from scorecard.publish.sections import split
from scorecard.publish.templates import environment, render


class Templates:
    """The templates of one build: a compiled template is used for every page of its kind."""

    def __init__(self, folders: Sequence[Path]) -> None:
        self._folders = tuple(folder.resolve() for folder in folders)
        self._environment: jinja2.Environment = environment(self._folders)

    def document(self, page: Page, site: Site) -> Document:
        """Draw one page. Raises TemplateProblem for a fault in its template."""
        body = self._render(page.template, page.context, {"page": page, "site": site}).strip() + "\n"
        return Document(
            uri=page_uri(page.uri),
            kind=page.kind,
            title=page.title,
            sections=split(body),
            updated=page.updated,
            description=page.description,
            source=page.source,
            parent=page.parent,
            summary=page.summary,
            nav=page.nav,
            language=page.language,
        )

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


def draw(site: Site, template_folders: Sequence[Path]) -> Bundle:
    """The whole site as documents and files, in the order decided.

    Raises TemplateProblem for a fault in a template, ValueError where two things have one address or a page stands
    below itself.
    """
    _rooted(site)
    templates = Templates(template_folders)
    documents = tuple(templates.document(page, site) for page in site.pages)
    assets = (
        *(Asset(safe_uri(table.uri), csv_bytes(table)) for table in site.tables),
        *(Asset(safe_uri(tree.uri), json_bytes(tree.value)) for tree in site.trees),
        *(templates.picture(picture, site) for picture in site.pictures),
    )
    assets = (*assets, *written(site.interfaces, assets))
    once([*(document.uri + "index.html" for document in documents), *(asset.uri for asset in assets)])
    return Bundle(site.name, documents, assets)


def _rooted(site: Site) -> None:
    above = {page.uri: page.parent for page in site.pages}
    for uri in above:
        seen, step = {uri}, above[uri]
        while step is not None and step in above:
            if step in seen:
                raise ValueError(f"the page {uri!r} stands below itself")
            seen.add(step)
            step = above[step]
