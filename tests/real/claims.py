"""What must be true of the site of a real source. Each claim yields what is wrong, or nothing.

The bounds of intervals are computed here a second time, from the foreign file and not from our own records.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

Z = 1.959963984540054
#: Words that would state a time to a first notice, or a kept promise about one.
NOTICE_TIMES = re.compile(r"We told people after|\bas promised|Median time to (?:the )?first notice: \d")


@dataclass(frozen=True)
class Built:
    """A built site beside what it was made from."""

    foreign: Mapping[str, Any]
    files: Mapping[str, Any]
    scores: Mapping[str, Any]
    site: Path

    def page(self, address: str = "") -> str:
        """The text of a page, tags dropped and blanks joined; '' where there is no such page."""
        file = self.site / address / "index.html"
        return text_of(file.read_text(encoding="utf-8")) if file.is_file() else ""

    def source(self, address: str = "") -> str:
        """The bytes of a page as text."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")


class _Text(HTMLParser):
    """Collects what a reader sees; styles and scripts are left out."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Count into what is not shown."""
        self.silent += tag in ("script", "style")
        self.parts.append(" " if tag in ("p", "td", "th", "li", "tr", "br", "div", "h1", "h2", "h3") else "")

    def handle_endtag(self, tag: str) -> None:
        """Count out again."""
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        """Keep what is shown."""
        if not self.silent:
            self.parts.append(data)


def text_of(source: str) -> str:
    """The visible text of a page."""
    parser = _Text()
    parser.feed(source)
    return squeeze("".join(parser.parts))


def squeeze(text: str) -> str:
    """Blanks of every kind joined to one."""
    return " ".join(text.split())


def check(built: Built) -> Iterator[tuple[str, list[str]]]:
    """Each claim about this kind of source in words, with what speaks against it."""
    if "quarters" in built.foreign:
        yield "trust stands as asked and rescaled to 1 to 10", list(trust_shown(built))
        yield "the break is drawn and said", list(breaks_drawn(built))
        yield "the response rate stands beside the score", list(rates_shown(built))
        yield "intervals are labelled 'at most' where the spread is unknown", list(at_most_said(built))
        yield "no interval is narrower than the data allow", list(intervals_wide_enough(built))
        yield "what is missing keeps its reason", list(gaps_said(built))
    else:
        yield "no time to a first notice is computed", list(no_notice_times(built))
        yield "planned work stands apart from incidents", list(planned_apart(built))
        yield "ends without a time are said", list(ends_said(built))
        yield "nothing is scored", list(nothing_scored(built))
        yield "every word of the source is there, letter for letter", list(words_kept(built))
    yield "the source and its caveats are named", list(source_named(built))


def rounded(value: float, digits: int) -> str:
    """Half up, as people round."""
    return str(Decimal(repr(value)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


def shows(text: str, value: float, *, digits: tuple[int, ...] = (1, 2, 3), after: str = "") -> bool:
    """Whether a text holds the value, rounded to one of so many digits, and not as a part of a longer number."""
    forms = "|".join(re.escape(rounded(value, count)) for count in digits)
    return re.search(rf"(?<![\d.])(?:{forms})(?!\.?\d){after}", text) is not None


def waves(built: Built) -> list[Mapping[str, Any]]:
    """The imported waves, oldest first."""
    found = [file for path, file in built.files.items() if path.startswith("data/surveys/")]
    return sorted(found, key=lambda wave: str(wave["quarter"]))


def quarters(built: Built) -> dict[str, Mapping[str, Any]]:
    """The computed quarters of the customers by name."""
    return {quarter["quarter"]: quarter for series in built.scores["series"] for quarter in series["quarters"]}


def _direct(built: Built, wave: Mapping[str, Any]) -> Mapping[str, Any] | None:
    direct = built.files["data/method.yml"]["direct_question"]
    return next((one for one in wave["questions"] if one["id"] == direct and "mean" in one), None)


def _ends(scale: str) -> tuple[float, float]:
    low, _, high = scale.partition("-")
    return float(low), float(high)


def trust_shown(built: Built) -> Iterator[str]:
    """The mean on its own scale and on 1 to 10, on the page of its quarter."""
    for wave in waves(built):
        question = _direct(built, wave)
        if question is None:
            continue
        text = built.page(f"quarters/{wave['quarter'].lower()}")
        low, high = _ends(question["scale"])
        if not shows(text, question["mean"], digits=(1, 2) if question["mean"] * 10 % 1 == 0 else (2,)):
            yield f"{wave['quarter']}: {question['mean']} as asked is not there"
        if not shows(text, 1 + 9 * (question["mean"] - low) / (high - low)):
            yield f"{wave['quarter']}: {question['mean']} rescaled to 1 to 10 is not there"


def breaks_drawn(built: Built) -> Iterator[str]:
    """The line of home is not drawn across a mark, and the page of the quarter says why."""
    drawn = quarters(built)
    shown = [wave for wave in waves(built) if drawn[wave["quarter"]]["direct"]["score"] is not None]
    marked = [
        wave
        for wave in shown[1:]
        if "method_changed" in wave or (_direct(built, wave) or {}).get("comparable") is False
    ]
    steps = [(a, b) for a, b in pairwise(shown) if b not in marked and _index(b) - _index(a) == 1]
    lines = built.source().count('class="sc-line"')
    if lines != len(steps):
        yield f"home draws {lines} lines between quarters, not {len(steps)}"
    for wave in waves(built):
        for note in [wave.get("method_changed"), *(one.get("note") for one in wave["questions"] if "note" in one)]:
            if note and squeeze(note) not in built.page(f"quarters/{wave['quarter'].lower()}"):
                yield f"{wave['quarter']}: the page does not say: {note}"


def _index(wave: Mapping[str, Any]) -> int:
    year, _, number = wave["quarter"].partition("-Q")
    return int(year) * 4 + int(number)


def rates_shown(built: Built) -> Iterator[str]:
    """Respondents by invited, in per cent."""
    for wave in waves(built):
        if not {"respondents", "invited"} <= set(wave):
            continue
        rate = 100 * wave["respondents"] / wave["invited"]
        if not shows(
            built.page(f"quarters/{wave['quarter'].lower()}"), rate, digits=(0, 1), after=r"\s*(?:%|per cent)"
        ):
            yield f"{wave['quarter']}: the response rate of {rate:.1f} % is not there"


def at_most_said(built: Built) -> Iterator[str]:
    """Flagged in the figures and said on the page."""
    for wave in waves(built):
        figures = {one["id"]: one for one in quarters(built)[wave["quarter"]]["questions"]}
        without = [one["id"] for one in wave["questions"] if "mean" in one and "n" in one and "sd" not in one]
        yield from (f"{wave['quarter']} {id}: not labelled" for id in without if not figures[id]["at_most"])
        if without and "at most" not in built.page(f"quarters/{wave['quarter'].lower()}"):
            yield f"{wave['quarter']}: the page does not say 'at most'"


def intervals_wide_enough(built: Built) -> Iterator[str]:
    """At least the score interval for answers at both ends of the scale only (Wilson 1927), to 0.1 per cent."""
    for wave in waves(built):
        figures = {one["id"]: one for one in quarters(built)[wave["quarter"]]["questions"]}
        for one in wave["questions"]:
            if "mean" not in one or "sd" in one:
                continue
            figure = figures[one["id"]]
            if one.get("n", 0) < 2:
                yield from [f"{wave['quarter']} {one['id']}: an interval without answers"] * (figure["lo"] is not None)
                continue
            low, high = _ends(one["scale"])
            share, n = (one["mean"] - low) / (high - low), one["n"]
            half = Z * math.sqrt(share * (1 - share) / n + Z * Z / 4 / n / n) / (1 + Z * Z / n) * (high - low)
            if figure["hi"] - figure["lo"] < 2 * half * 0.999:
                width = figure["hi"] - figure["lo"]
                yield f"{wave['quarter']} {one['id']}: {width:.5f} wide, the data allow no less than {2 * half:.5f}"


def gaps_said(built: Built) -> Iterator[str]:
    """No score, and the source's reason on the page."""
    for wave in waves(built):
        figures = {one["id"]: one for one in quarters(built)[wave["quarter"]]["questions"]}
        for one in wave["questions"]:
            if "missing" not in one:
                continue
            if figures[one["id"]]["score"] is not None:
                yield f"{wave['quarter']} {one['id']}: a score for what has no data"
            if squeeze(one["missing"]) not in built.page(f"quarters/{wave['quarter'].lower()}"):
                yield f"{wave['quarter']} {one['id']}: the reason is not on the page"


def incidents(built: Built) -> dict[str, Mapping[str, Any]]:
    """The imported incidents and maintenances by id."""
    return {Path(path).stem: file for path, file in built.files.items() if path.startswith("data/incidents/")}


def no_notice_times(built: Built) -> Iterator[str]:
    """Neither in the figures nor in the words of any page."""
    for quarter in built.scores["transparency"]:
        for key in ("median_minutes_to_notice", "worst_minutes_to_notice"):
            if quarter["incidents"].get(key) is not None:
                yield f"{quarter['quarter']}: {key} is {quarter['incidents'][key]}"
    for file in sorted(built.site.rglob("index.html")):
        said = NOTICE_TIMES.search(text_of(file.read_text(encoding="utf-8")))
        if said and not file.is_relative_to(built.site / "method"):
            yield f"{file.relative_to(built.site)} says: {said[0]}"


def planned_apart(built: Built) -> Iterator[str]:
    """Counted for themselves."""
    planned = sum(one["kind"] == "maintenance" for one in incidents(built).values())
    counted = [
        sum(quarter["incidents"][key] for quarter in built.scores["transparency"]) for key in ("maintenances", "count")
    ]
    if counted != [planned, len(incidents(built)) - planned]:
        yield f"{counted[0]} maintenances and {counted[1]} incidents are counted"


def ends_said(built: Built) -> Iterator[str]:
    """How many, on home; and no end of its own on the page of any."""
    bare = [
        one
        for one in built.foreign["incidents"]
        if one.get("resolved") is True and not any(not said.get("postmortem") for said in one.get("updates") or ())
    ]
    said = f"{len(bare)} of {len(built.foreign['incidents'])} notices are called resolved without any time of the end."
    if bare and said not in built.page():
        yield f"home does not say: {said}"
    for quarter in built.scores["transparency"]:
        ended = any(
            isinstance(one["resolved"], str) and one["resolved"][:1].isdigit() for one in incidents(built).values()
        )
        if not ended and quarter["incidents"]["median_minutes_to_resolve"] is not None:
            yield f"{quarter['quarter']}: a time to the end is computed"


def nothing_scored(built: Built) -> Iterator[str]:
    """Imported history is shown, not scored."""
    for quarter in built.scores["transparency"]:
        if quarter["score"] is not None or any(pillar["score"] is not None for pillar in quarter["pillars"]):
            yield f"{quarter['quarter']} has a score"


def words_kept(built: Built) -> Iterator[str]:
    """Title and every word to the public, on the page of the notice."""
    for id, one in incidents(built).items():
        text = built.page(f"incidents/{id}")
        for said in [one["title"], *(update["text"] for update in one.get("updates", ()))]:
            if squeeze(said) not in text:
                yield f"{id}: the page does not hold: {said[:60]}"


def source_named(built: Built) -> Iterator[str]:
    """On home: where the figures come from, and every note."""
    head = built.files["data/organisation.yml"]
    for said in (head["name"], head["data_source"], *head["notes"]):
        if squeeze(said) not in built.page():
            yield f"home does not say: {said}"
