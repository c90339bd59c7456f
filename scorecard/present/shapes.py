"""JSON Schema (2020-12) of typed dictionaries: the shape that mypy holds our lists to is the one we publish."""

from __future__ import annotations

import types
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from scorecard.model.pages import Json

Object = dict[str, Json]
_PLAIN = {str: "string", int: "integer", float: "number", bool: "boolean", type(None): "null"}


@dataclass(frozen=True, slots=True)
class Form:
    """The format of a text: date, date-time, uri."""

    name: str


@dataclass(frozen=True, slots=True)
class Says:
    """What a field means."""

    text: str


Moment = Annotated[str, Form("date-time")]
Day = Annotated[str, Form("date")]
Address = Annotated[str, Form("uri")]


def schema(kind: Any, where: str) -> Object:
    """The schema of a type; a typed dictionary inside is referred to below `where`. Raises TypeError for any other."""
    origin, inside = get_origin(kind), get_args(kind)
    if kind in _PLAIN:
        return {"type": _PLAIN[kind]}
    if is_typeddict(kind):
        return {"$ref": where + kind.__name__}
    if origin is Annotated:
        found = schema(inside[0], where)
        for mark in inside[1:]:
            found |= {"format": mark.name} if isinstance(mark, Form) else {"description": mark.text}
        return found
    if origin is Literal:
        return {"enum": list(inside)}
    if origin is list:
        return {"type": "array", "items": schema(inside[0], where)}
    if origin is dict:
        return {"type": "object", "additionalProperties": schema(inside[1], where)}
    if origin in (Union, types.UnionType):
        return _union([schema(one, where) for one in inside])
    raise TypeError(f"no schema for {kind!r}")


def _union(parts: list[Object]) -> Object:
    first, *others = parts
    if others == [{"type": "null"}] and "type" in first:
        return {**first, "type": [first["type"], "null"]}
    return {"anyOf": parts}


def definition(kind: Any, where: str) -> Object:
    """The schema of a typed dictionary itself: every field is there, none but these."""
    hints = get_type_hints(kind, include_extras=True)
    return {
        "type": "object",
        "description": (kind.__doc__ or "").strip(),
        "properties": {name: schema(hint, where) for name, hint in hints.items()},
        "required": list(hints),
        "additionalProperties": False,
    }


def within(kind: Any) -> Iterator[Any]:
    """The typed dictionaries of a type, itself included, those inside first."""
    if is_typeddict(kind):
        for hint in get_type_hints(kind, include_extras=True).values():
            yield from within(hint)
        yield kind
    for one in get_args(kind):
        if not isinstance(one, str | Form | Says):
            yield from within(one)
