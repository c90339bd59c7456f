"""Real published data make a whole site, and the site says what the source says and no more."""

from pathlib import Path

import pytest

from tests.real.projects import foreign_files
from tests.real.run import run

SHARED = Path(__file__).resolve().parents[3] / "shared" / "real"
FILES = foreign_files(SHARED) if SHARED.is_dir() else []


@pytest.mark.slow
@pytest.mark.skipif(not FILES, reason="there is no ../shared/real beside this repository")
@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_site_from_a_real_source_keeps_every_claim(file: Path, tmp_path: Path) -> None:
    """Check, score and build run clean, and nothing speaks against any claim."""
    outcome = run(file, tmp_path / "project")
    assert outcome.failed == ""
    assert {claim: against for claim, against in outcome.claims if against} == {}
