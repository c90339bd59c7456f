"""Whole builds: the same bytes through both doors and on any machine, nothing that is held back, no dead link."""

import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.publish.test_project import article

EPOCH = "1795478400"  # 24 November 2026, a day after the last entry of the example
LEAST = {
    "data/organisation.yml": (
        "name: A small company\nurl: https://trust.example.org\ncontact: trust@example.org\ntimezone: Europe/Rome\n"
    ),
    "data/surveys/2026-q3.yml": (
        "quarter: 2026-Q3\naudience: customers\nsample: random\ninvited: 900\n"
        "questions:\n  - {id: trust, counts: [4, 3, 7, 9, 14, 20, 41, 55, 30, 17]}\n"
    ),
}  # fmt: skip


def run(*command: str | Path, cwd: Path, expect: int = 0, **environment: str) -> str:
    """Run a module of this environment; give what it said on stderr, or fail with all of it."""
    given = {
        "PATH": os.environ["PATH"],
        "HOME": str(cwd),
        "SOURCE_DATE_EPOCH": EPOCH,
        "LC_ALL": "C.UTF-8",
        **environment,
    }
    done = subprocess.run(
        [sys.executable, "-m", *map(str, command)], cwd=cwd, env=given, capture_output=True, text=True, check=False
    )
    assert done.returncode == expect, f"{command}: exit {done.returncode}\n{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    return done.stderr


def tree(folder: Path) -> dict[str, bytes]:
    """Every file and its bytes."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def differing(one: Path, other: Path) -> list[str]:
    """Names of files that are not the same in both."""
    a, b = tree(one), tree(other)
    assert "index.html" in a
    return sorted(name for name in a.keys() | b.keys() if a.get(name) != b.get(name))


def write(project: Path, files: dict[str, str]) -> Path:
    """Write files of a project."""
    for name, text in files.items():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, encoding="utf-8")
    return project


@pytest.fixture
def project(repository: Path, tmp_path: Path) -> Path:
    """The small project of the tests, with a hand-written page and the least mkdocs.yml."""
    shutil.copytree(repository / "tests/base_project", tmp_path / "project")
    return write(
        tmp_path / "project",
        {
            "content/about.md": "# About\n\nSee [incidents](incidents/index.md).\n",
            "mkdocs.yml": (
                "site_name: Example Water\ndocs_dir: content\ntheme: {name: material}\nplugins: [search, scorecard]\n"
            ),
        },
    )


@pytest.fixture(scope="session")
def example(repository: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the example company."""
    site = tmp_path_factory.mktemp("example") / "site"
    run("scorecard", "build", "--strict", "-C", repository, "--site-dir", site, cwd=repository)
    return site


def test_both_doors_give_the_same_site(project: Path, tmp_path: Path) -> None:
    """`mkdocs build --strict` and `scorecard build` write the same files, byte for byte."""
    run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "one", cwd=project)
    run("scorecard", "build", "--strict", "--site-dir", tmp_path / "two", cwd=project)
    assert differing(tmp_path / "one", tmp_path / "two") == []


@pytest.mark.slow
def test_both_doors_give_the_same_example(repository: Path, example: Path, tmp_path: Path) -> None:
    """The same holds for the whole example company."""
    run("mkdocs", "build", "--strict", "--site-dir", tmp_path / "one", cwd=repository)
    assert differing(tmp_path / "one", example) == []


@pytest.mark.slow
def test_another_engine_gives_the_same_articles_of_the_example(repository: Path, example: Path, tmp_path: Path) -> None:
    """`scorecard render` and then any engine: MkDocs without our plugin writes the same article on every page."""
    run("scorecard", "render", "-C", repository, "--out", tmp_path / "out", cwd=tmp_path)
    run("mkdocs", "build", "--strict", cwd=tmp_path / "out")
    pages = [file.relative_to(example) for file in sorted(example.rglob("index.html"))]
    assert len(pages) > 50
    assert [page for page in pages if article(tmp_path / "out/site" / page) != article(example / page)] == []


@pytest.mark.slow
def test_the_machine_does_not_show(project: Path, tmp_path: Path) -> None:
    """Another hash seed, time zone, language, folder and day of the build: the same bytes."""
    moved = tmp_path / "somewhere else" / "ü"
    shutil.copytree(project, moved)
    run("scorecard", "build", "--site-dir", tmp_path / "one", cwd=project, PYTHONHASHSEED="1", TZ="UTC")
    run(
        "scorecard", "build", "--site-dir", tmp_path / "two", "-C", moved,
        cwd=tmp_path, PYTHONHASHSEED="77", TZ="Pacific/Chatham", LC_ALL="C", LANG="it_IT",
    )  # fmt: skip
    assert differing(tmp_path / "one", tmp_path / "two") == []


def test_ten_lines_of_yaml_build(tmp_path: Path) -> None:
    """The least of DATA.md gives a site without any mkdocs.yml."""
    assert sum(text.count("\n") for text in LEAST.values()) <= 10
    run("scorecard", "build", "--strict", cwd=write(tmp_path, LEAST))
    home = (tmp_path / "site/index.html").read_text(encoding="utf-8")
    assert "A small company" in home
    assert "sc-banner" not in home


def test_a_bare_mkdocs_yml_is_filled_in(tmp_path: Path) -> None:
    """A mkdocs.yml that names neither theme nor docs_dir works with `scorecard build`."""
    write(tmp_path, {**LEAST, "mkdocs.yml": "site_name: A small company\nplugins: [scorecard]\n"})
    run("scorecard", "build", cwd=tmp_path)
    assert (tmp_path / "site/index.html").is_file()
    assert not (tmp_path / "site/search/search_index.json").exists()


def test_an_error_writes_nothing_through_either_door(project: Path) -> None:
    """The old site stays whole; the exit code is 1; the last line says how much is wrong."""
    run("scorecard", "build", cwd=project)
    before = tree(project / "site")
    survey = project / "data/surveys/2026-q1.yml"
    survey.write_text(survey.read_text().replace("audience:", "audiance:"))
    told = run("scorecard", "build", cwd=project, expect=1)
    assert "audiance" in told
    assert told.splitlines()[-1] == "error: data/ has 1 error; nothing was written"
    told = run("mkdocs", "build", cwd=project, expect=1)
    assert "audiance" in told
    assert "scorecard: data/ has 1 error; nothing was written" in told
    assert tree(project / "site") == before


def test_a_broken_template_is_one_line(project: Path) -> None:
    """File, line and reason; the old site stays whole."""
    run("scorecard", "build", cwd=project)
    before = tree(project / "site")
    write(project, {"site_templates/home.html.jinja": "<h1>x</h1>\n{{ nothing.here }}\n"})
    wanted = "a template cannot be used: site_templates/home.html.jinja:2: 'nothing' is undefined"
    assert run("scorecard", "build", cwd=project, expect=1) == f"error: {wanted}\n"
    assert f"scorecard: {wanted}" in run("mkdocs", "build", cwd=project, expect=1)
    assert tree(project / "site") == before


def test_an_override_changes_one_kind_of_page(project: Path, tmp_path: Path) -> None:
    """A project's own template replaces the packaged one for its pages and for nothing else."""
    run("scorecard", "build", "--site-dir", tmp_path / "one", cwd=project)
    override = '{% extends "packaged/incident.html.jinja" %}\n'
    write(project, {"site_templates/incident.html.jinja": override})
    run("scorecard", "build", "--site-dir", tmp_path / "two", cwd=project)
    assert differing(tmp_path / "one", tmp_path / "two") == []
    write(project, {"site_templates/incident.html.jinja": "<h1>Ours: {{ page.title }}</h1>\n"})
    run("scorecard", "build", "--site-dir", tmp_path / "three", cwd=project)
    assert differing(tmp_path / "one", tmp_path / "three") == ["incidents/2026-03-14-payment-outage/index.html"]
    assert "<h1>Ours: Payments failed for 40 minutes</h1>" in (
        tmp_path / "three/incidents/2026-03-14-payment-outage/index.html"
    ).read_text(encoding="utf-8")


HELD_BACK = {
    "2026-Q1": "2026-Q2",
    "2026-04-20T10:00+02:00": "2027-01-01T00:00Z",
    "2026-01-01": "2026-04-01",
    "2026-03-31": "2026-06-30",
    "2026-03-01": "2026-06-01",
    "2026-03-20": "2026-06-20",
    "How much do you trust us?": "canary-three",
    "population: 48210": "population: 77013",
}


def test_what_is_private_or_held_back_is_in_no_byte(project: Path, tmp_path: Path) -> None:
    """A canary in a private note, a held-back wave and a held-back incident: not in any file, by any door."""
    data = project / "data"
    incident = data / "incidents/2026/2026-03-14-payment-outage.yml"
    private = incident.read_text().replace("updates:", "private_note: canary-one\nupdates:")
    late = incident.read_text().replace("title:", "publish_at: 2027-01-01T00:00Z\ntitle: canary-two and")
    wave = (data / "surveys/2026-q1.yml").read_text()
    for old, new in HELD_BACK.items():
        assert old in wave
        wave = wave.replace(old, new)
    incident.write_text(private)
    write(
        project,
        {"data/incidents/2026/2026-05-05-canary-four.yml": late, "data/surveys/2026-q2.yml": wave},
    )
    run("scorecard", "build", "--site-dir", tmp_path / "one", cwd=project)
    run("mkdocs", "build", "--site-dir", tmp_path / "two", cwd=project)
    run("scorecard", "render", "--out", tmp_path / "three", cwd=project)
    canaries = (b"canary", b"77013", b"77,013", b"2026-Q2", b"2026-q2")
    for folder in ("one", "two", "three"):
        files = tree(tmp_path / folder)
        assert len(files) > 10
        assert [name for name, content in files.items() if any(word in content for word in canaries)] == []
        assert [name for name in files if "canary" in name] == []


class Links(HTMLParser):
    """Collects links, ids and headings of a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.h1 = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take what interests us."""
        self.h1 += tag == "h1"
        for name, value in attrs:
            if name in ("href", "src") and value is not None and tag != "use":
                self.links.append(value)
            elif name == "id" and value is not None:
                self.ids.append(value)


@pytest.fixture(scope="session")
def pages(example: Path) -> dict[str, Links]:
    """Every page of the example."""
    return {
        file.relative_to(example).as_posix(): Links(file.read_text(encoding="utf-8"))
        for file in sorted(example.rglob("*.html"))
        if file.name != "404.html"
    }


def inner(pages: dict[str, Links]) -> Iterator[tuple[str, str, str, str]]:
    """(page, link, file it leads to, anchor) of every link that stays in the site."""
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if not parts.scheme and not parts.netloc:
                target = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                is_folder = not parts.path or parts.path.endswith(("/", "."))
                file = name if not parts.path else posixpath.join(target, "index.html") if is_folder else target
                yield name, link, file.removeprefix("./"), unescape(parts.fragment)


@pytest.mark.slow
def test_no_link_of_the_example_is_dead(example: Path, pages: dict[str, Links]) -> None:
    """Every inner link leads to a file, every anchor to an element."""
    files = set(tree(example))
    links = list(inner(pages))
    assert len(links) > 500
    assert [(page, link) for page, link, file, _ in links if file not in files] == []
    assert [
        (page, link) for page, link, file, anchor in links if anchor and file in pages and anchor not in pages[file].ids
    ] == []


@pytest.mark.slow
def test_every_page_of_the_example_has_one_heading_and_its_own_ids(pages: dict[str, Links]) -> None:
    """One h1 a page; no id twice."""
    assert len(pages) > 50
    assert {name: page.h1 for name, page in pages.items() if page.h1 != 1} == {}
    assert {name: ids for name, page in pages.items() if (ids := twice(page.ids))} == {}


def twice(ids: list[str]) -> list[str]:
    """Ids that occur more than once."""
    return sorted({one for one in ids if ids.count(one) > 1})


@pytest.mark.slow
def test_every_need_is_two_clicks_from_home(pages: dict[str, Links]) -> None:
    """Any index page is reached from home within two clicks, any page at all within four."""
    below: dict[str, set[str]] = {}
    for page, _, file, _ in inner(pages):
        if file in pages:
            below.setdefault(page, set()).add(file)
    steps, front = {"index.html": 0}, {"index.html"}
    while front:
        found = {file for page in front for file in below.get(page, ())} - steps.keys()
        steps |= {file: steps[page] + 1 for page in front for file in found & below.get(page, set())}
        front = found
    assert sorted(pages.keys() - steps.keys()) == []
    assert {name: step for name, step in steps.items() if name.count("/") == 1 and step > 2} == {}
    assert {name: step for name, step in steps.items() if step > 4} == {}


@pytest.mark.slow
def test_the_example_says_on_every_page_that_it_is_invented(example: Path, pages: dict[str, Links]) -> None:
    """A stranger who lands on any page is told."""
    for name in pages:
        text = re.sub(r"\s+", " ", (example / name).read_text(encoding="utf-8"))
        assert re.search(r"Example with invented data\.|Esempio con dati inventati\.", text), name


@pytest.mark.slow
def test_nothing_of_the_example_comes_from_another_host(pages: dict[str, Links], example: Path) -> None:
    """No page loads anything from elsewhere; links to elsewhere are http, https or mailto."""
    for name, page in pages.items():
        schemes = {urlsplit(link).scheme for link in page.links}
        assert schemes <= {"", "http", "https", "mailto"}, name
    loaded = re.compile(
        r"<(?:script|img|source|iframe)\b[^>]*\bsrc=\"((?:\w+:)?//[^\"]*)\"|@import|url\((?!['\"]?(?:data:|#))"
    )
    for name in pages:
        assert loaded.findall((example / name).read_text(encoding="utf-8")) == [], name
