"""The links of the built example: none is dead, and everything a reader may want is two clicks from home."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("links")]

ROOT = "https://site.invalid/"
#: Clicks from home to every kind of page, every download of a figure, the method and the sums (SITE.md).
CLICKS = 2
#: Clicks from home to the oldest page of any kind: its list, its quarter, itself.
ARCHIVE = 3


class Links(HTMLParser):
    """A page: where it leads, what it loads, its anchors, and what each figure on it links."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.leads: list[str] = []
        self.loads: list[str] = []
        self.ids: list[str] = []
        self.figures: list[list[str]] = []
        self.alternates: list[str] = []
        self.kind = ""
        self._inside = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take down an anchor, a link or a figure."""
        given = {name: value or "" for name, value in attrs}
        if given.get("id"):
            self.ids.append(given["id"])
        if tag == "figure" and "sc-figure" in given.get("class", ""):
            self.figures.append([])
            self._inside += 1
        if tag == "a" and "href" in given:
            self.leads.append(given["href"])
            if self._inside:
                self.figures[-1].append(given["href"])
        elif "src" in given or (tag == "link" and given.get("rel") in ("stylesheet", "icon")):
            self.loads.append(given.get("src") or given["href"])
        elif tag == "link" and given.get("rel") in ("canonical", "alternate"):
            self.alternates.append(given["href"])

    def handle_endtag(self, tag: str) -> None:
        """The end of a figure."""
        if tag == "figure" and self._inside:
            self._inside -= 1


def target(page: str, link: str) -> tuple[str, str] | None:
    """(address within the site, anchor) of a link on a page; None for one that leads out of the site."""
    if urlsplit(link).scheme or link.startswith("//"):
        return None
    parts = urlsplit(urljoin(ROOT + page, link))
    return unquote(parts.path).lstrip("/"), unquote(parts.fragment)


@dataclass
class Site:
    """A built site as a graph."""

    folder: Path
    pages: dict[str, Links] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for file in sorted(self.folder.rglob("index.html")):
            above = file.parent.relative_to(self.folder).as_posix()
            self.pages["" if above == "." else f"{above}/"] = Links(file.read_text(encoding="utf-8"))

    def dead(self) -> list[tuple[str, str]]:
        """(page, link) of what leads to no file or to no place on its page."""
        found = []
        for uri, page in self.pages.items():
            for link in (*page.leads, *page.loads):
                at = target(uri, link)
                if at is None:
                    continue
                path, anchor = at
                there = path in self.pages if path.endswith("/") or not path else (self.folder / path).is_file()
                if not there or (anchor and path in self.pages and anchor not in self.pages[path].ids):
                    found.append((uri, link))
        return found

    def distances(self, home: str) -> dict[str, int]:
        """Clicks from a home page to every page and file that can be reached."""
        found, queue = {home: 0}, [home]
        for uri in queue:
            for link in self.pages[uri].leads if uri in self.pages else ():
                at = target(uri, link)
                if at is not None and at[0] not in found:
                    found[at[0]] = found[uri] + 1
                    queue.append(at[0])
        return found


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example, built."""
    folder = tmp_path_factory.mktemp("links") / "site"
    command = [sys.executable, "-m", "scorecard", "build", "--as-of", "2026-11-24", "--site-dir", str(folder)]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return Site(folder)


def shape(uri: str) -> str:
    """The kind of a page by its address: ids and quarters are left out."""
    steps = uri.split("/")[:-1]
    if steps[:1] == ["incidents"] and len(steps) > 1:
        return "incidents/by-quarter/*" if steps[1] == "by-quarter" else "incidents/*"
    return "/".join([*steps[:1], *("*" for _ in steps[1:])]) if steps[:1] != ["method"] else uri


def test_no_link_and_no_anchor_is_dead(site: Site) -> None:
    """Every link of every page, in the frame and in the text, leads to a file that is there, and to a place on it."""
    assert sum(len(page.leads) for page in site.pages.values()) > 5000
    assert site.dead() == []


def test_a_dead_link_is_found(tmp_path: Path) -> None:
    """A page that is not there, a file that is not there, an anchor that is not there; a good one of each is not."""
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_text('<h1 id="x">A</h1><a href="../">home</a><img src="../p.png">')
    links = ("a/", "a/#x", "a/#y", "b/", "c.csv", "https://elsewhere.example/", "mailto:a@example.org")
    (tmp_path / "index.html").write_text("".join(f'<a href="{link}">x</a>' for link in links))
    assert sorted(Site(tmp_path).dead()) == [("", "a/#y"), ("", "b/"), ("", "c.csv"), ("a/", "../p.png")]


def test_no_anchor_stands_twice(site: Site) -> None:
    """An anchor leads to one place."""
    assert [uri for uri, page in site.pages.items() if len(page.ids) != len(set(page.ids))] == []


@pytest.mark.parametrize("home", ["", "it/"])
def test_every_kind_of_page_is_two_clicks_from_home(site: Site, home: str) -> None:
    """In both languages; and the oldest page of the archive is three away: its list, its quarter, itself."""
    far = site.distances(home)
    own = [uri for uri in site.pages if uri.startswith(home) and (home or not uri.startswith("it/"))]
    nearest: dict[str, int] = {}
    for uri in own:
        kind = shape(uri.removeprefix(home))
        nearest[kind] = min(nearest.get(kind, 99), far.get(uri, 99))
    assert len(nearest) >= 19
    assert {kind: clicks for kind, clicks in nearest.items() if clicks > CLICKS} == {}
    assert {uri: far.get(uri) for uri in own if far.get(uri, 99) > ARCHIVE} == {}


@pytest.mark.parametrize("home", ["", "it/"])
def test_the_arithmetic_and_the_data_of_every_figure_are_two_clicks_from_home(site: Site, home: str) -> None:
    """Each figure links its numbers itself; those files, the method and the sums are near home."""
    far = site.distances(home)
    figures = 0
    for uri, page in site.pages.items():
        if not uri.startswith(home) or (not home and uri.startswith("it/")):
            continue
        for links in page.figures:
            figures += 1
            data = [at[0] for link in links if (at := target(uri, link)) is not None and at[0].endswith(".csv")]
            assert data, (uri, links)
            assert all(far[one] <= CLICKS for one in data), (uri, data)
        if page.figures:
            led = {at[0] for link in page.leads if (at := target(uri, link)) is not None}
            assert {f"{home}method/", f"{home}sums/"} & led, uri
    assert figures >= 6
    assert {f"{home}{name}": far[f"{home}{name}"] for name in ("method/", "sums/", "data/", "corrections/")} == {
        f"{home}{name}": 1 for name in ("method/", "sums/", "data/", "corrections/")
    }


def test_every_download_is_two_clicks_from_home(site: Site) -> None:
    """Tables, pictures, feeds and calendars are not only in an index for programs."""
    far = site.distances("")
    endings = (".csv", ".ics", ".xml", ".svg")
    files = [file.relative_to(site.folder).as_posix() for file in site.folder.rglob("*") if file.suffix in endings]
    loaded = {at[0] for uri, page in site.pages.items() for link in page.loads if (at := target(uri, link))}
    hidden = {one for one in files if far.get(one, 99) > CLICKS and one not in loaded}
    assert len(files) > 50
    assert hidden == {"sitemap.xml"}


def test_whole_addresses_name_pages_that_are_there(site: Site) -> None:
    """Canonical addresses, and those of the same page in another language."""
    base = next(link for link in site.pages[""].alternates if urlsplit(link).scheme)
    for uri, page in site.pages.items():
        whole = [link for link in page.alternates if urlsplit(link).scheme]
        assert whole and whole[0] == base + uri, uri
        for link in whole:
            assert link.removeprefix(base) in site.pages, (uri, link)
