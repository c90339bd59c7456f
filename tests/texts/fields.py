"""Which fields of the records are texts of people, and records with other texts in them.

A field has a path: its record, the keys below it, and `*` for whatever key staff chose: `Organisation.systems.*`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, replace
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from scorecard.model import lexical
from scorecard.model.annotations import Parsed
from scorecard.model.lexical import Words
from scorecard.model.records import Entry, Records
from scorecard.model.records.vintage import Published, Vintage

#: Gives the text that takes the place of another: of which field, and what stood there.
Other = Callable[[str, str], str]


class Sort(StrEnum):
    """What a string may hold."""

    TEXT = "whatever a person writes"
    LINK = "a public link"
    CONTACT = "a mail address or a public link"
    FORMED = "one of some words, or letters of a fixed form"


#: What each reader of strings lets through; a reader that is not here is a gap in this list.
READERS = {
    "parse_text": Sort.TEXT,
    "parse_line": Sort.TEXT,
    "parse_link": Sort.LINK,
    "parse_mail": Sort.CONTACT,
    **dict.fromkeys(
        ("parse_id", "parse_zone", "_version", "_colour", "_file_name", "_language", "_month_day"), Sort.FORMED
    ),
}


@cache
def kinds() -> tuple[type[BaseModel], ...]:
    """The class of every record that is read, those of single files first."""
    hints = get_type_hints(Records, localns={"Vintage": Vintage})
    found = {one for hint in hints.values() for part in _within(hint) if (one := _model(part)) is not None}
    return tuple(sorted(found, key=lambda kind: kind.__name__))


def strings(kind: type[BaseModel]) -> dict[str, Sort]:
    """Every field of a record that holds a string, by its path."""
    return dict(_strings_of(kind, kind.__name__))


def replaced(records: Records, other: Other, sorts: frozenset[Sort] = frozenset({Sort.TEXT})) -> Records:
    """The same records with other texts. They are not checked again, so what a check may refuse is tried as well."""
    new: dict[str, Any] = {}
    for one in fields(records):
        value = getattr(records, one.name)
        if isinstance(value, Entry):
            new[one.name] = _entry(value, other, sorts)
        elif isinstance(value, tuple):
            new[one.name] = tuple(_entry(entry, other, sorts) for entry in value)
    return replace(records, **new)


def _entry(entry: Entry[Any], other: Other, sorts: frozenset[Sort]) -> Entry[Any]:
    paths = {path for path, sort in strings(type(entry.record)).items() if sort in sorts}
    return replace(entry, record=_value(entry.record, type(entry.record).__name__, paths, other))


def _value(value: Any, path: str, paths: set[str], other: Other) -> Any:
    if isinstance(value, str):
        return other(path, value) if path in paths else value
    if isinstance(value, BaseModel):
        names = type(value).model_fields
        new = {name: _value(getattr(value, name), f"{path}.{name}", paths, other) for name in names}
        return value.model_copy(update=new)
    if isinstance(value, tuple):
        return tuple(_value(one, path, paths, other) for one in value)
    if isinstance(value, Mapping):
        return {key: _value(one, f"{path}.*", paths, other) for key, one in value.items()}
    return value


def _strings_of(kind: type[BaseModel], path: str) -> Iterator[tuple[str, Sort]]:
    for name, about in kind.model_fields.items():
        yield from _strings_in(_whole(about), f"{path}.{name}", published=issubclass(kind, Published))


def _whole(about: FieldInfo) -> Any:
    """The annotation with the marks that pydantic took off it."""
    made: Any = about.annotation
    for mark in about.metadata:
        made = Annotated[made, mark]
    return made


def _strings_in(annotation: Any, path: str, *, published: bool) -> Iterator[tuple[str, Sort]]:
    marks: list[Any] = []
    while get_origin(annotation) is Annotated:
        marks += annotation.__metadata__
        annotation = annotation.__origin__
    if annotation is str:
        yield path, _sort(marks, path, published=published)
    elif (model := _model(annotation)) is not None:
        yield from _strings_of(model, path)
    else:
        keyed = get_origin(annotation) in (dict, Mapping)
        for one in get_args(annotation)[1 if keyed else 0 :]:
            yield from _strings_in(one, f"{path}.*" if keyed else path, published=published)


def _sort(marks: list[Any], path: str, *, published: bool) -> Sort:
    if any(isinstance(mark, Words) for mark in marks):
        return Sort.FORMED
    readers = [mark.parse.__name__ for mark in marks if isinstance(mark, Parsed)]
    if published and not readers:
        return Sort.TEXT  # files of the tool itself hold any string up to a length
    known = [READERS[name] for name in readers if name in READERS]
    if len(known) != 1:
        raise LookupError(f"{path}: nobody has said what its reader {readers} lets through")
    return known[0]


def _model(annotation: Any) -> type[BaseModel] | None:
    return annotation if isinstance(annotation, type) and issubclass(annotation, BaseModel) else None


def _within(annotation: Any) -> Iterator[Any]:
    yield annotation
    for one in get_args(annotation):
        yield from _within(one)


# Every reader named above that lexical has is really there: a renamed one would go unnoticed.
assert all(hasattr(lexical, name) for name in READERS if name.startswith("parse_"))
