"""One record, written as YAML in one of very many ways that people and their editors have."""

from __future__ import annotations

import json
import random
from dataclasses import dataclass, field
from typing import Any

import yaml

#: Keys whose values are free texts; all others hold one word.
FREE = frozenset(
    [
        "title",
        "text",
        "description",
        "what_to_do",
        "private_note",
        "company_comment",
        "by",
        "owner",
        "measure",
        "why",
        "question",
        "channel",
        "started_by",
        "note",
        "what",
        "answer",
        "because",
        "changed",
    ]
)
#: Words that people type, and that YAML may take for something else.
TEXTS = (
    "Card payments fail.",
    "We look for the reason: nobody knows it yet.",
    "Ticket #4711 is open #and stays so",
    "a # b",
    "- no list",
    "yes",
    "no",
    "null",
    "~",
    "true",
    "12:30",
    "007",
    "3.10",
    "1_000",
    "0x1F",
    "2026-03-14",
    "2026-03-14 09:41",
    'it\'s "done"',
    "'quoted'",
    '"quoted"',
    "C:\\temp\\new",
    "ends with a colon:",
    "{braces}",
    "[brackets], too",
    "a, b, c",
    "? why",
    "?why",
    "!now",
    "&you *me",
    "% of all",
    "@home",
    "`code`",
    "> quote",
    "| pipe",
    "=",
    "<<",
    "---",
    "...",
    "--- a",
    "key: value: more",
    "https://example.org/a?b=c#d",
    "Ελλάδα и Москва",
    "東京の電力",
    "👩‍🚒 fire 🔥",
    "naïve café",
    "a\u00a0b",
    "# Heading\nand a text\n\n  - with a list",
    "two\nlines",
    "three\n\nlines: here # yes",
    "x" * 700,
    "so many words " * 40 + "end",
)
MARKS = ("# a remark", "#", "#no blank", "# key: value", "# - item", "#\ttab")


@dataclass
class Writer:
    """Writes with the habits that its dice gave it."""

    dice: random.Random
    step: int = 2
    gap: int = 1
    flow_items: bool = True
    remarks: float = 0.1
    quoted_keys: float = 0.0
    spaced_colons: float = 0.0
    one_mapping: bool = False
    plain_only: bool = False
    made: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, dice: random.Random) -> Writer:
        """Somebody's habits."""
        return cls(
            dice,
            step=dice.choice((0, 2, 2, 2, 4, 3)),
            gap=dice.choice((1, 1, 1, 1, 3)),
            flow_items=dice.random() < 0.6,
            remarks=dice.choice((0.0, 0.1, 0.4)),
            quoted_keys=dice.choice((0.0, 0.0, 0.3)),
            spaced_colons=dice.choice((0.0, 0.0, 0.0, 0.2)),
        )

    def chance(self, share: float) -> bool:
        """Yes in so many of one cases."""
        return self.dice.random() < share

    def key(self, name: str) -> str:
        """A key with its colon."""
        word = self.dice.choice((f'"{name}"', f"'{name}'")) if self.chance(self.quoted_keys) else name
        return f"{word}{' ' if self.chance(self.spaced_colons) else ''}:"

    def scalar(self, text: str, *, flow: bool) -> str:
        """A text in one line, or in several that a quote holds together."""
        ways = []
        if _plain(text, flow=flow):
            ways += ["plain"] * 4
        if "\n" not in text:
            ways.append("single")
        ways.append("double")
        match self.dice.choice(ways):
            case "plain":
                return text
            case "single":
                return "'" + text.replace("'", "''") + "'"
        written = json.dumps(text, ensure_ascii=self.chance(0.2) and all(ord(char) < 0x10000 for char in text))
        return written.replace("\\/", "/")

    def below(self, text: str, indent: int) -> str | None:
        """A text under | or >, where it can stand there."""
        lines = text.split("\n")
        if any(line != line.strip() for line in lines) or not lines[0] or (not text.isprintable() and "\n" not in text):
            return None
        mark = self.dice.choice(("|", "|-", "|+", ">", ">-"))
        blanks = " " * (indent + self.dice.choice((1, 2, 4)))
        body = "\n".join(f"{blanks}{line}" if line else "" for line in lines)
        return f"{mark}{self.remark()}\n{body}" + ("\n" * self.dice.choice((0, 0, 1, 2)) if mark != "|-" else "")

    def remark(self) -> str:
        """A remark behind a value, or nothing."""
        return " " * self.dice.choice((1, 3)) + self.dice.choice(MARKS) if self.chance(self.remarks) else ""

    def between(self, indent: int) -> list[str]:
        """Lines that say nothing: blank ones, and remarks further in or out."""
        found = []
        while self.chance(self.remarks):
            away = " " * self.dice.choice((0, indent, indent + 2, indent + 4))
            found.append(self.dice.choice(("", "", f"{away}{self.dice.choice(MARKS)}", "   ")))
        return found

    def flow(self, value: Any, indent: int) -> str:
        """A value inside brackets, on one line or on several."""
        if isinstance(value, dict):
            parts = [f"{name}: {self.flow(one, indent + 2)}" for name, one in value.items()]
        elif isinstance(value, list):
            parts = [self.flow(one, indent + 2) for one in value]
        else:
            return self.scalar(value, flow=True) if isinstance(value, str) else str(value)
        left, right = "{}" if isinstance(value, dict) else "[]"
        comma = "," if parts and self.chance(0.1) else ""
        if parts and self.chance(0.12):
            blanks = "\n" + " " * (indent + 2)
            lines = f",{blanks}".join(parts)
            return f"{left}{self.remark()}{blanks}{lines}{comma}{self.remark()}\n{' ' * (indent + 1)}{right}"
        pad = " " if self.chance(0.1) else ""
        return f"{left}{pad}{', '.join(parts)}{comma}{pad}{right}"

    def pair(self, name: str, value: Any, indent: int) -> str:
        """A key with its value, as block or in brackets; the first line is not indented."""
        key = self.key(name)
        if value is None:
            return key + self.dice.choice(("", "", " ~", " null")) + self.remark()
        if isinstance(value, str):
            often = 0.6 if "\n" in value else 0.15 if name in FREE else 0.0
            below = self.below(value, indent) if self.chance(often) else None
            return f"{key} {below}" if below else f"{key} {self.scalar(value, flow=False)}{self.remark()}"
        if isinstance(value, list) and value and isinstance(value[0], dict) and self.chance(0.92):
            return f"{key}{self.remark()}\n{self.items(value, indent + self.step)}"
        if isinstance(value, dict) and self.chance(0.3):
            deeper = indent + max(self.step, 1)
            lines = [" " * deeper + self.pair(one, inner, deeper) for one, inner in value.items()]
            return f"{key}{self.remark()}\n" + "\n".join(lines)
        if isinstance(value, list | dict):
            return f"{key} {self.flow(value, indent)}{self.remark()}"
        return f"{key} {value}{self.remark()}"

    def items(self, values: list[Any], indent: int) -> str:
        """A list with dashes."""
        lines = []
        for value in values:
            dash = " " * indent + "-" + " " * self.gap
            if isinstance(value, dict) and self.chance(0.15 if self.flow_items else 0.9):
                deeper = indent + 1 + self.gap
                body = f"\n{' ' * deeper}".join(self.pair(name, one, deeper) for name, one in value.items())
                lines.append(dash + body)
            else:
                lines.append(dash + self.flow(value, indent + 2) + self.remark())
            lines += self.between(indent)
        return "\n".join(lines)

    def file(self, record: dict[str, Any]) -> str:
        """A whole file, with line feeds."""
        if self.chance(0.05):
            there = {name: one for name, one in record.items() if one is not None or name == "resolved"}
            there |= {"resolved": there["resolved"] or "not-yet"} if "resolved" in there else {}
            return self.flow(there, 0) + self.remark() + "\n"
        margin = " " * self.dice.choice((0,) * 14 + (2,))
        lines = ["---" + self.remark()] if self.chance(0.12) else []
        lines += ["# The head of the file."] if self.chance(0.5) else []
        for name, value in record.items():
            lines += self.between(len(margin))
            if self.chance(0.01) and not isinstance(value, list | dict) and value is not None:
                lines.append(f"{margin}? {name}\n{margin}: {self.scalar(str(value), flow=False)}")
            else:
                lines.append(margin + self.pair(name, value, len(margin)))
        lines += self.between(len(margin)) + (["..."] if self.chance(0.06) else [])
        return "\n".join(lines) + "\n"


def on_disk(text: str, dice: random.Random) -> bytes:
    """The bytes an editor makes of a text: its line ends, its mark, its last line."""
    if dice.random() < 0.25:
        text = text.rstrip("\n")
    ends = dice.choice(("\n", "\n", "\n", "\r\n", "\r\n", "\r", "mixed"))
    if ends == "mixed":
        text = "".join(dice.choice(("\n", "\r\n")) if char == "\n" else char for char in text)
    else:
        text = text.replace("\n", ends)
    return ("\ufeff" if dice.random() < 0.2 else "").encode() + text.encode()


def spoilt(text: str, dice: random.Random) -> str:
    """The text with something that few files have: some of it must be refused."""
    lines = text.split("\n")
    at = dice.randrange(len(lines))
    match dice.randrange(12):
        case 0:
            lines.insert(at, "\t")
        case 1:
            lines[at] = lines[at].replace(": ", ":\t", 1)
        case 2:
            lines[at] = lines[at].replace(": ", ": &anchor ", 1)
        case 3:
            lines.append("again: *anchor")
        case 4:
            lines[at] = lines[at].replace(": ", ": !!str ", 1)
        case 5:
            lines += ["---", "title: a second document"]
        case 6:
            lines.append(lines[0] if ":" in lines[0] else "title: twice\ntitle: twice")
        case 7:
            lines.insert(0, "%YAML 1.2")
        case 8:
            lines[at] += ' "'
        case 9:
            lines[at] = f"\t{lines[at]}"
        case 10:
            lines[at] = lines[at].replace("e", "\x07", 1)
        case _:
            lines[at] = lines[at][: len(lines[at]) // 2]
    return "\n".join(lines)


def _plain(text: str, *, flow: bool) -> bool:
    """Whether another YAML program reads a text without quotes just so, and not as nothing."""
    if text in ("~", "null"):
        return False
    try:
        return bool(
            yaml.load(f"[{text}]" if flow else f"k: {text}", yaml.BaseLoader) == ([text] if flow else {"k": text})
        )
    except yaml.YAMLError:
        return False
