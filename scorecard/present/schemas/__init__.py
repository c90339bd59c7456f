"""JSON Schema 2020-12 of each kind of file, for editors and for programs of others; made from the records alone."""

from __future__ import annotations

from scorecard.model.file_kinds import FileKind
from scorecard.model.written import Schema
from scorecard.present.schemas import joining, lessons, merging
from scorecard.present.schemas.records import RecordSchemas

__all__ = ["schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(kind: FileKind) -> Schema:
    """The schema of a kind of file. `$id` is relative: the file's own name, wherever it lies."""
    made = _taught(kind)
    if kind.other:
        joining.join(made, _taught(kind.other), "kind", kind.other_word)
    head = {"$schema": DIALECT, "$id": f"{kind.name}.schema.json", "title": f"{kind.name.capitalize()} ({kind.glob})"}
    return head | {name: value for name, value in made.items() if name not in head}


def _taught(kind: FileKind) -> Schema:
    made = kind.record.model_json_schema(schema_generator=RecordSchemas, mode="validation")
    if kind.merged:
        merging.relax(made, kind)
    lessons.teach(made, kind)
    return made
