"""The navigation: generated pages that carry a label, in their order, then what people wrote by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section

from scorecard.mkdocs_plugin.page import GeneratedPage, escaped, src_uri
from scorecard.model.pages import Document


def navigation(documents: Sequence[Document], given: list[Any] | None, written: Iterable[str]) -> list[Any]:
    """What mkdocs.yml would say under `nav`.

    `given` is its own `nav`, None when there is none; `written` are the hand-written pages. A nav that names a
    generated page is taken as it is: the project orders everything itself. Any other follows the generated pages.
    Without one, the hand-written pages follow in the order of their names. A labelled page below another labelled
    page (not home) stands in a section with it.
    """
    labelled = [document for document in documents if document.nav is not None]
    made = {src_uri(document.uri) for document in documents}
    if given is not None and made & set(named(given)):
        return given
    top, below = _nested(labelled, "")
    return [*(_item(document, below) for document in top), *(sorted(written) if given is None else given)]


def of_language(documents: Sequence[Document], page: Callable[[Document], GeneratedPage]) -> Navigation:
    """The navigation of the labelled pages in one folder of another language, made as that of the first language is."""
    labelled = [document for document in documents if document.label is not None]
    top, below = _nested(labelled, documents[0].folder)
    pages = {document.uri: page(document) for document in labelled}
    for entry in pages.values():
        entry.parent = None  # in a navigation only a section stands above a page

    def item(document: Document) -> GeneratedPage | Section:
        if document.uri not in below:
            return pages[document.uri]
        children: list[StructureItem] = [pages[document.uri], *(item(one) for one in below[document.uri])]
        section = Section(escaped(document.label or ""), children)
        for child in children:
            child.parent = section
        return section

    made = Navigation([item(document) for document in top], list(pages.values()))
    made.homepage = pages.get(documents[0].folder)
    return made


def _nested(labelled: Sequence[Document], home: str) -> tuple[list[Document], dict[str, list[Document]]]:
    """Pages of the first level, and those below another labelled page that is not home."""
    by_uri = {document.uri: document for document in labelled}
    below: dict[str, list[Document]] = {}
    top = []
    for document in labelled:
        above = document.parent
        if above is not None and above != home and above in by_uri and above != document.uri:
            below.setdefault(above, []).append(document)
        else:
            top.append(document)
    return top, below


def _item(document: Document, below: dict[str, list[Document]]) -> Any:
    if document.uri not in below:
        return src_uri(document.uri)
    return {escaped(document.nav or ""): [src_uri(document.uri), *(_item(one, below) for one in below[document.uri])]}


def named(items: Any) -> Iterator[str]:
    """Every address that a nav names."""
    if isinstance(items, str):
        yield items
    elif isinstance(items, dict):
        for value in items.values():
            yield from named(value)
    elif isinstance(items, list):
        for item in items:
            yield from named(item)
