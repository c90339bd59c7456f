"""The packaged method, which holds for all that a company leaves out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from scorecard.model.records import Entry, Method
from scorecard.read import quick

DEFAULT_METHOD = Path(__file__).parent.parent / "defaults" / "method.yml"


def default_method() -> tuple[Entry[Method], Mapping[str, Any]]:
    """The packaged method and its plain values. Raises RuntimeError where the installation is broken."""
    values = quick.values(DEFAULT_METHOD.read_text("utf-8"))
    if values is None:
        raise RuntimeError("the packaged method is broken: it is no plain file")
    made = Method.model_validate(values, context={"zone": ZoneInfo("UTC")}, by_alias=True, by_name=False)
    return Entry("method", made), values
