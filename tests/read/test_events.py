"""The node tree: types, places, and what counts as nothing."""

from __future__ import annotations

import dataclasses

import pytest

from scorecard.model.nodes import Mapping, Scalar, Sequence, place_of, walk
from scorecard.read.records import plain
from tests.read.projects import page


def _root(text: str, pure: bool = False) -> Mapping:
    found = page(text, pure=pure)
    assert found.problems == () and found.root is not None
    return found.root


def test_values_stay_as_written() -> None:
    """No text becomes a number, a date or a truth value by its look."""
    words = ["no", "12:30", "007", "3.10", "1e3", "0xFA0", "2026-03-14", "true", "Null", "NULL", ".inf", "=", "<<", "-"]
    text = "".join(f"k{number}: {word}\n" for number, word in enumerate(words[:-1])) + "last: a-b\n"
    assert list(plain(_root(text)).values()) == [*words[:-1], "a-b"]


@pytest.mark.parametrize("text", ["a:", "a: ", "a: ~", "a: null", "a: # nothing", "{a: }", "{a: null}", '{"a":null}'])
def test_nothing_is_nothing(text: str) -> None:
    """An empty plain value, ~ and null are None."""
    assert plain(_root(text)) == {"a": None}


@pytest.mark.parametrize(("text", "value"), [("a: ''", ""), ("a: '~'", "~"), ('a: "null"', "null"), ("a: |\n  ~", "~")])
def test_quoted_words_are_text(text: str, value: str) -> None:
    """In quotes or in a block, even null is text."""
    assert plain(_root(text)) == {"a": value}


def test_long_texts_are_folded_as_yaml_says() -> None:
    """Literal blocks keep their lines, folded ones and quotes over several lines join them."""
    text = "a: |\n  one\n  two\nb: >\n  one\n  two\n\n  three\nc: |-\n  x\nd: one\n  two\ne: 'one\n\n  two'\n"
    assert plain(_root(text)) == {"a": "one\ntwo\n", "b": "one two\nthree\n", "c": "x", "d": "one two", "e": "one\ntwo"}


def test_json_is_yaml() -> None:
    """JSON text is read as the same tree."""
    text = '{"id":"j1","title":"Json is YAML","n":3,"resolved":null,"updates":[],"a":{"b":"\\u00e9\\n"}}'
    assert plain(_root(text)) == {
        "id": "j1",
        "title": "Json is YAML",
        "n": "3",
        "resolved": None,
        "updates": [],
        "a": {"b": "é\n"},
    }


def test_an_explicit_key_is_a_key() -> None:
    """The long form of a key gives the same mapping."""
    assert plain(_root("? a\n: b\n? c\n")) == {"a": "b", "c": None}


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "ruamel"])
def test_every_value_knows_its_place(pure: bool) -> None:
    """Lines and columns count from 1, in letters, and ends are behind the last one."""
    root = _root("é: 'ü' # c\nlist:\n  - x\n  - {k: v, e: }\nempty:\ntext: |\n  a\n  b\n\nlast: 1\n", pure)
    spots = {loc: (n.line, n.column, n.end_line, n.end_column) for loc, n in walk(root)}
    assert spots == {
        (): (1, 1, 10, 8),
        ("é",): (1, 4, 1, 7),
        ("list",): (3, 3, 4, 16),
        ("list", 0): (3, 5, 3, 6),
        ("list", 1): (4, 5, 4, 16),
        ("list", 1, "k"): (4, 9, 4, 10),
        ("list", 1, "e"): (4, 14, 4, 14),
        ("empty",): (5, 7, 5, 7),
        ("text",): (6, 7, 10, 1),
        ("last",): (10, 7, 10, 8),
    }
    assert [(key.line, key.column) for key, _ in root.pairs] == [(1, 1), (2, 1), (5, 1), (6, 1), (10, 1)]
    assert place_of(root, "f", ("list", 1, "k"), key=True).column == 6


def test_nodes_are_frozen_scalars() -> None:
    """The fast way to make a scalar gives the same frozen object as the slow one."""
    root = _root("a: b\n")
    value = root.get("a")
    assert value == Scalar("b", plain=True, line=1, column=4, end_line=1, end_column=5)
    assert type(value) is Scalar and hash(value) == hash(Scalar("b", True, 1, 4, 1, 5))
    with pytest.raises(dataclasses.FrozenInstanceError):
        value.text = "c"  # type: ignore[misc]


def test_lists_and_mappings_are_tuples() -> None:
    """Nothing of a tree can be changed afterwards."""
    root = _root("a: [b]\n")
    assert isinstance(root.pairs, tuple)
    value = root.get("a")
    assert isinstance(value, Sequence) and isinstance(value.items, tuple)


@pytest.mark.parametrize("pure", [False, True], ids=["libyaml", "ruamel"])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: b\t\nc: d\n", {"a": "b", "c": "d"}),
        ("a: b\t# why\n", {"a": "b"}),
        ("a:\tb\n", {"a": "b"}),
        ("a\t: b\n", {"a": "b"}),
        ("a: [b,\tc]\n", {"a": ["b", "c"]}),
        ("a: 'b\tc'\n", {"a": "b\tc"}),
        ("a: |\t# why\n  b\n", {"a": "b\n"}),
        ("a: b\n\t\nc: d\n", {"a": "b", "c": "d"}),
        ("a:\n  - b\n  \t\n  - c\n", {"a": ["b", "c"]}),
    ],
)
def test_tabs_that_indent_nothing_are_fine(text: str, value: object, pure: bool) -> None:
    """Behind a value, before a comment, in quotes, and on lines that are blank to a person."""
    assert plain(_root(text, pure)) == value
