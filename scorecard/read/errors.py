"""pydantic's errors as problems a person can mend."""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Sequence as SequenceABC
from typing import Any

from scorecard.model.nodes import Loc, Mapping, Node, Scalar, Sequence
from scorecard.model.problems import Problem
from scorecard.model.records import Record
from scorecard.read import spelling
from scorecard.read.places import field_names, kind_word, locate, record_at, required
from scorecard.read.sources import Finding, Source, width

_MAPPING_WANTED = frozenset({"model_type", "model_attributes_type", "dict_type", "mapping_type"})
_LIST_WANTED = frozenset({"tuple_type", "list_type"})
#: Comparing words costs time; after so many unknown fields nobody reads the guesses.
MOST_GUESSES = 20


def problems(
    source: Source, root: Node, record: type[Record], errors: SequenceABC[Any], also_missing: SequenceABC[str] = ()
) -> Iterator[Problem]:
    """One problem for each thing to mend; a missing and a misspelt field are one."""
    missing: dict[Loc, list[str]] = {}
    unknown: dict[Loc, list[str]] = {}
    for error in errors:
        loc: Loc = error["loc"]
        if error["type"] == "missing":
            missing.setdefault(loc[:-1], []).append(str(loc[-1]))
        elif error["type"] == "extra_forbidden":
            unknown.setdefault(loc[:-1], []).append(str(loc[-1]))
    if also_missing:
        missing.setdefault((), []).extend(also_missing)
    guesses = MOST_GUESSES
    for loc, names in unknown.items():
        for name in names:
            guesses -= 1
            yield _unknown(source, root, record, loc, name, missing.get(loc, []), guess=guesses >= 0)
    for loc, names in missing.items():
        for name in names:
            yield _missing(source, root, record, loc, name)
    for error in errors:
        if error["type"] not in ("missing", "extra_forbidden"):
            yield from _value(source, root, record, error)


def _unknown(
    source: Source, root: Node, record: type[Record], loc: Loc, name: str, missing: list[str], *, guess: bool
) -> Problem:
    """An unknown key; the missing field it was meant for is taken off the list."""
    expected = record_at(record, loc)
    allowed = field_names(expected)
    spot = locate(root, loc)
    key = spot.node.key(name) if isinstance(spot.node, Mapping) else None
    where = key or spot.node
    word = kind_word(expected)
    meant = ""
    if guess:
        meant = spelling.near(name, missing) or spelling.near(name, [n for n in allowed if n not in missing], 0.75)
    odd = spelling.odd_letters(name)
    help = f"fields of {_a(word)}: {', '.join(allowed)}" if not meant else ""
    label = f"did you mean '{meant}'?" if meant else ""
    if odd and meant:
        help = f"the key holds {odd}, which only looks like the letter it stands for; type '{meant}' again"
    elif odd and name[0].isspace():
        help = f"the key begins with {odd}; delete it and type blanks, as many as its neighbours have"
    if meant in missing:
        missing.remove(meant)
    elif meant and isinstance(spot.node, Mapping) and spot.node.key(meant) is not None:
        there = spot.node.key(meant)
        help = help or f"'{meant}' is given already in line {there.line if there else 1}; delete one of the two"
    message = f"{word} has no field '{name}'"
    return source.problem(Finding("unknown-field", where.line, where.column, message, label, help, width(where)))


def _missing(source: Source, root: Node, record: type[Record], loc: Loc, name: str) -> Problem:
    expected = record_at(record, loc)
    spot = locate(root, loc)
    meaning = field_names(expected).get(name, "")
    about = f" ({meaning.rstrip('.')})" if meaning else ""
    help = f"add a line {name}: …{about}"
    if name == "resolved":
        help = "write resolved: with the date and time, or resolved: not-yet while it is still open"
    place = spot.place(source.file)
    return source.at(place, "missing-field", f"{kind_word(expected)} needs the field '{name}'", help=help)


def _value(source: Source, root: Node, record: type[Record], error: Any) -> Iterator[Problem]:
    loc: Loc = error["loc"]
    context = error.get("ctx", {})
    spot = locate(root, loc)
    node = spot.node
    rule, message, help, label = error["type"], context.get("message", ""), context.get("help", ""), ""
    if rule in _MAPPING_WANTED:
        rule, message, help = _shape(node, "keys with values", _keys_help(record_at(record, loc), record))
    elif rule in _LIST_WANTED:
        rule, message, help = _shape(node, "a list", "write each item on a line of its own, beginning with '- '")
    elif rule == "too_short":
        if isinstance(node, Sequence) and node.items:
            return  # its items have problems of their own
        rule, message, help = "empty-list", "this list is empty", "write its items, or leave the key out"
    elif not message:
        rule, message, help = "wrong-shape", "this value does not fit here", "compare it with another file of its kind"
    if rule == "unknown-word":
        given = str(context.get("given", ""))
        meant = spelling.near(given, context.get("allowed", ()))
        label = f"did you mean '{meant}'?" if meant else ""
        odd = spelling.odd_letters(given)
        help = f"{help}; the word holds {odd}" if odd and meant else help
    path = ".".join(spot.path)
    yield source.at(spot.place(source.file), rule, f"{path}: {message}" if path else message, label, help)


def _shape(node: Node, wanted: str, help: str) -> tuple[str, str, str]:
    if isinstance(node, Scalar):
        if node.plain and node.text in ("", "~", "null"):
            return "empty-value", f"{wanted} expected, but nothing is written here", f"{help}; or leave the key out"
        return "wrong-shape", f"{wanted} expected, but here is text", help
    here = "a list" if isinstance(node, Sequence) else "keys with values"
    return "wrong-shape", f"{wanted} expected, but here {'is' if here == 'a list' else 'are'} {here}", help


def _keys_help(expected: type[Record], top: type[Record]) -> str:
    if expected is top:
        return "write keys with values below it"
    names = required(expected) or list(field_names(expected))
    return f"write keys with values below it: {', '.join(names[:6])}"


def _a(word: str) -> str:
    return f"an {word}" if word[0] in "aeiou" else f"a {word}"
