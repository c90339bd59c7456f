"""The bar of long work: only where somebody looks, and only after a second."""

import io
import sys

import pytest

from scorecard.cli import progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    """A clock that stands still until it is moved."""
    now = [100.0]
    monkeypatch.setattr("scorecard.cli.progress.time.monotonic", lambda: now[0])
    return now


def test_nobody_looks() -> None:
    """Neither a terminal nor asked for: no bar."""
    with progress.bar("counting", None) as shown:
        assert shown is None


def test_a_terminal_sees_a_bar_after_a_second(monkeypatch: pytest.MonkeyPatch, clock: list[float]) -> None:
    """Short work shows nothing; long work shows a bar that is taken away; starting again is another pass."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.bar("counting", None) as shown:
        assert shown is not None
        shown(1, 10)
        assert terminal.getvalue() == ""
        clock[0] += 1.5
        shown(5, 10)
        clock[0] += 1.5
        shown(1, 10)
    assert terminal.getvalue() == (
        "\rcounting [###############...............]  50 %\x1b[K"
        "\rcounting (pass 2) [###...........................]  10 %\x1b[K"
        "\r\x1b[K"
    )


def test_a_file_gets_a_line_for_each_tenth(capsys: pytest.CaptureFixture[str], clock: list[float]) -> None:
    """With --progress and no terminal: lines, at most one for each tenth."""
    with progress.bar("counting", True) as shown:
        assert shown is not None
        clock[0] += 2
        for done in range(0, 101, 4):
            clock[0] += 1
            shown(done, 100)
    assert capsys.readouterr().err.splitlines() == [
        f"counting: {at} %" for at in (0, 12, 20, 32, 40, 52, 60, 72, 80, 92, 100)
    ]
