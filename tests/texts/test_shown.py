"""Whatever a record lets people write, readers see; what they do not see is on a list, with its reason."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest

from scorecard import __version__, pipeline, publish
from scorecard.present import present
from scorecard.score import score
from tests.texts import everything, fields
from tests.texts.fields import Sort


@pytest.mark.slow
def test_every_text_is_on_a_page(repository: Path) -> None:
    """A field that no page shows is a promise broken to the person who filled it in."""
    moment = pipeline.moment(everything.AS_OF)
    sorts = {Sort.TEXT: "⟦_{path}⟧", Sort.LINK: "https://example.org/⟦_{path}⟧"}
    records = everything.records(repository)
    for sort, form in sorts.items():
        records = fields.replaced(records, partial(_marked, form), frozenset({sort}))
    drawn = present(score(records, moment), records, moment, __version__, {})
    bundle = publish.draw(drawn, publish.template_folders(repository))
    seen = {path for one in bundle.documents for path in re.findall("⟦_([^⟧]+)⟧", one.html)}
    kinds = ((path, sort) for kind in fields.kinds() for path, sort in fields.strings(kind).items())
    wanted = {path for path, sort in kinds if sort in sorts and not path.endswith(".private_note")}
    assert wanted - seen == everything.UNSEEN.keys()


def _marked(form: str, path: str, old: str) -> str:
    return form.format(path=path)
