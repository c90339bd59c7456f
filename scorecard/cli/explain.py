"""`scorecard explain`."""

from __future__ import annotations

import difflib

import click

from scorecard.cli.console import show


@click.command("explain")
@click.argument("rule", required=False)
def command(rule: str | None) -> int:
    """Explain RULE: why it is there, how to mend it, a wrong and a right example. Without RULE, list all."""
    from scorecard import pipeline

    rules = pipeline.rules()
    if rule is None:
        wide = max(len(name) for name in rules)
        show("".join(f"{info.code}  {name:{wide}}  {info.summary}\n" for name, info in rules.items()))
        return 0
    codes = {info.code: info for info in rules.values()}
    info = rules.get(rule.lower()) or codes.get(rule.upper())
    if info is None:
        near = difflib.get_close_matches(rule.lower(), rules, 3, 0.5)
        hint = f" Did you mean {' or '.join(map(repr, near))}?" if near else " `scorecard explain` lists all."
        raise click.UsageError(f"There is no rule {rule!r}.{hint}")
    show(pipeline.explain(info).rstrip("\n") + "\n")
    return 0
