"""The markup of every chart: classes only, colours declared for every look, ids unique, numbers in the table."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from scorecard import pipeline
from scorecard.present.brand import contrast
from tests.present.charts.drawn import CALLS, drawer, random_views

REPOSITORY = Path(__file__).resolve().parents[3]
ASSETS = REPOSITORY / "site_templates" / "theme" / "assets"
FORBIDDEN = {
    "a style": r"\sstyle=",
    "a script": r"<script",
    "a colour": r"#[0-9a-fA-F]{3,8}\b(?!-)",
    "another host": r"https?:",
    "an attribute of colour": r"\s(?:stroke|color)=",
}
#: Inlined by tokens.css or brand.css only, for pages, not for charts.
PAGE_ONLY = {"--sc-accent", "--sc-on-accent"}


@pytest.fixture(scope="module")
def documents() -> dict[str, str]:
    """Every page of the example, drawn."""
    built = pipeline.build(REPOSITORY, datetime(2026, 11, 24, tzinfo=UTC))
    return {one.uri: one.html for one in built.bundle.documents}


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    """Every picture file of the example; badges, made to be shown elsewhere, have tests of their own."""
    built = pipeline.build(REPOSITORY, datetime(2026, 11, 24, tzinfo=UTC))
    return {one.uri: one.content.decode() for one in built.bundle.assets if re.fullmatch(r"data/.*\.svg", one.uri)}


@pytest.mark.parametrize("start", range(0, 60, 20))
def test_classes_only(start: int, tmp_path: Path) -> None:
    """No chart of sixty data sets holds a style, a script, a colour or an address of another host."""
    draw = drawer(tmp_path)
    seen = set()
    for seed in range(start, start + 20):
        for name, view in random_views(seed).items():
            drawn = draw(name, view)
            seen.add(name)
            ids = re.findall(r'\bid="([^"]+)"', drawn)
            assert len(ids) == len(set(ids))
            assert [what for what, pattern in FORBIDDEN.items() if re.search(pattern, drawn)] == [], name
            for wanted in re.findall(r'aria-labelledby="([^"]+)"', drawn):
                assert set(wanted.split()) <= set(ids)
    assert seen == set(CALLS)


def test_the_rules_can_fail() -> None:
    """Each offence is found in a line that has it."""
    bad = {
        "a style": '<rect style="x">',
        "a script": "<script>",
        "a colour": '<rect fill="#a8201a">',
        "another host": 'href="https://a"',
        "an attribute of colour": '<line stroke="red">',
    }
    assert all(re.search(FORBIDDEN[what], text) for what, text in bad.items())


def test_the_same_view_gives_the_same_markup(tmp_path: Path) -> None:
    """Twice the same, from views made twice. (Whole sites under two hash seeds: tests/test_build.py.)"""
    draw = drawer(tmp_path)
    first = {name: draw(name, view) for name, view in random_views(7).items()}
    assert first == {name: draw(name, view) for name, view in random_views(7).items()}


def test_ids_are_unique_on_every_page(documents: dict[str, str]) -> None:
    """Two charts on a page never share an id, and every label finds its element."""
    for uri, html in documents.items():
        ids = re.findall(r'\bid="([^"]+)"', html)
        assert len(ids) == len(set(ids)), uri
        for wanted in re.findall(r'(?:aria-labelledby|\bfor)="([^"]+)"', html):
            assert set(wanted.split()) <= set(ids), uri


def blocks(css: str) -> dict[str, set[str]]:
    """The variables that each look of charts.css and tokens.css declares."""
    found: dict[str, set[str]] = {}
    looks = {
        "light": r":root, \[data-md-color-scheme=\"default\"\] \{(.*?)\}",
        "dark": r"\n\[data-md-color-scheme=\"slate\"\] \{(.*?)\}",
        "dark without a script": r"prefers-color-scheme: dark\) \{\s*\.no-js \[data-md-color-scheme\] \{(.*?)\}",
        "print": r"@media print \{\s*:root, \[data-md-color-scheme\] \{(.*?)\}",
        "forced colours": r"forced-colors: active\) \{\s*:root, \[data-md-color-scheme\] \{(.*?)\}",
    }
    for look, pattern in looks.items():
        found[look] = {
            name for body in re.findall(pattern, css, re.DOTALL) for name in re.findall(r"(--sc-[\w-]+):", body)
        }
    return found


def test_every_colour_in_use_is_declared_in_every_look() -> None:
    """Light, dark, dark without a script, print and forced colours declare each colour of a chart."""
    css = (ASSETS / "tokens.css").read_text() + (ASSETS / "charts.css").read_text()
    used = set(re.findall(r"var\((--sc-[\w-]+)\)", (ASSETS / "charts.css").read_text()))
    declared = blocks(css)
    assert used and all(declared.values())
    assert {look: used - names for look, names in declared.items()} == {look: set() for look in declared}


def test_every_class_of_a_chart_has_a_rule() -> None:
    """A class in a chart's macro that no style sheet knows is a slip of the pen."""
    css = "".join(file.read_text() for file in sorted(ASSETS.glob("*.css")))
    known = set(re.findall(r"\.(sc-[\w-]+)", css))
    used = set()
    for name in ("answers", "notices", "calendar"):
        source = (REPOSITORY / "site_templates" / "charts" / f"{name}.html.jinja").read_text()
        for value in re.findall(r'class="([^"]*)"', re.sub(r"\{\{.*?\}\}", "*", source)):
            used |= {one for one in value.split() if "*" not in one}
    assert used - known == set()


def test_every_number_of_a_name_stands_in_the_table(documents: dict[str, str]) -> None:
    """What a screen reader hears of a picture can be read in the table beside it, or added up from it."""
    html = documents["incidents/"]
    for figure in re.findall(r'<figure class="sc-figure.*?</figure>', html, re.DOTALL):
        names = re.findall(r"<(?:title|desc)[^>]*>(.*?)</", figure, re.DOTALL)
        if not names:
            continue
        rows = [[int(n) for n in re.findall(r">(\d+)<", row)] for row in figure.split("<tr>")[2:]]
        sums = {str(sum(column)) for column in zip(*rows, strict=True)}
        shown = sums | set(re.findall(r"\d+", re.sub(r"<svg.*?</svg>", "", figure, flags=re.DOTALL)))
        assert set(re.findall(r"\d+", re.sub(r"The first such day.*", "", " ".join(names)))) <= shown


def test_picture_files_stand_alone(documents: dict[str, str], files: dict[str, str]) -> None:
    """Every picture link has its file: whole, without variables, calc() or anything from elsewhere."""
    links = (match for html in documents.values() for match in re.findall(r'href="([^"]+\.svg)"', html))
    linked = {link.rsplit("data/", 1)[1] for link in links if "data/" in link}
    assert linked == {uri.removeprefix("data/") for uri in files}
    for uri, drawn in files.items():
        assert drawn.startswith('<svg xmlns="http://www.w3.org/2000/svg" width="'), uri
        assert not re.search(r"var\(|calc\(|<script|@import|url\((?!#)|href=", drawn), uri
        style, rest = drawn.partition("<style>")[2].split("</style>")
        used = {one for value in re.findall(r'class="([^"]*)"', rest) for one in value.split()}
        if "parts" in uri or "answers" in uri or "incident" in uri or "first" in uri:
            plain = {"sc-svg", "sc-track", "sc-w", "sc-day", "sc-row"}
            missing = {one for one in used - plain if f".{one}" not in style}
            assert {one for one in missing if not one.startswith("sc-a-n-")} == set(), uri
        assert "Example with invented data." in drawn
        assert re.search(r"<title id=\"t\">[^<]+</title>", drawn)


def colours(css: str, pattern: str) -> dict[str, str]:
    """The hex colours of one look."""
    return dict(re.findall(r"(--sc-[\w-]+): (#[0-9a-f]{3,6})", " ".join(re.findall(pattern, css, re.DOTALL))))


@pytest.mark.parametrize(
    "pattern",
    [
        r":root, \[data-md-color-scheme=\"default\"\] \{(.*?)\}",
        r"\n\[data-md-color-scheme=\"slate\"\] \{(.*?)\}",
        r"@media print \{\s*:root, \[data-md-color-scheme\] \{(.*?)\}",
    ],
)
def test_numbers_in_bars_can_be_read_and_marks_be_seen(pattern: str) -> None:
    """Contrast computed from the style sheets: 4.5 for numbers on their bar, 3 for marks on paper (WCAG 2.2)."""
    named = colours((ASSETS / "tokens.css").read_text() + (ASSETS / "charts.css").read_text(), pattern)
    found = {
        name: "#" + "".join(c * 2 for c in value[1:]) if len(value) == 4 else value for name, value in named.items()
    }
    for bar in ("very-low", "very-high"):
        assert contrast(found["--sc-on-strong"], found[f"--sc-{bar}"]) >= 4.5
    for bar in ("low", "middle", "high"):
        assert contrast(found["--sc-on-pale"], found[f"--sc-{bar}"]) >= 4.5
    for mark in ("right", "error", "critical", "major", "ink"):
        assert contrast(found[f"--sc-{mark}"], found["--sc-paper"]) >= 3
