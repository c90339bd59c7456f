"""The packaged example of each kind of file: what editors offer and the reference shows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scorecard.model.file_kinds import FileKind
from scorecard.model.nodes import Node, Scalar, Sequence
from scorecard.model.records.mapping import IncidentMapping, SurveyMapping
from scorecard.read.kinds import FOLDERS, MAPPINGS, SINGLE
from scorecard.read.packaged import DEFAULT_METHOD
from scorecard.read.records import MERGED, parse

EXAMPLES = Path(__file__).parent.parent / "defaults" / "examples"
_WORDS = {"true": True, "false": False}


def file_kinds() -> Iterator[FileKind]:
    """Every kind of file, the single ones first, mappings of imports last."""
    for kind in (*SINGLE, *FOLDERS):
        data = (EXAMPLES / f"{kind.name}.yml").read_bytes()
        base = _values(DEFAULT_METHOD.read_bytes()) if kind.merged else {}
        merged = MERGED if kind.merged else ()
        yield FileKind(kind.name, kind.glob, kind.record, data.decode(), _values(data), base, merged)

    yield _imports()


def _imports() -> FileKind:
    where = f"data/{MAPPINGS}/*.yml"
    data, other = ((EXAMPLES / f"{name}.yml").read_bytes() for name in ("import", "import-incidents"))
    incidents = FileKind("import", where, IncidentMapping, other.decode(), _values(other))
    return FileKind(
        "import", where, SurveyMapping, data.decode(), _values(data), other=incidents, other_word="incidents"
    )


def _values(data: bytes) -> dict[str, Any]:
    root = parse("an example", data).root
    if root is None:
        raise RuntimeError("an example of the package is broken")
    return {key.text: typed(value) for key, value in root.pairs}


def typed(node: Node) -> Any:
    """Values as an editor sees them: a bare 5 is a number, a bare true is true (YAML 1.2, core schema)."""
    if isinstance(node, Sequence):
        return [typed(item) for item in node.items]
    if not isinstance(node, Scalar):
        return {key.text: typed(value) for key, value in node.pairs}
    if not node.plain:
        return node.text
    if node.text in ("", "~", "null", "Null", "NULL"):
        return None
    if node.text.lower() in _WORDS and node.text in (node.text.lower(), node.text.upper(), node.text.capitalize()):
        return _WORDS[node.text.lower()]
    if re.fullmatch(r"[-+]?\d+", node.text):
        return int(node.text)
    if re.fullmatch(r"0o[0-7]+|0x[0-9a-fA-F]+", node.text):
        return int(node.text, 0)
    if re.fullmatch(r"[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?", node.text):
        return float(node.text)
    if re.fullmatch(r"[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)", node.text):
        return float(node.text.replace(".", "").lower())
    return node.text
