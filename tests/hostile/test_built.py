"""Hostile files that are built: what is hidden stays hidden, and words stay words."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.pages import Bundle
from tests.hostile.own import AS_OF, HEAD, INCIDENT, SURVEY, WAVE, after, counted, with_line
from tests.hostile.pages import Page, found
from tests.hostile.porting import BASE
from tests.hostile.running import write
from tests.hostile.twins import twins


def drawn(folder: Path, tree: Mapping[str, bytes]) -> Bundle:
    """The site of a tree, drawn."""
    return pipeline.build(write({**BASE, **tree}, folder), AS_OF).bundle


def everything(bundle: Bundle) -> bytes:
    """Every byte of a site."""
    pages = (f"{one.uri}{one.title}{one.description}{one.summary}{one.nav}{one.html}" for one in bundle.documents)
    return "".join(pages).encode() + b"".join(one.uri.encode() + one.content for one in bundle.assets)


def test_what_is_private_or_held_back_is_in_no_byte(tmp_path: Path) -> None:
    """The site with a private note and an embargoed wave equals the site without them."""
    private = after(b"private_note: CANARY-PRIVATE blame")
    held = SURVEY + b"note: CANARY-HELD\npublish_at: 2099-01-01T10:00\n"
    with_them = drawn(tmp_path / "a", {INCIDENT: private, WAVE: held})
    without = drawn(tmp_path / "b", {INCIDENT: HEAD})
    assert everything(with_them) == everything(without)
    assert b"CANARY" not in everything(with_them)
    free = drawn(tmp_path / "c", {INCIDENT: HEAD, WAVE: held.replace(b"2099", b"2020")})
    assert b"CANARY-HELD" in everything(free)


def _groups(*rows: list[int]) -> bytes:
    total = [sum(column) for column in zip(*rows, strict=True)]
    named = [("all", total), *zip(("north", "coast", "isles"), rows, strict=False)]
    counts = "".join(f"      {name}: {row}\n" for name, row in named)
    head = SURVEY.partition(b"questions:")[0]
    return head + b"questions:\n  - id: trust\n    counts:\n" + counts.encode()


GROUPS = {
    "a lone respondent": counted([0, 0, 1, 0, 0, 0, 0, 0, 0, 0]),
    "a group of four": _groups([10, 7, 19, 35, 44, 75, 133, 190, 99, 58], [4, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
    "what is left of a total": _groups(
        [5, 3, 9, 17, 22, 37, 66, 95, 49, 29], [5, 4, 10, 18, 22, 38, 67, 95, 50, 29], [4, 0, 0, 0, 0, 0, 0, 0, 0, 0]
    ),
    "a group of one mind": _groups([14, 7, 19, 35, 14, 75, 133, 190, 99, 58], [0, 0, 0, 0, 30, 0, 0, 0, 0, 0]),
}


@pytest.mark.parametrize("kind", GROUPS)
def test_hidden_answers_change_no_byte(kind: str, tmp_path: Path) -> None:
    """Sites of data that differ only in what is hidden are equal, so nothing of it can be worked out."""
    tree = {**BASE, WAVE: GROUPS[kind]}
    site = everything(drawn(tmp_path / "first", tree))
    others = twins(tree, WAVE)
    assert others
    for number, twin in enumerate(others):
        assert twin != tree
        assert everything(drawn(tmp_path / str(number), twin)) == site


TEXTS = {
    "element": "<script>window.ran=1</script>",
    "attribute": "\" onmouseover='window.ran=1' x=`",
    "ends": "</p></article></main></svg></script></style>--> ]]>",
    "picture": '![x](https://elsewhere.example/p.gif){ onerror="window.ran=1" } <img src=//elsewhere.example>',
    "link": "[x](javascript:window.ran=1) <javascript:window.ran=1> [y]: vbscript:x",
    "template": "{{ 7*7 }} {% raw %} ${7*7} #{7*7} <%= 7*7 %>",
    "blocks": '# Heading\n\n```\nopen\n\n!!! danger "x"\n    y',
    "entity": "&lt;img src=x onerror=window.ran=1&gt; &amp;amp; &#60;b&#62;",
    "formula": '=HYPERLINK("https://elsewhere.example")',
}


def _incident(text: str) -> bytes:
    """An incident with the text as title (where it has one line), advice, account and update."""
    quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    body = HEAD if "\n" in text else with_line(b"No heat in the old town", quoted.encode())
    fields = [f"{key}: {quoted}\n" for key in ("what_to_do", "description")]
    update = f"updates:\n  - {{at: 2026-09-01T06:30, status: update, text: {quoted}}}\n"
    return body + "".join([*fields, update]).encode()


def test_text_is_shown_letter_for_letter(tmp_path: Path) -> None:
    """The words stand on the page, and every page has the structure of harmless words: nothing became markup."""
    harmless = {kind: "".join(c if c.isspace() else "x" for c in text) for kind, text in TEXTS.items()}
    ours, theirs = (
        drawn(
            tmp_path / name, {f"data/incidents/2026/2026-09-01-{kind}.yml": _incident(t) for kind, t in texts.items()}
        )
        for name, texts in (("ours", TEXTS), ("theirs", harmless))
    )
    control = {one.uri: Page(one.html) for one in theirs.documents}
    pages = {one.uri: Page(one.html) for one in ours.documents}
    assert pages.keys() == control.keys()
    for uri, page in pages.items():
        assert page.active == control[uri].active
        assert page.shape == control[uri].shape
    for kind, text in TEXTS.items():
        words = pages[f"incidents/2026-09-01-{kind}/"].words
        assert found(text, words)
        assert words.count(" ".join(text.split())) >= 3
