"""Groups of commands that find their commands by themselves."""

from __future__ import annotations

import importlib
from functools import cached_property

import click

from scorecard.model.modules import names


class Commands(click.Group):
    """One module of a package is one command when it has a `command`; nothing is listed by hand.

    A folder with a `command` is a group of commands: its modules. A name that Python keeps for itself ends in `_`.
    """

    package = "scorecard.cli"

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the commands, sorted."""
        return sorted(name for name in self._modules if self.get_command(ctx, name))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, None when there is none."""
        module = self._modules.get(cmd_name)
        found = getattr(importlib.import_module(f"{self.package}.{module}"), "command", None) if module else None
        return found if isinstance(found, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command, or say which one was probably meant."""
        if self.get_command(ctx, args[0]) is None and not args[0].startswith("-"):
            import difflib  # only who mistypes waits for it

            near = difflib.get_close_matches(args[0], self.list_commands(ctx), 1)
            hint = f" Did you mean {near[0]!r}?" if near else f" There are: {', '.join(self.list_commands(ctx))}."
            raise click.UsageError(f"There is no command {args[0]!r}.{hint}", ctx)
        return super().resolve_command(ctx, args)

    @cached_property
    def _modules(self) -> dict[str, str]:
        found = names(importlib.import_module(self.package).__path__)
        return {name.rstrip("_").replace("_", "-"): name for name in found}
