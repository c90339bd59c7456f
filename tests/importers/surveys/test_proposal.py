"""The first mapping: by words, with doubts told, personal data never offered."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scorecard.importers.surveys import fates, propose, tool
from scorecard.importers.surveys.proposal import Proposal
from scorecard.importers.surveys.tool import columns
from scorecard.model.characters import FORBIDDEN
from scorecard.model.tallies import Column, Known, Look
from scorecard.pipeline import surveys
from tests.cli.test_terminal import TEXTS

KNOWN = (
    Known("trust", "How much do you trust us?", 1, 10, ("How much do you trust us?",)),
    Known("heard-listens", "They listen to me.", 1, 10, ("They listen to me.", "Acme listens to me.")),
)


def proposed(*columns: Column, audience: str = "customers") -> Proposal:
    return propose(Look("a.csv", columns), tool("csv"), KNOWN, {"household": ("Households",), "farm": ()}, audience)


def column(name: str, samples: Sequence[str] = ("7", "8"), text: str = "") -> Column:
    return Column(name, text or name, tuple(samples))


def test_exact_words_near_words_and_ids() -> None:
    """The method's words, those of an earlier wave, the id; near words are a doubt; one column per question."""
    assert [one.id for one in proposed(column("Acme listens to me.")).mapping.questions] == ["heard-listens"]
    assert [one.id for one in proposed(column("heard_listens")).mapping.questions] == ["heard-listens"]
    near = proposed(column("How much do you trust us all?"))
    assert [one.id for one in near.mapping.questions] == ["trust"]
    assert near.doubts == (
        "'How much do you trust us all?' is taken for trust, though the words differ: "
        "'How much do you trust us all?' here, 'How much do you trust us?' before",
    )
    twice = proposed(column("trust"), column("How much do you trust us?"))
    assert [one.column for one in twice.mapping.questions] == ["trust"]
    assert twice.open == ("How much do you trust us?",)


def test_words_on_a_scale() -> None:
    """Answers in words bring their labels and their scale; a scale that does not fit the numbers is a doubt."""
    agree = proposed(column("trust", ("Agree", "Strongly disagree", "Don't know"))).mapping
    assert str(agree.questions[0].scale) == "1-5"
    assert agree.questions[0].labels["strongly agree"] == 5
    assert agree.dont_know == ("don't know",)
    low = proposed(column("trust", ["1", "5", "3"] * 20))
    assert str(low.mapping.questions[0].scale) == "1-5"
    assert low.doubts == ("'trust' is taken for a scale of 1-5: no answer above 5 in the first 60 rows",)
    zero = proposed(column("trust", ["0", "10"] * 20))
    assert str(zero.mapping.questions[0].scale) == "0-10"
    assert len(zero.doubts) == 1


def test_words_in_other_languages() -> None:
    """Scales in words as forms in other languages offer them; "weiß nicht" is an answer too."""
    german = ("Stimme voll und ganz zu", "Stimme eher nicht zu", "Teils, teils", "Weiß nicht", "Keine Angabe")
    found = proposed(column("trust", german)).mapping
    assert dict(found.questions[0].labels) == {
        "stimme überhaupt nicht zu": 1, "stimme eher nicht zu": 2, "teils, teils": 3, "stimme eher zu": 4,
        "stimme voll und ganz zu": 5,
    }  # fmt: skip
    assert (found.dont_know, found.no_answer) == (("weiss nicht",), ("keine angabe",))
    french = proposed(column("trust", ("Plutôt d’accord", "Tout à fait d’accord"))).mapping.questions[0]
    assert [french.labels[text] for text in ("plutôt d'accord", "tout à fait d'accord")] == [4, 5]


def test_the_scale_of_exactly_these_words_is_taken() -> None:
    """Seven words are a scale of seven, though five of them would be one of five."""
    seven = ["Strongly disagree", "Disagree", "Somewhat disagree", "Neither agree nor disagree"]
    seven += ["Somewhat agree", "Agree", "Strongly agree"]
    assert str(proposed(column("trust", seven)).mapping.questions[0].scale) == "1-7"
    assert str(proposed(column("trust", [*seven[:2], seven[3], *seven[5:]])).mapping.questions[0].scale) == "1-5"


def test_a_middle_that_nobody_answered_is_a_doubt() -> None:
    """Four words may be a scale of four: where many answered and nobody the middle, a person has to look."""
    four = ("Strongly disagree", "Disagree", "Agree", "Strongly agree")
    assert proposed(column("trust", four)).doubts == ()
    many = proposed(column("trust", four * 8))
    assert str(many.mapping.questions[0].scale) == "1-5"
    assert many.doubts == (
        "'trust' is taken for a scale of 1-5, but nobody answered 'neither agree nor disagree' in the first 32 rows: "
        "if it was not offered, correct the scale and the labels",
    )
    assert proposed(column("trust", (*four * 8, "Neutral"))).doubts == ()


def test_unknown_words_are_told_where_they_are_a_tool_s() -> None:
    """A column called "finished" that holds other words is a doubt; what may be a person's text is not repeated."""
    few = proposed(column("trust"), column("finished", ("ja", "nein", "yes", "")))
    assert few.doubts == (
        "'finished' has words that are not known here ('ja', 'nein'): "
        "name under leave_out those of rows that are no answers",
    )
    many = proposed(column("trust"), column("finished", [f"Words of Ms Quill, {at}" for at in range(5)]))
    assert many.doubts == (
        "'finished' has words that are not known here: name under leave_out those of rows that are no answers",
    )
    mail = proposed(column("trust"), column("finished", ("ada@example.org", "yes")))
    assert mail.doubts == many.doubts
    assert proposed(column("trust"), column("finished", ("yes", "No", "1", "FALSE", ""))).doubts == ()


def test_segments_by_id_or_name() -> None:
    """A column whose values are the company's segments; one value alone proves nothing."""
    split = proposed(column("kind", ("households", "Farm", "farms", ""))).mapping.segment
    assert split is not None
    assert dict(split.values) == {"households": "household", "Farm": "farm", "farms": "farm"}
    assert proposed(column("kind", ("farm", "farm"))).mapping.segment is None


def test_personal_data_by_name_and_by_look() -> None:
    """Whatever the column is called; a question about telephones is no telephone number."""
    columns = (
        column("RecipientEmail"),
        column("Contact", ("ada@example.org", "")),
        column("x1", ("192.0.2.7", "192.0.2.8")),
        column("x2", ("+39 010 555 1234",)),
        column("trust", ("ada@example.org",) * 3),
        column("How easy was it to reach us by phone, by mail or at your address?"),
        column("Comment", [f"Some words of person number {at}" for at in range(40)]),
        column("shoe", ("42", "brown")),
    )
    found = proposed(*columns)
    assert found.mapping.questions == ()
    said = {one.column: (one.what, one.detail) for one in fates(Look("a.csv", columns), tool("csv"), found.mapping)}
    assert said == {
        "RecipientEmail": ("personal data", "by its name"),
        "Contact": ("personal data", "it holds e-mail addresses"),
        "x1": ("personal data", "it holds IP addresses"),
        "x2": ("personal data", "it holds telephone numbers"),
        "trust": ("personal data", "it holds e-mail addresses"),
        "How easy was it to reach us by phone, by mail or at your address?": ("not used", ""),
        "Comment": ("free text", ""),
        "shoe": ("not used", ""),
    }


def test_personal_data_by_name_in_other_languages() -> None:
    """Columns named as forms in German, French and Spanish name them; a question with such a word in it is none."""
    names = (
        "Vorname", "Ihre Telefonnummer", "Geburtsdatum", "Prénom", "Adresse e-mail", "Code postal",
        "Nombre y apellidos", "Correo electrónico", "Teléfono",
    )  # fmt: skip
    questions = ("La dirección me escucha.", "Nombre de contacts cette année", "Man nennt mich beim Namen.")
    columns = tuple(column(name) for name in (*names, *questions))
    found = fates(Look("a.csv", columns), tool("csv"), proposed(*columns).mapping)
    assert [one.column for one in found if one.what == "personal data"] == list(names)


@pytest.mark.parametrize("name", ["csv", "google-forms", "limesurvey", "qualtrics", "surveymonkey", "typeform"])
@given(texts=st.lists(TEXTS, min_size=3, max_size=3))
def test_whatever_stands_in_an_export_the_proposal_can_be_read(name: str, texts: list[str]) -> None:
    """Words of rows, headings, questions of earlier waves and names of groups: the file of the mapping reads back, and
    each doubt is one line without anything that a terminal or a pipeline obeys.
    """
    word, *held = texts
    question, group = (FORBIDDEN.sub("", text) for text in held)  # what a file of ours holds was checked
    kind = tool(name)
    headings = [one.column for one in kind.skips]
    headings += [f"{question} [1]", f"{question} [2]", f"How much do you trust us? {word}", "group", word]
    taken = columns(headings, headings)
    samples: list[tuple[str, ...]] = [(word, "x", "")] * len(kind.skips)
    samples += [
        ("1", "", ""),
        ("", "2", ""),
        ("7", "8", "0"),
        (group, "farm", f"{group}\x1c", "Farm\x85", group, "farm"),
        ("1", "2", "3"),
    ]
    known = (*KNOWN, Known("easy", question, 1, 10, (question, word)))
    look = Look("a.csv", tuple(replace(one, samples=some) for one, some in zip(taken, samples, strict=True)))
    found = propose(look, kind, known, {"household": (group,), "farm": ()}, "customers")
    assert surveys.mapping_text(found.mapping, found.doubts)
    assert all(doubt.isprintable() and "\n" not in doubt for doubt in found.doubts)


def test_a_strange_word_is_cut_and_stands_on_one_line() -> None:
    """A word from the file is neither a second line of the message nor longer than a word may be."""
    odd = proposed(column("trust"), column("finished", ("x\n- evil: true\x1b[31m\u202e", "w" * 90, "true"))).doubts
    assert odd == (
        f"'finished' has words that are not known here ('{'w' * 39}…', 'x - evil: true [31m'): name under leave_out "
        "those of rows that are no answers",
    )
