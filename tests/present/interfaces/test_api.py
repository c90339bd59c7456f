"""Lists hold the newest 50, archives the rest, and each file has the shape that is published for it."""

from __future__ import annotations

import re
from typing import Annotated, Any, TypedDict

import pytest
from jsonschema import Draft202012Validator, FormatChecker

from scorecard.present.desk import Desk
from scorecard.present.interfaces import api
from scorecard.present.shapes import Form, Says, definition, schema, within
from tests.present import made


class Part(TypedDict):
    """A part."""

    a: Annotated[Annotated[str, Form("date")] | None, Says("A day.")]
    b: list[int]


def files(desk: Desk) -> dict[str, Any]:
    return {tree.uri.removeprefix("api/v1"): tree.value for tree in api.make(desk)}


def desk(count: int) -> Desk:
    many = [
        made.incident(f"{2020 + n % 5}-a-{n}", known=f"{2020 + n % 5}-03-01T08:{n % 60:02d}Z", updates=[])
        for n in range(count)
    ]
    gone = made.incident("gone", known="unknown", started="unknown", notified="unknown", resolved="unknown")
    return made.desk(known=made.records(incidents=(*many, gone), promises=(made.promise(),)))


@pytest.mark.parametrize("count", [0, 3, 160])
def test_every_file_has_its_published_shape(count: int) -> None:
    """Also where there is next to nothing; every file but the description itself is described."""
    found = files(desk(count))
    described = found.pop("/openapi.json")
    for uri, value in found.items():
        path = uri if uri in described["paths"] else re.sub(r"/[^/]+\.json$", "/{year}.json", uri)
        answer = described["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = {**answer, "components": described["components"]}
        Draft202012Validator(whole, format_checker=FormatChecker()).validate(value)
        assert (value["schema_version"], value["generated_at"]) == (1, "2026-11-01T09:00:00Z")


def test_lists_are_bounded_and_archives_hold_all() -> None:
    """Nothing is lost: the archives together hold every incident once, also one without a day."""
    found = files(desk(160))
    newest = found["/incidents.json"]
    assert (newest["total"], len(newest["items"])) == (161, 50)
    assert [one["year"] for one in newest["archives"]] == ["2024", "2023", "2022", "2021", "2020", "undated"]
    archived = [item["id"] for one in newest["archives"] for item in found[f"/incidents/{one['year']}.json"]["items"]]
    assert len(archived) == len(set(archived)) == 161
    assert [one["count"] for one in newest["archives"]] == [32, 32, 32, 32, 32, 1]
    assert {item["id"][:4] for item in newest["items"]} == {"2024", "2023"}


def test_a_gap_says_why_a_time_is_missing() -> None:
    """null alone would be a hole."""
    item = files(desk(0))["/incidents.json"]["items"][0]
    assert item["known"] is None
    assert item["gaps"] == {"started": "unknown", "known": "unknown", "notified": "unknown", "resolved": "unknown"}


def test_schemas_of_types() -> None:
    """Null, formats, lists and shapes inside; a type without a schema is refused."""
    assert definition(Part, "#/")["properties"] == {
        "a": {"type": ["string", "null"], "format": "date", "description": "A day."},
        "b": {"type": "array", "items": {"type": "integer"}},
    }
    assert schema(list[Part], "#/") == {"type": "array", "items": {"$ref": "#/Part"}}
    assert list(within(list[Part] | None)) == [Part]
    with pytest.raises(TypeError, match="no schema for"):
        schema(set[int], "#/")
