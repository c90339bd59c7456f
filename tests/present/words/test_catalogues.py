"""Every language says everything that the English site says, with the same facts in it."""

import re
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from tests.messages import FOLDER, said, template, written

CATALOGUES = sorted(FOLDER.glob("*.po"))
_FACT = re.compile(r"\{[a-z_]+\}")
#: What is the same in both languages: signs, patterns of dates, short names, and words that Italian has from English.
SAME = re.compile(
    r"[^A-Za-z]*|[dMyH ,:m]+|n|Menu|Partner|\{n\} min|\{h\} h( \{m\} min)?|\(AAPOR \{name\}\)|(\{\w+\}[ ,.:+]*)+"
)


def _read(file: Path) -> Catalog:
    with file.open("rb") as opened:
        return read_po(opened, locale=file.stem)


def _texts(message: Message) -> tuple[tuple[str, ...], tuple[str, ...]]:
    ids = (message.id,) if isinstance(message.id, str) else tuple(message.id)
    strings = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
    return ids, strings


def faults(catalogue: Catalog) -> list[str]:
    """What a translator has to mend, one line each."""
    found = []
    for message in catalogue:
        if not message.id:
            continue
        ids, strings = _texts(message)
        plurals = catalogue.num_plurals if len(ids) > 1 else 1
        if len(strings) != plurals or not all(strings):
            found.append(f"not translated: {ids[0]}")
            continue
        wanted = {fact for text in ids for fact in _FACT.findall(text)}
        for string in strings:
            given = set(_FACT.findall(string))
            # The form for one may leave the number out: "and another one".
            if given - wanted or (wanted - given and not (plurals > 1 and wanted - given == {"{n}"})):
                found.append(f"other facts: {ids[0]} -> {string}")
            if string in ids and not SAME.fullmatch(string):
                found.append(f"still English: {string}")
            if len(string) - len(string.lstrip()) != len(ids[0]) - len(ids[0].lstrip()):
                found.append(f"other space before: {ids[0]!r}")
        if "fuzzy" in message.flags:
            found.append(f"not sure: {ids[0]}")
    return found


def test_the_template_is_fresh() -> None:
    """scorecard/locale/messages.pot holds exactly what is said today: `make messages` would change nothing."""
    assert (FOLDER / "messages.pot").read_bytes() == written(template()), "run: make messages"


@pytest.mark.parametrize("file", CATALOGUES, ids=lambda file: file.stem)
def test_a_language_is_whole(file: Path) -> None:
    """Nothing is missing, nothing is too much, no fact is lost or added, no English is left by accident."""
    catalogue, fresh = _read(file), template()
    assert {m.id for m in catalogue} == {m.id for m in fresh}, "run: make messages"
    assert faults(catalogue) == []


def test_there_is_italian() -> None:
    """English and Italian come with the package."""
    assert "it" in [file.stem for file in CATALOGUES]


def test_what_is_said_is_found() -> None:
    """Texts of code, templates, indicators and the packaged method are all collected."""
    places = {where.partition("/")[2].partition("/")[0] for where, _ in said() if where.startswith("scorecard/")}
    assert places == {"present", "score", "defaults"}
    texts = [text for _, text in said()]
    assert ("{n} day", "{n} days") in texts
    assert {"Trust in us", "What it measures", "They listen to me.", "Telling first and fast"} <= set(texts)


def test_each_fault_of_a_translation_is_seen() -> None:
    """A missing text, a lost fact, an invented fact, a missing plural, English left over, a lost space."""
    bad = Catalog("it")
    bad.add("Home", "")
    bad.add("Due {day}", "Scade")
    bad.add("Asked", "Chiesto {day}")
    bad.add(("{n} day", "{n} days"), ("{n} giorno", ""))
    bad.add("Method", "Method")
    bad.add(" of it", "di esso")
    assert faults(bad) == [
        "not translated: Home",
        "other facts: Due {day} -> Scade",
        "other facts: Asked -> Chiesto {day}",
        "not translated: {n} day",
        "still English: Method",
        "other space before: ' of it'",
    ]


def test_the_italian_headline_names_no_cause_and_softens_nothing() -> None:
    """The sentences of headline.py hold no because, no only, no slightly, no despite, in Italian neither."""
    catalogue = _read(FOLDER / "it.po")
    spoken = [m for m in catalogue if m.id and any(where.endswith("words/headline.py") for where, _ in m.locations)]
    assert len(spoken) > 20
    forbidden = re.compile(
        r"\b(perché|poiché|a causa|grazie a|dovut\w+|purtroppo|nonostante|leggermente|appena)\b", re.I
    )
    assert [s for m in spoken for s in _texts(m)[1] if forbidden.search(s)] == []
