"""The data page: every download is there, every column explained, every hidden figure hidden."""

from __future__ import annotations

from scorecard.model.records.registers import Decision
from scorecard.present import downloads
from scorecard.present.pages import data
from tests.present import made
from tests.present.pages.drawn import desk, entry, html, page, read
from tests.present.pages.test_dialogue import answered, asked


def test_every_table_and_tree_is_offered() -> None:
    """What is published can be found."""
    at = desk(made.records())
    drawn = html(page(data, at))
    hrefs = [one.uri.removeprefix("data/") for one in downloads.tables(at)]
    assert len(hrefs) >= 13
    assert [href for href in hrefs if f'href="{href}"' not in drawn] == []
    assert [tree.uri for tree in downloads.trees(at) if f'href="../{tree.uri}"' not in drawn] == []


def test_every_column_is_explained() -> None:
    """No name of a column is left to be guessed."""
    context = page(data, desk(made.records())).context
    tables = context.tables  # type: ignore[attr-defined]
    assert [(one.file, c.name) for one in tables for c in one.columns if not c.meaning] == []


def test_without_a_licence_the_page_says_so() -> None:
    """A reader must not guess what is allowed."""
    assert "No licence is stated. Ask before you publish it again." in read(data, desk(made.records()))
    own = made.records(organisation=made.organisation(licence="CC0 1.0."))
    assert "CC0 1.0." in read(data, desk(own))


def test_it_says_how_to_quote() -> None:
    """With the quarter and the day."""
    told = read(data, desk(made.records()))
    assert "Example Water: Trust scorecard, Q3 2026. As of 1 November 2026." in told


def test_tables_of_registers_tell_nothing_of_tomorrow() -> None:
    """An answer and an effect after the cut-off are in no row."""
    decision = entry(
        Decision, "close", title="Close", decided="2025-03-01", what="x", why="x", expected_effect="x",
        check_by="2026-06-30", seen_effect={"at": "2026-12-01", "text": "Tomorrow’s effect.", "better": "better"},
    )  # fmt: skip
    later = asked("b", answered="2026-12-11", answer="Tomorrow’s answer.", outcome="answered")
    known = made.records(dialogue=(answered("a", "answered"), later), decisions=(decision,))
    rows = {one.uri: one.rows for one in downloads.tables(desk(known))}
    assert [(row[0], row[4], row[7]) for row in rows["data/dialogue.csv"]] == [
        ("a", "answered", "So it is."),
        ("b", "open", ""),
    ]
    assert "Tomorrow’s effect." not in str(rows["data/decisions.csv"])
    assert rows["data/decisions.csv"][0][7] is True
