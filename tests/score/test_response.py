"""Who was asked and who answered, and what is said of it where few did."""

from scorecard.model.trust import Fielding
from tests.score.waves import mixed, only, wave


def fielding(questions: list[dict[str, object]], **fields: object) -> Fielding:
    found = only(wave(0, questions, **fields)).fielding
    assert found is not None
    return found


ASKED: list[dict[str, object]] = [{"id": "trust", "counts": mixed(7, 212), "dont_know": 8}]


def test_the_rate_is_that_of_those_who_answered_among_those_asked() -> None:
    """Respondents where stated, else those who answered the direct question; no rate without invitations."""
    stated = fielding(ASKED, invited=600, respondents=240)
    assert (stated.response_rate, stated.response_rate_name) == (0.4, "answered of asked")
    unstated = fielding(ASKED, invited=600)
    assert unstated.response_rate == 212 / 600
    assert unstated.respondents is None
    assert fielding(ASKED, invited=0).response_rate is None


def test_dispositions_give_the_aapor_rates() -> None:
    """RR1 and RR2 stand where the outcomes of all attempts are given."""
    found = fielding(ASKED, dispositions={"interviews": 180, "partial": 20, "refusals": 15, "non_contacts": 785})
    assert (found.response_rate, found.response_rate_partial, found.response_rate_name) == (0.18, 0.2, "RR1")


def test_a_wave_that_few_answered_tells_nothing_of_how_many() -> None:
    """Fewer than 10: no respondents, no rate, no words of theirs; how many were asked stays."""
    few: list[dict[str, object]] = [{"id": "trust", "counts": mixed(7, 9)}]
    for respondents in ({"respondents": 9}, {}):
        quarter = only(wave(0, few, invited=90, comments=["They never call back."], **respondents))
        found = quarter.fielding
        assert found is not None
        assert found.suppressed
        assert (quarter.n, found.respondents, found.response_rate, found.response_rate_name) == (None, None, None, "")
        assert (found.comments, found.invited) == ((), 90)


def test_a_hidden_question_hides_no_wave() -> None:
    """700 answered, 9 of them this question: the question is hidden, the wave is not."""
    quarter = only(wave(0, [{"id": "trust", "counts": mixed(7, 9)}], respondents=700))
    assert quarter.fielding is not None
    assert (quarter.n, quarter.fielding.suppressed, quarter.direct.n) == (700, False, None)
