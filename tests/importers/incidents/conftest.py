"""The harbour of the tests."""

from pathlib import Path

import pytest

from tests.importers.incidents.harbour import EXPORTS, ORGANISATION, Harbour


@pytest.fixture
def harbour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Harbour:
    """A project without incidents; the person stands among the exports."""
    (tmp_path / "site/data").mkdir(parents=True)
    (tmp_path / "site/data/organisation.yml").write_text(ORGANISATION)
    monkeypatch.chdir(EXPORTS)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Harbour(tmp_path / "site", capsys)
