"""One language: sentences from a gettext catalogue, figures, dates and durations by Babel."""

from __future__ import annotations

import gettext
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from babel import Locale
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent, get_decimal_symbol

from scorecard.model.figures import round_half_up, settle, shown
from scorecard.model.quarters import Quarter
from scorecard.model.readings import Estimate
from scorecard.present.words.dates import Dates

#: Where customers start to count on us, unless the method says otherwise: no figure is rounded across it.
LINE = 7.0
_DAY = 1440
_Made = TypeVar("_Made")


@dataclass(frozen=True)
class Words:
    """The house's words in one language; times are told in the organisation's zone.

    What is asked for again and again is worked out once and kept: names, counts, durations, days, figures.
    """

    language: str = "en"
    zone: str = "UTC"
    catalogue: gettext.NullTranslations = field(default_factory=gettext.NullTranslations, repr=False, compare=False)

    def say(self, message: str, /, **facts: object) -> str:
        """A sentence of the catalogue with its facts filled in. Facts are never read as patterns."""
        text = self.catalogue.gettext(message)
        return text.format(**facts) if facts else text

    def count(self, one: str, many: str, number: int, /, **facts: object) -> str:
        """A sentence for one or for many; `{n}` is the number with its separators."""
        return self.catalogue.ngettext(one, many, number).format(n=self.number(number), **facts)

    def once(self, make: Callable[[Words], _Made]) -> _Made:
        """What `make` says in this language; it is asked at the first call only."""
        if make not in self._made:
            self._made[make] = make(self)
        return cast(_Made, self._made[make])

    def figure(self, value: float, *boundaries: float, places: int = 1) -> str:
        """A score of 1 to 10: one decimal, more where it would cross 7 or another named boundary."""
        key = (value, boundaries, places)
        found = self._figures.get(key)
        if found is None:
            found = self._figures[key] = self._decimal(shown(value, places, (LINE, *boundaries)))
        return found

    def places(self, lo: float | None, hi: float | None) -> int:
        """Decimals of a score and its interval: one, more where both ends would look the same."""
        if lo is None or hi is None or settle(lo) == settle(hi):
            return 1
        return next((n for n in range(1, 5) if self.figure(lo, places=n) != self.figure(hi, places=n)), 5)

    def interval(self, lo: float, hi: float, *boundaries: float) -> tuple[str, str]:
        """Both ends of an interval, with a decimal more where they would look the same."""
        places = self.places(lo, hi)
        return self.figure(lo, *boundaries, places=places), self.figure(hi, *boundaries, places=places)

    def between(self, estimate: Estimate) -> str:
        """between 6.5 and 7.1; '' without an interval."""
        if estimate.lo is None or estimate.hi is None:
            return ""
        lo, hi = self.interval(estimate.lo, estimate.hi)
        if estimate.at_most:
            return self.say("between {lo} and {hi} at most", lo=lo, hi=hi)
        return self.say("between {lo} and {hi}", lo=lo, hi=hi)

    def score(self, estimate: Estimate, *boundaries: float) -> str:
        """The score of an estimate with as many decimals as its interval; '' where there is none."""
        if estimate.score is None:
            return ""
        return self.figure(estimate.score, *boundaries, places=self.places(estimate.lo, estimate.hi))

    def points(self, value: float) -> str:
        """A score of 0 to 100 in whole points."""
        return self.number(int(round_half_up(value, 0)))

    def difference(self, value: float) -> str:
        """The size of a change, without its sign."""
        return self._decimal(shown(abs(value), 1, ()))

    def plain(self, value: float, places: int = 2) -> str:
        """Any other figure, without needless zeros: 0.75, 30, 7."""
        text = f"{round_half_up(value, places):f}"
        return self._decimal(text.rstrip("0").rstrip(".") if "." in text else text)

    def exact(self, value: float, places: int = 4) -> str:
        """A figure in the middle of a sum: as many decimals as the reader needs to go on, zeros kept."""
        return self._decimal(f"{round_half_up(value, places):f}")

    def number(self, value: int) -> str:
        """A count with the separators of the language."""
        found = self._numbers.get(value)
        if found is None:
            found = self._numbers[value] = format_decimal(value, locale=self._locale)
        return found

    def percent(self, share: float, places: int = 0) -> str:
        """A share of 0 to 1 in per cent; a share that is not whole is never shown as 0 % or 100 %."""
        for more in range(places, 5):
            rounded = round_half_up(share * 100, more)
            if not (rounded in (0, 100) and settle(share) not in (0.0, 1.0)):
                break
        pattern = "#,##0%" if not more else f"#,##0.{'0' * more}%"
        return format_percent(rounded / 100, pattern, locale=self._locale)

    def day(self, day: date) -> str:
        """14 August 2026."""
        return self._dates.day(self.say("d MMMM y"), self._on(day))

    def short_day(self, day: date) -> str:
        """14 Aug 2026."""
        return self._dates.day(self.say("d MMM y"), self._on(day))

    def month(self, number: int) -> str:
        """Aug: the month of that number, short."""
        return self._dates.day(self.say("MMM"), date(2000, number, 1))

    def month_of(self, day: date) -> str:
        """August 2026."""
        return self._dates.day(self.say("MMMM y"), day)

    def moment(self, at: datetime) -> str:
        """14 August 2026, 09:41, local to the organisation."""
        return self._dates.moment(self.say("d MMMM y, HH:mm"), at.astimezone(self._zone))

    def short_moment(self, at: datetime) -> str:
        """14 Aug 2026, 09:41, local to the organisation."""
        return self._dates.moment(self.say("d MMM y, HH:mm"), at.astimezone(self._zone))

    def local(self, at: datetime) -> datetime:
        """The same moment on the organisation's clock."""
        return at.astimezone(self._zone)

    def duration(self, minutes: float) -> str:
        """41 min, 7 h 5 min, 9 days."""
        found = self._durations.get(minutes)
        if found is None:
            found = self._durations[minutes] = self._duration(minutes)
        return found

    def _duration(self, minutes: float) -> str:
        total = max(0, int(round_half_up(minutes, 0)))
        if total < 60:
            return self.say("{n} min", n=total)
        if total < 2 * _DAY:
            hours, rest = divmod(total, 60)
            return self.say("{h} h {m} min", h=hours, m=rest) if rest else self.say("{h} h", h=hours)
        days, rest = divmod(int(round_half_up(minutes / 60, 0)), 24)
        if days >= 10 or not rest:
            return self.count("{n} day", "{n} days", days + (rest >= 12))
        return self.say("{d} days {h} h", d=days, h=rest)

    def days(self, days: float) -> str:
        """9 days; parts of a day are rounded half up."""
        return self.count("{n} day", "{n} days", int(round_half_up(days, 0)))

    def quarter(self, quarter: Quarter) -> str:
        """Q3 2026."""
        return self.say("Q{number} {year}", number=quarter.number, year=quarter.year)

    def quarter_number(self, quarter: Quarter) -> str:
        """Q3: a quarter where its year stands beside."""
        return self.say("Q{number}", number=quarter.number)

    def months(self, first: date, last: date) -> str:
        """July to September 2026: the months of a period that may cross a year."""
        end = self._dates.day(self.say("MMMM y"), last)
        start = self._dates.day(self.say("MMMM") if first.year == last.year else self.say("MMMM y"), first)
        return self.say("{start} to {end}", start=start, end=end)

    def listed(self, items: Iterable[str]) -> str:
        """a, b and c."""
        found = list(items)
        if len(found) < 2:
            return found[0] if found else ""
        if self.language == "en" and len(found) > 2:  # CLDR's English is American: no comma before the last item here
            return ", ".join(found[:-1]) + " and " + found[-1]
        return format_list(found, locale=self._locale)

    def clip(self, text: str, words: int, letters: int = 90) -> str:
        """Somebody's text on one line, cut at a word with an ellipsis where it is long."""
        pieces = text.split()
        whole = " ".join(pieces)
        if len(pieces) <= words and len(whole) <= letters:
            return whole
        kept = " ".join(pieces[:words])
        if len(kept) > letters:
            kept = kept[: letters + 1].rpartition(" ")[0] or kept[:letters]
        return whole if kept == whole else kept.rstrip(" ,;:.-–") + "…"

    @property
    def decimal_sign(self) -> str:
        """What stands between whole numbers and decimals."""
        return self._decimal(".")

    def _decimal(self, text: str) -> str:
        return text.replace(".", get_decimal_symbol(self._locale)) if self.language != "en" else text

    def _on(self, day: date) -> date:
        """The day itself; the organisation's day of a moment."""
        return day.astimezone(self._zone).date() if isinstance(day, datetime) else day

    @cached_property
    def _made(self) -> dict[Callable[[Words], object], object]:
        return {}

    @cached_property
    def _figures(self) -> dict[tuple[float, tuple[float, ...], int], str]:
        return {}

    @cached_property
    def _numbers(self) -> dict[int, str]:
        return {}

    @cached_property
    def _durations(self) -> dict[float, str]:
        return {}

    @cached_property
    def _dates(self) -> Dates:
        return Dates(self._locale)

    @cached_property
    def _locale(self) -> Locale:
        return Locale.parse(self.language, sep="-")

    @cached_property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.zone)
