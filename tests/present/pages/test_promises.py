"""The promises page: broken before kept, nothing of tomorrow, no holes."""

from __future__ import annotations

from scorecard.model.records.registers import Promise
from scorecard.present import addresses, downloads
from scorecard.present.pages import promises
from tests.present import made
from tests.present.pages.drawn import desk, entry, html, in_order, page, read


def promise(id: str, **more: object) -> object:
    given = {"title": f"We promise {id}", "made": "2025-01-10", "due": "2026-06-30", "measure": "All of them.", **more}
    return entry(Promise, id, **given)


def said(state: str, day: str = "2026-07-01", **more: object) -> list[dict[str, object]]:
    return [{"at": day, "state": state, **more}]


def test_broken_stands_before_kept() -> None:
    """Bad news first, whatever the names and the days."""
    known = made.records(promises=(promise("apples", history=said("kept")), promise("pears", history=said("broken"))))
    told = read(promises, desk(known))
    assert in_order(told, "We broke 1 of 2 promises", "We promise pears", "We promise apples")


def test_without_a_list_the_page_says_so() -> None:
    """An absent register is named."""
    told = read(promises, desk(made.records()))
    assert told.startswith("Promises We publish no list of promises Nobody can check what we did not write down.")


def test_a_promise_without_a_measure_is_broken_and_says_why() -> None:
    """Past its day nobody can tell, so it counts as broken, and the page names the missing measure."""
    told = read(promises, desk(made.records(promises=(promise("kindness", measure=None),))))
    assert in_order(told, "We broke 1 of 1 promises", "Broken We did not measure it.", "We named no measure.")


def test_nothing_of_tomorrow_is_told() -> None:
    """A state with a day after the cut-off is not on the page."""
    later = said("kept", "2026-12-01", text="We will have done it.")
    told = read(promises, desk(made.records(promises=(promise("x", due="2026-12-31", history=later),))))
    assert "We will have done it." not in told
    assert "1 promise, none broken" in told


def test_a_promise_of_tomorrow_is_not_told() -> None:
    """What is promised after the cut-off is on no page and in no table."""
    at = desk(made.records(promises=(promise("today"), promise("tomorrow", made="2026-12-01", due="2027-12-01"))))
    assert "tomorrow" not in read(promises, at)
    assert "tomorrow" not in str([one.rows for one in downloads.tables(at)])


def test_a_new_date_shows_the_first_one_too() -> None:
    """Renegotiated in time: both days stand there, and why."""
    moved = [{"at": "2026-06-01", "due": "2027-03-31", "why": "The radio firm changed its network."}]
    told = read(promises, desk(made.records(promises=(promise("farms", renegotiated=moved),))))
    assert "31 March 2027; at first 30 June 2026" in told
    assert "New date: 31 March 2027. The radio firm changed its network." in told


def test_the_place_of_a_promise_is_its_address() -> None:
    """Other pages link to promises/#promise-ID."""
    drawn = html(page(promises, desk(made.records(promises=(promise("farms"),)))))
    assert f'id="{addresses.entry(addresses.PROMISES, "farms").partition("#")[2]}"' in drawn
