"""ruamel.yaml's pure parser, brought to accept what libyaml accepts: for machines where PyYAML came without libyaml."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.scanner import Scanner, ScannerError

from scorecard.read.syntax import COLON_BEFORE_MARK

__all__ = ["MarkedYAMLError", "YAMLError", "events"]


def events(text: str) -> Iterator[Any]:
    """The events of a text, one by one. Raises YAMLError, or ValueError for an escape beyond Unicode."""
    yaml = YAML(typ="safe", pure=True)
    yaml.Scanner = _Scanner
    yield from yaml.parse(text)


class _Scanner(Scanner):
    """As libyaml does, lets tabs part two tokens, and no bracket or comma follow a colon."""

    def scan_to_next_token(self) -> Any:
        while not self.allow_simple_key and self.reader.peek() in " \t":
            self.reader.forward()
        return super().scan_to_next_token()

    def scan_block_scalar_indicators(self, start_mark: Any) -> Any:
        behind = 0
        while self.reader.peek(behind) in "+-0123456789":
            behind += 1
        if self.reader.peek(behind) in "\t#":  # a tab, or no blank, before a comment
            buffer, at = self.reader.buffer, self.reader.pointer + behind
            self.reader.buffer = f"{buffer[:at]} {buffer[at:]}"
        return super().scan_block_scalar_indicators(start_mark)

    def scan_block_scalar_ignored_line(self, start_mark: Any) -> Any:
        while self.reader.peek() in " \t":
            self.reader.forward()
        return super().scan_block_scalar_ignored_line(start_mark)

    def scan_plain(self) -> Any:
        token = super().scan_plain()
        text = token.value + self.reader.prefix(2)
        if self.flow_level and COLON_BEFORE_MARK.search(text):
            raise ScannerError("while scanning a plain scalar", token.start_mark, "found unexpected ':'")
        return token
