"""`scorecard completion`."""

from __future__ import annotations

import click

from scorecard.cli.console import say, show

#: Where the line goes that switches it on, and the line.
HOW = {
    "bash": ("~/.bashrc", 'eval "$(scorecard completion bash)"'),
    "zsh": ("~/.zshrc", 'eval "$(scorecard completion zsh)"'),
    "fish": ("~/.config/fish/completions/scorecard.fish", "scorecard completion fish | source"),
}


@click.command("completion")
@click.argument("shell", type=click.Choice(tuple(HOW)))
def command(shell: str) -> int:
    """Print what lets SHELL complete commands, options and files with the Tab key."""
    from click.shell_completion import get_completion_class

    from scorecard.cli import scorecard

    kind = get_completion_class(shell)
    if kind is None:
        raise click.UsageError(f"{shell} cannot be completed.")
    show(kind(scorecard, {}, "scorecard", "_SCORECARD_COMPLETE").source().rstrip("\n") + "\n")
    file, line = HOW[shell]
    say(f"To switch it on, put this line into {file}: {line}")
    return 0
