"""Every sentence the tool can write, found in the sources: short, plain, and complete."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import jinja2
import pytest
from jinja2 import nodes

from tests.present import readable

REPOSITORY = Path(__file__).resolve().parents[3]
#: An index of a few words says little; labels are short anyway.
LONG_ENOUGH = 12


def of_python(path: Path) -> Iterator[str]:
    """The first texts of every say and count call."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and (name := getattr(node.func, "attr", getattr(node.func, "id", ""))):
            texts = [arg.value for arg in node.args if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
            yield from texts[: {"say": 1, "count": 2}.get(name, 0)]


def of_template(path: Path) -> Iterator[str]:
    """The first text of every say call."""
    for call in jinja2.Environment().parse(path.read_text(encoding="utf-8")).find_all(nodes.Call):
        if isinstance(call.node, nodes.Name) and call.node.name == "say" and isinstance(call.args[0], nodes.Const):
            yield str(call.args[0].value)


@cache
def sentences() -> tuple[tuple[str, str], ...]:
    """Every (file, text) of the public site; the words for staff in diagnostics are theirs."""
    found = set()
    for path in sorted((REPOSITORY / "scorecard" / "present").rglob("*.py")):
        if "diagnostics" not in path.parts:
            found |= {(path.name, text) for text in of_python(path)}
    for path in sorted((REPOSITORY / "site_templates").rglob("*.jinja")):
        found |= {(path.name, text) for text in of_template(path)}
    return tuple(sorted(found))


def filled(text: str) -> str:
    """The text with a short word for each fact."""
    return re.sub(r"\{\w+\}", "7", text)


def test_the_sources_hold_many_sentences() -> None:
    """The search finds what is there."""
    assert len(sentences()) > 400


def test_no_sentence_is_too_long() -> None:
    """At most 25 words."""
    assert [pair for pair in sentences() if readable.longest(filled(pair[1])) > readable.MOST_WORDS] == []


def test_no_sentence_is_too_hard() -> None:
    """Readable after eight years of school."""
    long = [pair for pair in sentences() if len(readable.words(pair[1])) >= LONG_ENOUGH]
    assert len(long) > 30
    assert [(*pair, h) for pair in long if (h := readable.hardness(filled(pair[1]))) > readable.HARDEST] == []


def test_no_sentence_is_vague_or_claims_a_cause() -> None:
    """Chance is told in numbers; the tool cannot know why."""
    assert [pair for pair in sentences() if readable.VAGUE.search(pair[1])] == []


def test_no_template_holds_words_of_its_own() -> None:
    """Texts of templates come through `say`, so that another language can replace them."""
    found = []
    for path in sorted((REPOSITORY / "site_templates").glob("**/*.html.jinja")):
        source = path.read_text(encoding="utf-8")
        bare = re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", source, flags=re.DOTALL)
        bare = re.sub(r"<[^>]*>|&\w+;|\b(class|fill)=\"[^\"]*\"", " ", bare)
        if re.search(r"[A-Za-z]{2,}", bare):
            found.append((path.name, re.findall(r"[A-Za-z][^\n]*", bare)))
    assert found == []


@pytest.mark.parametrize("text", ["word " * 26, "It fell slightly.", "It fell due to rain."])
def test_the_measures_can_fail(text: str) -> None:
    """A long and a vague sentence are found."""
    assert readable.longest(text) > readable.MOST_WORDS or readable.VAGUE.search(text)
