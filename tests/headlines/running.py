"""Random quarters one after the other, with what is wrong with their headlines."""

from __future__ import annotations

import gettext
from collections.abc import Iterator
from itertools import count, islice

from scorecard.present.words import Words
from scorecard.read import locale
from tests.headlines.histories import Case, cases
from tests.headlines.judging import faults

QUARTERS = 10_000


def languages() -> dict[str, Words]:
    """English and Italian."""
    italian = locale.catalogue("it")
    assert isinstance(italian, gettext.NullTranslations)
    return {"en": Words(zone="Europe/Rome"), "it": Words("it", "Europe/Rome", italian)}


def judged(most: int, start: int = 0) -> Iterator[tuple[Case, list[str]]]:
    """So many quarters, from the random company of that number on."""
    spoken = languages()
    made = (case for seed in count(start) for case in cases(seed, spoken))
    for case in islice(made, most):
        yield case, list(faults(case))
