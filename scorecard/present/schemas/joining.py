"""One schema for a file that holds one of two records and says which in one of its keys."""

from __future__ import annotations

from scorecard.model.written import Schema


def join(made: Schema, other: Schema, key: str, word: str) -> None:
    """The keys of both are known; which may and which must stand there hangs on the word. In place."""
    own, its = _closed(made), _closed(other)
    made["properties"] = made["properties"] | {
        name: shape for name, shape in other["properties"].items() if name not in made["properties"]
    }
    made["$defs"] = made.get("$defs", {}) | other.get("$defs", {})
    made["defaultSnippets"] = [*made["defaultSnippets"], *other["defaultSnippets"]]
    made.pop("required", None)
    made.pop("additionalProperties", None)
    made["if"] = {"properties": {key: {"const": word}}, "required": [key]}
    made["then"], made["else"] = its, own


def _closed(made: Schema) -> Schema:
    """Which keys may and must stand there."""
    names = [{"enum": list(made["properties"])}, *({"pattern": one} for one in made.get("patternProperties", ()))]
    message = "write one of: " + ", ".join(name for name in made["properties"] if name != "private_note")
    return {"propertyNames": {"anyOf": names, "errorMessage": message}, "required": made.get("required", [])}
