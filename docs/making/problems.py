"""One page for each problem: what it is, why, how to mend it, a wrong and a right example, and what check says."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

from docs.making.beyond import SITUATIONS
from docs.making.markdown import code, fence, plain
from docs.making.trying import check, check_made
from scorecard import pipeline
from scorecard.model.problems import Problem, RuleInfo

FAMILIES = {
    "SC1": "Files",
    "SC2": "YAML",
    "SC3": "Keys and their shape",
    "SC4": "Single values",
    "SC5": "Within one file",
    "SC6": "Across files",
    "SC7": "Suspicious things",
}
INTRO = """\
# Every problem

`scorecard check` gives each problem a name and a number. The number never changes its meaning.
An **error** stops the build. A **warning** does not, but somebody should look.
`scorecard explain NAME` shows the same text in the terminal.
The wrong example of each page is checked when these pages are made; it gives the problem, and the right one does not.
"""


def pages() -> Mapping[str, str]:
    """The index and a page for each problem."""
    rules = pipeline.rules()
    made = {f"problems/{name}.md": "".join(_page(info)) for name, info in rules.items()}
    return {"problems/index.md": "".join(_index(rules.values())), **made}


def _index(infos: object) -> Iterator[str]:
    yield INTRO
    rules = pipeline.rules().values()
    for family in sorted({info.code[:3] for info in rules}):
        yield f"\n## {FAMILIES.get(family, family)}\n\n| number | name | | what it says |\n|---|---|---|---|\n"
        for info in rules:
            if info.code.startswith(family):
                name = f"[{info.rule}]({info.rule}.md)"
                yield f"| {info.code} | {name} | {info.severity.value} | {plain(info.summary)} |\n"


def _page(info: RuleInfo) -> Iterator[str]:
    yield f"# {info.rule}\n\n{plain(info.summary)}\n\n"
    stops = "It stops the build." if info.severity.value == "error" else "It does not stop the build."
    yield f"**{info.code}**, {info.severity.value}. {stops}\n\n"
    yield f"## Why\n\n{plain(info.why)}\n\n## How to mend it\n\n{plain(info.how)}\n\n"
    if info.wrong and info.right:
        yield f"## Wrong\n\n{fence(info.wrong)}\n{_unseen(info.wrong)}{_said(check(info.wrong), info)}"
        yield f"## Right\n\n{fence(info.right)}"
    elif info.rule in SITUATIONS:
        case = SITUATIONS[info.rule]
        yield f"## Wrong\n\n{fence(case.wrong, 'text')}\n"
        if case.make is not None:
            yield _said(check_made(case.make), info)
        yield f"## Right\n\n{fence(case.right, 'text')}"


def _said(problems: tuple[Problem, ...], info: RuleInfo) -> str:
    own = [problem for problem in problems if problem.rule == info.rule]
    if not own:
        return ""
    return f"`scorecard check` says:\n\n{fence(pipeline.tell(own[:1], 'text'), 'text')}\n"


def _unseen(text: str) -> str:
    """Names of letters that nobody can see or tell apart."""
    odd: dict[tuple[int, str], str] = {}
    for number, line in enumerate(text.split("\n"), 1):
        for letter in line:
            if unicodedata.category(letter) in ("Cc", "Cf", "Zl", "Zp", "Co", "Cn"):
                odd.setdefault((number, letter), unicodedata.name(letter, "a control character"))
    told = [
        f"Line {number} holds {code(f'U+{ord(letter):04X}')}, {name.lower()}." for (number, letter), name in odd.items()
    ]
    return " ".join(told) + "\n\n" if told else ""
