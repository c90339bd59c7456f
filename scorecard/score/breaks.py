"""Series breaks: where the way of asking changed, so that nothing may be compared across."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from scorecard.model.quarters import Quarter
from scorecard.model.readings import Reason, ReasonCode
from scorecard.model.records.method import Method
from scorecard.model.records.survey import Question, Scale, Wave

#: Details of a break set by hand.
MARK = "mark"


@dataclass(frozen=True, slots=True)
class Breaks:
    """What changed in a wave against the one before it of the same kind of sample.

    `wave` concerns every question: mode, mark (set by hand and nothing else), sample or ''. `questions`: id to scale,
    wording or mark. `method`: a new major version of the method came into force. `note`: what staff wrote about it.
    """

    wave: str = ""
    questions: Mapping[str, str] = field(default_factory=dict)
    method: bool = False
    note: str = ""

    def of(self, question: str) -> str:
        """What broke the series of one question here, '' when nothing did."""
        return self.wave or self.questions.get(question, "")


def scale_of(question: Question, method: Method) -> Scale:
    """The scale as asked: the wave's, else the method's, else 1 to 10."""
    item = method.item(question.id)
    return question.scale or (item.scale if item is not None else Scale.model_construct(low=1, high=10))


def text_of(question: Question, method: Method) -> str:
    """The text as asked: the wave's, else the method's."""
    item = method.item(question.id)
    return question.text or (item.text if item is not None else "")


def version_at(method: Method, quarter: Quarter) -> str:
    """The version of the method in force in a quarter; before the first listed major version, the major one less."""
    changes = sorted(method.changes, key=lambda change: change.from_)
    in_force = [change.version for change in changes if change.from_ <= quarter]
    if in_force:
        return in_force[-1]
    if not changes:
        return method.version
    major, minor, patch = changes[0].version.split(".")
    return f"{int(major) - 1}" if (minor, patch) == ("0", "0") and int(major) > 1 else changes[0].version


def find(waves: Sequence[Wave], method: Method) -> tuple[Breaks, ...]:
    """The breaks of each wave of one audience, waves in order of their quarters.

    A change of scale, wording or mode, `comparable: false` and `method_changed` break the series. Opt-in waves stand
    apart: neither they nor the waves after them are compared across (detail `sample`), but the waves around one are.
    Texts are compared without regard to capitals and blanks.
    """
    return tuple(_against(waves[:i], wave, method) for i, wave in enumerate(waves))


def _against(earlier: Sequence[Wave], wave: Wave, method: Method) -> Breaks:
    if not earlier:
        return Breaks()
    new_major = _major(version_at(method, earlier[-1].quarter)) != _major(version_at(method, wave.quarter))
    chain = [one for one in earlier if is_opt_in(one) == is_opt_in(wave)]
    if not chain:
        return Breaks("sample", method=new_major)
    modes = next((_modes(one) for one in reversed(chain) if _modes(one)), frozenset())
    found = "" if wave.method_changed is None else MARK
    if modes and _modes(wave) and modes != _modes(wave):
        found = "mode"
    return Breaks(found, _questions(chain, wave, method), new_major, wave.method_changed or "")


def _questions(chain: Sequence[Wave], wave: Wave, method: Method) -> dict[str, str]:
    found = {}
    for question in wave.questions:
        if not has_figures(question):
            continue
        before = next(
            (q for one in reversed(chain) for q in one.questions if q.id == question.id and has_figures(q)), None
        )
        if before is None:
            continue
        if scale_of(before, method) != scale_of(question, method):
            found[question.id] = "scale"
        elif _plain(text_of(before, method)) != _plain(text_of(question, method)):
            found[question.id] = "wording"
        elif not question.comparable:
            found[question.id] = MARK
    return found


def has_figures(question: Question) -> bool:
    """True when the wave holds any figure of the question."""
    return any(value is not None for value in (question.counts, question.percentages, question.mean, question.share))


def is_opt_in(wave: Wave) -> bool:
    """True for a wave that only those answered who chose to: shown, never used for the state."""
    return wave.sample == "opt-in"


def reason(detail: str, quarter: Quarter, note: str = "") -> Reason:
    """Nothing is compared across the quarter in which this changed."""
    facts: dict[str, str | int | float] = {"quarter": str(quarter)}
    if note:
        facts["note"] = note
    return Reason(ReasonCode.BREAK, detail, facts)


def _modes(wave: Wave) -> frozenset[str]:
    return frozenset(_plain(mode) for mode in wave.fieldwork.mode) if wave.fieldwork else frozenset()


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())


def _major(version: str) -> str:
    return version.split(".")[0]
