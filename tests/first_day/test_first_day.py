"""From an empty folder to a site, without a programmer: what a person types and sees on the first day."""

import os
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.first_day.terminal import PATIENCE, Terminal, free_port
from tests.golden import Golden
from tests.importers.surveys import exports
from tests.test_packaging import build, empty_environment

#: The day on which the person begins: 25 November 2026, 12:00 UTC.
NOON = "1795608000"
KEPT = (
    "  - {at: 2026-11-25, state: kept, text: 97 of 100 this quarter., proof: https://trust.example.org/letters.csv}\n"
)


#: The questions of the sample data, and a new one.
ASKED = (
    "How much do you trust us? (1 not at all, 10 completely)",
    "They listen to me.",
    "They make it easy to get things done.",
)


@pytest.fixture(scope="module")
def terminal(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A home folder, and an environment of its own that holds the wheel and nothing of this repository."""
    wheel = build(repository, tmp_path_factory.mktemp("wheel"))
    home = empty_environment(wheel, tmp_path_factory.mktemp("home"))
    (home / ".gitconfig").write_text(
        "[user]\n\tname = Staff\n\temail = staff@example.org\n[init]\n\tdefaultBranch = main\n"
    )
    return Terminal(
        home,
        {
            "PATH": f"{home / 'venv/bin'}:{os.environ['PATH']}",
            "HOME": str(home),
            "TMPDIR": str(home),
            "TERM": "dumb",
            "GIT_PAGER": "cat",
            "LC_ALL": "C.UTF-8",
            "SOURCE_DATE_EPOCH": NOON,
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )


def page(port: int) -> str:
    """The home page that is served."""
    with urlopen(f"http://127.0.0.1:{port}/", timeout=60) as answer:
        return str(answer.read().decode())


def shown(port: int, *texts: str) -> None:
    """Wait until the home page says one of these."""
    until = time.monotonic() + PATIENCE
    while not any(text in page(port) for text in texts):
        assert time.monotonic() < until, f"the page never said {texts[0]}"
        time.sleep(0.2)


@pytest.mark.slow
def test_the_first_day(terminal: Terminal, golden: Golden) -> None:
    """Begin, look, mend a mistake, check, bring in answers, tell of an incident, see what differs, build."""
    terminal.type("scorecard --version")
    terminal.type(
        "scorecard init my-site",
        answers=[
            ("Name of your organisation: ", "Example Water"),
            ("[https://trust.example.org]: ", ""),
            ("[en]: ", ""),
            ("[github]: ", "gitlab"),
        ],
    )
    terminal.enter("my-site")
    terminal.type(
        "git init -q && git add -A && git commit -q -m 'A first scorecard' && git tag first"
        " && git config core.hooksPath .githooks"
    )
    terminal.type("scorecard doctor | grep -v 'ok  '")
    look_break_and_mend(terminal)
    terminal.type("scorecard check")
    change_a_figure_and_take_it_back(terminal)
    begin_a_quarter_and_bring_in_its_answers(terminal)
    write_down_an_incident_until_it_is_over(terminal)
    keep_a_promise_and_see_the_difference(terminal)
    terminal.type("scorecard build --strict")
    assert "Example Water" in (terminal.folder / "site/index.html").read_text(encoding="utf-8")
    golden("transcript.txt", terminal.transcript)


def look_break_and_mend(terminal: Terminal) -> None:
    """`serve` shows the site; a mistake is told in the terminal and in the browser; mending it is enough."""
    promise = terminal.folder / "data/promises/letters-in-five-days.yml"
    right = promise.read_text()
    port = free_port()
    with terminal.open(f"scorecard serve --port {port}") as serving:
        serving.wait("stop with Ctrl+C)")
        assert "Example Water" in page(port) and "ownr" not in page(port)
        terminal.save(promise, right.replace("owner:", "ownr:"))
        serving.wait("until then the page shows the last good build.")
        shown(port, "promise has no field &#x27;ownr&#x27;", "promise has no field &#39;ownr&#39;")
        terminal.save(promise, right)
        serving.wait("built ")
        serving.wait("UTC")
        serving.interrupt()
        serving.ends(130)
    terminal.note("(in between, a key of data/promises/letters-in-five-days.yml was misspelt, and mended)\n")


def change_a_figure_and_take_it_back(terminal: Terminal) -> None:
    """A published figure does not change in silence."""
    survey = terminal.folder / "data/surveys/2026-q3.yml"
    right = survey.read_text()
    terminal.note("(invited: 5400 becomes 5500 in data/surveys/2026-q3.yml)")
    terminal.save(survey, right.replace("invited: 5400", "invited: 5500"))
    terminal.type("scorecard check --since HEAD", code=1)
    terminal.save(survey, right)


def begin_a_quarter_and_bring_in_its_answers(terminal: Terminal) -> None:
    """The questions of last quarter, then the answers of the survey tool; what nobody knows is asked once."""
    terminal.type(
        "scorecard quarter new",
        answers=[
            ("Which quarter [2026-Q4]: ", ""),
            ("[random]: ", ""),
            ("When are the figures published (2026-10-20T10:00): ", "20 January"),
            ("When are the figures published (2026-10-20T10:00): ", "2027-01-20T10:00"),
            ("How many people could be asked (may stay empty): ", "48300"),
            ("How many are asked (may stay empty): ", "5600"),
        ],
    )
    terminal.type("git add -A && git commit -q -m 'Begin the fourth quarter'")
    terminal.note("(the survey tool saves the answers as ../answers.csv)")
    (terminal.home / "answers.csv").write_text(answers(), encoding="utf-8", newline="")
    terminal.type(
        "scorecard import qualtrics ../answers.csv --wave 2026-Q4",
        answers=[("use this mapping, and save it? [Y/n]: ", "")],
    )
    terminal.type("git diff --stat && scorecard check && git add -A && git commit -q -m 'The answers are in'")


def answers() -> str:
    """An export of Qualtrics with its three heading rows; the people in it are invented."""
    text = exports.qualtrics(exports.people(640))
    for (_, theirs), ours in zip(exports.ASKED, ASKED, strict=True):
        text = text.replace(theirs, ours)
    return text


def write_down_an_incident_until_it_is_over(terminal: Terminal) -> None:
    """Three commands; each asks what it needs, or takes it from the command line."""
    terminal.type(
        "scorecard incident new",
        answers=[
            ("What happened, in a few words: ", "The bills page shows old amounts"),
            ("Since when (09:12, 2026-03-14T09:12, unknown): ", "half past ten"),
            ("Since when (09:12, 2026-03-14T09:12, unknown): ", "10:30"),
            ("know (Enter: now): ", "11:15"),
            ("How many customers (1200, about 1200, unknown) [unknown]: ", "about 1500"),
            ("Our fault? ours, or unknown while nobody knows (ours, supplier, nature, unknown): ", "ours"),
            ("How serious (critical, major, minor): ", "major"),
            ("What should customers do: ", "Do not pay before Friday; nobody pays a late fee."),
            ("What did we do wrong, in our own words: ", "We changed the page without looking at it once."),
            ("empty where nothing is told yet: ", "The bills page shows old amounts. We mend it."),
            ("When will you tell more (10:30) (may stay empty): ", "10:30"),
            ("When will you tell more (10:30) (may stay empty): ", "15:00"),
        ],
    )
    terminal.type("git add -A && git commit -q -m 'Tell of the bills page'")
    later(terminal, "An hour later")
    terminal.type("scorecard incident update --status identified --text 'We know why: a cache was not emptied.'")
    later(terminal, "Another hour later")
    terminal.type(
        "scorecard incident resolve",
        answers=[
            ("When was it put right [now]: ", "13:50"),
            ("What do you tell the public: ", "The page is right again. Look at your bill once more."),
            ("By when will you explain in public what happened (a day, +14): ", "+14"),
            ("What is changed so that it stays away: ", "A second person looks at each change of the page."),
            ("By when (a day, +30): ", "+30"),
            ("Who does it (may stay empty): ", "Head of Customer Service"),
        ],
    )
    terminal.type("scorecard check && git commit -q -a -m 'The bills page is right again'")


def later(terminal: Terminal, words: str) -> None:
    """The clock goes on by an hour."""
    terminal.note(f"({words})")
    terminal.environment["SOURCE_DATE_EPOCH"] = str(int(terminal.environment["SOURCE_DATE_EPOCH"]) + 3600)


def keep_a_promise_and_see_the_difference(terminal: Terminal) -> None:
    """One line more in a file, and what readers would see."""
    promise = terminal.folder / "data/promises/letters-in-five-days.yml"
    terminal.note("(the promise is kept: one more line at the end of its file)")
    terminal.save(promise, promise.read_text() + KEPT)
    terminal.type("scorecard diff --against HEAD")
    terminal.note("(and all that changed since the first commit, with what is held back until January)")
    terminal.type("scorecard diff --against first --preview")
    terminal.type("git commit -q -a -m 'Keep the promise about letters'")
