"""Any text that a tool may hold is written so that our reading room reads the same text."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from scorecard.importers import names
from scorecard.importers.incidents import merging
from scorecard.importers.incidents.found import Found, Said
from scorecard.importers.incidents.writing import keys, pieces, words
from scorecard.read import foreign

AT = datetime(2026, 3, 14, 8, 41, tzinfo=UTC)
ODD = st.text(st.sampled_from("ab \n\t:#-'\"|>&*!%@`{}[],?~\\é🛑0.") | st.characters(), max_size=40)
TEXTS = ODD.map(lambda text: (names.text(text) or "").strip()).filter(bool)


@given(TEXTS, TEXTS, TEXTS)
def test_texts_come_back_letter_for_letter(title: str, body: str, account: str) -> None:
    """Title, update and description, with every sign of YAML in them."""
    line = names.line(title)
    one = Found("a", line.strip() if line else "x", notified=AT, said=(Said(AT, "update", body),), description=account)
    rome = ZoneInfo("Europe/Rome")
    text = merging.fresh("atom", "Atom", "a", pieces(keys(one, rome, (), None, scored=True)), words(one.said, rome))
    read = foreign.plain_or_none(text)
    assert (read["title"], read["updates"][0]["text"], read["description"]) == (one.title, body, account)
    mark = merging.mark_of(text)
    assert mark is not None
    assert (mark.tool, mark.id) == ("atom", "a")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=60))
def test_any_id_comes_back_from_its_mark(id: str) -> None:
    """Blanks, percent signs, other scripts."""
    mark = merging.mark_of(merging.fresh("atom", "Atom", id, {"title": "title: a\n"}, []))
    assert mark is not None
    assert mark.id == id
