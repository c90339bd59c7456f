"""Small pieces of Markdown."""

from __future__ import annotations

import re


def fence(text: str, language: str = "yaml") -> str:
    """A block of code, whatever stands in it."""
    longest = max((len(run) for run in re.findall(r"`+", text)), default=0)
    mark = "`" * max(3, longest + 1)
    return f"{mark}{language}\n{text.rstrip(chr(10))}\n{mark}\n"


def code(text: object) -> str:
    """A word as code, on one line."""
    plain = " ".join(str(text).split())
    mark = "``" if "`" in plain else "`"
    return f"{mark}{plain}{mark}"


def plain(text: str) -> str:
    """Text that Markdown leaves alone; what stands between backticks stays code."""
    parts = re.split(r"(`[^`]+`)", text)
    return "".join(part if part.startswith("`") else re.sub(r"([\\*_<>\[\]|#])", r"\\\1", part) for part in parts)
