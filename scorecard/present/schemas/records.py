"""Records to JSON Schema, as the reading room takes them: private keys anywhere, nothing after a key that may go."""

from __future__ import annotations

from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from scorecard.model.lexical import LONGEST_TEXT
from scorecard.model.records.base import Record
from scorecard.model.records.described import descriptions
from scorecard.model.written import Schema, text

NOTHING: Schema = {"type": "null"}


class RecordSchemas(GenerateJsonSchema):
    """pydantic's own, with what it cannot know of our reader."""

    def model_schema(self, schema: core_schema.ModelSchema) -> JsonSchemaValue:
        """A record: titles in words, no noise for absent values, private keys allowed, empty optional keys too."""
        made = super().model_schema(schema)
        record: type[Record] = schema["cls"]
        fields = {field.alias or name: (name, field) for name, field in record.model_fields.items()}
        meanings = descriptions(record)
        made["title"] = in_words(made["title"])
        for name, shape in made["properties"].items():
            own, field = fields.get(name, (name, None))
            shape["title"] = in_words(name)
            if own in meanings:
                shape["description"] = meanings[own]
            # The id is the one key the reader takes by its word: it may be left out, but not be empty.
            optional = field is not None and not field.is_required() and name != "id"
            made["properties"][name] = _property(shape, optional=optional)
        made["patternProperties"] = {
            "^private_": {**text(LONGEST_TEXT), "type": ["string", "number", "boolean", "null"]}
        }
        return made

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> JsonSchemaValue:
        """Either of two: no value is both, so the cheaper question is asked."""
        made = super().tagged_union_schema(schema)
        made.pop("discriminator", None)
        return {"anyOf": made.pop("oneOf"), **made} if "oneOf" in made else made

    def dict_schema(self, schema: core_schema.DictSchema) -> JsonSchemaValue:
        """A mapping: known words become keys an editor can offer; ids are held to their pattern."""
        keys = self.generate_inner(schema["keys_schema"])
        values = self.generate_inner(schema["values_schema"])
        if keys.get("type") == "string" and "pattern" not in keys:
            least = {"minProperties": schema["min_length"]} if "min_length" in schema else {}
            return {"type": "object", "additionalProperties": values, **least}
        known, spelled = (keys["anyOf"][0], keys["anyOf"][1]["pattern"]) if "anyOf" in keys else (keys, "")
        made: Schema = {"type": "object", "additionalProperties": False}
        if "enum" in known:
            meanings = known.get("enumDescriptions", [""] * len(known["enum"]))
            made["properties"] = {
                word: {**values, "description": meaning} for word, meaning in zip(known["enum"], meanings, strict=True)
            }
            return made | ({"patternProperties": {spelled: values}} if spelled else {})
        reserved = {
            "propertyNames": {"not": {"enum": [word for word in known["not"]["enum"] if isinstance(word, str)]}}
        }
        return made | reserved | {"patternProperties": {known["pattern"]: values}}


def in_words(name: str) -> str:
    """`should_have_known` and `MadePublic` as people say them."""
    spaced = "".join(f" {letter}" if letter.isupper() and index else letter for index, letter in enumerate(name))
    return spaced.replace("_", " ").lower().capitalize()


def _property(shape: Schema, *, optional: bool) -> Schema:
    notes = {name: shape.pop(name) for name in ("title", "description", "default", "deprecated") if name in shape}
    if not isinstance(notes.get("default"), str | int | float) or notes["default"] is None:
        notes.pop("default", None)
    some = [one for one in _flat(shape) if one != NOTHING]
    found: Schema = some[0] if len(some) == 1 else {"anyOf": some}
    if optional:
        found = _or_nothing(found)
    return notes | found


def _flat(shape: Any) -> list[Schema]:
    """The alternatives of a shape, those inside others too."""
    if set(shape) == {"anyOf"}:
        return [flat for one in shape["anyOf"] for flat in _flat(one)]
    return [shape]


def _or_nothing(shape: Schema) -> Schema:
    """A key that may be left out may stand there with nothing after it."""
    if "type" in shape and "enum" not in shape:
        types = shape["type"] if isinstance(shape["type"], list) else [shape["type"]]
        return {**shape, "type": [*types, "null"]}
    if set(shape) == {"anyOf"}:
        return {"anyOf": [*shape["anyOf"], NOTHING]}
    return {"anyOf": [shape, NOTHING]}
