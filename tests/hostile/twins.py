"""Other data that must look the same in public.

What is hidden is hidden when nothing published depends on it. So the site is built again from twins of the data, in
which only hidden answers differ, and every byte of both sites must be equal.
"""

import re
from collections.abc import Mapping

import yaml

#: Groups and waves with fewer answers are hidden (gates.suppress_below of the packaged method).
HIDDEN_BELOW = 10


def twins(tree: Mapping[str, bytes], file: str) -> list[dict[str, bytes]]:
    """The tree with hidden answers of the first question of a wave moved to other answers, and to other people."""
    body = tree[file].decode()
    counts = yaml.safe_load(body)["questions"][0]["counts"]
    others = _lonely(body, counts) if isinstance(counts, list) else _grouped(body, counts)
    return [{**tree, file: other.encode()} for other in others]


def open_twin(tree: Mapping[str, bytes], file: str) -> dict[str, bytes]:
    """The tree with a figure changed that is public: its site must differ, or the comparison proves nothing."""
    body = re.sub(r"^invited: \d+$", "invited: 3999", tree[file].decode(), flags=re.MULTILINE)
    earlier = tree["data/surveys/2026-q2.yml"].replace(b"invited: 5400", b"invited: 5399")
    return {**tree, file: body.encode(), "data/surveys/2026-q2.yml": earlier}


def _lonely(body: str, counts: list[int]) -> list[str]:
    """Another answer of the few who answered, and one person more."""
    moved, more = [*counts[1:], counts[0]], [counts[0] + 1, *counts[1:]]
    grown = body.replace(f"counts: {counts}", f"counts: {more}")
    return [
        body.replace(f"counts: {counts}", f"counts: {moved}"),
        re.sub(r"^respondents: .*$", f"respondents: {sum(more)}", grown, flags=re.MULTILINE),
    ]


def _grouped(body: str, counts: dict[str, list[int]]) -> list[str]:
    """Answers of a hidden group given by people of the next smallest one instead, where the groups add up."""
    sizes = sorted((sum(row), name) for name, row in counts.items() if name != "all")
    hidden = [name for n, name in sizes if n < HIDDEN_BELOW or max(counts[name]) == n]
    adds_up = sum(n for n, _ in sizes) == sum(counts["all"])
    found = []
    for name in hidden:
        row = counts[name]
        at = row.index(max(row))
        to = max((i for i in range(len(row)) if i != at), key=lambda i: counts["all"][i] - row[i])
        moved = list(row)
        moved[at], moved[to] = row[to], row[at]
        smaller = list(row)
        smaller[at] -= 1
        for other in (moved, smaller):
            text = body.replace(f"{name}: {row}", f"{name}: {other}")
            if adds_up:
                next_one = next(other for _, other in sizes if other != name)
                given = [b + a - c for b, a, c in zip(counts[next_one], row, other, strict=True)]
                text = text.replace(f"{next_one}: {counts[next_one]}", f"{next_one}: {given}")
            found.append(text)
    return found
