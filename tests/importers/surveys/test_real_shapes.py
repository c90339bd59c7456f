# ruff: noqa: E501 (messages and headings are read by rows)
"""Shapes that exports have in the wild: other languages, old versions, other choices in the export dialogue.

Every answer, name and address is invented; the counts are those of an independent count.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.importers.surveys.exports import ASKED, Person, counted, people, said, table
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.waves import numbers

SOME = people()
TRUST, LISTENS, EASY = (text for _, text in ASKED)


@pytest.fixture
def here(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Place:
    return place(tmp_path, capsys)


def imported(here: Place, tool: str, rows: Sequence[Sequence[object]], *, delimiter: str = ",", mark: str = "") -> str:
    """Import twice: the second time nothing changes. Gives what the first said."""
    export = here.put("export.csv", mark + table(rows, delimiter=delimiter))
    code, out, words = here.run(tool, export, "--wave", "2026-Q4", "--yes", "--engine", "plain")
    assert (code, out) == (0, ""), words
    before = here.files()
    assert here.run(tool, export, "--wave", "2026-Q4")[0] == 0
    assert here.files() == before
    return words


def all_counts(here: Place) -> dict[str, tuple[int, ...]]:
    """The written counts of everybody."""
    found = numbers(here.text("data/surveys/2026-q4.yml"))
    return {id: line for (id, segment), line in found.items() if segment == "all"}


LIMESURVEY = {
    "codes before the words": "id. Response ID|submitdate. Date submitted|lastpage. Last page|startlanguage. Start language|token. Access code|ipaddr. IP address",
    "German": "Antwort ID|Datum Abgeschickt|Letzte Seite|Start-Sprache|token|IP-Adresse",
    "French": "ID de la réponse|Date de soumission|Dernière page|Langue de départ|Code d'accès|ipaddr",
    "Italian": "ID risposta|Data invio|Ultima pagina|Lingua iniziale|token|ipaddr",
}


def limesurvey(headings: Sequence[str], some: Sequence[Person]) -> list[Sequence[object]]:
    """Headings as the export dialogue or the language of the person made them; LimeSurvey has no rows for tests."""
    rows: list[Sequence[object]] = [[*headings, TRUST, f"Wie sehr? [{LISTENS}]", f"Wie sehr? [{EASY}]"]]
    for one in some:
        if one.kind != "test":
            part = one.kind == "partial"
            own = (
                one.number,
                "" if part else "2026-11-02 09:04:00",
                1,
                "de",
                f"tok{one.number}",
                f"192.0.2.{one.number}",
            )
            rows.append([*own, *(said(value) for value in one.answers)])
    return rows


@pytest.mark.parametrize("shape", LIMESURVEY)
def test_limesurvey_headings_in_any_language(shape: str, here: Place) -> None:
    """Unfinished responses are left out and the tool's own columns known, whatever language they are headed in."""
    headings = LIMESURVEY[shape].split("|")
    words = imported(here, "limesurvey", limesurvey(headings, SOME), delimiter=";", mark="\ufeff")
    assert words == (
        "export.csv: 9 columns (utf-8-sig, semicolon, 1 heading row)\n"
        f"  {headings[0]}: number of the response (compared, not kept)\n"
        f"  {headings[1]}: tells which rows are left out (partial)\n"
        f"  {TRUST}: question trust, scale 1-10\n"
        f"  Wie sehr? [{LISTENS}]: question heard-listens, scale 1-10\n"
        f"  Wie sehr? [{EASY}]: question contact-easy, scale 1-10\n"
        f"  dropped, personal data: {headings[4]}, {headings[5]}\n"
        f"  dropped, the tool's own: {headings[2]}, {headings[3]}\n"
        "saved data/imports/limesurvey.yml\n"
        "60 rows read (row by row), 55 counted\n"
        "  left out, not finished: 3\n"
        "  left out, the same response again: 2\n"
        "wrote data/surveys/2026-q4.yml: 3 questions, 55 respondents\n"
        "next: fill in what an export cannot say (fieldwork, sample, invited), then scorecard check\n"
    )
    assert all_counts(here) == counted(SOME)
