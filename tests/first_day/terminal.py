"""A terminal that types, waits for what must be said, and keeps a transcript without times, paths and ports."""

from __future__ import annotations

import re
import socket
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType

import pexpect

#: A slow machine is no failure; a word that never comes is.
PATIENCE = 180
COLUMNS = 120


class Terminal:
    """Commands typed into one folder; `transcript` holds what a person saw."""

    def __init__(self, home: Path, environment: dict[str, str]) -> None:
        self.home, self.folder, self.environment = home, home, environment
        self.transcript = ""

    def note(self, text: str) -> None:
        """What the person does beside the terminal."""
        self.transcript += f"# {text}\n"

    def enter(self, folder: str) -> None:
        """Change the folder."""
        self.transcript += f"$ cd {folder}\n\n"
        self.folder = self.folder / folder

    def type(self, command: str, answers: Sequence[tuple[str, str]] = (), code: int = 0) -> str:
        """Type a command, answer its questions, wait until it ends with that exit code; give what was shown."""
        with Running(self, command, command) as running:
            for question, answer in answers:
                running.wait(question)
                running.answer(answer)
            return running.ends(code)

    def open(self, command: str) -> Running:
        """Start one program that stays."""
        return Running(self, command, f"exec {command}")

    def save(self, file: Path, text: str) -> None:
        """Save a file as an editor does: whole, at once."""
        fresh = self.home / "saving"
        fresh.write_text(text, encoding="utf-8")
        fresh.replace(file)

    def plain(self, text: str) -> str:
        """The text without what is different on another machine or day."""
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", text.replace("\r\n", "\n").replace("\r", "\n"))
        text = text.replace(str(self.home.resolve()), "~").replace(str(self.home), "~")
        text = re.sub(r"\b\d[\d,]* pages?\b", "N pages", text)
        text = re.sub(r"\d+\.\d s\b", "N s", text)
        text = re.sub(r"\b\d\d:\d\d:\d\d UTC", "HH:MM:SS UTC", text)
        return re.sub(r"127\.0\.0\.1:\d+", "127.0.0.1:PORT", text)


class Running:
    """A command that runs at the terminal."""

    def __init__(self, terminal: Terminal, command: str, line: str) -> None:
        self._terminal, self._command, self._shown, self._code = terminal, command, "", 0
        self._child: pexpect.spawn[str] = pexpect.spawn(
            "/bin/sh",
            ["-c", line],
            cwd=str(terminal.folder),
            env=terminal.environment,
            dimensions=(50, COLUMNS),
            encoding="utf-8",
            timeout=PATIENCE,
        )

    def __enter__(self) -> Running:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._child.close(force=True)

    def wait(self, text: str) -> None:
        """Until this is shown."""
        try:
            self._child.expect_exact(text)
        except (pexpect.EOF, pexpect.TIMEOUT) as error:
            raise AssertionError(
                f"{self._command}: waited for {text!r}, saw:\n{self._shown}{self._child.before}"
            ) from error
        self._shown += f"{self._child.before}{self._child.after}"

    def answer(self, text: str) -> None:
        """Type a line."""
        self._child.sendline(text)

    def interrupt(self) -> None:
        """Ctrl+C."""
        self._child.sendintr()

    def ends(self, code: int) -> str:
        """Wait for the end; keep the transcript."""
        self._child.expect(pexpect.EOF)
        self._shown += str(self._child.before)
        self._child.close()
        plain = self._terminal.plain(self._shown).rstrip("\n")
        assert self._child.exitstatus == code, f"{self._command}: exit {self._child.exitstatus}\n{plain}"
        command = self._terminal.plain(self._command)
        port = re.sub(r"--port \d+", "--port PORT", command)
        told = f"[exit {code}]\n" if code else ""
        self._terminal.transcript += f"$ {port}\n{plain}\n{told}\n"
        return plain


def free_port() -> int:
    """A port nobody uses now."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
