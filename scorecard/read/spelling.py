"""Did you mean …: near words and letters that only look alike."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

from scorecard.read.guards import describe

#: Nobody misspells a word of 64 letters; comparing longer ones costs time.
LONGEST = 64

_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһքցոսԛԝвкмнтАВЕКМНОРСТУХІЈЅαεικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɡ",
    "aeopcyxijsdhpgnuqwbkmhtABEKMHOPCTYXIJSaeiknoptuxABEZHIKMNOPTYXig",
)


def near(word: str, known: Iterable[str], cutoff: float = 0.7) -> str:
    """The known word that was most likely meant; empty when none is near."""
    if len(word) > LONGEST:
        return ""
    plain = {_flat(name): name for name in known}
    flat = _flat(word)
    if flat in plain:
        return plain[flat]
    found = difflib.get_close_matches(flat, plain, 1, cutoff)
    return plain[found[0]] if found else ""


def odd_letters(word: str) -> str:
    """The first letter that only looks like a Latin one, by code point and name; empty when there is none."""
    if word.isascii() or len(word) > LONGEST:
        return ""
    odd = next((char for char in word if not char.isascii()), "")
    return describe(odd)


def _flat(word: str) -> str:
    latin = unicodedata.normalize("NFKC", word).translate(_LOOKALIKES)
    return re.sub(r"[^a-z0-9]", "", latin.lower())
