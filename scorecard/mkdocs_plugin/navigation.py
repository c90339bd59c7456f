"""The navigation: generated pages that carry a label, in their order, then what people wrote by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from scorecard.mkdocs_plugin.page import escaped, src_uri
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
    by_uri = {document.uri: document for document in labelled}
    below: dict[str, list[Document]] = {}
    top = []
    for document in labelled:
        if document.parent and document.parent in by_uri and document.parent != document.uri:
            below.setdefault(document.parent, []).append(document)
        else:
            top.append(document)
    return [*(_item(document, below) for document in top), *(sorted(written) if given is None else given)]


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
