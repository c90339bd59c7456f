"""No text of a record goes untried: each one stands in the records that the tests of hostile texts change."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from pydantic import BaseModel

from scorecard.model.lexical import Line, Link, Text
from scorecard.model.records.base import FileRecord
from tests.texts import everything, fields
from tests.texts.fields import Sort

#: Fields of every record that are taken out while reading (scorecard/read/private.py), so that no page can hold them.
PRIVATE = "private_note"


def test_every_text_of_every_record_is_filled(repository: Path) -> None:
    """A new text, link or address of a record fails here until the packaged example of its kind holds it."""
    met: set[str] = set()
    sorts = {Sort.TEXT, Sort.LINK, Sort.CONTACT}

    def seen(path: str, text: str) -> str:
        met.add(path)
        return text

    fields.replaced(everything.records(repository), seen, frozenset(sorts))
    wanted = {path for kind in fields.kinds() for path, sort in fields.strings(kind).items() if sort in sorts}
    assert len(wanted) > 110
    assert {path for path in wanted - met if not path.endswith(f".{PRIVATE}")} == set()
    assert {path for path in met if path.endswith(f".{PRIVATE}")} == set()


def test_a_new_text_would_be_missed() -> None:
    """The test above can fail: a field added to a record is among the wanted ones."""

    class Later(FileRecord):
        motto: Line | None = None
        words: Mapping[str, tuple[Text, ...]] | None = None
        page: Link | None = None

    assert {"Later.motto", "Later.words.*", "Later.page"} < fields.strings(Later).keys()


def test_a_string_of_a_new_form_must_be_sorted() -> None:
    """A string that nobody sorted as text, link or form is an error, not something left out in silence."""

    class Loose(BaseModel):
        word: str

    with pytest.raises(LookupError, match=r"^Loose\.word: nobody has said what its reader \[\] lets through$"):
        fields.strings(Loose)
