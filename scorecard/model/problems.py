"""Something wrong in data/: place, rule, severity, message and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from scorecard.model.nodes import Place


class Severity(StrEnum):
    """An error stops the build; a warning is built and must be acknowledged by name before publishing."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing a person should mend.

    `rule` is the stable name (unknown-field), `code` its number (SC301), `message` says what is wrong in one line,
    `label` stands under the caret, `help` says how to fix it, `also` holds further places with a word each.
    """

    place: Place
    rule: str
    code: str
    message: str
    label: str = ""
    help: str = ""
    severity: Severity = Severity.ERROR
    source: str = ""  # the line of the file that holds the place, without its line end
    also: tuple[tuple[Place, str], ...] = ()

    @property
    def order(self) -> tuple[str, int, int, str, str]:
        """Sort key: file, line, column, code, message."""
        return (self.place.file, self.place.line, self.place.column, self.code, self.message)


class RuleInfo(NamedTuple):
    """What `scorecard explain` says of a rule; built from the rule's docstring and examples."""

    rule: str
    code: str
    severity: Severity
    summary: str
    why: str
    how: str
    wrong: str = ""
    right: str = ""
