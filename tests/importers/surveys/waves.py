"""A written wave, read by another reader than ours: ruamel.yaml."""

from __future__ import annotations

from typing import Any

from ruamel.yaml import YAML


def numbers(text: str) -> dict[tuple[str, str], tuple[int, ...]]:
    """(question, segment) -> the counts on the scale, then don't know, then no answer."""
    found: dict[tuple[str, str], tuple[int, ...]] = {}
    for one in YAML(typ="safe").load(text)["questions"]:
        for segment, counts in _under_all(one["counts"]).items():
            unsaid = (_under_all(one.get(name, {})).get(segment, 0) for name in ("dont_know", "no_answer"))
            found[one["id"], segment] = (*counts, *unsaid)
    return found


def _under_all(value: Any) -> dict[str, Any]:
    return value if isinstance(value, dict) else {"all": value}
