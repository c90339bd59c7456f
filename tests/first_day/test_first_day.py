"""From an empty folder to a site, without a programmer: what a person types and sees on the first day."""

import os
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.first_day.terminal import PATIENCE, Terminal, free_port
from tests.golden import Golden
from tests.test_packaging import build, empty_environment

#: The day on which the person begins: 25 November 2026, 12:00 UTC.
NOON = "1795608000"
KEPT = (
    "  - {at: 2026-11-25, state: kept, text: 97 of 100 this quarter., proof: https://trust.example.org/letters.csv}\n"
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
    """Begin, look, make a mistake and mend it, check, see what readers would see differently, build."""
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
        "git init -q && git add -A && git commit -q -m 'A first scorecard' && git config core.hooksPath .githooks"
    )
    terminal.type("scorecard doctor | grep -v 'ok  '")
    look_break_and_mend(terminal)
    terminal.type("scorecard check")
    change_a_figure_and_take_it_back(terminal)
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


def keep_a_promise_and_see_the_difference(terminal: Terminal) -> None:
    """One line more in a file, and what readers would see."""
    promise = terminal.folder / "data/promises/letters-in-five-days.yml"
    terminal.note("(the promise is kept: one more line at the end of its file)")
    terminal.save(promise, promise.read_text() + KEPT)
    terminal.type("scorecard diff --against HEAD")
    terminal.type("git commit -q -a -m 'Keep the promise about letters'")
