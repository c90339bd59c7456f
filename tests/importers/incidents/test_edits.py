"""What a person wrote is never overwritten; what nobody touched follows the source; nothing is imported twice."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.importers.incidents.harbour import EXPORTS, Harbour

EXPORT = "statuspage-incidents.json"
TICKETS = "data/incidents/2026/2026-03-14-tickets-cannot-be-bought-at-the-moment.yml"
OPEN = "data/incidents/2026/2026-04-02-delays-on-line-2.yml"


def page(tmp_path: Path, id: str, **changes: Any) -> str:
    """The export with these changes of one incident; `says` is a new update at the top of its list."""
    whole = json.loads((EXPORTS / EXPORT).read_text())
    one = next(one for one in whole["incidents"] if one["id"] == id)
    if "says" in changes:
        one["incident_updates"].insert(0, changes.pop("says"))
    one.update(changes)
    file = tmp_path / "later.json"
    file.write_text(json.dumps(whole))
    return str(file)


def says(at: str, text: str, status: str = "resolved") -> dict[str, str]:
    """One more update."""
    return {"status": status, "body": text, "created_at": at, "display_at": at}


def test_a_running_incident_gets_its_end_and_keeps_what_a_person_filled_in(harbour: Harbour, tmp_path: Path) -> None:
    """The person's fault, known, comment, own key and line ends stay byte for byte; end and update come in."""
    harbour.run("statuspage", EXPORT)
    text = harbour.edit(
        OPEN,
        {
            "fault: unknown": "fault: nature   # fog is nobody's",
            "known: unknown": "known: 2026-04-02T08:31",
            "affected: unknown": "# counted\naffected: {customers: 40, estimate: true}\nfound_by: company",
        },
    )
    (harbour.folder / OPEN).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    others = {path: text for path, text in harbour.files().items() if path != OPEN}
    end = "2026-04-02T10:05:00.000+02:00"
    later = page(tmp_path, "inv0000open", status="resolved", resolved_at=end, says=says(end, "The fog is gone."))
    ran = harbour.run("statuspage", later)
    assert (ran.code, ran.out) == (0, f"updated {OPEN}\n")
    wanted = text.replace("resolved: not-yet\n", "resolved: 2026-04-02T10:05\n")
    wanted += "  - at: 2026-04-02T10:05\n    status: resolved\n    text: The fog is gone.\n"
    made = (harbour.folder / OPEN).read_bytes()
    assert made.startswith(b"\xef\xbb\xbf# Imported")
    assert made.count(b"\r\n") == made.count(b"\n")
    plain = made.decode("utf-8-sig").replace("\r\n", "\n")
    assert _unmarked(plain) == _unmarked(wanted)
    assert {path: text for path, text in harbour.files().items() if path != OPEN} == others
    assert harbour.run("statuspage", later).out == ""
    assert (harbour.folder / OPEN).read_bytes() == made


def test_an_edited_key_stays_although_the_source_changed_and_the_person_hears_of_it(
    harbour: Harbour, tmp_path: Path
) -> None:
    """A title of our own beside a new title there."""
    harbour.run("statuspage", EXPORT)
    harbour.edit(OPEN, {"title: Delays on line 2": "title: Fog stopped line 2"})
    before = harbour.files()
    ran = harbour.run("statuspage", page(tmp_path, "inv0000open", name="Heavy delays"))
    assert (ran.code, ran.out, harbour.files()) == (0, "", before)
    assert f"note: {OPEN}: somebody edited title, and the source says something else now; yours stays\n" in ran.err


def test_an_edited_list_of_updates_grows_only_at_its_end(harbour: Harbour, tmp_path: Path) -> None:
    """A person's wording and own update stay; a later word is added in the person's indentation."""
    harbour.run("statuspage", EXPORT)
    text = harbour.edit(
        OPEN, {"  - at: ": "- at: ", "    status: ": "  status: ", "    text: Fog.": "  text: Thick fog."}
    )
    later = page(tmp_path, "inv0000open", says=says("2026-04-02T10:05:00+02:00", "One\n\ntwo.", "monitoring"))
    assert harbour.run("statuspage", later).out == f"updated {OPEN}\n"
    added = "- at: 2026-04-02T10:05\n  status: monitoring\n  text: |-\n    One\n\n    two.\n"
    assert _unmarked(harbour.files()[OPEN]) == _unmarked(text + added)
    assert harbour.run("statuspage", later).out == ""


def test_a_word_before_the_last_one_of_an_edited_list_is_told_and_not_added(harbour: Harbour, tmp_path: Path) -> None:
    """The person decides where it belongs."""
    harbour.run("statuspage", EXPORT)
    harbour.edit(OPEN, {"text: Fog.": "text: Thick fog."})
    ran = harbour.run("statuspage", page(tmp_path, "inv0000open", says=says("2026-04-02T08:40:00+02:00", "Mist.")))
    made = harbour.files()[OPEN]
    assert "Mist" not in made
    assert made.endswith("  - at: 2026-04-02T08:50\n    status: identified\n    text: Thick fog.\n")
    assert f"{OPEN}: somebody edited updates, and the source says something else now" in ran.err


def test_a_key_that_a_person_deleted_does_not_come_back(harbour: Harbour, tmp_path: Path) -> None:
    """Deleting is an edit."""
    harbour.run("statuspage", EXPORT)
    harbour.edit(TICKETS, {"source: https://stspg.example.org/a\n": ""})
    ran = harbour.run("statuspage", page(tmp_path, "inv00tickets", shortlink="https://stspg.example.org/new"))
    assert "source:" not in harbour.files()[TICKETS]
    assert "somebody edited source" in ran.err


def test_what_the_source_takes_back_goes_where_nobody_touched_it(harbour: Harbour, tmp_path: Path) -> None:
    """A link that is gone there is gone here."""
    harbour.run("statuspage", EXPORT)
    harbour.run("statuspage", page(tmp_path, "inv0000open", shortlink=None))
    assert "source:" not in harbour.files()[OPEN]


def test_a_file_with_another_name_is_found_again(harbour: Harbour) -> None:
    """The id in the mark counts, not the name of the file; also where the person moved it to another folder."""
    harbour.run("statuspage", EXPORT)
    target = harbour.folder / "data/incidents/fog.yml"
    (harbour.folder / OPEN).rename(target)
    before = harbour.files()
    assert harbour.run("statuspage", EXPORT).out == ""
    assert harbour.files() == before


def test_a_new_system_enters_files_that_nobody_edited(harbour: Harbour) -> None:
    """Once organisation.yml knows the name, the next run writes it."""
    harbour.run("statuspage", EXPORT)
    harbour.edit("data/organisation.yml", {"line-2: Line 2": "screens: harbour screens"})
    assert harbour.run("statuspage", EXPORT).out == f"updated {TICKETS}\n"
    assert "systems:\n  - ticket-shop\n  - screens\n" in harbour.files()[TICKETS]


def test_a_file_that_a_person_wrote_is_left_alone_and_can_be_joined(harbour: Harbour, tmp_path: Path) -> None:
    """The same name by hand: nothing is written, and the message says how to join; then only new keys come in."""
    own = "title: Delays on line 2\nkind: service\nseverity: minor\nfault: nature\nknown: 2026-04-02T08:31\n"
    own += "notified: 2026-04-02T08:50\nresolved: not-yet\n"
    (harbour.folder / OPEN).parent.mkdir(parents=True)
    (harbour.folder / OPEN).write_text(own)
    ran = harbour.run("statuspage", EXPORT)
    assert (ran.code, harbour.files()[OPEN]) == (1, own)
    line = "# scorecard-import: statuspage inv0000open"
    assert (
        f"note: {OPEN} exists and was not imported from here, so it was left alone. If it is the same incident, put "
        f"this line on top of it: '{line}'; if it is another, rename it\n" in ran.err
    )
    (harbour.folder / OPEN).write_text(f"{line}\n{own}")
    ran = harbour.run("statuspage", EXPORT)
    assert ran.code == 0
    made = harbour.files()[OPEN]
    assert "fault: nature\n" in made
    assert "known: 2026-04-02T08:31\n" in made
    assert made.endswith("    text: Fog.\n")
    assert harbour.run("statuspage", EXPORT).out == ""


def test_two_incidents_of_one_day_and_title_stay_apart(harbour: Harbour, tmp_path: Path) -> None:
    """A number tells them apart; a third one later changes neither."""
    one = json.loads((EXPORTS / EXPORT).read_text())["incidents"][3]
    file = tmp_path / "many.json"
    file.write_text(json.dumps({"incidents": [{**one, "id": f"n{i}"} for i in (1, 2)]}))
    harbour.run("statuspage", str(file))
    before = harbour.files()
    assert [*before] == [OPEN.replace(".yml", "-2.yml"), OPEN]
    file.write_text(json.dumps({"incidents": [{**one, "id": f"n{i}"} for i in (0, 1, 2)]}))
    assert harbour.run("statuspage", str(file)).out == f"added {OPEN.replace('.yml', '-3.yml')}\n"
    assert {path: text for path, text in harbour.files().items() if path in before} == before


@pytest.mark.parametrize(
    "body",
    ["[1, 2]\n", "{title: Fog}\n", "title: A\ntitle: B\n", "title: |\n  a\n b\n", "--- \ntitle: A\n", "? title\n: A\n"],
)
def test_a_file_that_is_not_written_key_by_key_is_left_alone(body: str, harbour: Harbour) -> None:
    """Flow style, a key twice, broken YAML: no byte changes, and the person hears of it."""
    text = f"# scorecard-import: statuspage inv0000open title=00000000\n{body}"
    (harbour.folder / OPEN).parent.mkdir(parents=True)
    (harbour.folder / OPEN).write_text(text)
    ran = harbour.run("statuspage", EXPORT)
    assert harbour.files()[OPEN] == text
    assert f"{OPEN}: somebody edited the whole file" in ran.err


def test_a_comment_behind_an_unknown_is_a_persons_word(harbour: Harbour) -> None:
    """Who writes why it is unknown is not asked again."""
    harbour.run("statuspage", EXPORT)
    harbour.edit(OPEN, {"known: unknown": "known: unknown   # nobody wrote it down"})
    assert f"  {OPEN}: fault, started, affected\n" in harbour.run("statuspage", EXPORT).err


def _unmarked(text: str) -> str:
    return "".join(line for line in text.splitlines(keepends=True) if not line.startswith("# scorecard-import:"))
