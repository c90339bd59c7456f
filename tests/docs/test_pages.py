"""The documentation for staff is true: its examples are run, its commands exist, its sentences are short."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import click
import pytest

from docs import making
from docs.making import beyond, commands, files, problems, trying
from docs.making.markdown import fence
from scorecard import cli, pipeline
from scorecard.mkdocs_plugin import library
from scorecard.model.problems import RuleInfo, Severity
from tests.present.readable import HARDEST, hardness

PAGES = Path(__file__).resolve().parents[2] / "docs" / "pages"
RULES = pipeline.rules()
#: Commands of the design that the pages speak of before they are there; one that is there is looked up like all others.
ANNOUNCED = {"init"}


@cache
def made() -> Mapping[str, str]:
    """The pages that nobody writes by hand."""
    return making.pages()


def written() -> Iterator[tuple[str, str]]:
    """The pages that somebody wrote."""
    for page in sorted(PAGES.glob("*.md")):
        yield page.name, page.read_text(encoding="utf-8")


def blocks(page: str, heading: str) -> str:
    """The first block of code below a heading, as a reader copies it."""
    match = re.search(rf"^## {heading}\n\n(`{{3,}})\w*\n(.*?)\n\1\n", page, re.MULTILINE | re.DOTALL)
    assert match is not None
    return match[2] + "\n"


@pytest.mark.parametrize("info", RULES.values(), ids=lambda info: info.rule)
def test_a_page_of_a_problem_has_examples_that_are_true(info: RuleInfo) -> None:
    """What stands under Wrong gives this problem with its code; what stands under Right does not."""
    page = made()[f"problems/{info.rule}.md"]
    wrong, right = blocks(page, "Wrong"), blocks(page, "Right")
    assert info.code in page and wrong != right
    if info.rule in beyond.SITUATIONS:
        return
    assert info.rule in {one.rule for one in trying.check(wrong) if one.code == info.code}
    assert info.rule not in {one.rule for one in trying.check(right)}
    assert f"= {info.code}: docs/problems/{info.rule}\n" in page


@pytest.mark.parametrize("rule", beyond.SITUATIONS)
def test_what_no_text_can_show_is_made_for_real(rule: str) -> None:
    """A missing folder, a link, bytes of another program: made on the disk, they give this problem; before, none."""
    make = beyond.SITUATIONS[rule].make
    if make is None:
        assert rule == "unreadable-file"
        if os.geteuid() == 0:
            pytest.skip("an administrator may read every file")
        make = lambda project: (project / "data/organisation.yml").chmod(0)  # noqa: E731
    assert rule in {one.rule for one in trying.check_made(make)}
    assert trying.check_made(lambda project: None) == ()


def test_every_problem_without_examples_has_its_situation() -> None:
    """No page of a problem goes without wrong and right."""
    assert {info.rule for info in RULES.values() if not (info.wrong and info.right)} == set(beyond.SITUATIONS)


def test_every_key_of_every_file_is_on_a_page() -> None:
    """The pages of the file kinds leave no key and no word out, and show where each default stands."""
    for name, schema in pipeline.schemas().items():
        page = made()[f"files/{name}.md"]
        keys: Any = schema
        for key in keys["properties"]:
            assert f"### `{key}` {{: #{key} }}\n" in page, (name, key)
        assert fence(next(kind.example for kind in pipeline.file_kinds() if kind.name == name)) in page
    assert "then it is `7.0`" in made()["files/method.md"]
    assert "- `census`: Everybody was asked." in made()["files/survey.md"]


def test_every_command_has_a_page_from_its_own_help() -> None:
    """A command that is added to the program is on the site with the next build; a group by its commands."""
    context = click.Context(cli.scorecard, info_name="scorecard")
    names = {"-".join(names) for names, _ in commands.walk(cli.scorecard, context)}
    assert {"build", "check", "schema"} <= names
    assert {f"commands/{name}.md" for name in (*names, "index")} == {n for n in made() if n.startswith("commands/")}
    for name in names:
        assert re.search(r"\n## Options\n\n\| option .*\n\|---\|---\|\n\| `", made()[f"commands/{name}.md"])
    assert "`--format [text|concise|json|github" in made()["commands/check.md"]


def test_the_commands_that_pages_name_exist() -> None:
    """Nobody is told to type what is not there, in a page written by hand."""
    groups = set(cli.scorecard.list_commands(click.Context(cli.scorecard)))
    named = {word for _, text in written() for word in re.findall(r"`?scorecard ([a-z]+)", text)}
    assert {"check", "serve", "build"} <= named
    assert named - groups - ANNOUNCED - {"is", "site"} == set()


def examples() -> Iterator[tuple[str, str]]:
    """Every file of data/ that a written page shows."""
    for name, text in written():
        for block in re.findall(r"^```yaml\n(# data/.*?)^```$", text, re.MULTILINE | re.DOTALL):
            yield f"{name}: {block.partition(chr(10))[0]}", block


@pytest.mark.parametrize("block", [block for _, block in examples()], ids=[name for name, _ in examples()])
def test_the_files_that_written_pages_show_are_right(block: str) -> None:
    """Who copies an example into a project has no error."""
    found = [one for one in trying.check(block) if one.severity is Severity.ERROR and one.place.file in block]
    assert found == []


def test_how_to_acknowledge_a_warning_is_shown_as_it_works(tmp_path: Path) -> None:
    """Many messages ask for it; who copies the lines into mkdocs.yml has acknowledged a rule that there is."""
    (block,) = (
        block for _, text in written() for block in re.findall(r"^```yaml\n(plugins:.*?)^```$", text, re.M | re.S)
    )
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\n{block}")
    assert library.settings(tmp_path, lambda *_: None).acknowledge == ["promise-without-measure"]
    assert "promise-without-measure" in pipeline.rules()


def test_pages_are_plain() -> None:
    """Written pages are as easy to read as the public ones, and no sentence is over 30 words."""
    for name, text in written():
        prose = re.sub(r"^```.*?^```$", "", text, flags=re.DOTALL | re.MULTILINE)
        prose = re.sub(r"^\|.*$|^#.*$|`[^`]*`", "", prose, flags=re.MULTILINE)
        prose = re.sub(r"\[([^]]*)\]\([^)]*\)|[*]", r"\1", prose)
        assert hardness(prose) <= HARDEST, name
        long = [one for one in re.split(r"(?<=[.:?!])\s+|\n\n|\n- ", prose) if len(one.split()) > 30]
        assert long == [], name


def test_links_inside_made_pages_lead_somewhere() -> None:
    """Every link from page to page and to a heading is there."""
    for name, text in made().items():
        assert re.match(r"# \S", text), name
        for target in re.findall(r"\]\(([\w./-]+\.md)\)", text):
            assert f"{name.rpartition('/')[0]}/{target}" in made(), (name, target)
        for anchor in re.findall(r"\]\(#([\w-]+)\)", text):
            assert f"{{: #{anchor} }}" in text, (name, anchor)


def test_the_makers_name_families_and_letters() -> None:
    """Every family of problems has a heading; letters nobody can see are named below the example."""
    assert {code[:3] for code in (info.code for info in RULES.values())} <= set(problems.FAMILIES)
    assert "Line 2 holds `U+202E`" in problems._unseen("a\nb\u202ec")
    assert tuple(name for name in ("id", "private_note", "company_comment", "publish_at")) == files.COMMON
