"""`render`: a folder that any engine reading mkdocs.yml builds, with the same article on every page."""

import json
import re
from pathlib import Path

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config

from scorecard import cli, pipeline
from scorecard.mkdocs_plugin import library
from scorecard.model.pages import Bundle, Document, Section
from scorecard.publish.project import ISLAND, markdown, project_files
from tests import made


def rendered(project: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> Path:
    """Run `scorecard render` over a hand-made site."""
    (project / "data").mkdir(parents=True)
    (project / "content/more").mkdir(parents=True)
    (project / "content/about.md").write_text("# About\n\n[Incidents](incidents/index.md)\n")
    (project / "content/more/.hidden.md").write_text("not this")
    ready = made.built(project, made.usual(text))
    monkeypatch.setattr(pipeline, "build", lambda project, as_of, preview=False: ready)
    assert cli.run(["render", "-C", str(project), "--out", str(project / "out")]) == 0
    return project / "out"


def test_front_matter_is_json_and_everything_else_an_island() -> None:
    """No text from data is ever where Markdown, YAML or a template language would read it."""
    html = "<h1>A</h1>\n"
    piece = '<h2 id="why">Why not?</h2>\n<p>B</p>\n\n<pre>\n\n    c</pre>\n'
    strange = '<h2 id="b">1 * 2 * 3</h2>\n<p>C</p>\n'
    section = '<section>\n<h2 id="c">C</h2>\n</section>\n'
    document = Document(
        "a/",
        "kind",
        f'{made.HOSTILE}\n---\n"',
        lambda: (
            Section("", "", html),
            Section("why", "Why not?", piece),
            Section("b", "1 * 2 * 3", strange),
            Section("c", "C", section),
        ),
        made.DAY,
    )
    text = markdown(document)
    _, front, body = text.split("---\n", 2)
    title = front.split("\n")[0]
    assert json.loads(title.removeprefix("title: ")) == (
        "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} {% raw %} &amp; &quot;q&quot; &#x27;a&#x27; "
        "&lt;b&gt;\n---\n&quot;"
    )
    assert front == f'{title}\nhide: ["navigation", "toc"]\n'
    assert body == (
        f"\n{ISLAND}\n<h1>A</h1>\n</div>\n\n"
        f"## Why not? {{ #why }}\n\n{ISLAND}\n<p>B</p>\n\n<pre>\n\n    c</pre>\n</div>\n\n"
        f"{ISLAND}\n{strange}</div>\n\n"
        f"{ISLAND}\n{section}</div>\n"
    )


def test_the_folder_is_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Pages, downloads, hand-written pages, the look and a configuration; nothing hidden, nothing else."""
    out = rendered(tmp_path, monkeypatch, "Text.")
    names = {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()}
    assert {name for name in names if not name.startswith("theme/")} == {
        "mkdocs.yml",
        "content/index.md",
        "content/about.md",
        "content/incidents/index.md",
        "content/incidents/one/index.md",
        "content/incidents/two/index.md",
        "content/data/trust.csv",
        "content/data/trust.json",
    }
    assert "theme/main.html" in names


def test_another_language_has_its_own_index_and_says_so() -> None:
    """Its pages stand in one index of their own, with addresses inside the language, and not in that of the first."""
    pages = [
        Document(
            f"{folder}{uri}", "kind", f"A & {uri}", tuple, made.DAY, "", None, None, "Words <b>", None, code, folder
        )
        for code, folder in (("en", ""), ("it", "it/"), ("de", "de/"))
        for uri in ("", "incidents/one/")
    ]
    files = dict(project_files(Bundle("Name", tuple(pages), ()), ()))
    indexes = {name: json.loads(content) for name, content in files.items() if name.endswith(".json")}
    assert indexes.keys() == {"content/it/search/search_index.json", "content/de/search/search_index.json"}
    assert indexes["content/it/search/search_index.json"] == {
        "docs": [
            {"location": "", "title": "A &amp; ", "text": "Words &lt;b&gt;"},
            {"location": "incidents/one/", "title": "A &amp; incidents/one/", "text": "Words &lt;b&gt;"},
        ]
    }
    english, italian = (files[f"content/{folder}incidents/one/index.md"].decode() for folder in ("", "it/"))
    assert 'path: "incidents/one/"\n' in english and "language" not in english and "exclude" not in english
    assert 'path: "incidents/one/"\nlanguage: "it"\nsearch: {"exclude": true}\n' in italian


def test_the_result_can_be_rendered_again_and_other_folders_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder that render made is replaced; any other is left alone."""
    out = rendered(tmp_path, monkeypatch, "Text.")
    (out / "content/gone.md").write_text("old")
    capsys.readouterr()
    assert cli.run(["render", "-C", str(tmp_path), "--out", str(out)]) == 0
    assert capsys.readouterr() == ("", f"wrote 4 pages: {out}\n")
    assert not (out / "content/gone.md").exists()
    assert cli.run(["render", "-C", str(tmp_path), "--out", str(tmp_path / "content")]) == 1
    assert (tmp_path / "content/about.md").is_file()


@pytest.mark.parametrize("text", ["Text.", f"{made.HOSTILE} *a* `b` [c](d)\n\n# e\n\n    f\n\n---"])
def test_another_engine_gives_the_same_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str) -> None:
    """Built by MkDocs without our plugin, each page's article equals ours but for the islands around it."""
    out = rendered(tmp_path, monkeypatch, text)
    library.build_site(pipeline.build(tmp_path, made.AS_OF), tmp_path, tmp_path / "site", strict=True, say=print)
    with library.heard(lambda level, said: pytest.fail(said)):
        build(load_config(str(out / "mkdocs.yml")))
    pages = [file.relative_to(out / "site") for file in sorted((out / "site").rglob("index.html"))]
    assert [page.as_posix() for page in pages] == [
        "about/index.html",
        "incidents/index.html",
        "incidents/one/index.html",
        "incidents/two/index.html",
        "index.html",
    ]
    for page in pages:
        theirs, ours = article(out / "site" / page), article(tmp_path / "site" / page)
        assert theirs == ours
        assert re.findall(r"<title>.*?</title>", (out / "site" / page).read_text()) == re.findall(
            r"<title>.*?</title>", (tmp_path / "site" / page).read_text()
        )


def article(page: Path) -> str:
    """The article of a page, without islands and white space at tags."""
    found = re.search(r"<article[^>]*>(.*)</article>", page.read_text(encoding="utf-8"), re.DOTALL)
    assert found is not None
    return re.sub(r"\s*(<[^>]*>)\s*", r"\1", without_islands(found[1])).strip()


def without_islands(text: str) -> str:
    """The text without the elements that `render` puts around HTML; what is in them stays."""
    kept: list[str] = []
    islands: list[bool] = []
    for piece in re.split(r"(<div\b[^>]*>|</div>)", text):
        if piece.startswith("<div"):
            islands.append(piece == ISLAND)
            kept.append("" if islands[-1] else piece)
        elif piece == "</div>":
            kept.append("" if islands.pop() else piece)
        else:
            kept.append(piece)
    return "".join(kept)


def test_islands_are_taken_away_and_nothing_else() -> None:
    """The comparison above can fail."""
    assert without_islands(f"a{ISLAND}b<div>c</div></div>d<div>e</div>") == "ab<div>c</div>d<div>e</div>"
