"""Where rules begin and end: what is unusual and right is left in peace, what is wrong by a little is told."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import read, validate
from tests.validate.projects import AS_OF, problems, project

INCIDENT = "data/incidents/2026/2026-05-04-slow-pages.yml"
WAVE = "data/surveys/2026-q2.yml"
MINOR = """\
title: Pages were slow
kind: service
severity: minor
fault: ours
started: 2026-05-04T09:00
known: 2026-05-04T09:20
notified: 2026-05-04T09:41
resolved: 2026-05-04T10:30
"""
CUSTOMERS = """\
quarter: 2026-Q2
audience: customers
sample: random
respondents: 690
"""
ORGANISATION = """\
name: Example Water
url: https://trust.example.org
contact: trust@example.org
timezone: Europe/Rome
"""
COUNTS = "[11, 8, 22, 35, 46, 73, 138, 190, 96, 61]"


def changed(**lines: str | None) -> str:
    """The minor incident with other lines, more lines, or (None) fewer."""
    kept = dict(line.split(": ", 1) for line in MINOR.splitlines())
    merged: dict[str, str | None] = {**kept, **lines}
    return "".join(f"{key}: {value}\n" for key, value in merged.items() if value is not None)


def asked(question: str, head: str = CUSTOMERS) -> str:
    """A wave with one question."""
    return f"{head}questions:\n  - {question}\n"


def rules(folder: Path, files: dict[str, str], as_of: datetime = AS_OF) -> list[str]:
    """The rules that speak."""
    return [problem.rule for problem in problems(folder, files, as_of)]


def test_the_word_not_applicable_alone_is_no_advice(tmp_path: Path) -> None:
    """Customers would read it as what they should do; with a reason it stands."""
    account = {"acknowledged": "{text: Ours.}", "postmortem": "{due: 2026-06-20}"}
    account["remediation"] = "{not-applicable: The system is switched off.}"
    alone = changed(severity="major", what_to_do="Not applicable.", **account)
    (told,) = problems(tmp_path / "alone", {INCIDENT: alone})
    assert (told.rule, told.message, told.help) == (
        "missing-account",
        "this major incident lacks what_to_do",
        "add what_to_do; where one does not apply: 'what_to_do: {not-applicable: reason}'",
    )
    whole = changed(severity="major", what_to_do="{not-applicable: It is over.}", **account)
    assert problems(tmp_path / "whole", {INCIDENT: whole}) == ()


RIGHT = {
    "known before it started, and told ahead": changed(started="2026-05-04T12:00", resolved="2026-05-04T15:00"),
    "staff hear of it after the public": changed(staff_told="2026-05-04T10:00"),
    "nobody knew until it was over": changed(known="2026-05-04T11:00", notified="2026-05-04T11:30"),
    "told after the end, and said so": changed(notified="2026-05-04T11:30", retroactive="true"),
    "everything at one minute": changed(
        started="2026-05-04T09:20", notified="2026-05-04T09:20", resolved="2026-05-04T09:20"
    ),
    "clocks that nobody can trust": changed(
        started="2026-05-04T09:30", notified="2026-05-03T09:41", resolved="2026-05-05T10:30", times_doubtful="Mixed."
    ),
    "nothing is known": changed(started="unknown", known="unknown", notified="unknown", resolved="unknown"),
    "never told": changed(notified="not-yet"),
    "a supplier's fault, owned": changed(fault="supplier", acknowledged="{text: We chose this supplier.}"),
    "two updates in one minute": MINOR
    + """\
updates:
  - {at: 2026-05-04T09:41, text: We are looking.}
  - {at: 2026-05-04T09:41, text: We found it.}
  - {at: 2026-05-04T10:35, status: resolved, text: Fast again.}
""",
    "updates without a status, from a foreign source": MINOR
    + "updates:\n  - {at: 2026-05-04T09:41, status: update, text: We are looking.}\n",
    "a major one that lasts": changed(
        severity="major", resolved="not-yet", acknowledged="{text: Our mistake.}", what_to_do="Wait."
    ),
    "a major one in which parts do not apply": changed(
        severity="critical",
        acknowledged="{not-applicable: a test of the alarm}",
        what_to_do="{not-applicable: over within a minute}",
        postmortem="{not-applicable: planned}",
        remediation="{not-applicable: nothing broke}",
    ),
    "planned work, announced, of any severity": changed(
        kind="maintenance", severity="major", notified="2026-04-20T09:00", known="2026-04-20T09:00"
    ),
    "half a year to the end": changed(
        started="2026-01-02T09:00", known="2026-01-02T09:20", notified="2026-01-02T09:41", resolved="2026-06-28T09:00"
    ).replace("2026-05-04", "2026-01-02"),
    "all times in UTC": changed(
        started="2026-05-04T07:00Z", known="2026-05-04T07:20Z", notified="2026-05-04T07:41Z", resolved="unknown"
    ),
    "times with the offset of the zone": changed(known="2026-05-04T09:20+02:00"),
    "comments after values": changed(title="Pages were slow   # told", kind="service # see the list", fault="ours  #x"),
    "a hash inside a word, and in quotes": changed(title='"C# was slow, ticket #4711"'),
    "joiners that a script or an emoji needs": changed(title='"می‌خواهم 👩\u200d🔧 ❤\ufe0f 1\ufe0f\u20e3"'),
    "numbers that are no person": changed(
        description='"On 03/04/2026 and 2026-05-04 at 09:41:07, 1 200 000 of 41,300,000 calls to version 10.4.2 were '
        'lost: EUR 12 345 678.90, order 4111 1111 1111 1112, 50-60 Hz, 0.123456789, ISBN 978-3-16-148410-0."'
    ),
    "the own contact, and a link": changed(
        what_to_do="Write to Trust@Example.org.", links='["https://example.org/a?token=1&n=4470000000000"]'
    ),
    "words about secrets": changed(description='"Your password was reset. The secret: none. API: up."'),
    "a word as long as a line": changed(title="x" * 200),
    "a long link": changed(links=f'["https://example.org/{"x" * 400}"]'),
    "writing without blanks": changed(description="日本語の文章は空白なしで書かれます" * 20),
}  # fmt: skip


@pytest.mark.parametrize("case", RIGHT)
def test_an_unusual_incident_is_left_in_peace(case: str, tmp_path: Path) -> None:
    """Nothing is said of what can be true."""
    name = "2026-01-02-slow-pages" if "2026-01-02" in RIGHT[case] else "2026-05-04-slow-pages"
    assert problems(tmp_path, {f"data/incidents/2026/{name}.yml": RIGHT[case]}) == ()


WRONG = {
    "known an hour late, by the clock of the afternoon": (
        changed(known="2026-05-04T21:20", resolved="2026-05-05T01:00"),
        ["told-before-known"],
    ),
    "a year too late": (changed(notified="2027-05-04T09:41", resolved="unknown"), ["future-date", "suspicious-gap"]),
    "a month too early": (changed(started="2026-04-01T09:00", known="2026-03-04T09:20"), ["suspicious-gap"]),
    "half a year and a day to the end": (
        changed(started="2025-11-04T09:00", known="2025-11-04T09:20", notified="2025-11-04T09:41"),
        ["incident-in-another-year", "suspicious-gap"],
    ),
    "every update backwards": (
        MINOR
        + "updates:\n"
        + "".join(f"  - {{at: 2026-05-04T{hour}:00, status: update, text: a}}\n" for hour in (13, 12, 11, 10)),
        ["updates-out-of-order"],
    ),
    "UTC among local times": (changed(known="2026-05-04T07:20Z"), ["unusual-offset"]),
    "the offset of winter": (changed(known="2026-05-04T08:20+01:00"), ["unusual-offset"]),
    "an explanation of nothing": (
        changed(severity="major", acknowledged="{text: Ours.}", what_to_do="Wait.", postmortem="{}", remediation="[]"),
        ["missing-account"],
    ),
    "a hash with a number after a blank": (changed(title="Pump # 7 failed"), ["text-cut"]),
    "a word of 201 letters": (changed(title="x" * 201), ["long-word"]),
    "several people in one text": (
        changed(description='"Frau Erika Muster, +49 30 901820, DE89370400440532013000, 2001:db8::7, (555) 234-5678"'),
        ["personal-data"],
    ),
    "a password in a sentence": (changed(description='"The login was password=Tr0ub4dor"'), ["secret"]),
    "a password in an address": (changed(description='"See https://root:hunter22@db.example.org/"'), ["secret"]),
    "a soft hyphen and a word joiner": (changed(title='"sl\\xadow pa\\u2060ges"'), ["invisible-characters"]),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_a_wrong_incident_is_told_once(case: str, tmp_path: Path) -> None:
    """Each fault by its rule, and not by its neighbours."""
    content, expected = WRONG[case]
    assert sorted(set(rules(tmp_path, {INCIDENT: content}))) == expected
    assert len(problems(tmp_path, {INCIDENT: content})) == len(expected)


QUESTIONS = {
    "{id: trust, mean: 7.1}": [],
    "{id: trust, mean: 7.1, n: 690, share: 0.7}": [],
    "{id: trust, mean: 7.1, n: 691}": ["more-answers-than-people"],
    "{id: trust, mean: 10}": [],
    "{id: trust, mean: 10.01}": ["mean-outside-scale"],
    "{id: trust, mean: 0.99}": ["mean-outside-scale"],
    "{id: trust, mean: 9, sd: 2.84, n: 690}": ["impossible-sd"],
    "{id: trust, mean: 9, sd: 2.83, n: 690}": [],
    "{id: trust, sd: 1, missing: no mean}": ["impossible-sd", "missing-with-figures"],
    "{id: trust, share: 1}": [],
    "{id: trust, share: 1.01}": ["share-out-of-range"],
    "{id: trust, percentages: [9.9, 10, 10, 10, 10, 10, 10, 10, 10, 9.1]}": [],
    "{id: trust, percentages: [9, 10, 10, 10, 10, 10, 10, 10, 10, 9.9]}": ["percentages-do-not-sum"],
    "{id: trust, percentages: [10, 10, 10, 10, 10, 10, 10, 10, 10, 11]}": [],
    "{id: trust, percentages: [50, 50]}": ["counts-do-not-match-scale"],
    "{id: trust, percentages: [10, 10, 10, 10, 10, 10, 10, 10, 10, 10], mean: 5}": ["two-kinds-of-figures"],
    f"{{id: trust, counts: {COUNTS}, n: 680}}": [],
    f"{{id: trust, counts: {COUNTS}, n: 679}}": ["two-kinds-of-figures"],
    f"{{id: trust, counts: {COUNTS}, dont_know: 10}}": [],
    f"{{id: trust, counts: {COUNTS}, dont_know: 11}}": ["more-answers-than-people"],
    f"{{id: trust, counts: {COUNTS}, dont_know: 8, no_answer: 1}}": ["answers-missing"],
    f"{{id: trust, counts: {{all: {COUNTS}, household: {COUNTS}}}}}": [],
    f"{{id: trust, counts: {{all: {COUNTS}}}, dont_know: {{household: 4}}}}": ["all-missing"],
    f"{{id: trust, counts: {{all: {COUNTS}}}, dont_know: {{all: 4, households: 4}}}}": ["unknown-segment"],
    f"{{id: trust, counts: {{all: {COUNTS}}}, dont_know: {{all: 4, household: 5}}}}": ["segment-larger-than-all"],
    f"{{id: trust, counts: {COUNTS}, channels: {{web: [99, 8, 22, 35, 46, 73, 138, 190, 96, 61]}}}}": [
        "segment-larger-than-all"
    ],
    "{id: trust, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0]}": ["no-answers"],
    "{id: trust, mean: 7, n: 0}": ["no-answers"],
    "{id: trust, counts: [1, 2, 3, 4, 5, 6, 7, 8, 9]}": ["counts-do-not-match-scale"],
    "{id: trust, scale: 1-10, text: How  much do you trust us?, mean: 7}": [],
    f"{{id: trust, comparable: false, counts: {COUNTS}}}": ["break-without-note"],
}


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question(question: str, tmp_path: Path) -> None:
    """Limits are included; each fault is told by one rule."""
    assert sorted(rules(tmp_path, {WAVE: asked(question)})) == QUESTIONS[question]


def test_eleven_counts_may_belong_to_a_scale_from_zero(tmp_path: Path) -> None:
    """The help offers the scale that fits."""
    (problem,) = problems(tmp_path, {WAVE: asked("{id: trust, counts: [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]}")})
    assert problem.message == "11 counts for the scale 1-10, which has 10 answers"
    assert (
        problem.help == "write 10 numbers, for the answers 1, 2 … 10; if 0 could be answered too, write 'scale: 0-10'"
    )


def test_quarters_of_a_fiscal_year(tmp_path: Path) -> None:
    """With a year from October on, the first quarter of 2026 is October to December 2025."""
    organisation = ORGANISATION + "fiscal_year_starts: 10-01\n"
    text = asked(f"{{id: trust, counts: {COUNTS}}}").replace("2026-Q2", "2026-Q1") + "period: {from: %s, to: %s}\n"
    base = {"data/organisation.yml": organisation}
    file = "data/surveys/2026-q1.yml"
    assert rules(tmp_path / "a", {**base, file: text % ("2025-10-01", "2025-12-31")}) == []
    (problem,) = problems(tmp_path / "b", {**base, file: text % ("2026-01-01", "2026-03-31")})
    assert problem.message == "the wave is of 2026-Q1, but 2026-01-01 to 2026-03-31 is 2026-Q2"
    assert problem.help == "2026-Q1 goes from 2025-10-01 to 2025-12-31: correct 'quarter' or 'period'"


def test_segments_that_overlap_claim_nothing(tmp_path: Path) -> None:
    """Without numbers of customers, more answers in segments than in all mean that people are in two of them."""
    organisation = ORGANISATION + "segments: {household: {name: Households}, business: {name: Businesses}}\n"
    row = f"{{id: trust, counts: {{all: {COUNTS}, household: {COUNTS}, business: {COUNTS}}}}}"
    files = {"data/organisation.yml": organisation, WAVE: asked(row)}
    assert rules(tmp_path / "a", files) == []
    sized = organisation.replace("name: Households", "customers: 5").replace("name: Businesses", "customers: 6")
    assert rules(tmp_path / "b", {**files, "data/organisation.yml": sized}) == ["segments-do-not-add-up"]


def test_lists_that_a_company_does_not_keep_are_not_asked_for(tmp_path: Path) -> None:
    """Without systems, causes, segments and risks in the data, any name may stand."""
    incident = changed(systems="[boiler]", cause="rust", risks="[old-boiler]")
    wave = asked(f"{{id: trust, counts: {{all: {COUNTS}, anybody: {COUNTS}}}}}")
    assert rules(tmp_path, {"data/organisation.yml": ORGANISATION, INCIDENT: incident, WAVE: wave}) == []


@pytest.mark.parametrize(
    ("parent", "other", "message"),
    [
        ("2026-05-04-slow-pages", None, "this incident names itself as the larger one"),
        ("again", "2026-05-04-slow-pages", "'again' names this incident as the larger one: they go in a circle"),
        ("again", "2026-03-14-payment-outage", "'again' belongs to '2026-03-14-payment-outage' itself"),
        ("agian", None, "there is no incident 'agian'"),
    ],
)
def test_a_larger_incident(parent: str, other: str | None, message: str, tmp_path: Path) -> None:
    """It exists, it is another one, and it is the largest."""
    again = "data/incidents/2026/again.yml"
    found = problems(tmp_path, {INCIDENT: changed(parent=parent), again: changed(parent=other)})
    assert message in [problem.message for problem in found]
    assert {problem.rule for problem in found} == {"unknown-parent"}


@pytest.mark.parametrize(
    ("quarters", "gaps"),
    [
        (["2025-Q1", "2025-Q3", "2026-Q1"], []),
        (["2024-Q1", "2025-Q1", "2026-Q1"], []),
        (["2025-Q1", "2025-Q2", "2026-Q1"], ["there is no wave of 2025-Q3 to 2025-Q4 for staff"]),
        (["2025-Q3", "2026-Q1"], ["there is no wave of 2025-Q4 for staff"]),
    ],
)
def test_a_series_may_have_a_rhythm_of_its_own(quarters: list[str], gaps: list[str], tmp_path: Path) -> None:
    """Once a year is a rhythm; a hole among quarters is a hole."""
    files = {
        f"data/surveys/{quarter.lower()}-staff.yml": asked(
            "{id: trust, mean: 7}", f"quarter: {quarter}\naudience: staff\nsample: census\n"
        )
        for quarter in quarters
    }
    assert [problem.message for problem in problems(tmp_path, files)] == gaps


def test_what_lies_ahead_may_be_held_back(tmp_path: Path) -> None:
    """A future date is a warning, unless the entry is under embargo; the moment itself is not in the future."""
    file = "data/decisions/fewer-counters.yml"
    text = "title: a\nwhat: b\nwhy: c\nexpected_effect: d\ncheck_by: 2026-12-01\ndecided: 2026-07-01\n"
    assert rules(tmp_path / "a", {file: text}) == ["future-date"]
    assert rules(tmp_path / "b", {file: text + "publish_at: 2026-07-01T10:00\n"}) == []
    assert rules(tmp_path / "c", {file: text}, datetime(2026, 6, 30, 22, tzinfo=UTC)) == []
    assert rules(tmp_path / "d", {file: text}, datetime(2026, 6, 30, 21, 59, tzinfo=UTC)) == ["future-date"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", ["future-date"]),
        ("publish_at: 2026-10-20T10:00\n", []),
    ],
)
def test_a_quarter_that_has_not_begun_has_no_answers(more: str, expected: list[str], tmp_path: Path) -> None:
    """Unless its wave is held back, by its own embargo or by the release of its quarter."""
    wave = {"data/surveys/2026-q3.yml": asked("{id: trust, mean: 7}").replace("Q2", "Q3") + more}
    second = {WAVE: asked("{id: trust, mean: 7.2}")}
    assert rules(tmp_path / "a", {**wave, **second}) == expected
    release = ORGANISATION + "releases: [{quarter: 2026-Q3, at: 2026-10-20T10:00}]\n"
    assert rules(tmp_path / "b", {**wave, **second, "data/organisation.yml": release}) == []


@pytest.mark.parametrize("start", ["01-01", "10-01"])
@pytest.mark.parametrize("quarter", ["1900-Q1", "2199-Q4"])
def test_the_first_and_the_last_year_have_neighbours(quarter: str, start: str, tmp_path: Path) -> None:
    """No calendar ends where the years end that people may write."""
    day = "1900-01-01" if quarter.startswith("1900") else "2199-12-31"
    organisation = ORGANISATION + f"fiscal_year_starts: {start}\n"
    wave = asked("{id: trust, mean: 7}").replace("2026-Q2", quarter) + f"period: {{from: {day}, to: {day}}}\n"
    found = rules(tmp_path, {"data/organisation.yml": organisation, f"data/surveys/{quarter.lower()}.yml": wave})
    assert "missing-quarter" in found
    assert ("period-of-another-quarter" in found) == (start == "10-01")


def test_nothing_is_missing_that_may_stand_in_a_file_nobody_can_read(tmp_path: Path) -> None:
    """One typing error gives one problem, not a second one in every file that refers to it."""
    broken = {
        "data/incidents/2026/2026-05-03-storm.yml": "title: [\n",
        "data/surveys/2026-q2.yml": "quarter: {\n",
        INCIDENT: changed(parent="2026-05-03-storm"),
        "data/surveys/2026-q3.yml": asked("{id: trust, mean: 7}").replace("Q2", "Q3")
        + "publish_at: 2026-10-20T10:00\n",
        "data/corrections/2026-06-01-a.yml": (
            "concerns: survey:2026-Q2\nfield: invited\nwas: 5\nis: 6\nlabel: C\nfound: 2026-06-01\n"
            "published: 2026-06-01\nreason: Counted again.\n"
        ),
    }
    reading = read.read(project(tmp_path, broken))
    assert reading.records is not None
    unread = {problem.place.file for problem in reading.problems}
    assert unread == {"data/incidents/2026/2026-05-03-storm.yml", "data/surveys/2026-q2.yml"}
    assert validate.check(reading.records, AS_OF, unread) == ()
    told = [problem.rule for problem in validate.check(reading.records, AS_OF)]
    assert told == ["unknown-correction-target", "unknown-parent", "missing-quarter"]


def test_the_same_data_give_the_same_problems_in_the_same_order(tmp_path: Path) -> None:
    """Problems stand in the order of files and lines."""
    files = {INCIDENT: changed(systems="[a, b]", cause="c", notified="2026-05-04T08:00"), WAVE: asked("{id: trust}")}
    found = problems(tmp_path, files)
    assert list(found) == sorted(found, key=lambda problem: problem.order)
    assert found == problems(tmp_path, files)
    assert len(found) == 5


def test_the_secret_is_not_repeated(tmp_path: Path) -> None:
    """Logs of builds are public too: neither message nor line holds the secret."""
    (problem,) = problems(tmp_path, {INCIDENT: changed(description="The key was AKIAIOSFODNN7EXAMPLE then.")})
    assert problem.message == "this text holds an access key of Amazon"
    assert problem.source == "description: The key was AKIA**************** then."
    assert (problem.place.column, problem.place.length) == (26, 20)


def test_personal_data_are_not_repeated_in_the_message(tmp_path: Path) -> None:
    """The message names kinds; all kinds of one text stand in one problem."""
    text = (
        "Mrs Jane Roe, jane.roe@example.com, +44 20 7946 0958, 4111 1111 1111 1111, GB29NWBK60161331926819, 203.0.113.7"
    )
    (problem,) = problems(tmp_path, {INCIDENT: changed(description=f'"{text}"')})
    assert problem.message == (
        "this public text seems to hold a person's name, a mail address, a card number, a bank account number, "
        "a network address, a telephone number"
    )


def test_the_files_of_the_design_are_built(shared: Path, tmp_path: Path) -> None:
    """The example files of DATA.md, together and as they stand, have warnings only."""
    import re

    text = (shared / "design" / "DATA.md").read_text(encoding="utf-8")
    for example in re.findall(r"```yaml\n(# data/.*?)```", text, flags=re.DOTALL):
        file = tmp_path / example.partition("\n")[0].removeprefix("# ")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(example, encoding="utf-8")
    reading = read.read(tmp_path)
    assert reading.problems == ()
    assert reading.records is not None
    found = validate.check(reading.records, datetime(2026, 11, 30, tzinfo=UTC))
    assert [problem.rule for problem in found] == ["unknown-correction-target", "question-in-no-dimension"]
