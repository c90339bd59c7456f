"""What an example teaches: a value for each key, and snippets that type a whole entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from scorecard.model.file_kinds import FileKind
from scorecard.model.written import Schema


def teach(made: Schema, kind: FileKind) -> None:
    """Add examples and snippets, in place."""
    _walk(made, made, kind.values)
    needed = made.get("required") or list(kind.values)[:1]
    also = [name for name in ("resolved", "questions") if name in made["properties"] and name not in needed]
    start = {name: _least(made, made["properties"][name], kind.values[name]) for name in (*needed, *also)}
    made["defaultSnippets"] = [
        {
            "label": f"new {kind.name}",
            "description": f"The least that a file in {kind.glob} holds",
            "body": _body(start, count(1)),
        }
    ]


def _walk(made: Schema, shape: Schema, value: Any) -> None:
    """Put each scalar of the example where its key is described."""
    for one in _alternatives(made, shape):
        if isinstance(value, Mapping) and ("properties" in one or "patternProperties" in one):
            patterns = [of for name, of in one.get("patternProperties", {}).items() if not name.startswith("^private_")]
            for key, below in value.items():
                inside = one.get("properties", {}).get(key) or (patterns[0] if patterns else None)
                if inside is not None:
                    _show(inside, below)
                    _walk(made, inside, below)
        elif isinstance(value, list) and "items" in one:
            for below in value:
                _walk(made, one["items"], below)
            if value and isinstance(value[0], Mapping):
                entry = next(_alternatives(made, one["items"]))
                entry.setdefault("defaultSnippets", _snippets(one["items"], value))


def _show(shape: Schema, value: Any) -> None:
    offered = "enum" in shape or any("enum" in one for one in shape.get("anyOf", ()))
    short = not isinstance(value, Mapping) and (not isinstance(value, list) or not isinstance(value[0], Mapping | list))
    if short and not offered and "$ref" not in shape and shape.get("title"):
        shape["examples"] = [value]


def _snippets(items: Schema, examples: list[Any]) -> list[Schema]:
    """One snippet for each different shape among the entries of the example."""
    name = items.get("$ref", "").rpartition("/")[2].lower() or "entry"
    found: dict[tuple[str, ...], Schema] = {}
    for one in examples:
        keys = tuple(one)
        label = f"{name}: {', '.join(keys)}"
        found.setdefault(
            keys, {"label": label, "description": "A whole entry to fill in", "body": _body(one, count(1))}
        )
    return list(found.values())


def _least(made: Schema, shape: Schema, value: Any) -> Any:
    """The first entry of a list, with what it must have and what says something."""
    if isinstance(value, list) and value and isinstance(value[0], Mapping):
        return [value[0] if len(value[0]) < 5 else dict(list(value[0].items())[:4])]
    return value


def _body(value: Any, numbers: Iterator[int]) -> Any:
    if isinstance(value, Mapping):
        return {key: _body(below, numbers) for key, below in value.items()}
    if isinstance(value, list):
        return [_body(below, numbers) for below in value]
    word = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    plain = str(word).replace("\\", "\\\\").replace("$", "\\$").replace("}", "\\}")
    return f"${{{next(numbers)}:{plain}}}"


def _alternatives(made: Schema, shape: Schema) -> Iterator[Schema]:
    """The shapes a value may have, references followed."""
    if "$ref" in shape:
        yield from _alternatives(made, made["$defs"][shape["$ref"].rpartition("/")[2]])
    elif "anyOf" in shape and "properties" not in shape:
        for one in shape["anyOf"]:
            yield from _alternatives(made, one)
    else:
        yield shape
