"""A second run looks only at what is new, and finds the same as a first one."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from scorecard import validate
from scorecard.model.memo import Keeping
from scorecard.model.problems import RuleInfo
from scorecard.validate.docs import files
from tests.validate.projects import AS_OF, problems, project


@pytest.mark.parametrize("info", validate.infos(), ids=lambda info: info.rule)
def test_a_second_run_finds_the_same(info: RuleInfo, tmp_path: Path) -> None:
    """Right, then made wrong, then a day later, then the files taken away: each time as without a memo."""
    memo, folder = Keeping(), tmp_path / "kept"
    assert problems(folder, {}, memo=memo) == ()
    wrong = problems(tmp_path / "fresh", files(info.wrong))
    assert problems(folder, files(info.wrong), memo=memo) == wrong
    later = AS_OF + timedelta(days=1)
    assert problems(folder, {}, later, memo) == problems(tmp_path / "fresh", {}, later)
    assert problems(folder, files(info.right), memo=memo) == problems(tmp_path / "fresh", files(info.right))
    shutil.rmtree(folder)
    assert problems(project(folder, {}), {}, memo=memo) == ()
