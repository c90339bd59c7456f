"""What is wrong with a headline: its words are read back and held against the figures it speaks of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from scorecard.model.readings import Estimate, Verdict, VerdictWord
from scorecard.model.states import StateName
from scorecard.model.trust import TrustQuarter
from scorecard.present.words.headline import Headline
from tests.headlines.histories import TITLES, Case
from tests.present import readable

FIRST_WORDS = 60
LONGEST = 480
#: A shown figure is at most this far from the figure it shows: half of its last place.
HALF = 0.5
SLACK = 1e-9
_F = r"\d+(?:\.\d+)?"
_SUBJECT = r"(?P<subject>Trust in us|Acceptance by neighbours|Trust among our staff|Trust among authorities)"
_WHEN = r"(?:last quarter|in Q[1-4] \d{4}|a year before|before)"
#: Every sentence that may lead, and what it claims.
MAINS: dict[str, str] = {
    "fell": rf"{_SUBJECT} fell from (?P<a>{_F}) to (?P<b>{_F}) out of 10(?:, four quarters together|, in a year)?\.",
    "rose": rf"{_SUBJECT} rose from (?P<a>{_F}) to (?P<b>{_F}) out of 10(?:, four quarters together|, in a year)?\.",
    "same": rf"{_SUBJECT} stayed about the same(?: over a year)?: (?P<b>{_F}) out of 10, (?P<a>{_F}) {_WHEN}\.",
    "unclear": rf"(?:There was no clear change(?: over a year)?|{_SUBJECT} shows no clear change): "
    rf"(?P<b>{_F}) out of 10, (?P<a>{_F}) {_WHEN}\.",
    "first": rf"(?:Our first measurement|{_SUBJECT}, first measurement): (?P<b>{_F}) out of 10\.",
    "break": rf"We cannot compare: [a-z][^.:]*\. The score is (?P<b>{_F}) out of 10\.",
    "year": rf"{_SUBJECT} over the last four quarters together: (?P<b>{_F}) out of 10\.",
    "state": rf"{_SUBJECT} is (?P<state>broken|recovering): (?P<b>{_F}) out of 10\.",
    "state fell": rf"{_SUBJECT} is (?P<state>broken|recovering): it fell from (?P<a>{_F}) to (?P<b>{_F}) out of 10\.",
    "state rose": rf"{_SUBJECT} is (?P<state>broken|recovering): it rose from (?P<a>{_F}) to (?P<b>{_F}) out of 10\.",
    "state same": rf"{_SUBJECT} is (?P<state>broken|recovering): about the same, "
    rf"(?P<b>{_F}) out of 10, (?P<a>{_F}) {_WHEN}\.",
    "state unclear": rf"{_SUBJECT} is (?P<state>broken|recovering): "
    rf"(?P<b>{_F}) out of 10, (?P<a>{_F}) {_WHEN}, no clear change\.",
    "none": rf"(?:{_SUBJECT} is (?P<state>broken|recovering)\. )?We publish no trust score this quarter: [^.]+\.",
}
_WORD = {
    "fell": VerdictWord.WORSE,
    "rose": VerdictWord.BETTER,
    "same": VerdictWord.SAME,
    "unclear": VerdictWord.UNCLEAR,
}
_SUBJECTS = {
    "customers": "Trust in us",
    "community": "Acceptance by neighbours",
    "staff": "Trust among our staff",
    "agencies": "Trust among authorities",
}
_STATES = {"broken": StateName.BROKEN, "recovering": StateName.RECOVERING}
#: One of something in the plural, or several of something in the singular.
_ONE = re.compile(r"(?<![\d.,])1 (?:people|customers|incidents|answers|parts|quarters|days|ways)\b")
_MANY = re.compile(r"(?<![\d.,])(?!1 )[\d,]+ (?:person|customer|incident|answer|part|quarter|day|way)\b(?! \w+ing)")
_CROSSED = {
    "It was at 7 or more before and is under 7 now.": (True, False),
    "It was under 7 before and is at 7 or more now.": (False, True),
}


def faults(case: Case) -> Iterator[str]:
    """Everything that is wrong with the headlines of a quarter; nothing where all is well."""
    found = case.found["en"]
    kind, parts = read(found.main)
    if not kind:
        yield f"no known sentence: {found.main!r}"
        return
    yield from _language(found)
    yield from _claims(case, found, kind, parts)
    yield from _answers(case.now, _figure(case.now), found)
    if case.owned:
        first = " ".join(" ".join((found.main, *found.facts)).split()[:FIRST_WORDS])
        if not re.search(r"The fault was ours\.|Also our fault:|broke a promise:", first):
            yield f"no own fault in the first {FIRST_WORDS} words: {first!r}"
    if not found.facts and case.desk.incidents:
        yield "nothing is said of the quarter's incidents"
    for code, other in case.found.items():
        if code != "en":
            yield from _other_language(found, other, code)


def read(main: str) -> tuple[str, dict[str, str]]:
    """Which sentence it is, and its figures; '' where it is none that may lead."""
    for kind, pattern in MAINS.items():
        match = re.fullmatch(pattern, main)
        if match is not None:
            return kind, {name: value for name, value in match.groupdict().items() if value is not None}
    return "", {}


def _figure(now: TrustQuarter) -> Estimate:
    by_year = now.headline == "year" and now.year is not None and now.year.estimate.score is not None
    return now.year.estimate if by_year and now.year is not None else now.shown


def _language(found: Headline) -> Iterator[str]:
    """Whole sentences of plain words, short enough, without a claim of a cause."""
    text = plain(" ".join(found.sentences))
    for sentence in re.split(r"(?<=[.!?…])\s+", text):
        if not re.match(r"[A-Z0-9“]", sentence):
            yield f"a sentence starts small: {sentence!r}"
        if not sentence.endswith((".", "!", "?", "…")):
            yield f"a sentence has no end: {sentence!r}"
    for pattern, what in (
        (r"\{|\}|None\b|\bnan\b|\?\?|_", "a leftover"),
        (r"  |\s[.,;:]|,,|\.\.|;\.|:\.", "broken punctuation"),
        (r"\b(\w+) \1\b", "a word twice"),
    ):
        if (match := re.search(pattern, text)) is not None:
            yield f"{what}: {text[max(0, match.start() - 20) : match.end() + 20]!r}"
    for pattern_, what in ((_ONE, "one of many"), (_MANY, "many of one")):
        if (match := pattern_.search(text)) is not None:
            yield f"{what}: {match[0]!r}"
    if len(text) > LONGEST + 220:
        yield f"{len(text)} letters in all"
    if len(plain(found.main)) > LONGEST // 3:
        yield f"{len(found.main)} letters lead"
    if readable.longest(text) > readable.MOST_WORDS:
        yield f"a sentence of {readable.longest(text)} words: {text!r}"
    if readable.hardness(text) > readable.HARDEST:
        yield f"readability {readable.hardness(text):.1f}: {text!r}"
    bare = text.replace("only those who chose to answer", "")
    if (match := readable.VAGUE.search(bare) or readable.BELITTLING.search(bare)) is not None:
        yield f"{match[0]!r} is no word for a headline"


def _claims(case: Case, found: Headline, kind: str, parts: dict[str, str]) -> Iterator[str]:
    """What is said is what was computed."""
    now, figure = case.now, _figure(case.now)
    if (subject := parts.get("subject")) is not None and subject != _SUBJECTS[now.audience]:
        yield f"{subject!r} is not said of {now.audience}"
    said = _STATES.get(parts.get("state", ""))
    if (said is not None or now.state.name in _STATES.values()) and said is not now.state.name:
        yield f"the state is {now.state.name}, said is {said}"
    if (kind == "none") != (figure.score is None):
        yield f"a score of {figure.score} and {found.main!r}"
        return
    if kind == "none" or figure.score is None:
        return
    verdicts = [one for one in (now.verdict, now.verdict_year, now.year.verdict if now.year else None) if one]
    word = _WORD.get(kind.removeprefix("state "))
    fitting = [one for one in verdicts if one.word is word and one.before is not None]
    if word is not None and not fitting:
        yield f"{kind!r} without such a verdict"
        return
    if kind == "first" and any(q.shown.score is not None for q in case.series.quarters if q.quarter < now.quarter):
        yield "not the first measurement"
    after = [one.now for one in fitting if one.now is not None] or [figure.score]
    if not any(shows(parts["b"], value) for value in after):
        yield f"{parts['b']} is not {after}"
    if "a" in parts:
        yield from _change(kind, parts["a"], parts["b"], fitting)
        yield from _crossing(found, fitting, parts)
    for sentence in found.further:
        match = re.fullmatch(rf"(?:This quarter alone gives|.*All parts give) (?P<x>{_F})\.", sentence)
        if match is not None and (now.shown.score is None or not shows(match["x"], now.shown.score)):
            yield f"{sentence!r} and {now.shown.score}"


def _change(kind: str, a: str, b: str, fitting: list[Verdict]) -> Iterator[str]:
    if not any(shows(a, one.before) for one in fitting if one.before is not None):
        yield f"{a} is not {[one.before for one in fitting]}"
    down, up = Decimal(b) < Decimal(a), Decimal(b) > Decimal(a)
    if kind.endswith("fell") and not down:
        yield f"fell from {a} to {b}"
    if kind.endswith("rose") and not up:
        yield f"rose from {a} to {b}"
    if kind.endswith("same") and abs(Decimal(b) - Decimal(a)) > Decimal("0.6"):
        yield f"about the same, {a} and {b}"


def _crossing(found: Headline, fitting: list[Verdict], parts: dict[str, str]) -> Iterator[str]:
    """The line at 7 is crossed in words exactly where the figures cross it, as printed too."""
    said = [_CROSSED[one] for one in found.further if one in _CROSSED]
    printed = Decimal(parts["a"]) >= 7, Decimal(parts["b"]) >= 7
    wanted = [printed] if printed[0] != printed[1] else []
    if said != wanted:
        yield f"crossing 7: said {said}, from {parts['a']} to {parts['b']}"
    one = next(iter(fitting), None)
    if one is not None and one.before is not None and one.now is not None:
        exact = one.before >= 7 - SLACK, one.now >= 7 - SLACK
        if len(fitting) == 1 and exact != printed:
            yield f"{one.before} and {one.now} stand on other sides of 7 than {printed}"


def _answers(now: TrustQuarter, figure: Estimate, found: Headline) -> Iterator[str]:
    """Who answered, and the range: true numbers in order, the score between its ends."""
    text = found.answered
    match = re.search(r"([\d,]+) of ([\d,]+) people", text)
    if match is not None:
        n, asked = (int(one.replace(",", "")) for one in match.groups())
        if now.fielding is None or (n, asked) != (now.n, now.fielding.invited):
            yield f"{match[0]!r} of {now.n} and {now.fielding}"
    if now.fielding is not None and now.fielding.suppressed and match is not None:
        yield "a hidden number of answers is told"
    ends = re.search(rf"between ({_F}) and ({_F})", text)
    if (ends is not None) != (figure.lo is not None and figure.hi is not None and figure.score is not None):
        yield f"a range of {figure.lo} to {figure.hi} and {text!r}"
    if ends is None or figure.score is None or figure.lo is None or figure.hi is None:
        return
    if not (shows(ends[1], figure.lo) and shows(ends[2], figure.hi)):
        yield f"{ends[0]!r} is not {figure.lo} and {figure.hi}"
    if Decimal(ends[1]) > Decimal(ends[2]) or (ends[1] == ends[2] and figure.hi - figure.lo > 1e-4):
        yield f"{ends[0]!r} is no range"


def _other_language(found: Headline, other: Headline, code: str) -> Iterator[str]:
    """Another language has the same figures in the same number of sentences, and no word is left in English."""
    if len(other.facts) != len(found.facts) or len(other.further) != len(found.further):
        yield f"{code}: other sentences"
    ours, theirs = (sorted(_numbers(one, decimal)) for one, decimal in ((found, "."), (other, ",")))
    if ours != theirs:
        yield f"{code}: {theirs} are not {ours}"
    whole = " ".join(other.sentences)
    if code == "it" and (match := re.search(r"(?<![\d.,])1 (?:persone|clienti)\b|\b(?:[02-9]|\d\d+) persona\b", whole)):
        yield f"it: {match[0]!r}"
    left = re.search(r"\b(?:the|and|of|people|trust|quarter|was|is|fault)\b", plain(" ".join(other.sentences)).lower())
    if left is not None:
        yield f"{code}: {left[0]!r} is left in English: {' '.join(other.sentences)!r}"


def _numbers(found: Headline, decimal: str) -> list[str]:
    thousands = "," if decimal == "." else "."
    text = re.sub(r"\b[QT]([1-4]) (\d{4})\b", r"", plain(" ".join(found.sentences)))
    all_numbers = (one.replace(thousands, "").replace(decimal, ".") for one in re.findall(r"\d+(?:[.,]\d+)*", text))
    return [one for one in all_numbers if one != "1"]  # one of something may be a word: un cliente


def shows(text: str, value: float) -> bool:
    """May this figure be printed for that value: rounded at its last place?"""
    places = len(text.partition(".")[2])
    return abs(float(text) - value) <= HALF * 10.0**-places + SLACK


def plain(text: str) -> str:
    """Without the titles people wrote, whole or cut: they are not the tool's words."""
    for title in sorted(TITLES, key=len, reverse=True):
        words = title.split()
        for most in range(len(words), 1, -1):
            start = " ".join(words[:most]).rstrip(".")
            for cut in (f"{start}…", start):
                text = text.replace(f": {cut}", ": Wrong bills")
    return text
