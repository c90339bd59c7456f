"""What an import gives: the files of a project, and what the source cannot say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


class Unreadable(ValueError):  # noqa: N818 - it says what the data are
    """The foreign data lack what an import cannot do without; the message says what."""


@dataclass(frozen=True, slots=True)
class Conversion:
    """A whole project as data.

    `files`: path relative to the project, with /, to a mapping of texts, numbers, lists and mappings. `remarks`: what
    the source cannot say or what was left out, one sentence or two each, for the person who reviews the import.
    `ends`: the first moment after everything the source speaks of (UTC); a site built as of then claims nothing later.
    """

    files: Mapping[str, Any]
    remarks: tuple[str, ...]
    ends: datetime
