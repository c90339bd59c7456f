"""How hard a text is to read: words of a sentence, and the Automated Readability Index (Smith and Senter 1967)."""

from __future__ import annotations

import re

#: A full stop inside a figure (6.8), an address or a name ends no sentence.
_END = re.compile(r"(?<=[.!?])[\s”\"']+|;\s+")
_WORD = re.compile(r"[^\s/–—-]+")

MOST_WORDS = 25
HARDEST = 8.0
#: Vague words for chance and excuses, and words that claim a cause: nowhere on the site (SITE.md).
VAGUE = re.compile(
    r"\b(slightly|somewhat|despite|regrettably|unfortunately|roughly|significant|significantly|because of|due to|"
    r"as a result|thanks to|caused by)\b",
    re.IGNORECASE,
)
#: These too in a headline.
BELITTLING = re.compile(r"\b(only|just|merely|after)\b", re.IGNORECASE)


def sentences(text: str) -> list[str]:
    """The sentences of a text; a semicolon ends one too."""
    return [piece for piece in _END.split(text.strip()) if piece.strip()]


def words(text: str) -> list[str]:
    """The words of a text, figures among them, without pure punctuation."""
    return [word for word in _WORD.findall(text) if re.search(r"\w", word)]


def longest(text: str) -> int:
    """Words of the longest sentence, where only . ! ? end one."""
    whole = re.split(r"(?<=[.!?])\s+", text.strip())
    return max((len(words(piece)) for piece in whole), default=0)


def hardness(text: str) -> float:
    """The Automated Readability Index: about the school year a reader needs."""
    found = words(text)
    letters = sum(len(re.sub(r"\W", "", word)) for word in found)
    return 4.71 * letters / len(found) + 0.5 * len(found) / len(sentences(text)) - 21.43
