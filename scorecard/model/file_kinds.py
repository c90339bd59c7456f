"""A kind of file as editors and the reference see it: its record, where its files lie, and one whole example."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scorecard.model.records.base import FileRecord


@dataclass(frozen=True, slots=True)
class FileKind:
    """One kind of file under data/.

    `example` is the text of a file that uses every key, `values` what a YAML program reads in it. For a file that
    holds only what differs from the packaged one, `base` holds the packaged values and `merged` the keys whose own
    keys are merged one by one; else both are empty. `other` is what a file holds whose `kind` is `other_word`.
    """

    name: str
    glob: str
    record: type[FileRecord]
    example: str = field(repr=False)
    values: Mapping[str, Any] = field(repr=False)
    base: Mapping[str, Any] = field(default_factory=dict, repr=False)
    merged: tuple[str, ...] = ()
    other: FileKind | None = field(default=None, repr=False)
    other_word: str = ""

    @property
    def examples(self) -> tuple[str, ...]:
        """One whole example of each record that such a file may hold."""
        return (self.example, *(self.other.examples if self.other else ()))
