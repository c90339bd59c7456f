# ruff: noqa: E501 (messages and headings are read by rows)
"""Shapes that exports have in the wild: other languages, old versions, other choices in the export dialogue.

Every answer, name and address is invented; the counts are those of an independent count.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from tests.importers.surveys.exports import ASKED, Person, counted, people, said, table
from tests.importers.surveys.place import Place, place
from tests.importers.surveys.test_tools import EXPORTS
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


QUALTRICS = "StartDate|Status|IPAddress|Finished|ResponseId|RecipientEmail|DistributionChannel|Q1|Q2_1|Q2_2"
GERMAN = f"Anfangsdatum|Antworttyp|IP-Adresse|Beendet|Antwort-ID|E-Mail des Empfängers|Verteilungskanal|{TRUST}|Wie sehr? - {LISTENS}|Wie sehr? - {EASY}"


def qualtrics(headings: Sequence[str], status: str, preview: str, finished: str, cut: str) -> list[Sequence[object]]:
    """Rows below these headings, with these words or codes for what a row is."""
    rows: list[Sequence[object]] = [heading.split("|") for heading in headings]
    for one in SOME:
        own = ["2026-11-02 09:00:00", preview if one.kind == "test" else status, f"192.0.2.{one.number}"]
        own += [cut if one.kind == "partial" else finished, f"R_{one.number:015d}", f"person{one.number}@example.org"]
        rows.append([*own, "preview" if one.kind == "test" else "anonymous", *(said(value) for value in one.answers)])
    return rows


@pytest.mark.parametrize("ids", [True, False])
def test_qualtrics_headings_in_another_language(ids: bool, here: Place) -> None:
    """The names are the same in every language; the questions may be headed in any, with the row of ids or without."""
    named = "|".join(f'{{"ImportId":"{name}"}}' for name in QUALTRICS.split("|"))
    rows = qualtrics([QUALTRICS, GERMAN, *([named] if ids else [])], "0", "1", "1", "0")
    words = imported(here, "qualtrics", rows)
    assert words.splitlines()[0] == f"export.csv: 10 columns (utf-8, comma, {3 if ids else 2} heading rows)"
    assert words.splitlines()[-6:-2] == [
        "62 rows read (row by row), 55 counted",
        "  left out, tests and previews: 2",
        "  left out, not finished: 3",
        "  left out, the same response again: 2",
    ]
    assert all_counts(here) == counted(SOME)


def test_qualtrics_words_in_another_language_are_a_doubt(here: Place) -> None:
    """Previews are known by their channel, which is never translated; words that nobody knows are told, not guessed."""
    named = "|".join(f'{{"ImportId":"{name}"}}' for name in QUALTRICS.split("|"))
    rows = qualtrics([QUALTRICS, GERMAN, named], "IP-Adresse", "Umfragevorschau", "Wahr", "Falsch")
    words = imported(here, "qualtrics", rows)
    assert [line for line in words.splitlines() if line.startswith("look: ")] == [
        "look: 'Status' has words that are not known here ('IP-Adresse', 'Umfragevorschau'): name under leave_out those of rows that are no answers",
        "look: 'Finished' has words that are not known here ('Falsch', 'Wahr'): name under leave_out those of rows that are no answers",
    ]
    assert "  left out, tests and previews: 2\n" in words
    assert all_counts(here) == counted(SOME, kinds=("", "partial"))


def test_qualtrics_spam_is_told_apart(here: Place) -> None:
    """Spam is left out like tests, and told as something else."""
    rows = qualtrics([QUALTRICS, QUALTRICS], "IP Address", "Spam", "True", "False")
    rows = [[cell if cell != "preview" else "anonymous" for cell in row] for row in rows]
    words = imported(here, "qualtrics", [rows[0], ["Start Date", *rows[1][1:7], TRUST, LISTENS, EASY], *rows[2:]])
    assert "  left out, not finished: 3\n  left out, for other reasons: 2\n" in words
    assert all_counts(here) == counted(SOME)


def test_qualtrics_old_exports(here: Place) -> None:
    """Two heading rows, V1 to V10 first: the second row names Qualtrics' own columns; a matrix has its dash unspaced."""
    first = [*(f"V{at}" for at in range(1, 8)), "Q1", "Q2_1", "Q2_2", "LocationAccuracy", ""]
    own = "ResponseID|Name|EmailAddress|IPAddress|Status|StartDate|Finished"
    rows: list[Sequence[object]] = [first]
    rows.append(
        [
            *own.split("|"),
            TRUST,
            f"How far do you agree?-{LISTENS}",
            f"How far do you agree?-{EASY}",
            "LocationAccuracy",
            "",
        ]
    )
    for one in SOME:
        rows.append([
            f"R_{one.number:015d}", "Ada Quill", f"person{one.number}@example.org", f"192.0.2.{one.number}",
            "1" if one.kind == "test" else "0", "2026-11-02 09:00:00", "0" if one.kind == "partial" else "1",
            *(said(value) for value in one.answers), "-1", "",
        ])  # fmt: skip
    words = imported(here, "qualtrics", rows)
    assert words == (
        "export.csv: 12 columns (utf-8, comma, 2 heading rows)\n"
        "  ResponseID: number of the response (compared, not kept)\n"
        "  Status: tells which rows are left out (test and other)\n"
        "  Finished: tells which rows are left out (partial)\n"
        "  Q1: question trust, scale 1-10\n"
        f"      {TRUST}\n"
        "  Q2_1: question heard-listens, scale 1-10\n"
        f"      How far do you agree?-{LISTENS}\n"
        "  Q2_2: question contact-easy, scale 1-10\n"
        f"      How far do you agree?-{EASY}\n"
        "  dropped, personal data: Name, EmailAddress, IPAddress\n"
        "  dropped, the tool's own: StartDate, LocationAccuracy\n"
        "  dropped, not used: column 12\n"
        "saved data/imports/qualtrics.yml\n"
        "62 rows read (row by row), 55 counted\n"
        "  left out, tests and previews: 2\n"
        "  left out, not finished: 3\n"
        "  left out, the same response again: 2\n"
        "wrote data/surveys/2026-q4.yml: 3 questions, 55 respondents\n"
        "next: fill in what an export cannot say (fieldwork, sample, invited), then scorecard check\n"
    )
    assert all_counts(here) == counted(SOME)


MONKEY = "Respondent ID|Collector ID|Date Created|IP Address|Email Address"


def surveymonkey(
    first: Sequence[str], second: Sequence[str], cells: Callable[[Person], list[str]]
) -> list[Sequence[object]]:
    """Two heading rows; tests and unfinished rows were deleted."""
    rows: list[Sequence[object]] = [[*MONKEY.split("|"), *first], [""] * 5 + [*second]]
    for one in SOME:
        if not one.kind:
            own = (118_000_000_000 + one.number, 4410, "11/02/2026 09:00:00 AM", f"192.0.2.{one.number}", "")
            rows.append([*own, *cells(one)])
    return rows


def test_surveymonkey_numbers_behind_words(here: Place) -> None:
    """The ends of a scale may have their number last: "Extremely likely - 10"."""

    def ends(value: int) -> str:
        return {3: "Hardly - 3", 10: "Completely - 10"}.get(value, said(value))

    rows = surveymonkey([TRUST], ["Response"], lambda one: [ends(one.answers[0])])
    words = imported(here, "surveymonkey", rows)
    assert [line for line in words.splitlines() if line.startswith("look: ")] == [
        "look: no column tells who did not finish: unless only complete responses were exported, all count",
    ]
    assert all_counts(here) == {"trust": counted(SOME)["trust"]}


def test_surveymonkey_one_column_for_each_answer(here: Place) -> None:
    """A question spread over columns is never taken for one of them: it says how to export it; so exported, it counts."""

    def cells(one: Person) -> list[str]:
        return [str(at) if one.answers[0] == at else "" for at in range(1, 11)]

    wide = surveymonkey([TRUST, *[""] * 9], [str(at) for at in range(1, 11)], cells)
    code, _, words = here.run("surveymonkey", here.put("export.csv", table(wide)), "--wave", "2026-Q4", "--yes")
    assert code == 1
    assert words == (
        "export.csv: 15 columns (utf-8, comma, 2 heading rows)\n"
        "  Respondent ID: number of the response (compared, not kept)\n"
        "  Collector ID: tells which rows are left out (test)\n"
        "  dropped, personal data: IP Address, Email Address\n"
        "  dropped, the tool's own: Date Created\n"
        f"  dropped, not used: {', '.join(f'{TRUST} [{at}]' for at in range(1, 11))}\n"
        "  no column is one of your questions\n"
        "look: no column tells who did not finish: unless only complete responses were exported, all count\n"
        f"look: '{TRUST}' is spread over 10 columns, one for each answer, and was not taken: "
        "export it condensed, with one column for each question\n"
        "wrote the proposal to data/imports/surveymonkey.yml\n"
        "error: nothing was counted: a person has to confirm which column is which question\n"
        "  = help: name the questions in data/imports/surveymonkey.yml and write `confirmed: true`; "
        "for another export delete it; then run this again\n"
    )
    (here.root / "data/imports/surveymonkey.yml").unlink()
    imported(here, "surveymonkey", surveymonkey([TRUST], ["Response"], lambda one: [said(one.answers[0])]))
    assert all_counts(here) == {"trust": counted(SOME)["trust"]}


@pytest.mark.parametrize("tool", ["csv", "google-forms"])
def test_the_wrong_tool_is_a_doubt(tool: str, here: Place) -> None:
    """A table is imported as what it was said to be, but first it is told whose export it looks like."""
    rows = limesurvey(LIMESURVEY["French"].split("|"), SOME)
    words = imported(here, tool, rows)
    assert [line for line in words.splitlines() if line.startswith("look: ")] == [
        "look: 4 columns are those of a LimeSurvey export: 'scorecard import limesurvey' knows which of its rows are no answers",
        "look: 'ID de la réponse' looks like answers on a scale, but is no question known here",
        "look: 'Dernière page' looks like answers on a scale, but is no question known here",
    ]


def test_no_tool_is_doubted_without_need(here: Place) -> None:
    """No export of the shapes that are documented is taken for another tool's."""
    for number, (tool, text) in enumerate(EXPORTS.values()):
        code, _, words = here.run(
            tool, here.put("export.csv", text), "--wave", "2026-Q4", "--yes", "--mapping", f"m{number}", "--dry-run"
        )
        assert "columns are those of" not in words, (code, tool)


def test_touchpoints_detail_of_a_single_form(here: Place) -> None:
    """Seven rows with two days instead of a year and a quarter: they count in the fiscal quarter that holds both days."""
    head = "standardized_question_number,standardized_question_identifier,customized_question_text,likert_scale_1,likert_scale_2,likert_scale_3,likert_scale_4,likert_scale_5,response_volume,notes,start_date,end_date"
    rows: list[Sequence[object]] = [head.split(",")]
    for number in range(1, 8):
        rows.append(
            [
                number,
                f"answer_0{number}",
                f"Invented words {number}.",
                number,
                2,
                3,
                40,
                50,
                95 + number,
                "",
                "2026-07-01",
                "2026-09-30",
            ]
        )
    export = here.put("detail.csv", table(rows))
    code, _, words = here.run("touchpoints", export, "--wave", "2026-Q4")
    assert code == 0
    assert words == (
        "detail.csv: 12 columns; the row of 2026-Q4 has 7 questions\n"
        "  satisfaction: 96 answers\n"
        "  trust: 97 answers\n"
        "  service-effectiveness: 98 answers\n"
        "  process-ease: 99 answers\n"
        "  efficiency: 100 answers\n"
        "  process-transparency: 101 answers\n"
        "  helpful-employees: 102 answers\n"
        "  dropped, not used: notes\n"
        "look: The number of respondents is not stated; the question answered most has 102.\n"
        "look: 2026-Q4 is taken as the government's fiscal quarter, which starts in October\n"
        "look: trust: other words or another scale than last time. If it cannot be compared, write comparable: false\n"
        "wrote data/surveys/2026-q4.yml: 7 questions, 102 respondents\n"
        "next: fill in what an export cannot say (fieldwork, sample, invited), then scorecard check\n"
    )
    assert all_counts(here)["trust"] == (2, 2, 3, 40, 50, 0, 0)
    assert here.run("touchpoints", export, "--wave", "2027-Q1")[2] == (
        "error: there is nothing for 2027 Q1\n  = help: there is: 2026-07-01 to 2026-09-30\n"
    )
