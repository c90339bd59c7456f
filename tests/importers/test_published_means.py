"""A published table of means becomes waves, and nothing is made up on the way."""

from datetime import UTC, datetime

import pytest

from scorecard.importers import Unreadable, convert
from tests.importers.sources import TEXTS, asked, ferries, quarter

STEADY = {"trust-in-ferries": 5.91, "on-time": 5.52, "clean": 6.13, "crew": 6.44}
NEAR = {"trust-in-ferries": 5.93, "on-time": 5.51, "clean": 6.12, "crew": 6.45}
FALLEN = {"trust-in-ferries": 5.41, "on-time": 5.22, "clean": 5.83, "crew": 6.04}


def test_the_head_says_who_from_where_and_nothing_more() -> None:
    """Name, source, licence and fiscal year come from the file; the zone is UTC and a remark says so."""
    made = convert(ferries())
    head = dict(made.files["data/organisation.yml"])
    head.pop("notes")
    assert head == {
        "name": "Invented Ferry Office",
        "url": "https://scorecard.invalid/invented-ferry-office/",
        "contact": "https://ferries.example.org",
        "timezone": "UTC",
        "languages": ["en"],
        "data_source": "ferries.example.org, CC BY 4.0",
        "source_url": "https://ferries.example.org",
        "licence": "As the source says: ferries.example.org, CC BY 4.0",
        "fiscal_year_starts": "07-01",
    }
    assert made.remarks == (
        "The address of this site is a placeholder; the source is named as the contact.",
        "The source does not state a time zone: all days and times are kept as UTC.",
    )
    assert made.ends == datetime(2031, 1, 1, tzinfo=UTC)


def test_a_wave_holds_the_means_as_asked_and_says_that_the_sample_is_not_stated() -> None:
    """Mean, n of the whole survey, scale and counts of people stand as the source has them."""
    wave = convert(ferries()).files["data/surveys/2031-q1.yml"]
    assert {key: value for key, value in wave.items() if key != "questions"} == {
        "quarter": "2031-Q1",
        "audience": "customers",
        "sample": "not-stated",
        "period": {"from": "2030-07-01", "to": "2030-09-30"},
        "population": 90000,
        "invited": 40000,
        "respondents": 9000,
    }
    assert wave["questions"][0] == {
        "id": "trust-in-ferries",
        "text": TEXTS["trust-in-ferries"],
        "scale": "1-7",
        "mean": 5.91,
        "n": 9000,
    }


def test_the_method_has_the_sources_own_questions_and_no_dimensions() -> None:
    """The item about trust is the direct question; putting the others under dimensions would invent a model."""
    method = convert(ferries()).files["data/method.yml"]
    assert method["direct_question"] == "trust-in-ferries"
    assert method["dimensions"] == []
    assert [(item["id"], item["scale"]) for item in method["questions"]] == [(id, "1-7") for id in TEXTS]


def test_readers_are_told_what_the_table_cannot_say() -> None:
    """Each gap of the source is a sentence of one note; caveats that others found come last, in their words."""
    notes = convert(ferries(), ["The office changed its boats in 2030."]).files["data/organisation.yml"]["notes"]
    assert notes[0] == (
        "Quarters are those of the fiscal year: 2031-Q1 is 2030-07-01 to 2030-09-30. "
        "The source does not say how people were chosen. We do not know whom the answers speak for. "
        "The question about trust is the source's own: I trust the ferry office. "
        "The other questions are shown one by one. We put none of them under the eight parts of trust. "
        "The source gives means without their spread. Each interval is the widest the data allow. "
        "The source counts the answers of each survey, not of each question: n is that of the whole survey. "
        "The source is a survey. It says nothing about incidents, promises or repairs."
    )
    assert notes[1:] == ["The office changed its boats in 2030."]


def test_a_source_without_a_question_about_trust_gets_no_trust_score() -> None:
    """No other item is taken for trust: the direct question is the method's own, and nobody asked it."""
    made = convert(ferries(quarter(1, {"on-time": 5.5})))
    assert made.files["data/method.yml"]["direct_question"] == "trust"
    assert [question["id"] for question in made.files["data/surveys/2031-q1.yml"]["questions"]] == ["on-time"]
    assert (
        "The source has no question about trust, so there is no trust score."
        in (made.files["data/organisation.yml"]["notes"][0])
    )


def test_other_words_are_a_break_with_both_wordings() -> None:
    """A text that changed under one id is not comparable, and the note quotes the old one."""
    other = quarter(2, STEADY)
    other["questions"] = asked(STEADY, {"clean": "The boat and the harbour were clean."})
    question = convert(ferries(quarter(1, STEADY), other)).files["data/surveys/2031-q2.yml"]["questions"][2]
    assert question["comparable"] is False
    assert question["note"] == "Asked in other words until FY2031 Q1: The boat was clean."


def test_another_scale_is_a_break() -> None:
    """A scale of its own for one quarter is kept as asked and not compared."""
    other = quarter(2, {"trust-in-ferries": 8.1}, scale={"min": 0, "max": 10})
    question = convert(ferries(quarter(1, STEADY), other)).files["data/surveys/2031-q2.yml"]["questions"][0]
    assert question["scale"] == "0-10"
    assert question["note"] == "Asked on a scale from 1 to 7 until FY2031 Q1."


def test_all_items_falling_together_with_a_changed_question_is_marked_as_our_reading() -> None:
    """Every comparable item fell by far more than chance while the questions changed: nothing is compared across it."""
    third = quarter(3, FALLEN)
    third["questions"] = asked(FALLEN, {"clean": "The boat and the harbour were clean."})
    made = convert(ferries(quarter(1, STEADY), quarter(2, NEAR), third, quarter(4, FALLEN)))
    assert made.files["data/surveys/2031-q3.yml"]["method_changed"] == (
        "Our reading, the source does not say it: all 3 questions asked in the same words fell together, "
        "by 0.29 to 0.52. Chance could do 0.078 at most. Between other quarters 0.01 is usual. "
        "Some questions changed in the same quarter, so we compare nothing across this line."
    )
    assert [path for path, file in made.files.items() if "method_changed" in file] == ["data/surveys/2031-q3.yml"]
    assert "2031-Q3: method_changed is our reading, not the source's. Please confirm it." in made.remarks


def test_all_items_falling_together_under_unchanged_questions_is_said_and_still_compared() -> None:
    """A real fall must not vanish behind a mark: under the same questionnaire it is a note, and it is compared."""
    made = convert(ferries(quarter(1, STEADY), quarter(2, NEAR), quarter(3, FALLEN), quarter(4, FALLEN)))
    wave = made.files["data/surveys/2031-q3.yml"]
    assert "method_changed" not in wave
    assert wave["note"].endswith("The questions stayed the same, so we leave the comparison as it is.")


def test_items_that_part_company_are_no_change_of_method() -> None:
    """One item that rises while the others fall is an ordinary quarter."""
    mixed = FALLEN | {"crew": 6.61}
    made = convert(ferries(quarter(1, STEADY), quarter(2, NEAR), quarter(3, mixed), quarter(4, mixed)))
    assert "note" not in made.files["data/surveys/2031-q3.yml"]


def test_a_fall_within_chance_is_no_change_of_method() -> None:
    """With 40 answers the same fall is nothing that chance could not do."""
    few = {"respondents": 40}
    rows = [quarter(1, STEADY, **few), quarter(2, NEAR, **few), quarter(3, FALLEN, **few), quarter(4, FALLEN, **few)]
    assert "note" not in convert(ferries(*rows)).files["data/surveys/2031-q3.yml"]


def test_no_data_keeps_its_reason() -> None:
    """An empty mean with a reason, an empty mean without one, and no answers are three different sentences."""
    row = quarter(1, STEADY)
    row["questions"][1] |= {"mean": None, "missing": "The boats were on strike."}
    row["questions"][2] |= {"mean": None}
    row["questions"][3] |= {"n": 0}
    questions = convert(ferries(row)).files["data/surveys/2031-q1.yml"]["questions"]
    assert [question.get("missing") for question in questions] == [
        None,
        "The boats were on strike.",
        "The source gives no figure and no reason.",
        "The source says that nobody answered.",
    ]


def test_a_mean_off_its_scale_is_not_shown_as_a_figure() -> None:
    """What cannot be is told in words instead of stopping the whole import."""
    question = convert(ferries(quarter(1, STEADY | {"crew": 7.4}))).files["data/surveys/2031-q1.yml"]["questions"][3]
    assert question["missing"] == "The source says 7.4, which is not on its scale from 1 to 7."
    assert "mean" not in question


def test_own_n_and_sd_are_used_where_the_source_has_them() -> None:
    """Then nothing is said about the n of the whole survey or the missing spread."""
    row = quarter(1, {"trust-in-ferries": 5.91})
    row["questions"][0] |= {"n": 812, "sd": 1.2}
    made = convert(ferries(row))
    assert made.files["data/surveys/2031-q1.yml"]["questions"][0] | {"text": ""} == {
        "id": "trust-in-ferries",
        "text": "",
        "scale": "1-7",
        "mean": 5.91,
        "sd": 1.2,
        "n": 812,
    }
    assert not [note for note in made.files["data/organisation.yml"]["notes"] if "spread" in note or "n is" in note]


def test_counts_that_cannot_be_are_left_out_and_said() -> None:
    """More answers than people asked: the number asked goes, the answers stay."""
    made = convert(ferries(quarter(1, STEADY, invited=8000)))
    wave = made.files["data/surveys/2031-q1.yml"]
    assert (wave["respondents"], wave.get("invited"), wave["population"]) == (9000, None, 90000)
    assert "2031-Q1: invited (8,000) is less than those who are part of it: left out." in made.remarks


def test_the_days_decide_the_quarter_and_the_sources_name_is_remarked() -> None:
    """Some name a fiscal year after the year it starts in."""
    made = convert(ferries(quarter(1, STEADY, label="FY2030 Q1")))
    assert "data/surveys/2031-q1.yml" in made.files
    assert "The source calls 2030-07-01 to 2030-09-30 FY2030 Q1; here it is 2031-Q1, by its days." in made.remarks


def test_ids_that_differ_by_case_stay_apart() -> None:
    """Crew and crew are two questions of the source."""
    row = quarter(1, {"crew": 6.4})
    row["questions"].append({"id": "Crew", "label": "Crew", "text": "The crew was awake.", "mean": 6.0})
    questions = convert(ferries(row)).files["data/surveys/2031-q1.yml"]["questions"]
    assert [question["id"] for question in questions] == ["crew", "crew-2"]


def test_unknown_keys_are_named() -> None:
    """What is not taken over is said once."""
    made = convert(ferries(quarter(1, STEADY, weather="fine"), quarter(2, STEADY, weather="rain")) | {"colour": "red"})
    assert [remark for remark in made.remarks if remark.startswith("Not taken over")] == [
        "Not taken over from the source: colour.",
        "Not taken over from the quarters: weather.",
    ]


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"organisation": " "}, "the source does not name the organisation: 'organisation' is missing"),
        ({"scale": None}, "the source gives means without a scale: 'scale' is missing (FY2031 Q1, trust-in-ferries)"),
        (
            {"quarters": [{"label": "spring", "questions": []}]},
            "the source has no quarter that can be read: 'quarters' is empty or without days and names",
        ),
        ({"quarters": "none"}, "this is neither of the known kinds: published-means, published-notices"),
    ],
)
def test_what_an_import_cannot_do_without_is_named(change: dict[str, object], message: str) -> None:
    """The whole message says what is missing."""
    with pytest.raises(Unreadable) as caught:
        convert(ferries() | change)
    assert str(caught.value) == message
