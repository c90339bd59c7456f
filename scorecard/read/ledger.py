"""The ledger: data/published/QUARTER/vN.json, what was published when. Written by the tool; here it is only read."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from hashlib import blake2b
from typing import Any, NoReturn

from pydantic import ValidationError

from scorecard.model.memo import Memo
from scorecard.model.problems import Problem
from scorecard.model.records import Entry
from scorecard.model.records.vintage import Vintage
from scorecard.read.files import Frozen, read_frozen
from scorecard.read.sources import Finding, Source

_NAME = re.compile(r"(\d{4}-q[1-4])/v([1-9]\d{0,3})")
_HELP = "take the file back from git as it was published; nobody writes it by hand"

Result = tuple[Entry[Vintage] | None, tuple[Problem, ...]]


def versions(files: Iterable[Frozen], memo: Memo) -> tuple[list[Entry[Vintage]], list[Problem]]:
    """Every published version of every quarter, in order, and what is wrong with the files."""
    found: list[Entry[Vintage]] = []
    problems: list[Problem] = []
    for frozen in files:
        if _NAME.fullmatch(frozen.id) is not None:
            version, wrong = _vintage(frozen, memo)
            problems.extend(wrong)
            if version is not None:
                found.append(version)
    return sorted(found, key=lambda entry: entry.record.key), problems


def _vintage(frozen: Frozen, memo: Memo) -> Result:
    """The version a file holds, or what is wrong with it."""
    data = read_frozen(frozen)
    if isinstance(data, Finding):
        return None, (Source(frozen.file).problem(data),)
    digest = blake2b(data, digest_size=20).digest()
    return memo.of(("vintage", frozen.file), (digest,), lambda: _made(frozen, data))


def _made(frozen: Frozen, data: bytes) -> Result:
    try:
        made = Vintage.model_validate(json.loads(data.decode("utf-8"), parse_constant=_refused))
    except UnicodeDecodeError:
        return _wrong(frozen, "this is not UTF-8 text")
    except json.JSONDecodeError as error:
        return _wrong(frozen, f"this is not JSON: {error.msg.lower()}", error.lineno, error.colno)
    except RecursionError:
        return _wrong(frozen, "this is not JSON of ours: it is nested too deep")
    except ValidationError as error:
        return _wrong(frozen, _first(error.errors(include_url=False, include_input=False)[0]))
    except ValueError as error:
        return _wrong(frozen, f"this is not JSON: {error}")
    if f"{made.quarter.slug}/v{made.version}" != frozen.id:
        return _wrong(
            frozen, f"the file says it is version {made.version} of {made.quarter}, but its place says {frozen.id}"
        )
    return Entry(frozen.id, made, frozen.file), ()


def _refused(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number")


def _first(error: Any) -> str:
    """pydantic's error with the way to the key."""
    way = ".".join(str(step) for step in error["loc"]) or "the whole file"
    said = str(error["msg"]).removeprefix("Value error, ")
    return f"{way}: {said[:1].lower()}{said[1:]}"


def _wrong(frozen: Frozen, message: str, line: int = 1, column: int = 1) -> Result:
    found = Finding("ledger-unreadable", line, column, message, help=_HELP)
    return None, (Source(frozen.file).problem(found),)
