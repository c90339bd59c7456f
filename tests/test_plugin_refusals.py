"""What the plugin refuses, in words."""

from __future__ import annotations

from pathlib import Path

import pytest

from scorecard.mkdocs_plugin import library
from tests import made
from tests.plugged import built


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("theme: readthedocs", "scorecard: mkdocs.yml must say `theme: {name: material}`"),
        (
            "use_directory_urls: false",
            "scorecard: mkdocs.yml must leave use_directory_urls on: addresses keep their meaning",
        ),
    ],
)
def test_a_configuration_that_cannot_work_is_refused(tmp_path: Path, config: str, message: str) -> None:
    """What would break addresses or the look is one clean line."""
    (tmp_path / "mkdocs.yml").write_text(f"site_name: X\n{config}\n")
    told: list[tuple[str, str]] = []
    with pytest.raises(library.SiteProblem, match=r"^Aborted with a BuildError!$"):
        library.build_site(
            made.built(tmp_path), tmp_path, tmp_path / "site", strict=False, say=lambda *said: told.append(said)
        )
    assert told == [("error", message)]
    assert not (tmp_path / "site").exists()


def test_a_configuration_without_the_plugin_is_refused(tmp_path: Path) -> None:
    """`scorecard build` does not build a site without a scorecard."""
    (tmp_path / "mkdocs.yml").write_text("site_name: X\nplugins: [search]\n")
    with pytest.raises(library.SiteProblem) as caught:
        library.build_site(made.built(tmp_path), tmp_path, tmp_path / "site", strict=False, say=print)
    assert (str(caught.value), caught.value.usage) == (
        "mkdocs.yml cannot be used: `plugins` does not name scorecard",
        True,
    )


def test_a_hand_written_page_cannot_take_a_generated_address(tmp_path: Path) -> None:
    """Two pages with one address are an error that names the file, never a silent choice."""
    (tmp_path / "content/incidents").mkdir(parents=True)
    (tmp_path / "content/incidents/one.md").write_text("# Mine\n")
    told: list[str] = []
    with pytest.raises(library.SiteProblem):
        library.build_site(
            made.built(tmp_path), tmp_path, tmp_path / "site", strict=False, say=lambda _, text: told.append(text)
        )
    assert told == ["scorecard: incidents/one.md has the address of a generated page or file: rename it"]


def refused(project: Path) -> tuple[str, list[str]]:
    """Why MkDocs stopped, and what it told before."""
    told: list[str] = []
    with pytest.raises(library.SiteProblem) as caught:
        library.build_site(
            made.built(project), project, project / "site", strict=False, say=lambda _, text: told.append(text)
        )
    return str(caught.value), told


@pytest.mark.parametrize("below", ["", "folder/"])
def test_a_link_out_of_content_is_refused(tmp_path: Path, below: str) -> None:
    """A file, or a folder, that is a link to elsewhere is not published; a link inside is."""
    (tmp_path / "secret").mkdir()
    (tmp_path / "secret/x.txt").write_text("secret")
    (tmp_path / "content").mkdir()
    (tmp_path / "content/a.txt").write_text("fine")
    (tmp_path / "content/b.txt").symlink_to("a.txt")
    assert (built(tmp_path) / "b.txt").read_text() == "fine"
    if below:
        (tmp_path / "content/folder").symlink_to(tmp_path / "secret")
    else:
        (tmp_path / "content/x.txt").symlink_to(tmp_path / "secret/x.txt")
    assert refused(tmp_path) == (
        "Aborted with a BuildError!",
        [f"scorecard: {below}x.txt is a link that leads out of its folder: put the file itself there"],
    )


def test_a_broken_template_of_the_theme_is_one_line(tmp_path: Path) -> None:
    """A project's own main.html with a fault is named with its line."""
    theme = tmp_path / "site_templates/theme"
    theme.mkdir(parents=True)
    (theme / "main.html").write_text('{% extends "base.html" %}\n\n{% blok x %}\n')
    problem, _ = refused(tmp_path)
    assert problem == (
        f"a template of the theme cannot be used: {theme / 'main.html'}:3: Encountered unknown tag 'blok'."
    )


def test_a_page_in_another_encoding_is_named(tmp_path: Path) -> None:
    """Latin-1 in a hand-written page stops the build with its name."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/about.md").write_bytes("# Caf\u00e9\n".encode("latin-1"))
    problem, told = refused(tmp_path)
    assert problem == "a hand-written page is not UTF-8 text"
    assert told[0] == "Encoding error reading file: about.md"


def test_a_warning_stops_a_strict_build(tmp_path: Path) -> None:
    """A broken link in a hand-written page is told, and strict builds stop on it."""
    (tmp_path / "content").mkdir(parents=True)
    (tmp_path / "content/about.md").write_text(
        "# About\n\n[x](incidents/index.md) [y](gone.md) [z](incidents/one/index.md#no)\n"
    )
    told: list[str] = []
    with pytest.raises(library.SiteProblem, match=r"^Aborted with 2 warnings in strict mode!$"):
        library.build_site(
            made.built(tmp_path), tmp_path, tmp_path / "site", strict=True, say=lambda _, text: told.append(text)
        )
    assert told == [
        "Doc file 'about.md' contains a link 'gone.md', but the target is not found among documentation files.",
        "Doc file 'about.md' contains a link 'incidents/one/index.md#no', but the doc 'incidents/one/index.md' does "
        "not contain an anchor '#no'.",
    ]
