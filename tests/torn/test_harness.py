"""The harness of `make torn` notices what it is there for, and no step of a build escapes its count."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.torn.__main__ import batches
from tests.torn.trials import Failing, Killed

pytestmark = [
    pytest.mark.torn,
    pytest.mark.skipif(sys.platform != "linux", reason="the harness needs Linux"),
]


@pytest.fixture(scope="module")
def probed(repository: Path) -> dict[str, Any]:
    """What the harness made of a few offences (tests/torn/probe.py)."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.torn.probe"], cwd=repository, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    value: dict[str, Any] = json.loads(done.stdout)
    return value


@pytest.mark.parametrize(
    ("name", "code", "stands", "fault"),
    [
        ("careless, killed", -9, "TORN", "neither the old site nor the new one"),
        ("careless, failing", 1, "TORN", "neither the old site nor the new one"),
        ("untidy, killed", -9, "old", ""),
        ("untidy, next", 0, "new", "left by an earlier build: .site.building-"),
        ("lasting", 0, "new", "a process of the build was still running after it had ended"),
    ],
)
def test_an_offence_is_noticed(probed: dict[str, Any], name: str, code: int, stands: str, fault: str) -> None:
    """A torn site, something that stays behind, and a process that outlives its build fail their trial."""
    trial = probed["trials"][name]
    assert (trial["run"]["code"], trial["stands"]) == (code, stands)
    assert bool(trial["faults"]) == bool(fault)
    assert all(told.startswith(fault) for told in trial["faults"])


@pytest.mark.parametrize(("name", "workers"), [("seen", False), ("seen with workers", True)])
def test_no_step_escapes_the_count(probed: dict[str, Any], name: str, workers: bool) -> None:
    """Python's audit events name the same steps, and every byte of the result came by a counted write.

    This holds for the steps of forked workers too; all processes share one series of numbers.
    """
    seen = probed[name]
    assert (seen["escaped"], seen["invented"], seen["bytes not counted"]) == ([], [], [])
    assert seen["numbered once"]
    assert (seen["by workers"] > seen["steps"] // 2) == workers
    assert seen["steps"] > seen["files"] > 30


def test_a_step_of_a_worker_can_fail(probed: dict[str, Any]) -> None:
    """Each chosen step had its bad end, whoever took it; the old site or the new one is whole after it."""
    trials = probed["failing with workers"]
    assert [trial["what"].split()[0] for trial in trials] == [str(1 + 9 * number) for number in range(len(trials))]
    failed = [trial for trial in trials if trial["run"]["code"] == 1]
    assert len([trial for trial in failed if trial["what"].endswith("(worker)")]) > 5
    after = [trial for trial in failed if trial["run"]["said"].startswith("error: site/ is new and whole")]
    assert [trial["stands"] for trial in after] == ["new"] * len(after)  # the last step comes after the exchange
    assert {trial["stands"] for trial in failed if trial not in after} == {"old"}
    assert [trial for trial in trials if trial["faults"]] == []


def test_a_worker_can_be_killed_alone(probed: dict[str, Any]) -> None:
    """The build tells that it failed; a build without workers is left out and says so."""
    whole, *killed = probed["worker killed"]
    assert whole["what"].startswith("none killed")
    assert [(trial["run"]["code"], trial["stands"], trial["faults"]) for trial in killed] == [(1, "old", [])] * 4
    assert [trial["what"] for trial in probed["no workers"]] == ["left out: this build has no workers"]


def test_every_step_has_its_turn() -> None:
    """The batches of failing steps start at each number below their stride, and the kills add up."""
    found = batches(53, 1, every=False)
    failing = [batch for batch in found if isinstance(batch, Failing) and not batch.render]
    assert sorted(batch.first for batch in failing) == list(range(1, failing[0].stride + 1))
    assert sum(batch.count for batch in found if isinstance(batch, Killed)) == 53
