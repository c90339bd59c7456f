"""A language nobody has translated the texts into: the build goes on without it, and says so."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.model.problems import Severity
from scorecard.read import locale, read
from tests.read.projects import BASE, project

ORGANISATION = "data/organisation.yml"
AS_OF = datetime(2026, 6, 1, tzinfo=UTC)


def spoken(folder: Path, languages: str) -> Path:
    text = (BASE / ORGANISATION).read_text(encoding="utf-8")
    kept = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("languages:"))
    return project(folder, {ORGANISATION: f"{kept}languages: {languages}\n"})


def test_a_language_without_texts_is_warned_of(tmp_path: Path) -> None:
    """At its place, with what there is; the other rules still look at the file."""
    folder = spoken(tmp_path, "[en, ar, it]")
    (found,) = [one for one in read(folder).problems if one.rule == "language-not-translated"]
    assert (found.severity, found.code, found.place.file) == (Severity.WARNING, "SC420", ORGANISATION)
    assert found.source[found.place.column - 1 :].startswith("ar")
    assert found.message == "the site's texts are not translated into 'ar', so it has no pages in that language"
    assert found.help == f"take it out, or translate them; there are: {', '.join(locale.known())}"
    checked = pipeline.check(folder, AS_OF)
    assert checked.errors == () and found in checked.warnings
    broken = pipeline.check(spoken(tmp_path / "b", "[ar]\nbreak: {quarter: 2019-Q1}"), AS_OF)
    assert {"language-not-translated", "break-quarter-unknown"} <= {one.rule for one in broken.problems}


@pytest.mark.parametrize("languages", ["[en, it]", "[it-CH, en-GB]", "it"])
def test_a_translated_one_is_not(tmp_path: Path, languages: str) -> None:
    """Nor is one of its regions."""
    assert read(spoken(tmp_path, languages)).problems == ()


def test_the_site_is_built_in_the_others(tmp_path: Path) -> None:
    """Pages in English and Italian, none in Arabic; alone, English takes its place."""
    bundle = pipeline.build(spoken(tmp_path / "a", "[en, ar, it]"), AS_OF).bundle
    assert {one.language for one in bundle.documents} == {"en", "it"}
    alone = pipeline.build(spoken(tmp_path / "b", "[ar]"), AS_OF).bundle
    assert {one.language for one in alone.documents} == {"en"}
