"""The list of problems: complete, and every example does what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from scorecard.model import lexical, records
from scorecard.model.problems import RuleInfo
from scorecard.read import infos, read
from tests.read.projects import project

#: Rules whose fault a text file cannot show: bytes, links, and files that are not there.
_SHOWN_ELSEWHERE = {
    "no-data-folder",
    "no-organisation",
    "link-refused",
    "special-file",
    "unreadable-file",
    "file-too-large",
    "not-text",
    "utf-16",
    "invalid-utf8",
    "too-many-values",
    "ledger-unreadable",
}


def _with(folder: Path, example: str) -> Path:
    name = example.partition("\n")[0].removeprefix("# ")
    assert name.startswith("data/")
    return project(folder, {name: example})


@pytest.mark.parametrize("info", [i for i in infos() if i.wrong], ids=lambda info: info.rule)
def test_a_wrong_example_shows_its_own_fault_first(info: RuleInfo, tmp_path: Path) -> None:
    """In a valid project, the wrong example of a rule raises exactly that rule before any other."""
    found = read(_with(tmp_path, info.wrong)).problems
    assert [(problem.rule, problem.code) for problem in found[:1]] == [(info.rule, info.code)]


@pytest.mark.parametrize("info", [i for i in infos() if i.right], ids=lambda info: info.rule)
def test_a_right_example_is_right(info: RuleInfo, tmp_path: Path) -> None:
    """In a valid project, the right example of a rule raises nothing and is read."""
    reading = read(_with(tmp_path, info.right))
    assert reading.problems == ()
    assert reading.records is not None


def test_every_rule_that_text_can_show_has_both_examples() -> None:
    """Only faults of bytes and of the file system go without examples."""
    assert {info.rule for info in infos() if not (info.wrong and info.right)} == _SHOWN_ELSEWHERE


def test_every_fault_a_record_can_raise_is_in_the_list() -> None:
    """A new fault() or custom error in the model needs an entry with a code and an example."""
    assert lexical.__file__ is not None
    folder = Path(lexical.__file__).parent
    assert (folder / "records").is_dir() and records.__file__ is not None
    named: set[str] = set()
    for path in folder.rglob("*.py"):
        named.update(re.findall(r'(?:fault|PydanticCustomError)\(\s*"([a-z-]+)"', path.read_text("utf-8")))
    assert "bad-id" in named
    assert named <= {info.rule for info in infos()}


def test_every_finding_of_the_room_is_in_the_list() -> None:
    """A rule named anywhere in the room has an entry; an entry nobody names is dead."""
    room = Path(__file__).resolve().parents[2] / "scorecard" / "read"
    source = "\n".join(path.read_text("utf-8") for path in room.glob("*.py"))
    model = "\n".join(path.read_text("utf-8") for path in (room.parent / "model").rglob("*.py"))
    unused = {info.rule for info in infos() if f'"{info.rule}"' not in source and f'"{info.rule}"' not in model}
    assert unused == set()
    named = set(re.findall(r'Finding\(\s*"([a-z0-9-]+)"', source)) | set(
        re.findall(r'\.say\(\s*\w+, "([a-z-]+)"', source)
    )
    assert named and named <= {info.rule for info in infos()}


def test_codes_are_unique_and_belong_to_their_family() -> None:
    """A code names one rule for ever: SC1xx to SC4xx."""
    codes = [info.code for info in infos()]
    assert len(set(codes)) == len(codes)
    assert all(re.fullmatch(r"SC[1-4]\d\d", code) for code in codes)


@pytest.mark.parametrize("info", infos(), ids=lambda info: info.rule)
def test_rules_are_explained_in_short_sentences(info: RuleInfo) -> None:
    """What, why and how are whole sentences of at most 25 words."""
    for text in (info.summary, info.why, info.how):
        assert text.endswith(".") and text[0].isupper()
        assert max(len(sentence.split()) for sentence in re.split(r"(?<=[.;])\s", text)) <= 25
