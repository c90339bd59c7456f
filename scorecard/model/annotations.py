"""Annotations of fields: how a value is read, and what editors know of it.

Pydantic makes the core of a validator for each field of each record whenever a command starts. These say it in one
step, and the JSON Schema is worked out only when somebody asks for it (decisions/0162).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from scorecard.model.written import Schema


class Parsed:
    """A function reads the value, and nothing else looks at it; `schema` is for editors.

    Where `zoned`, the function takes pydantic's info too, whose context holds the organisation's zone.
    """

    def __init__(self, parse: Callable[..., Any], schema: Schema, *, zoned: bool = False) -> None:
        self.parse, self._schema = parse, schema
        self._make: Any = (
            core_schema.with_info_plain_validator_function if zoned else core_schema.no_info_plain_validator_function
        )

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        made: CoreSchema = self._make(self.parse, metadata=for_editors(lambda schema, handler: dict(self._schema)))
        return made


class Shorthand:
    """`expand` makes the full form of what may stand in its place; all else it hands on as it is.

    `either` makes the schema for editors from that of the full form.
    """

    def __init__(self, expand: Callable[[Any], Any], either: Callable[[Schema], Schema]) -> None:
        self.expand, self._either = expand, either

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(
            self.expand, handler(source), metadata=for_editors(lambda schema, handler: self._either(handler(schema)))
        )


def for_editors(make: Callable[[CoreSchema, Any], Schema]) -> dict[str, Any]:
    """Metadata of a validator whose JSON Schema is made by this function of the validator and pydantic's own maker."""
    return {"pydantic_js_functions": [make]}
