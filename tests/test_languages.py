"""A built site in two languages: a tree of pages each, joined by links for readers and search engines."""

import json
import re
import shutil
from pathlib import Path

import pytest

from tests.test_build import run

pytestmark = pytest.mark.xdist_group("languages")


@pytest.fixture(scope="module")
def site(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example in English and Italian."""
    project = tmp_path_factory.mktemp("languages")
    for name in ("data", "content", "pictures"):
        shutil.copytree(repository / name, project / name)
    shutil.copy(repository / "mkdocs.yml", project)
    file = project / "data/organisation.yml"
    file.write_text(re.sub(r"(?m)^languages: .*", "languages: [en, it]", file.read_text()))
    run("scorecard", "build", cwd=project)
    return project / "site"


def _pages(site: Path) -> dict[str, str]:
    return {
        "" if file.parent == site else f"{file.parent.relative_to(site).as_posix()}/": file.read_text()
        for file in site.rglob("index.html")
    }


def test_each_page_names_the_others(site: Path) -> None:
    """Both of a pair name both, by whole addresses, and link to each other; a hand-written page leads to the home."""
    pages = _pages(site)
    base = re.search(r'<link rel="canonical" href="([^"]+)"', pages[""])
    assert base is not None
    for uri, html in pages.items():
        path = uri.removeprefix("it/")
        up = "../" * uri.count("/") or "./"
        if path == "about/":
            assert f'<a href="{up}it/" hreflang="it"' in html
            continue
        assert re.findall(r'<link rel="alternate" hreflang="([^"]+)" href="([^"]+)">', html) == [
            ("en", base[1] + path),
            ("it", f"{base[1]}it/{path}"),
            ("x-default", base[1] + path),
        ], uri
        folder, code = ("", "en") if uri.startswith("it/") else ("it/", "it")
        assert f'<a href="{up}{folder}{path}" hreflang="{code}" lang="{code}" dir="ltr">' in html, uri


def test_the_frame_speaks_the_language_of_the_page(site: Path) -> None:
    """`lang`, the tabs, the banner and the search of an Italian page are Italian and lead to Italian pages."""
    pages = _pages(site)
    assert {html.partition('<html lang="')[2][:2] for uri, html in pages.items() if uri.startswith("it/")} == {"it"}
    assert {html.partition('<html lang="')[2][:2] for uri, html in pages.items() if not uri.startswith("it/")} == {"en"}

    def tabs(html: str) -> list[tuple[str, str]]:
        found = re.findall(r'<a href="([^"]*)" class="md-tabs__link">(.*?)</a>', html, re.DOTALL)
        return [(link, " ".join(name.split())) for link, name in found]

    english, italian = tabs(pages["method/"]), tabs(pages["it/method/"])
    assert ("../incidents/", "Incidents") in english
    assert ("../incidents/", "Incidenti") in italian
    assert [link.rstrip("/") for link, _ in english[: len(italian)]] == [link.rstrip("/") for link, _ in italian]
    assert len(english) == len(italian) + 1  # the hand-written page
    assert "non esiste." in pages["it/method/"]
    assert 'href="../search/"' in pages["it/method/"]
    for uri, dark, light in (
        ("method/", "Switch to dark colours", "Switch to light colours"),
        ("it/method/", "Passa ai colori scuri", "Passa ai colori chiari"),
    ):
        assert f'data-name="{dark}" data-other-name="{light}" title="{dark}" aria-label="{dark}"' in pages[uri]
    active = re.findall(r'md-tabs__item--active">\s*<a href="([^"]*)"', pages["it/incidents/"])
    assert len(active) == 1


def test_the_search_of_a_language_finds_its_pages(site: Path) -> None:
    """The index of each language names pages that are there, and only its own."""
    for folder in ("", "it/"):
        entries = json.loads((site / folder / "search/search_index.json").read_text())["docs"]
        assert entries
        assert all((site / folder / entry["location"].partition("#")[0]).is_dir() for entry in entries)
        assert not any(entry["location"].startswith("it/") for entry in entries)


def test_downloads_stand_once(site: Path) -> None:
    """No data, feed, picture or style below the folder of a language."""
    names = {file.name for file in (site / "it").rglob("*") if file.is_file()}
    assert names == {"index.html", "search_index.json"}


def test_the_site_map_names_every_page(site: Path) -> None:
    """Pages of both languages stand in it."""
    listed = re.findall(r"<loc>([^<]+)</loc>", (site / "sitemap.xml").read_text())
    assert len([one for one in listed if "/it/" in one]) * 2 == len(listed) - 1  # and the hand-written page


def test_feeds_are_announced_under_the_names_they_have(site: Path) -> None:
    """A reader of feeds shows the company's name, in the language of the page; in English the feed's own title."""
    for uri, names in (
        ("", ("Trust scorecard", "Incidents", "Corrections")),
        ("it/", (None, "Incidenti", "Correzioni")),
    ):
        html = (site / uri / "index.html").read_text()
        found = re.findall(r'type="application/atom\+xml" title="([^"]+)" href="([^"]+)"', html)
        assert len(found) == 3
        for (title, href), name in zip(found, names, strict=True):
            assert title == f"Harbourlight Energy: {name}" or name is None
            feed = (site / uri / href).resolve().read_text()
            if not uri:
                assert f"<title>{title}</title>" in feed or f'<title type="text">{title}</title>' in feed


def test_a_wrong_address_is_told_in_every_language_and_leads_on(site: Path) -> None:
    """Nobody knows which language was asked for; the links begin at the root, because the address may lie anywhere."""
    html = (site / "404.html").read_text()
    assert "<title>There is no page at this address - Harbourlight Energy</title>" in html
    for code, heading, folder, last in (
        ("en", "<h1>There is no page at this address</h1>", "/", "Search this site"),
        ("it", "<h2>A questo indirizzo non c’è nessuna pagina</h2>", "/it/", "Cercare in questo sito"),
    ):
        section = re.search(rf'<section lang="{code}">(.*?)</section>', html, re.DOTALL)
        assert section is not None and heading in section[1] and "trust@harbourlight.example." in section[1]
        links = re.findall(r'<a href="([^"]*)">', section[1])
        assert links == [folder, f"{folder}incidents/", f"{folder}corrections/", f"{folder}search/"]
        assert f'<a href="{folder}search/">{last}</a>' in section[1]
        for link in links:
            assert (site / link.lstrip("/") / "index.html").is_file(), link
