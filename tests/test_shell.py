"""Leaf pages are spliced into shells of the theme, and nobody can tell."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from scorecard import mkdocs_plugin
from scorecard.cli import run
from tests.bench import company

AS_OF = ("--as-of", "2026-04-15")


def build(project: Path, out: Path) -> dict[str, bytes]:
    """Every file of a build."""
    arguments = ["build", "--project", str(project), "--site-dir", str(out), *AS_OF]
    assert run(arguments) == 0
    return {str(p.relative_to(out)): p.read_bytes() for p in sorted(out.rglob("*")) if p.is_file()}


@pytest.fixture
def ordinary(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Every page through the theme's own template."""
    monkeypatch.setattr(mkdocs_plugin, "apart", lambda config, own: False)
    yield


@pytest.mark.parametrize("where", ["example", "random"])
def test_spliced_pages_equal_ordinary_ones(
    where: str, tmp_path: Path, repository: Path, request: pytest.FixtureRequest
) -> None:
    """On the whole example and on 500 random incidents, no byte tells a spliced page from an ordinary one."""
    project = repository if where == "example" else company.write(tmp_path / "p", 500, quarters=4)
    spliced = build(project, tmp_path / "spliced")
    request.getfixturevalue("ordinary")
    plain = build(project, tmp_path / "plain")
    assert list(spliced) == list(plain)
    assert [name for name in plain if spliced[name] != plain[name]] == []


def test_a_theme_that_looks_at_single_pages_gets_ordinary_ones(tmp_path: Path, repository: Path) -> None:
    """A frame that prints something of its own on one page in eight is found by the samples; every page is right."""
    project = company.write(tmp_path / "p", 30, quarters=4)
    theme = project / "site_templates" / "theme"
    theme.mkdir(parents=True)
    frame = (repository / "site_templates" / "theme" / "main.html").read_text(encoding="utf-8")
    frame += '{% block footer %}{{ super() }}{% if "case-8" in page.url %}<p>odd one</p>{% endif %}{% endblock %}\n'
    (theme / "main.html").write_text(frame, encoding="utf-8")
    built = build(project, tmp_path / "out")
    odd = [name for name, content in built.items() if b"<p>odd one</p>" in content]
    assert len(odd) == 1 and "case-8" in odd[0]
    shutil.rmtree(tmp_path / "out")
