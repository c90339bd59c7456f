"""The packaged method's own texts in the page's language. What a company wrote itself stays as it is."""

from __future__ import annotations

from dataclasses import replace

from scorecard.model.records import Records
from scorecard.model.records.method import Method
from scorecard.model.scorecards import Scorecard
from scorecard.model.transparency import TransparencyQuarter
from scorecard.model.trust import TrustQuarter, TrustSeries
from scorecard.present.words import Words


def scorecard(words: Words, given: Scorecard) -> Scorecard:
    """The very same figures, under names in the language of `words`."""
    if words.language == "en":
        return given
    return replace(
        given,
        series=tuple(_series(words, one) for one in given.series),
        transparency=tuple(_openness(words, one) for one in given.transparency),
        after_contact=tuple(_quarter(words, one) for one in given.after_contact),
    )


def _series(words: Words, one: TrustSeries) -> TrustSeries:
    return replace(one, quarters=tuple(_quarter(words, quarter) for quarter in one.quarters))


def _quarter(words: Words, one: TrustQuarter) -> TrustQuarter:
    return replace(
        one,
        dimensions=tuple(replace(part, name=_said(words, part.name)) for part in one.dimensions),
        questions=tuple(replace(question, text=_said(words, question.text)) for question in one.questions),
    )


def _openness(words: Words, one: TransparencyQuarter) -> TransparencyQuarter:
    return replace(one, pillars=tuple(replace(pillar, name=_said(words, pillar.name)) for pillar in one.pillars))


def records(words: Words, given: Records) -> Records:
    """The records with the method's names and questions in the language of `words`."""
    entry = given.method
    method = _method(words, entry.record)
    return given if method is entry.record else replace(given, method=replace(entry, record=method))


def _method(words: Words, method: Method) -> Method:
    if words.language == "en":
        return method
    return method.model_copy(
        update={
            "questions": tuple(one.model_copy(update={"text": _said(words, one.text)}) for one in method.questions),
            "dimensions": tuple(
                one.model_copy(
                    update={
                        "name": _said(words, one.name),
                        "meaning": _said(words, one.meaning) if one.meaning else one.meaning,
                    }
                )
                for one in method.dimensions
            ),
            "pillars": tuple(one.model_copy(update={"name": _said(words, one.name)}) for one in method.pillars),
        }
    )


def _said(words: Words, text: str) -> str:
    return words.catalogue.gettext(text) if text else text
