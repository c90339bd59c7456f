"""Questions that an export spreads over columns, one for each answer: none of these columns is a question."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import zip_longest

from scorecard.model.tallies import Column


def spread(columns: Sequence[Column]) -> dict[str, tuple[str, ...]]:
    """Question -> its columns: each holds one answer or nothing, and no row has more than one of them."""
    groups: defaultdict[str, list[Column]] = defaultdict(list)
    for column in columns:
        match = re.fullmatch(r"(.+\S)\s*\[[^\[\]]+\]", column.text)
        if match and len({*column.samples} - {""}) < 2:
            groups[match[1]].append(column)
    return {
        question: tuple(one.name for one in group)
        for question, group in groups.items()
        if sum(any(one.samples) for one in group) > 1
        and all(sum(map(bool, row)) < 2 for row in zip_longest(*(one.samples for one in group)))
    }
