"""What the search of a language knows: titles and summaries, as the records have them, so that an index stays small."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from html import escape

from scorecard.model.pages import Asset, Document

#: Where the index of a language stands, below the folder of its pages.
INDEX = "search/search_index.json"


def search_entry(document: Document) -> dict[str, str]:
    """The entry of a page. Title and text are HTML, everything escaped."""
    text = document.summary or document.description
    return {
        "location": document.path,
        "title": escape(document.title, quote=False),
        "text": escape(text, quote=False),
    }


def search_indexes(documents: Sequence[Document]) -> Iterator[Asset]:
    """The index of every language but the first, whose index the engine makes."""
    for folder in dict.fromkeys(one.folder for one in documents if one.folder):
        yield Asset(folder + INDEX, _index(one for one in documents if one.folder == folder))


def _index(documents: Iterable[Document]) -> bytes:
    told = {"docs": [search_entry(document) for document in documents]}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()
