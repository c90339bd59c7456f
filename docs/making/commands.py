"""One page for each command, from the command line's own help."""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping

import click

from docs.making.markdown import code, fence, plain
from scorecard import cli

INTRO = """\
# Every command

Type a command in a terminal, in the folder that holds `data/`. `scorecard COMMAND --help` shows the same text.
Results go to the screen as data; words for you go beside them.
A command ends with 0 when all is well, 1 when there are problems in your files, 2 when it was typed wrong.

| command | what it does |
|---|---|
"""


def pages() -> Mapping[str, str]:
    """The index and a page for each command."""
    found = dict(walk(cli.scorecard, _context(cli.scorecard, "scorecard")))
    made = {f"commands/{'-'.join(names)}.md": "".join(_page(ctx)) for names, ctx in found.items()}
    rows = [
        f"| [{code(ctx.command_path)}]({'-'.join(names)}.md) | {plain(ctx.command.get_short_help_str(120))} |\n"
        for names, ctx in found.items()
    ]
    return {"commands/index.md": INTRO + "".join(rows), **made}


def walk(group: click.Group, ctx: click.Context) -> Iterator[tuple[tuple[str, ...], click.Context]]:
    """Every command with the names that lead to it; groups only through their commands, unless they have none."""
    for name in group.list_commands(ctx):
        command = group.get_command(ctx, name)
        if command is None or command.hidden:
            continue
        below = _context(command, name, ctx)
        inside = list(walk(command, below)) if isinstance(command, click.Group) else []
        if inside:
            yield from (((name, *names), one) for names, one in inside)
        elif not isinstance(command, click.Group):
            yield (name,), below


def _context(command: click.Command, name: str, parent: click.Context | None = None) -> click.Context:
    return click.Context(command, parent, name, help_option_names=["-h", "--help"])


def _page(ctx: click.Context) -> Iterator[str]:
    command = ctx.command
    yield f"# {ctx.command_path}\n\n"
    yield fence(f"{ctx.command_path} {' '.join(command.collect_usage_pieces(ctx))}", "text") + "\n"
    for paragraph in inspect.cleandoc(command.help or "").replace("\b", "").split("\n\n"):
        yield plain(" ".join(paragraph.split())) + "\n\n"
    yield "## Options\n\n| option | what it does |\n|---|---|\n"
    for param in command.get_params(ctx):
        record = param.get_help_record(ctx)
        if record is not None:
            yield f"| {code(record[0])} | {plain(record[1])} |\n"
