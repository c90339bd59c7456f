"""A second run looks only at what is new, and finds the same as a first one."""

import random
import shutil
from datetime import timedelta
from pathlib import Path

import pytest

from scorecard import read, validate
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


def test_checking_again_after_random_edits_is_like_a_first_check(tmp_path: Path) -> None:
    """Files of wrong and right examples come, change, get another name and go, in one project that is checked again."""
    examples = [files(text) for info in validate.infos() for text in (info.wrong, info.right)]
    chance, memo, folder = random.Random(7), Keeping(), project(tmp_path / "kept", {})
    told = 0
    for _ in range(60):
        for name, text in chance.choice(examples).items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(
                text if chance.random() < 0.9 else text.replace("2026", "2025"), encoding="utf-8"
            )
        some = sorted((folder / "data").rglob("*-*.yml"))
        if some and chance.random() < 0.3:
            chance.choice(some).unlink()
        elif some and chance.random() < 0.2:
            one = chance.choice(some)
            one.rename(one.with_name(f"{one.stem[:40]}-too.yml"))
        again, fresh = read.read(folder, memo), read.read(folder)
        assert again == fresh
        if again.records is not None and fresh.records is not None:
            assert validate.check(again.records, AS_OF, (), memo) == validate.check(fresh.records, AS_OF)
            told += 1
        memo.sweep()
    assert told > 20
