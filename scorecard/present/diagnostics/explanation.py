"""What `scorecard explain` prints of a rule."""

from __future__ import annotations

from textwrap import fill, indent

from scorecard.model.problems import RuleInfo

_COLUMNS = 80


def explain(info: RuleInfo) -> str:
    """Name, code and severity; the summary; why; how to fix it; a wrong and a right example."""
    parts = [
        f"{info.rule} ({info.code}, {info.severity.value})",
        fill(info.summary, _COLUMNS),
        f"Why\n{_wrapped(info.why)}",
        f"How to fix\n{_wrapped(info.how)}",
    ]
    parts += [f"{name}\n{indent(text.rstrip(), '  ')}" for name, text in _examples(info)]
    return "\n\n".join(parts) + "\n"


def _wrapped(text: str) -> str:
    return "\n\n".join(
        fill(paragraph, _COLUMNS, initial_indent="  ", subsequent_indent="  ") for paragraph in text.split("\n\n")
    )


def _examples(info: RuleInfo) -> list[tuple[str, str]]:
    return [(name, text) for name, text in (("Wrong", info.wrong), ("Right", info.right)) if text.strip()]
