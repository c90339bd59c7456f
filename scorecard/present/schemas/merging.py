"""A file that holds only what differs from the packaged one: what is there already need not be written."""

from __future__ import annotations

from typing import Any

from scorecard.model.file_kinds import FileKind
from scorecard.model.written import Schema


def relax(made: Schema, kind: FileKind) -> None:
    """Nothing at the top is required, nor inside the keys that are merged; packaged values are the defaults."""
    made.pop("required", None)
    for name, value in kind.base.items():
        shape = made["properties"][name]
        if not isinstance(value, dict | list):
            shape["default"] = value
        if name in kind.merged:
            _relax_inside(made, shape, value)


def _relax_inside(made: Schema, shape: Schema, base: Any) -> None:
    if "$ref" in shape:
        target = made["$defs"][shape["$ref"].rpartition("/")[2]]
        target.pop("required", None)
        for name, value in base.items():
            if not isinstance(value, dict | list):
                target["properties"][name]["default"] = value
    elif all(isinstance(value, dict) for value in base.values()):
        ((pattern, values),) = shape["patternProperties"].items()
        # Patterns hold for known keys too, unless they say otherwise.
        shape["patternProperties"] = {f"^(?!(?:{'|'.join(base)})$){pattern.removeprefix('^')}": values}
        whole = made["$defs"][values["$ref"].rpartition("/")[2]]
        for name, value in base.items():
            own = {key: {**whole["properties"][key], "default": default} for key, default in value.items()}
            shape.setdefault("properties", {})[name] = {
                **{key: of for key, of in whole.items() if key != "required"},
                "properties": own,
            }
