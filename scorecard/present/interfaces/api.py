"""Our own lists as JSON below api/v1/: the newest 50, an archive for each year, and their description."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from types import ModuleType
from typing import Any, cast

from scorecard.model.pages import Json, Tree
from scorecard.present import addresses, outward, shapes
from scorecard.present.desk import Desk
from scorecard.present.lists import registers
from scorecard.present.shapes import Object

#: The shape of every file below api/v1/ but scores.json, which counts its own.
VERSION = 1
#: What changed for programs, newest first: day, version, what. Only ever added to.
CHANGES = (
    ("2026-11-29", VERSION, "One more reason why a figure is missing: not_published, where answers are not out yet."),
    ("2026-11-25", VERSION, "First version: scores, and lists with archives by year."),
)
WHERE = "#/components/schemas/"


def make(desk: Desk) -> Iterator[Tree]:
    """Lists, archives, index, changes and description."""
    made = [*lists(desk)]
    yield from made
    yield Tree(addresses.API + "index.json", cast("Object", outward.stamped(desk)) | _index(desk))
    changes: list[Json] = [{"date": day, "schema_version": version, "change": what} for day, version, what in CHANGES]
    yield Tree(addresses.API + "changelog.json", cast("Object", outward.stamped(desk)) | {"changes": changes})
    yield Tree(addresses.API + "openapi.json", openapi(desk, [tree.uri for tree in made]))


def lists(desk: Desk) -> Iterator[Tree]:
    """Each register: its newest entries, then its archives."""
    for register in registers():
        yield from _list(desk, register)


def _list(desk: Desk, register: ModuleType) -> Iterator[Tree]:
    found: list[tuple[date | None, Mapping[str, Json]]] = list(register.items(desk))
    found.sort(key=lambda pair: (pair[0] or date.min, str(pair[1].get("id", ""))), reverse=True)
    years: dict[str, list[Json]] = {}
    for day, item in found:
        years.setdefault(str(day.year) if day is not None else "undated", []).append(item)
    head = cast("Object", outward.stamped(desk, VERSION))
    folder = f"{addresses.API}{register.NAME}"
    archives: list[Json] = [
        {"year": year, "count": len(items), "url": outward.href(desk, f"{folder}/{year}.json")}
        for year, items in years.items()
    ]
    newest: list[Json] = [item for _, item in found[: outward.NEWEST]]
    yield Tree(f"{folder}.json", {**head, "total": len(found), "items": newest, "archives": archives})
    for year, items in years.items():
        yield Tree(f"{folder}/{year}.json", {**head, "year": year, "items": items})


def _index(desk: Desk) -> Object:
    names = [f"{register.NAME}.json" for register in registers()]
    files = ["scores.json", *names, "changelog.json", "openapi.json"]
    return {
        "publisher": desk.organisation.name,
        "contact": desk.frame.contact_href,
        "homepage": outward.base(desk),
        "licence": desk.organisation.licence,
        "invented": desk.invented,
        "files": {name.removesuffix(".json"): outward.href(desk, addresses.API + name) for name in files},
    }


def openapi(desk: Desk, uris: Sequence[str]) -> Object:
    """The description of api/v1/ (OpenAPI 3.1); `uris` are the addresses of all lists and archives."""
    say = desk.words.say
    paths: dict[str, Json] = {
        "/scores.json": _get("scores", "Every computed figure: scores, ranges, reasons, rules.", "Scores"),
        "/index.json": _get("index", "Where everything is.", "Index"),
        "/changelog.json": _get("changelog", "What changed for programs.", "Changelog"),
    }
    schemas: dict[str, Json] = {"Scores": _scores(), "Index": _index_schema(), "Changelog": _changelog_schema()}
    for register in registers():
        name = register.NAME
        for kind in shapes.within(register.ITEM):
            schemas[kind.__name__] = shapes.definition(kind, WHERE)
        title = name.capitalize()
        schemas[f"{title}List"] = _list_schema(register.ITEM)
        schemas[f"{title}Archive"] = _archive_schema(register.ITEM)
        paths[f"/{name}.json"] = _get(name, f"{register.WHAT} The newest 50.", f"{title}List")
        folder = f"{addresses.API}{name}/"
        years: list[Json] = [uri.removeprefix(folder).removesuffix(".json") for uri in uris if uri.startswith(folder)]
        archive = _get(f"{name}-archive", f"{register.WHAT} All of one year.", f"{title}Archive")
        archive["parameters"] = [
            {
                "name": "year",
                "in": "path",
                "required": True,
                "description": "A year of the archives listed in the newest file, or undated.",
                "schema": {"type": "string", "enum": years},
            }
        ]
        if years:
            paths[f"/{name}/{{year}}.json"] = archive
    return {
        "openapi": "3.1.1",
        "info": {
            "title": say("{name}: trust scorecard", name=desk.organisation.name),
            "version": f"{VERSION}.0.0",
            "description": "Static files. Times are UTC. A change that would break a program gets a new address.",
            "contact": {"url": outward.base(desk)},
        },
        "servers": [{"url": outward.href(desk, addresses.API).rstrip("/")}],
        "paths": paths,
        "components": {"schemas": schemas},
    }


def _get(id: str, what: str, name: str) -> dict[str, Json]:
    content: Json = {"application/json": {"schema": {"$ref": WHERE + name}}}
    answers: Json = {"200": {"description": what, "content": content}}
    return {"get": {"operationId": id, "summary": what, "responses": answers}}


def _file(properties: Object, *, version: int = VERSION) -> Object:
    head: Object = {"schema_version": {"const": version}, "generated_at": {"type": "string", "format": "date-time"}}
    both = head | properties
    return {"type": "object", "properties": both, "required": list(both), "additionalProperties": False}


def _list_schema(item: Any) -> Object:
    archive: Json = {
        "type": "object",
        "properties": {
            "year": {"type": "string"},
            "count": {"type": "integer", "minimum": 1},
            "url": {"type": "string", "format": "uri"},
        },
        "required": ["year", "count", "url"],
        "additionalProperties": False,
    }
    return _file(
        {
            "total": {"type": "integer", "minimum": 0},
            "items": {"type": "array", "maxItems": outward.NEWEST, "items": shapes.schema(item, WHERE)},
            "archives": {"type": "array", "items": archive},
        }
    )


def _archive_schema(item: Any) -> Object:
    return _file({"year": {"type": "string"}, "items": {"type": "array", "items": shapes.schema(item, WHERE)}})


def _index_schema() -> Object:
    text: Json = {"type": "string"}
    return _file(
        {
            "publisher": text,
            "contact": text,
            "homepage": {"type": "string", "format": "uri"},
            "licence": {"type": ["string", "null"]},
            "invented": {"type": "boolean"},
            "files": {"type": "object", "additionalProperties": {"type": "string", "format": "uri"}},
        }
    )


def _changelog_schema() -> Object:
    change: Json = {
        "type": "object",
        "properties": {
            "date": {"type": "string", "format": "date"},
            "schema_version": {"type": "integer"},
            "change": {"type": "string"},
        },
        "required": ["date", "schema_version", "change"],
        "additionalProperties": False,
    }
    return _file({"changes": {"type": "array", "items": change}})


def _scores() -> Object:
    """The head of scores.json; its figures are described on the method page, and may get further fields."""
    list_: Json = {"type": "array", "items": {"type": "object"}}
    quarters: Json = {"type": "array", "items": {"type": "object", "required": ["quarter", "trust", "state"]}}
    series: Json = {
        "type": "array",
        "items": {
            "type": "object",
            "properties": {"audience": {"type": "string"}, "quarters": quarters},
            "required": ["audience", "quarters"],
        },
    }
    return _file(
        {
            "as_of": {"type": "string", "format": "date-time"},
            "method": {"type": "string"},
            "series": series,
            "after_contact": list_,
            "transparency": list_,
        }
    )
