"""Questions at a terminal, and the same things as options for scripts."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

import click

from scorecard.cli.console import say

if TYPE_CHECKING:
    from scorecard.pipeline import Desk


#: Bytes of a line, at most: Linux throws the rest away, and nobody is told.
TERMINAL_LINE = 4095


class Asking:
    """Completes what was given by options: at a terminal by asking, else by naming the options that are missing.

    What may stay empty is asked for only where nothing at all was given by options.
    """

    def __init__(self, desk: Desk, given: dict[str, Any], *, no_input: bool) -> None:
        self.desk = desk
        self.given = given
        self.on = not no_input and sys.stdin.isatty() and sys.stderr.isatty()
        self.eager = self.on and not any(given.values())
        self._missing: list[str] = []

    def need(
        self, key: str, question: str, kind: str = "words", default: str = "", choices: tuple[str, ...] = ()
    ) -> Any:
        """What must be there: given, or asked for, or the default, or missing."""
        if self.given.get(key):
            self._check(key, kind)
        elif self.on:
            self.given[key] = self._asked(question, kind, default, choices, needed=True)
        elif default:
            self.given[key] = default
        else:
            self._missing.append(option(key))
        return self.given.get(key)

    def may(self, key: str, question: str, kind: str = "words", choices: tuple[str, ...] = ()) -> Any:
        """What may stay empty."""
        if self.given.get(key):
            self._check(key, kind)
        elif self.eager:
            self.given[key] = self._asked(question, kind, "", choices, needed=False) or None
        return self.given.get(key)

    def name(self, key: str, group: str, question: str) -> str:
        """Which of several entries is meant; those that wait for something are listed at a terminal."""
        given = self.given.pop(key, None)
        self.eager = self.on and not any(self.given.values())
        if given:
            return str(given)
        if not self.on:
            self._missing.append(option(key))
            return ""
        waiting = self.desk.waiting(group)
        for id, words in waiting:
            say(f"  {id}  {words}")
        if not waiting:
            say(f"  none is open; all are files in data/{self.desk.folders[group][0]}/")
        return self._asked(question, group, "", (), needed=True)

    def incident(self, key: str) -> str:
        """The id of the incident that is meant: the named one, or the only one that is open."""
        name = self.desk.incident_meant(self.given.pop(key))
        self.eager = self.on and not any(self.given.values())
        return name

    def done(self) -> None:
        """Raises a usage error where something is missing."""
        if self._missing:
            names = ", ".join(self._missing)
            raise click.UsageError(f"Missing: {names}. At a terminal they are asked for.")

    def _check(self, key: str, kind: str) -> None:
        if self.given[key] == "-":
            self.given[key] = _all_of_stdin(key)
        if isinstance(self.given[key], str) and (wrong := self.desk.complaint(kind, self.given[key])):
            raise click.UsageError(f"{option(key)}: {wrong}")

    def _asked(self, question: str, kind: str, default: str, choices: tuple[str, ...], *, needed: bool) -> str:
        hint = f" ({', '.join(choices)})" if choices else ""
        told = needed or "empty" in question or "Enter" in question
        default_hint = f" [{default}]" if default else "" if told else " (may stay empty)"
        while True:
            line = _typed(f"{question}{hint}{default_hint}: ")
            if len(line.rstrip("\n").encode("utf-8", "surrogateescape")) >= TERMINAL_LINE:
                say("A terminal cuts a line as long as this. Write less, or give the text as an option (see --help).")
                continue
            answer = line.strip() or default
            if not answer:
                if not needed:
                    return ""
                say("An answer is needed here. Ctrl+C stops without writing anything.")
                continue
            wrong = "" if not choices else _not_one_of(answer, choices)
            wrong = wrong or self.desk.complaint(kind, answer)
            if not wrong:
                return _whole(answer, choices)
            say(wrong)


def option(key: str) -> str:
    """The option or argument of the running command that gives a thing, as a person writes it."""
    for one in click.get_current_context().command.params:
        if one.name == key:
            return one.opts[0] if isinstance(one, click.Option) else one.human_readable_name.strip("[]")
    return key


def _whole(answer: str, choices: tuple[str, ...]) -> str:
    if not choices:
        return answer
    return next(one for one in choices if one.startswith(answer.lower().replace(" ", "-")))


def _not_one_of(answer: str, choices: tuple[str, ...]) -> str:
    fitting = [one for one in choices if one.startswith(answer.lower().replace(" ", "-"))]
    exact = [one for one in fitting if one == answer.lower().replace(" ", "-")]
    return "" if len(fitting) == 1 or exact else f"Write one of: {', '.join(choices)}."


def _all_of_stdin(key: str) -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.UsageError(f"{option(key)}: what came on stdin is not UTF-8 (byte {error.start}).") from error


def _typed(prompt: str) -> str:
    """One line from the person. The question goes to stderr where stdout is not the terminal."""
    if sys.stdout.isatty():
        try:
            return input(prompt)
        except EOFError:
            raise click.Abort from None
    click.echo(prompt, nl=False, err=True)
    line = sys.stdin.readline()
    if not line:
        raise click.Abort
    return line
