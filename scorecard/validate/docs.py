"""A rule's docstring as what `scorecard explain` says.

The first line is the summary. Four headings follow, each alone on its line: Why, How to fix, Wrong, Right. The examples
are whole YAML files; the first line of each is a comment with its path (# data/...), and one example may hold several.
"""

from __future__ import annotations

import re
from inspect import cleandoc
from textwrap import dedent
from types import ModuleType

from scorecard.model.problems import RuleInfo

_HEADINGS = ("Why", "How to fix", "Wrong", "Right")


def describe(rule: ModuleType) -> RuleInfo:
    """Read the docstring of a rule. Raises ValueError when a heading is missing."""
    parts = re.split(rf"^({'|'.join(_HEADINGS)})\n", cleandoc(rule.__doc__ or ""), flags=re.MULTILINE)
    sections = {name: dedent(text).strip("\n") for name, text in zip(parts[1::2], parts[2::2], strict=True)}
    if tuple(sections) != _HEADINGS:
        raise ValueError(f"{rule.__name__}: the docstring needs the headings {', '.join(_HEADINGS)}, in this order")
    return RuleInfo(
        rule=rule.__name__.rpartition(".")[2].replace("_", "-"),
        code=rule.CODE,
        severity=rule.SEVERITY,
        summary=parts[0].strip(),
        why=_paragraphs(sections["Why"]),
        how=_paragraphs(sections["How to fix"]),
        wrong=sections["Wrong"] + "\n",
        right=sections["Right"] + "\n",
    )


def files(example: str) -> dict[str, str]:
    """The files of an example: path in the project to text; the comment with the path is part of the text."""
    starts = [match.start() for match in re.finditer(r"^# data/\S+$", example, flags=re.MULTILINE)]
    pieces = [example[start:end] for start, end in zip(starts, [*starts[1:], len(example)], strict=True)]
    return {piece.partition("\n")[0].removeprefix("# "): piece for piece in pieces}


def _paragraphs(text: str) -> str:
    return "\n\n".join(" ".join(part.split()) for part in text.split("\n\n"))
