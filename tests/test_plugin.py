"""The MkDocs plugin: our HTML goes in as it is, escaped where the theme does not, and out byte for byte."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from scorecard.mkdocs_plugin.navigation import navigation
from scorecard.model.pages import Document, Section
from tests import made
from tests.plugged import article, built


def test_a_page_is_our_html_unchanged(tmp_path: Path) -> None:
    """Neither Markdown nor MkDocs' templates touch what we drew, whatever text is in it."""
    text = f"{made.HOSTILE} *stars* [link](x) `code` # head\n\n---\n\n    indented"
    site = made.usual(text)
    page = built(tmp_path, site)
    body = made.built(tmp_path, site).bundle.documents[2].html
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in body
    assert article(page / "incidents/one/index.html") == body.strip()


def test_titles_and_descriptions_are_escaped_once(tmp_path: Path) -> None:
    """The theme prints titles raw in title, header, path and navigation: there they are escaped, and only once."""
    site = made.site(
        made.page("", made.HOSTILE, nav=made.HOSTILE, description=made.HOSTILE),
        made.page("a/", made.HOSTILE, parent="", description=made.HOSTILE),
    )
    folder = built(tmp_path, site)
    for page in (folder / "index.html", folder / "a/index.html"):
        html = page.read_text(encoding="utf-8")
        assert "<script>alert" not in html
        assert "<b>" not in html
        assert "&amp;lt;" not in html
        assert "&amp;amp;" not in html
        (title,) = re.findall(r"<title>(.*?)</title>", html, re.DOTALL)
        assert title == (
            "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% raw %} &amp; &quot;q&quot; &#x27;a&#x27; "
            "&lt;b&gt; - Example &amp; Sons"
        )
        (description,) = re.findall(r'<meta name="description" content="([^"]*)">', html)
        assert description.startswith("&lt;/title&gt;&lt;script&gt;")
        assert 'title="Example &amp; Sons"' in html


def test_the_banner_marks_invented_data_on_every_page(tmp_path: Path) -> None:
    """Each page, the one for wrong addresses too, says that the data are invented; without that mark none does."""
    pages = sorted(built(tmp_path / "a").rglob("*.html"))
    assert [page.relative_to(tmp_path / "a/site").as_posix() for page in pages] == [
        "404.html",
        "incidents/index.html",
        "incidents/one/index.html",
        "incidents/two/index.html",
        "index.html",
    ]
    for page in pages:
        assert "<strong>Example with invented data.</strong> Example &amp; Sons does not exist." in page.read_text()
        assert "Preview" not in page.read_text()
    for page in built(tmp_path / "b", data_source=None).rglob("*.html"):
        assert "sc-banner" not in page.read_text()
        assert "md-banner" not in page.read_text()


def test_the_banner_marks_a_preview(tmp_path: Path) -> None:
    """Held-back figures never look published."""
    for page in built(tmp_path, preview=True, data_source=None).rglob("*.html"):
        assert re.sub(r"\s+", " ", page.read_text()).count(
            "<strong>Preview, not published.</strong> It shows figures that are held back until their release."
        ) == (1)


def test_leaf_pages_stand_in_no_navigation_but_know_their_place(tmp_path: Path) -> None:
    """A leaf page has the tab of its index and the path to it; the navigation does not grow with the archive."""
    html = (built(tmp_path) / "incidents/one/index.html").read_text()
    (tabs,) = re.findall(r'<ul class="md-tabs__list">(.*?)</ul>', html, re.DOTALL)
    assert re.findall(r'<li class="([^"]*)">\s*<a href="([^"]*)"[^>]*>\s*([^<]*?)\s*</a>', tabs) == [
        ("md-tabs__item", "../..", "Home"),
        ("md-tabs__item md-tabs__item--active", "../", "Incidents"),
    ]
    (path,) = re.findall(r'<ol class="md-path__list">(.*?)</ol>', html, re.DOTALL)
    assert re.findall(r'href="([^"]*)"', path) == ["../..", "../"]
    assert 'href="../two/"' not in html


def test_generated_pages_have_no_sidebars(tmp_path: Path) -> None:
    """Generated pages use the full column."""
    html = (built(tmp_path) / "index.html").read_text()
    assert "md-sidebar" not in html
    assert 'class="md-content"' in html


def test_search_entries_come_from_the_pages(tmp_path: Path) -> None:
    """A leaf page is found by title and summary, a page of the navigation by its words; all of it escaped."""
    folder = built(tmp_path, made.usual("Some <b>text</b>"))
    entries = json.loads((folder / "search/search_index.json").read_text())["docs"]
    words = "<p>Some &lt;b&gt;text&lt;/b&gt;</p>"
    assert [entry for entry in entries if not entry["location"].startswith(("incidents/one/", "incidents/two/"))] == [
        {"location": "", "title": "Can you trust us?", "text": f"Can you trust us? {words}"},
        {"location": "#why", "title": "Why &amp; how", "text": "<p>Home Incidents</p>"},
        {"location": "incidents/", "title": "All incidents", "text": f"All incidents {words}"},
        {"location": "incidents/#why", "title": "Why &amp; how", "text": "<p>Home Incidents</p>"},
    ]
    assert [entry for entry in entries if entry["location"].startswith(("incidents/one/", "incidents/two/"))] == [
        {"location": "incidents/one/", "title": "Some &lt;b&gt;text&lt;/b&gt;", "text": "Some &lt;b&gt;text&lt;/b&gt;"},
        {"location": "incidents/two/", "title": "Two", "text": ""},
    ]


def test_the_search_reads_cells_apart(tmp_path: Path) -> None:
    """Words of two cells are two words in the index; the page itself keeps every byte as drawn."""
    table = "<table><tr><th>Told</th><td>2,900</td></tr></table>"
    made.templates(tmp_path / "site_templates", words=f"<h1>{{{{ heading }}}}</h1>{table}")
    folder = built(tmp_path)
    entries = json.loads((folder / "search/search_index.json").read_text())["docs"]
    assert "Told 2,900" in next(entry["text"] for entry in entries if entry["location"].startswith("incidents/"))
    assert table in article(folder / "incidents/index.html")


def test_the_sitemap_carries_the_day_of_the_data(tmp_path: Path) -> None:
    """Dates in the sitemap come from the records, for hand-written pages from the newest of them."""
    (tmp_path / "content").mkdir(parents=True)
    (tmp_path / "content/about.md").write_text("# About\n")
    tree = ElementTree.parse(built(tmp_path) / "sitemap.xml")
    names = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    assert [
        (url.findtext("s:loc", "", names), url.findtext("s:lastmod", "", names))
        for url in tree.iterfind("s:url", names)
    ] == [
        (f"https://trust.example.org/{uri}", "2026-09-30")
        for uri in ("about/", "", "incidents/", "incidents/one/", "incidents/two/")
    ]


@pytest.mark.parametrize(
    ("edit_uri", "repo_url", "wanted"),
    [
        (
            "https://git.example.org/o/r/edit/main/content/",
            None,
            "https://git.example.org/o/r/edit/main/data/incidents/2026/one.yml",
        ),
        (
            "https://git.example.org/o/r/edit/main/content",
            None,
            "https://git.example.org/o/r/edit/main/data/incidents/2026/one.yml",
        ),
        (
            "edit/main/content/",
            "https://git.example.org/o/r",
            "https://git.example.org/o/r/edit/main/data/incidents/2026/one.yml",
        ),
    ],
)
def test_the_edit_link_leads_to_the_yaml(tmp_path: Path, edit_uri: str, repo_url: str | None, wanted: str) -> None:
    """A reader who wants to see or mend the source lands on the file in data/; a page without one has no link."""
    (tmp_path / "content").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(
        f"site_name: X\nedit_uri: {edit_uri}\n" + (f"repo_url: {repo_url}\n" if repo_url else "")
    )
    folder = built(tmp_path)
    links = {
        name: re.findall(r'<a href="([^"]*)"[^>]*rel="edit">', (folder / name).read_text())
        for name in ("incidents/one/index.html", "incidents/two/index.html")
    }
    assert links == {"incidents/one/index.html": [wanted], "incidents/two/index.html": []}


def test_the_edit_link_needs_no_hand_written_pages(tmp_path: Path) -> None:
    """Without content/ the link is the same: no folder of the machine shows in it."""
    (tmp_path / "mkdocs.yml").write_text("edit_uri: https://git.example.org/o/r/edit/main/content/\nsite_name: X\n")
    page = (built(tmp_path) / "incidents/one/index.html").read_text()
    wanted = "https://git.example.org/o/r/edit/main/data/incidents/2026/one.yml"
    assert re.findall(r'<a href="([^"]*)"[^>]*rel="edit">', page) == [wanted]


def test_nothing_comes_from_another_host(tmp_path: Path) -> None:
    """No page loads a font, a script, a style or a picture from elsewhere."""
    for page in built(tmp_path).rglob("*.html"):
        loads = re.findall(r"<(?:script|img|iframe|source)\b[^>]*\bsrc=\"([^\"]*)\"", page.read_text())
        loads += re.findall(r"<link\b(?![^>]*canonical)[^>]*\bhref=\"([^\"]*)\"", page.read_text())
        assert loads
        assert [load for load in loads if re.match(r"(?:\w+:)?//", load)] == []


def test_only_the_needed_search_helpers_are_there(tmp_path: Path) -> None:
    """Source maps, the theme's search and its helpers stay out; a project with a search box of its own has them."""
    names = {file.relative_to(tmp_path / "site").as_posix() for file in built(tmp_path).rglob("*") if file.is_file()}
    assert {name for name in names if name.endswith(".map") or "/lunr/" in name or "/workers/" in name} == set()
    (tmp_path / "own/partials").mkdir(parents=True)
    (tmp_path / "own/partials/search.html").write_text("<form name=search></form>")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: X\ntheme: {name: material, custom_dir: own}\nplugins: [{search: {lang: [en, ja]}}, scorecard]\n"
    )
    site = built(tmp_path)
    names = {file.name for file in site.rglob("lunr/**/*.js")}
    assert names == {"lunr.ja.min.js", "lunr.multi.min.js", "lunr.stemmer.support.min.js", "tinyseg.js"}
    assert len(list(site.glob("assets/javascripts/workers/*.js"))) == 1


def document(uri: str, nav: str | None = None, parent: str | None = None) -> Document:
    """A document for the navigation."""
    return Document(uri, "kind", uri, lambda: (Section("", "", ""),), made.DAY, nav=nav, parent=parent)


DOCUMENTS = [
    document("", "Home"),
    document("a/", "A & B", ""),
    document("a/1/", "One", "a/"),
    document("a/2/", None, "a/"),
    document("b/", "B", ""),
]
MADE = ["index.md", {"A &amp; B": ["a/index.md", "a/1/index.md"]}, "b/index.md"]


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        (None, [*MADE, "about.md", "z.md"]),
        ([], MADE),
        (["z.md"], [*MADE, "z.md"]),
        ([{"More": ["z.md", {"About us": "about.md"}]}], [*MADE, {"More": ["z.md", {"About us": "about.md"}]}]),
        ([{"Start": "index.md"}, "z.md"], [{"Start": "index.md"}, "z.md"]),
        ([{"More": [{"B": "b/index.md"}]}], [{"More": [{"B": "b/index.md"}]}]),
    ],
)
def test_the_navigation(given: list[Any] | None, wanted: list[Any]) -> None:
    """Generated pages come first; a nav that names one of them is taken as it is."""
    assert navigation(DOCUMENTS, given, ["z.md", "about.md"]) == wanted


def test_a_projects_own_theme_has_the_last_word(tmp_path: Path) -> None:
    """Settings and style sheets that mkdocs.yml names are kept; ours come before them."""
    (tmp_path / "content").mkdir(parents=True)
    (tmp_path / "content/own.css").write_text("")
    (tmp_path / "site_templates/theme/assets").mkdir(parents=True)
    (tmp_path / "site_templates/theme/assets/more.css").write_text("/* more */")
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Mine\nsite_url: https://other.example.org/sub/\nextra_css: [own.css]\n"
        "theme: {name: material, palette: {scheme: slate}, features: []}\nextra: {generator: true}\n"
    )
    html = (built(tmp_path) / "incidents/index.html").read_text()
    sheets = re.findall(r'<link rel="stylesheet" href="\.\./([^"]*)">', html)
    assert sheets[-1] == "own.css"
    assert "assets/scorecard.css" in sheets
    assert "/* more */" in (tmp_path / "site/assets/scorecard.css").read_text()
    assert not (tmp_path / "site/assets/more.css").exists()
    assert 'data-md-color-scheme="slate"' in html
    assert "md-tabs" not in html
    assert '<link rel="canonical" href="https://other.example.org/sub/incidents/">' in html
    assert 'new URL("/sub/",location)' in html
    assert "Made with" in html


def test_the_listener_is_taken_away_again(tmp_path: Path) -> None:
    """Building as a library leaves the logging of the process as it was."""
    logger = logging.getLogger("mkdocs")
    before = (logger.level, logger.propagate, list(logger.handlers))
    built(tmp_path)
    assert (logger.level, logger.propagate, list(logger.handlers)) == before


def test_the_package_does_not_need_mkdocs_to_be_loaded() -> None:
    """The pipeline and the command line start without MkDocs: `check` and `--help` stay fast."""
    heavy = {"mkdocs", "jinja2", "pydantic", "yaml"}
    code = f"import sys, scorecard.cli, scorecard.pipeline; print(sorted({heavy} & set(sys.modules)))"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "[]\n"
