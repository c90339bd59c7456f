"""Our schemas in the hands of a foreign validator, and files as an editor reads them: YAML 1.2, core schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from jsonschema import Draft202012Validator, FormatChecker
from jsonschema.exceptions import ValidationError

from scorecard import pipeline
from scorecard.read.examples import typed
from scorecard.read.records import parse


@cache
def validators() -> Mapping[str, Draft202012Validator]:
    """A validator for each kind of file."""
    return {
        name: Draft202012Validator(schema, format_checker=FormatChecker())  # type: ignore[arg-type]
        for name, schema in pipeline.schemas().items()
    }


def kind_of(file: str) -> str:
    """The kind of a file seen from the project (data/incidents/2026/x.yml); '' where none claims it."""
    for kind in pipeline.file_kinds():
        folder = kind.glob.partition("*")[0]
        if file == kind.glob or (
            "*" in kind.glob and file.startswith(folder) and file.count("/") == kind.glob.count("/")
        ):
            return kind.name
    return ""


def value(text: str) -> Any:
    """What an editor reads; None where it is no YAML mapping."""
    root = parse("data/x.yml", text.encode()).root
    return None if root is None else typed(root)


def errors(kind: str, given: Any) -> Iterator[ValidationError]:
    """What the foreign validator refuses."""
    yield from validators()[kind].iter_errors(given)
